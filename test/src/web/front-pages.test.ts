import { afterAll, describe, expect, test } from 'vitest';
import type {
  FrontPageNumbers,
  PagePlacement,
  SnapshotPage,
  SnapshotStory,
} from '../../../src/domain/index.ts';
import { viewports } from '../../../src/domain/index.ts';
import { placementLines } from '../../../src/publish/index.ts';
import { readBoxes, slideThroughDay } from '../../../src/web/client/snapshot.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { numbersWith, page, serverFor } from './server-for-tests.ts';

const box = { x: 100, y: 200, width: 400, height: 300 };

function storyAt(
  rank: number,
  more: Partial<PagePlacement> & { share: number | null },
): SnapshotStory {
  return {
    storyKey: `lamgiang.example/${rank}`,
    url: `https://lamgiang.example/${rank}`,
    headline: `Tin thứ <b>${rank}</b>`,
    box,
    lines: [box],
    pictures: [],
    inkArea: 120_000,
    pictureArea: 0,
    headlinePx: 28,
    headlineWeight: 700,
    rank,
    aboveFold: true,
    blockLabel: null,
    blockKind: 'editorial',
    crop: 0,
    carousel: null,
    itemId: rank === 1 ? 'bao-lam-giang-03-12-13' : null,
    ...more,
  };
}

const snapshot: SnapshotPage = {
  id: 'look',
  outletId: 'bao-lam-giang',
  outletName: 'Báo Lam Giang',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  pageKind: 'front',
  url: 'https://lamgiang.example/',
  viewport: viewports.desktop,
  scheduledAt: '2026-03-12T01:00:00.000Z',
  takenAt: '2026-03-12T01:00:02.000Z',
  fault: null,
  faultText: null,
  judged: null,
  pageHeight: 3000,
  facts: {
    browser: 'Chromium 1',
    fonts: 'Open Sans',
    blockedRequests: 3,
    disallowedRequests: 0,
    consentRefused: false,
  },
  hasPicture: true,
  methodVersion: '1',
  stories: [
    storyAt(1, { share: 0.75 }),
    storyAt(2, { share: 0.25, carousel: { id: 0, slides: 4 }, blockKind: 'carousel' }),
    storyAt(3, { share: null, blockKind: 'automatic', blockLabel: 'Đọc nhiều' }),
  ],
  otherWindow: { id: 'phone-look', viewport: 'phone' },
  sameDay: [
    { id: 'look', at: '2026-03-12T01:00:00.000Z', good: true },
    { id: 'later', at: '2026-03-12T02:00:00.000Z', good: false },
  ],
};

const attention = {
  day: '2026-03-12',
  knownHours: 2,
  unknownHours: 1,
  inclusive: { low: 0.2, high: 0.5 },
  fractional: { low: 0.1, high: 0.4 },
  share: 0.4,
};

const frontPages: FrontPageNumbers = {
  looks: async () => ['look'],
  snapshot: async (id) => (id === 'look' ? snapshot : null),
  picture: async (id) => (id === 'look' ? new Uint8Array([0xff, 0xd8, 0xff]) : null),
  strip: async () => ({
    day: '2026-03-12',
    knownHours: 2,
    unknownHours: 1,
    cells: [
      { outletId: 'bao-lam-giang', hour: 8, share: 0.34, snapshotId: 'look' },
      { outletId: 'bao-lam-giang', hour: 9, share: null, snapshotId: null },
      { outletId: 'bao-lam-giang', hour: 10, share: 0.004, snapshotId: 'look' },
      { outletId: 'bao-lam-giang', hour: 11, share: 0, snapshotId: 'look' },
    ],
  }),
  attention: async () => [
    attention,
    { ...attention, day: '2026-03-13', knownHours: 0, inclusive: null, fractional: null },
  ],
  dwell: async () => ({
    viewport: 'desktop',
    hours: { low: 1.5, high: 2.5 },
    unknownHours: 1,
    bestRank: 2,
    spans: [
      {
        from: '2026-03-12T01:00:00Z',
        until: '2026-03-12T02:00:00Z',
        low: 0.1,
        high: 0.3,
        snapshotId: 'look',
      },
      {
        from: '2026-03-12T02:00:00Z',
        until: '2026-03-12T03:00:00Z',
        low: null,
        high: null,
        snapshotId: 'later',
      },
    ],
  }),
};

const frontPage = {
  inclusive: { low: 2, high: 4 },
  fractional: { low: 1, high: 3 },
  share: 0.4,
  phone: null,
  section: null,
};

const app = serverFor(
  numbersWith({
    frontPages,
    person: async (...asked) => {
      const person = await sampleNumbers.person(...asked);
      return person && { ...person, figures: { ...person.figures, frontPage } };
    },
    figures: async (query) => {
      const figures = await sampleNumbers.figures(query);
      return { ...figures, persons: figures.persons.map((person) => ({ ...person, frontPage })) };
    },
  }),
);
const without = serverFor();
afterAll(async () => {
  await app.close();
  await without.close();
});

describe('front pages on screen', () => {
  test('a snapshot: every box can be reached by keyboard and says its share', async () => {
    const { response, document } = await page(app, '/snapshots/look?lang=en');
    expect(response.statusCode).toBe(200);
    const boxes = [...document.querySelectorAll('.snapshot svg a')];
    expect(boxes.map((one) => one.getAttribute('href'))).toEqual([
      '#story-1',
      '#story-2',
      '#story-3',
    ]);
    expect(boxes[0]?.getAttribute('aria-label')).toContain('75.0%');
    expect(boxes[2]?.getAttribute('aria-label')).toContain('counts in no share');
    expect(boxes[1]?.getAttribute('aria-label')).toContain('carousel 1/4');
    const inks = [...document.querySelectorAll('.snapshot > svg .story-box')].map((one) =>
      Number(one.getAttribute('fill-opacity')),
    );
    expect(inks[0]).toBeGreaterThanOrEqual(inks[1] ?? 1);
    expect(inks[1]).toBeGreaterThan(inks[2] ?? 1);
    expect(document.querySelector('#stories')?.textContent).toContain('Đọc nhiều (automatic)');
    expect(document.querySelector('image')?.getAttribute('href')).toBe(
      '/snapshots/look/picture.jpg',
    );
    expect(document.querySelectorAll('.looks a').length).toBe(2);
    expect(document.querySelector('.looks .unknown')?.textContent).toBe('09:00');
    expect(document.querySelector('#stories b')).toBeNull();
    const steps = [...document.querySelectorAll('.day-steps a')];
    expect(steps.map((step) => step.getAttribute('href'))).toEqual([
      '/snapshots/later?lang=en',
      '/snapshots/phone-look?lang=en',
    ]);
  });

  test('a telephone’s page stands in strips on paper; a slide not shown has no box', async () => {
    const hidden = { ...box, width: 0, height: 0 };
    const slide = { share: 0.25, carousel: { id: 0, slides: 4 }, blockKind: 'carousel' } as const;
    const phone = {
      ...snapshot,
      viewport: viewports.phone,
      pageHeight: 8300,
      stories: [storyAt(1, { ...slide, box: hidden }), storyAt(2, slide)],
    };
    const fronts = { ...frontPages, snapshot: async () => phone };
    const other = serverFor(numbersWith({ frontPages: fronts }));
    try {
      const { document } = await page(other, '/snapshots/look?lang=en');
      const strips = [...document.querySelectorAll('.paper-strips svg')];
      const views = strips.map((strip) => strip.getAttribute('viewBox'));
      expect(views).toEqual([0, 1, 2, 3].map((at) => `0 ${at * 2075} 390 2075`));
      expect(document.querySelectorAll('.snapshot > svg .story-box').length).toBe(1);
      const boxes = [...document.querySelectorAll('#stories td[data-label="Box"]')];
      expect(boxes.map((cell) => cell.textContent)).toEqual([
        'not its turn to be shown',
        '400 × 300 · 100, 200',
      ]);
      const { document: desktop } = await page(app, '/snapshots/look?lang=en');
      expect(desktop.querySelector('.paper-strips')).toBeNull();
    } finally {
      await other.close();
    }
  });

  test('a failed look says why in the reader’s language', async () => {
    const failed = { ...snapshot, fault: 'consent-wall', faultText: 'It covers 60 %.' } as const;
    const fronts = { ...frontPages, snapshot: async () => ({ ...failed, stories: [] }) };
    const other = serverFor(numbersWith({ frontPages: fronts }));
    try {
      const note = async (language: string) => {
        const { document } = await page(other, `/snapshots/look?lang=${language}`);
        return document.querySelector('.note-gap')?.textContent ?? '';
      };
      expect(await note('vi')).toContain('khung hỏi đồng ý che trang');
      expect(await note('en')).toContain('A question about consent covered the page');
      expect(await note('en')).toContain('It covers 60 %.');
    } finally {
      await other.close();
    }
  });

  test('with a script, boxes say their numbers and the day’s links become a slider', async () => {
    const { document } = await page(app, '/snapshots/look?lang=en');
    readBoxes(document);
    const opened: string[] = [];
    slideThroughDay(document, (address) => opened.push(address));
    const box = document.querySelector('.snapshot > svg a rect');
    box?.dispatchEvent(
      new (document.defaultView as Window & typeof globalThis).Event('pointerover', {
        bubbles: true,
      }),
    );
    const reading = document.querySelector('.snapshot-reading');
    expect(reading?.textContent).toContain('75.0%');
    const slider = document.querySelector('.day-slider input');
    expect(slider?.getAttribute('aria-valuetext')).toBe('08:00');
    if (!slider) throw new TypeError('no slider');
    (slider as HTMLInputElement).value = '1';
    for (const type of ['input', 'change']) {
      slider.dispatchEvent(new (document.defaultView as Window & typeof globalThis).Event(type));
    }
    expect(document.querySelector('.day-slider output')?.textContent).toBe('09:00');
    expect(opened).toEqual(['/snapshots/later?lang=en']);
  });

  test('every placement as CSV; a failed look is a line with its fault, not an empty page', async () => {
    const { response } = await page(app, '/api/snapshots/look/placements.csv');
    expect(response.headers['content-type']).toContain('text/csv');
    const [head = '', ...lines] = response.body.trim().split('\r\n');
    expect(lines.length).toBe(3);
    const cells = (line: string) => line.split(',');
    expect(cells(lines[0] ?? '').length).toBe(cells(head).length);
    expect(cells(lines[0] ?? '')[cells(head).indexOf('share')]).toBe('0.75');
    expect(lines[2]?.endsWith(',fiction')).toBe(true);
    const failed = { ...snapshot, fault: 'consent-wall' as const, stories: [] };
    const [line = ''] = placementLines(failed, { demo: false });
    expect(cells(line)[cells(head).indexOf('fault')]).toBe('consent-wall');
    expect(cells(line)[cells(head).indexOf('share')]).toBe('');
  });

  test('the whole picture is for who may see whole texts', async () => {
    const asked: (boolean | undefined)[] = [];
    const picture: FrontPageNumbers['picture'] = async (_, reader) => {
      asked.push(reader?.canSeeWholeTexts);
      return new Uint8Array([0xff, 0xd8, 0xff]);
    };
    const numbers = numbersWith({ frontPages: { ...frontPages, picture } });
    const coder = serverFor(numbers, { canSeeWholeTexts: async () => true });
    const reader = serverFor(numbers);
    const whole = await page(coder, '/snapshots/look/picture.jpg');
    await page(reader, '/snapshots/look/picture.jpg');
    expect(asked).toEqual([true, false]);
    expect(whole.response.headers['cache-control']).toContain('no-store');
    await coder.close();
    await reader.close();
  });

  test('a person has every place and each day; unknown days are said so', async () => {
    const { document } = await page(
      app,
      '/persons/tran-quoc-dung?lang=en&from=2026-03-12&to=2026-03-13',
    );
    const text = document.querySelector('#front-pages-heading')?.parentElement?.textContent ?? '';
    expect(text).toContain('1.0\u2060–\u20603.0 hours');
    expect(text).toContain('Section pages');
    const days = [...document.querySelectorAll('#attention tbody tr')].map(
      (row) => row.textContent,
    );
    expect(days[0]).toContain('10.0% – 40.0%');
    expect(days[1]).toContain('unknown');
  });

  test('its picture is a JPEG; what is not there is not found', async () => {
    const { response } = await page(app, '/snapshots/look/picture.jpg');
    expect(response.headers['content-type']).toBe('image/jpeg');
    for (const url of ['/snapshots/none', '/snapshots/none/picture.jpg', '/api/snapshots/none']) {
      expect((await page(app, url)).response.statusCode).toBe(404);
    }
  });

  test('placements can be exported, and say that they are fiction', async () => {
    const { response } = await page(app, '/api/snapshots/look');
    expect(response.json()).toEqual({ demo: true, unchecked: [], unread: [], data: snapshot });
  });

  test('the overview has the column and the strip, gaps hatched', async () => {
    const { document } = await page(app, '/?lang=en');
    expect(document.querySelector('#persons')?.textContent).toContain('40.0% 1.0\u2060–\u20603.0');
    const cells = [...document.querySelectorAll('.strip tbody td')];
    expect(cells.length).toBe(24);
    expect(cells[8]?.getAttribute('data-level')).toBe('4');
    expect(cells[9]?.className).toBe('unknown');
    // Little is not nothing.
    expect(cells.slice(10, 12).map((cell) => cell.textContent)).toEqual(['10h <1', '11h 0']);
  });

  test('an item has its time on the front page', async () => {
    const { document } = await page(app, '/items/bao-lam-giang-03-12-13?lang=en');
    expect(document.querySelector('#dwell-heading')?.parentElement?.textContent).toContain(
      '1.5\u2060–\u20602.5\u00a0hours',
    );
    expect(document.querySelectorAll('svg.dwell .dwell-sure').length).toBe(1);
    expect(document.querySelectorAll('svg.dwell [fill="url(#dwell-hatch)"]').length).toBe(1);
  });

  test('where no front page is looked at, nothing is said of them', async () => {
    const { document } = await page(without, '/?lang=en');
    expect(document.querySelector('.strip')).toBeNull();
    expect(document.querySelector('#persons')?.textContent).not.toContain('Front page');
  });
});
