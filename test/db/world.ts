import type {
  Article,
  CapturedPage,
  ItemAnalysis,
  Mention,
  Outlet,
  PersonInItem,
  Register,
} from '../../src/domain/index.ts';

// A small press to store: every part with defaults, so that a test names only what it is about.

/** An outlet of the demo world or, with `demo: false`, a real one. */
export function outlet(given: Partial<Outlet> & { readonly id: string }): Outlet {
  return {
    name: `Báo ${given.id}`,
    medium: 'newspaper',
    homepage: `https://${given.id}.example/`,
    place: null,
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    verified: false,
    sources: [{ kind: 'feed', url: `https://${given.id}.example/rss` }],
    selectors: [],
    delayMs: 0,
    expectedItemsPerDay: { min: 0, max: 100 },
    allowPrivateAddresses: false,
    demo: false,
    ...given,
  };
}

export function article(given: Partial<Article> & { readonly url: string }): Article {
  return {
    canonicalUrl: given.url,
    title: 'Họp bàn về cầu mới',
    text: 'Ông Lê An dự họp.\nCầu sẽ xong trong năm nay.',
    paragraphs: [
      { text: 'Ông Lê An dự họp.', role: 'standfirst' },
      { text: 'Cầu sẽ xong trong năm nay.', role: 'body' },
    ],
    pictures: [],
    publishedAt: '2026-03-07T08:00:00+07:00',
    modifiedAt: null,
    language: 'vi',
    section: null,
    confidence: 0.9,
    reasons: [{ code: 'named', vi: 'một bài trên trang', en: 'one story in the page' }],
    origins: { title: 'json-ld', text: 'generic', publishedAt: 'json-ld' },
    ...given,
  };
}

/** A fetched page; `at` is an ISO instant. */
export function page(given: {
  outletId: string;
  url: string;
  at: string;
  kind?: 'article' | 'source';
  attempt?: Partial<CapturedPage['attempt']>;
  lead?: CapturedPage['lead'];
  leads?: CapturedPage['leads'];
}): CapturedPage {
  const { outletId, url, at, kind = 'article', attempt, lead = null, leads = [] } = given;
  return {
    outletId,
    kind,
    sourceKind: 'feed',
    lead,
    leads,
    attempt: {
      url,
      finalUrl: url,
      startedAt: new Date(at),
      durationMs: 12,
      outcome: 'ok',
      status: 200,
      headers: {},
      bytes: null,
      error: null,
      ...attempt,
    },
  };
}

export function mention(given: Partial<Mention> & { readonly personId: string }): Mention {
  const { uncertain = false, institutional = false } = given;
  return {
    field: 'text',
    start: 0,
    end: 9,
    coreStart: 4,
    coreEnd: 9,
    surface: 'Ông Lê An',
    kind: 'titled-name',
    postId: null,
    confidence: 0.95,
    uncertain,
    institutional,
    former: false,
    counted: !uncertain && !institutional,
    reason: { vi: 'tên đầy đủ', en: 'full name' },
    ...given,
  };
}

export function personIn(given: Partial<PersonInItem> & { readonly personId: string }) {
  return {
    role: 'mentioned',
    mentions: 1,
    words: 5,
    paragraphShare: 0.5,
    firstOffset: 0,
    firstPlace: 'standfirst',
    fraction: 1,
    ...given,
  } satisfies PersonInItem;
}

export function analysis(id: string, given: Partial<ItemAnalysis> = {}): ItemAnalysis {
  return {
    id,
    methodVersion: '1',
    language: 'vi',
    mentions: [mention({ personId: 'le-an' })],
    persons: [personIn({ personId: 'le-an' })],
    measures: [
      {
        measure: 'length.words',
        version: 1,
        unit: 'words',
        personId: null,
        value: 16,
        evidence: {},
      },
    ],
    ...given,
  };
}

export const register: Register = {
  persons: [
    { id: 'le-an', name: 'Lê An', otherNames: [{ name: 'Lê Văn An', kind: 'variant' }] },
    { id: 'tran-binh', name: 'Trần Bình', otherNames: [], gender: 'female' },
  ],
  places: [
    {
      id: 'song-nam',
      name: 'Sông Nam',
      otherNames: ['tỉnh Sông Nam', 'Sông "Nam", {cũ}'],
      parent: null,
      from: '2025-07-01',
      until: null,
      successor: null,
    },
  ],
  organizations: [
    {
      id: 'ubnd-song-nam',
      name: 'UBND tỉnh Sông Nam',
      otherNames: [],
      place: 'song-nam',
      parent: null,
      from: null,
      until: null,
      successor: null,
    },
  ],
  posts: [
    {
      id: 'chu-tich-song-nam',
      label: 'Chủ tịch UBND tỉnh Sông Nam',
      otherLabels: ['Chủ tịch tỉnh'],
      genericTitle: 'Chủ tịch',
      organization: 'ubnd-song-nam',
      place: 'song-nam',
      from: null,
      until: null,
    },
  ],
  terms: [
    {
      id: 'le-an-chu-tich',
      person: 'le-an',
      post: 'chu-tich-song-nam',
      organization: 'ubnd-song-nam',
      from: '2024',
      until: '2026-03',
      kind: 'holder',
      source: 'https://song-nam.example/quyet-dinh-1',
      checked: true,
    },
    {
      id: 'tran-binh-chu-tich',
      person: 'tran-binh',
      post: 'chu-tich-song-nam',
      organization: 'ubnd-song-nam',
      from: '2026-04-01',
      until: null,
      kind: 'holder',
      source: null,
      checked: false,
    },
  ],
};
