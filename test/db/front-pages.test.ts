import { beforeAll, describe, expect, test } from 'vitest';
import {
  frontPageLooks,
  linkFrontPageStories,
  loadSnapshot,
  looksAtItem,
  recordFetch,
  saveArticleVersion,
  saveOutlets,
  saveSnapshot,
  snapshotPlacements,
  usualAboveFold,
} from '../../db/index.ts';
import {
  type PagePlacement,
  type PageSnapshot,
  type SnapshotFault,
  viewports,
} from '../../src/domain/index.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { article, outlet, page } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await saveOutlets(database.db, [outlet({ id: 'paper', demo: true })]);
});

const box = { x: 10, y: 20, width: 300, height: 40 };

function placement(storyKey: string, rank: number): PagePlacement {
  return {
    storyKey,
    url: `https://${storyKey}`,
    headline: `Tin ${rank}`,
    box,
    lines: [box],
    pictures: [],
    inkArea: 12_000,
    pictureArea: 0,
    headlinePx: 20,
    headlineWeight: 700,
    rank,
    aboveFold: true,
    blockLabel: null,
    blockKind: 'editorial',
    crop: 0,
    carousel: null,
  };
}

function snapshot(at: string, fault: SnapshotFault | null, keys: readonly string[]): PageSnapshot {
  return {
    url: 'https://paper.example/',
    finalUrl: 'https://paper.example/',
    viewport: viewports.desktop,
    takenAt: new Date(at),
    durationMs: 900,
    fault,
    faultText: fault && 'It failed.',
    pageHeight: 3000,
    facts: {
      browser: 'Chromium 1',
      fonts: 'some',
      blockedRequests: 0,
      disallowedRequests: 0,
      consentRefused: false,
    },
    placements: keys.map((key, index) => placement(key, index + 1)),
    screenshot: null,
    thumbnail: null,
    selfContained: null,
  };
}

function save(at: string, shares: Readonly<Record<string, number>>, fault?: SnapshotFault) {
  const keys = Object.keys(shares);
  return saveSnapshot(database.db, {
    outletId: 'paper',
    pageKind: 'front',
    scheduledAt: new Date(at),
    everyMinutes: 60,
    snapshot: snapshot(at, fault ?? null, keys),
    aboveFold: fault ? null : 0.5,
    shares: keys.map((storyKey) => ({
      storyKey,
      exposure: 0.1,
      share: shares[storyKey] ?? null,
      automaticExposure: 0,
    })),
    hashes: { screenshot: null, thumbnail: null, page: null },
    methodVersion: '1',
  });
}

const query = {
  period: { from: '2026-03-07', to: '2026-03-07' },
  outlets: null,
  demo: true,
};

describe('looks at front pages', () => {
  test('a slot looked at twice is one row; items are joined whenever they come', async () => {
    const { db } = database;
    const first = await save('2026-03-07T01:00:00Z', { 'paper.example/a': 1 });
    const again = await save('2026-03-07T01:00:00Z', {
      'paper.example/a': 0.6,
      'paper.example/b': 0.4,
    });
    expect(again).toBe(first);
    await save('2026-03-07T02:00:00Z', {}, 'consent-wall');
    await save('2026-03-07T03:00:00Z', { 'paper.example/b': 1 });
    expect((await frontPageLooks(db, query, 'desktop')).map(({ shares }) => shares)).toEqual([
      {},
      {},
      {},
    ]);
    const url = 'https://paper.example/a';
    const fetched = page({ outletId: 'paper', url, at: '2026-03-07T04:00:00Z' });
    const fetchId = await recordFetch(db, fetched, null);
    const { itemId } = await saveArticleVersion(db, {
      outletId: 'paper',
      canonicalUrl: url,
      article: article({ url }),
      fetchId,
      firstSeen: new Date('2026-03-07T04:00:00Z'),
    });
    await linkFrontPageStories(db, 'paper', (address) => address.replace('https://', ''));
    const looks = await frontPageLooks(db, query, 'desktop');
    expect(looks.map(({ good, shares }) => [good, shares])).toEqual([
      [true, { [itemId]: 0.6 }],
      [false, {}],
      [true, {}],
    ]);
    const around = await looksAtItem(db, itemId, 'desktop');
    expect(around.map(({ good, rank }) => [good, rank])).toEqual([
      [true, 1],
      [false, null],
      [true, null],
    ]);
    expect((await snapshotPlacements(db, first)).map(({ share }) => share)).toEqual([0.6, 0.4]);
    expect((await loadSnapshot(db, first))?.outletName).toBe('Báo paper');
    expect(await loadSnapshot(db, 'nothing')).toBeNull();
  });

  test('what is usual on a page is known after five good looks, and forgotten in a week', async () => {
    const usual = (at: string, rest: { pageKind?: 'section'; url?: string } = {}) =>
      usualAboveFold(database.db, {
        outletId: 'paper',
        pageKind: 'front',
        url: 'https://paper.example/',
        viewport: 'desktop',
        at: new Date(at),
        ...rest,
      });
    expect(await usual('2026-03-07T10:00:00Z')).toBeNull();
    for (const hour of [10, 11, 12]) await save(`2026-03-07T${hour}:00:00Z`, { x: 1 });
    expect(await usual('2026-03-07T13:00:00Z')).toBe(0.5);
    // A section page has a first screen of its own.
    expect(await usual('2026-03-07T13:00:00Z', { pageKind: 'section' })).toBeNull();
    expect(await usual('2026-03-07T13:00:00Z', { url: 'https://paper.example/en/' })).toBeNull();
    expect(await usual('2026-03-14T11:30:00Z')).toBeNull();
  });
});
