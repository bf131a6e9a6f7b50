import type { Bilingual, Medium } from '../../src/domain/index.ts';
import type { Feed } from '../formats/feed.ts';
import type { FrontPage } from './front-page.ts';

/** A guess and what it rests on. */
export interface Guess<T extends string = string> {
  readonly value: T;
  readonly reason: Bilingual;
}

/** The main zone of countries that have one, by top-level domain. */
const ZONES: Readonly<Record<string, string>> = {
  vn: 'Asia/Ho_Chi_Minh',
  la: 'Asia/Vientiane',
  kh: 'Asia/Phnom_Penh',
  th: 'Asia/Bangkok',
  my: 'Asia/Kuala_Lumpur',
  sg: 'Asia/Singapore',
  ph: 'Asia/Manila',
  jp: 'Asia/Tokyo',
  kr: 'Asia/Seoul',
  cn: 'Asia/Shanghai',
  tw: 'Asia/Taipei',
  hk: 'Asia/Hong_Kong',
  in: 'Asia/Kolkata',
  uk: 'Europe/London',
  ie: 'Europe/Dublin',
  fr: 'Europe/Paris',
  de: 'Europe/Berlin',
  it: 'Europe/Rome',
  es: 'Europe/Madrid',
  pl: 'Europe/Warsaw',
  nl: 'Europe/Amsterdam',
  cz: 'Europe/Prague',
  nz: 'Pacific/Auckland',
};

/** The zone of a language spoken in one country only. */
const LANGUAGE_ZONES: Readonly<Record<string, string>> = {
  vi: 'Asia/Ho_Chi_Minh',
  lo: 'Asia/Vientiane',
  km: 'Asia/Phnom_Penh',
  th: 'Asia/Bangkok',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
};

/** Fixed offsets as zones, should nothing tell the country. */
function zoneOfOffset(offset: string): string | null {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (sign === undefined || minutes !== '00' || Number(hours) > 12) return null;
  // The names of these zones count the other way round.
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}

export function guessTimeZone(from: {
  readonly page: FrontPage;
  readonly feeds: readonly Feed[];
  readonly host: string;
  readonly language: string;
}): Guess {
  const country = /[-_]([a-z]{2})$/i.exec(from.page.language ?? '')?.[1]?.toLowerCase();
  const byDomain = ZONES[topLevel(from.host)];
  if (byDomain)
    return {
      value: byDomain,
      reason: {
        vi: `tên miền kết thúc bằng .${topLevel(from.host)}`,
        en: `the domain ends in .${topLevel(from.host)}`,
      },
    };
  const byLocale = country === undefined ? undefined : ZONES[country === 'gb' ? 'uk' : country];
  if (byLocale)
    return {
      value: byLocale,
      reason: { vi: `trang ghi ${from.page.language}`, en: `the page says ${from.page.language}` },
    };
  const byLanguage = LANGUAGE_ZONES[from.language.slice(0, 2)];
  if (byLanguage)
    return {
      value: byLanguage,
      reason: { vi: `viết bằng tiếng ${from.language}`, en: `it is written in ${from.language}` },
    };
  const times = from.feeds.flatMap(({ items }) => items.map(({ publishedAt }) => publishedAt));
  const offset = mostCommon(times.map((time) => (time ? zoneOfOffset(time) : null)));
  if (offset && offset !== 'UTC')
    return {
      value: offset,
      reason: { vi: 'độ lệch giờ trong nguồn tin', en: 'the offset of the feed’s times' },
    };
  return {
    value: 'UTC',
    reason: {
      vi: 'không có gì cho biết múi giờ: hãy tự ghi vào',
      en: 'nothing tells the zone: please set it by hand',
    },
  };
}

export function guessLanguage(page: FrontPage, feeds: readonly Feed[], host: string): Guess {
  const known: readonly (readonly [string | null | undefined, Bilingual])[] = [
    [page.language, { vi: 'trang ghi vậy', en: 'the page says so' }],
    [
      feeds.find(({ language }) => language)?.language,
      { vi: 'nguồn tin ghi vậy', en: 'the feed says so' },
    ],
    [
      topLevel(host) === 'vn' ? 'vi' : null,
      { vi: 'tên miền kết thúc bằng .vn', en: 'the domain ends in .vn' },
    ],
  ];
  for (const [tag, reason] of known) {
    const language = tag ? languageOf(tag) : null;
    if (language) return { value: language, reason };
  }
  return {
    value: 'en',
    reason: {
      vi: 'không có gì cho biết ngôn ngữ: hãy tự ghi vào',
      en: 'nothing tells the language: please set it by hand',
    },
  };
}

function languageOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).language;
  } catch {
    return null;
  }
}

export function siteName(page: FrontPage, feeds: readonly Feed[], host: string): Guess {
  const title = page.title?.split(/\s{1,9}[|–—-]\s{1,9}/);
  const known: readonly (readonly [string | null | undefined, Bilingual])[] = [
    [page.siteName, { vi: 'tên trang tự đặt', en: 'the page’s own name for its site' }],
    [
      title?.toSorted((left, right) => left.length - right.length)[0],
      { vi: 'tiêu đề trang', en: 'the page’s title' },
    ],
    [feeds[0]?.title, { vi: 'tiêu đề nguồn tin', en: 'the feed’s title' }],
  ];
  for (const [name, reason] of known) {
    const plain = name?.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 100);
    if (plain && plain.length > 1) return { value: plain, reason };
  }
  return {
    value: host.replace(/^www\./, ''),
    reason: { vi: 'tên máy chủ', en: 'the host’s name' },
  };
}

export function guessMedium(name: string, host: string): Guess<Medium> {
  const text = name.toLowerCase();
  const isBroadcaster =
    /truyền hình|phát thanh|(?<!\p{L})đài(?!\p{L})|\btv\b|radio|television|broadcast/u.test(text) ||
    /(?:^|[.-])\w*(?:tv|radio)\./.test(host);
  if (isBroadcaster)
    return {
      value: 'broadcaster',
      reason: { vi: 'tên của một đài', en: 'its name is a broadcaster’s' },
    };
  if (/(?:^|\s)báo(?:\s|$)|newspaper|\btimes\b|daily|gazette|herald/.test(text)) {
    return {
      value: 'newspaper',
      reason: { vi: 'tên của một tờ báo', en: 'its name is a newspaper’s' },
    };
  }
  return {
    value: 'news-site',
    reason: { vi: 'không có gì cho biết khác', en: 'nothing tells otherwise' },
  };
}

/** `Báo Quảng Ngãi` → `bao-quang-ngai`; a name without Latin letters gives way to the host. */
export function idFrom(name: string, host: string): string {
  const fold = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .replace(/-$/, '');
  return fold(name) || fold(host.replace(/^www\./, '')) || 'outlet';
}

function topLevel(host: string): string {
  return host.split('.').at(-1) ?? '';
}

function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? null;
}
