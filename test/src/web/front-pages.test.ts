import { afterAll, describe, expect, test } from 'vitest';
import type {
  FrontPageNumbers,
  PagePlacement,
  SnapshotPage,
  SnapshotStory,
} from '../../../src/domain/index.ts';
import { viewports } from '../../../src/domain/index.ts';
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
  timeZone: 'Asia/Ho_Chi_Minh',
  pageKind: 'front',
  url: 'https://lamgiang.example/',
  viewport: viewports.desktop,
  scheduledAt: '2026-03-12T01:00:00.000Z',
  takenAt: '2026-03-12T01:00:02.000Z',
  fault: null,
  faultText: null,
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
  sameDay: [
    { id: 'look', at: '2026-03-12T01:00:00.000Z', good: true },
    { id: 'later', at: '2026-03-12T02:00:00.000Z', good: false },
  ],
};

const frontPages: FrontPageNumbers = {
  snapshot: async (id) => (id === 'look' ? snapshot : null),
  picture: async (id) => (id === 'look' ? new Uint8Array([0xff, 0xd8, 0xff]) : null),
  strip: async () => ({
    day: '2026-03-12',
    knownHours: 2,
    unknownHours: 1,
    cells: [
      { outletId: 'bao-lam-giang', hour: 8, share: 0.34, snapshotId: 'look' },
      { outletId: 'bao-lam-giang', hour: 9, share: null, snapshotId: null },
    ],
  }),
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

const app = serverFor(
  numbersWith({
    frontPages,
    figures: async (query) => {
      const figures = await sampleNumbers.figures(query);
      const frontPage = {
        inclusive: { low: 2, high: 4 },
        fractional: { low: 1, high: 3 },
        share: 0.4,
      };
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
    expect(boxes[1]?.getAttribute('aria-label')).toContain('carousel 1/4');
    const inks = [...document.querySelectorAll('.story-box')].map((one) =>
      Number(one.getAttribute('fill-opacity')),
    );
    expect(inks[0]).toBeGreaterThan(inks[2] ?? 1);
    expect(document.querySelector('#stories')?.textContent).toContain('Đọc nhiều (automatic)');
    expect(document.querySelector('image')?.getAttribute('href')).toBe(
      '/snapshots/look/picture.jpg',
    );
    expect(document.querySelectorAll('.looks a').length).toBe(2);
    expect(document.querySelector('.looks .unknown')?.textContent).toBe('09:00');
    expect(document.querySelector('#stories b')).toBeNull();
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
    expect(response.json()).toEqual({ demo: true, data: snapshot });
  });

  test('the overview has the column and the strip, gaps hatched', async () => {
    const { document } = await page(app, '/?lang=en');
    expect(document.querySelector('#persons')?.textContent).toContain('40.0% 1.0–3.0');
    const cells = [...document.querySelectorAll('.strip tbody td')];
    expect(cells.length).toBe(24);
    expect(cells[8]?.getAttribute('data-level')).toBe('4');
    expect(cells[9]?.className).toBe('unknown');
  });

  test('an item has its time on the front page', async () => {
    const { document } = await page(app, '/items/bao-lam-giang-03-12-13?lang=en');
    expect(document.querySelector('#dwell-heading')?.parentElement?.textContent).toContain(
      'From 1.5 to 2.5 hours',
    );
    expect(document.querySelectorAll('.dwell-sure').length).toBe(1);
    expect(document.querySelectorAll('.dwell-unknown').length).toBe(1);
  });

  test('where no front page is looked at, nothing is said of them', async () => {
    const { document } = await page(without, '/?lang=en');
    expect(document.querySelector('.strip')).toBeNull();
    expect(document.querySelector('#persons')?.textContent).not.toContain('Front page');
  });
});
