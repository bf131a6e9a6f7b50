import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderArchive, frontPageLooks, pageLooks, saveOutlets } from '../../db/index.ts';
import {
  captureFrontPage,
  type FrontPageParts,
  lookAtSections,
  lookEveryMinutes,
  slotAt,
} from '../../src/front-pages.ts';
import { handlersOf } from '../../src/jobs.ts';
import { simulatedClock } from '../../src/demo/index.ts';
import { type PageSnapshot, viewports } from '../../src/domain/index.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { outlet } from '../db/world.ts';
import { quietLog } from './context.ts';

const paper = outlet({ id: 'paper', demo: true, frontPage: { everyMinutes: 30 } });
const clock = simulatedClock(new Date('2026-03-07T01:00:00Z'));
const query = { period: { from: '2026-03-07', to: '2026-03-07' }, outlets: null, demo: true };

let database: TestDatabase;
let folder: string;
let looks = 0;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'fronts-'));
  await saveOutlets(database.db, [paper]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Parts whose browser finds nothing: what is stored then is what matters here. */
function parts(): FrontPageParts {
  const attemptOf = (url: string) => ({
    url,
    finalUrl: url,
    startedAt: clock.now(),
    durationMs: 1,
    outcome: 'failed' as const,
    status: 503,
    headers: {},
    bytes: null,
    error: null,
  });
  return {
    database,
    archive: folderArchive(folder, { durable: false }),
    door: { fetch: async ({ url }) => attemptOf(url), close: async () => {} },
    clock,
    log: quietLog,
    browser: {
      close: async () => {},
      capture: async ({ url, viewports: windows }) => {
        looks += 1;
        const failed = (viewport: (typeof windows)[number]): PageSnapshot => ({
          url,
          finalUrl: url,
          viewport,
          takenAt: clock.now(),
          durationMs: 1,
          fault: 'error-page',
          faultText: 'The server said 503.',
          pageHeight: 0,
          facts: {
            browser: '',
            fonts: '',
            blockedRequests: 0,
            disallowedRequests: 0,
            consentRefused: false,
          },
          placements: [],
          screenshot: null,
          thumbnail: null,
          selfContained: null,
        });
        return { attempt: attemptOf(url), snapshots: windows.map(failed) };
      },
    },
  };
}

test('an outlet has slots of its own, so many minutes apart', () => {
  expect(lookEveryMinutes(outlet({ id: 'other' }))).toBe(15);
  const slot = slotAt(paper, clock.now());
  expect(slot <= clock.now()).toBe(true);
  const next = slotAt(paper, new Date(slot.getTime() + 30 * 60_000));
  expect(next.getTime() - slot.getTime()).toBe(30 * 60_000);
  expect(slotAt(paper, new Date(next.getTime() - 1))).toEqual(slot);
});

test('a look that failed is stored as failed, once a slot, through both windows', async () => {
  const slot = slotAt(paper, clock.now());
  await captureFrontPage(paper, parts(), { scheduledAt: slot });
  await captureFrontPage(paper, parts(), { scheduledAt: slot });
  for (const { name } of Object.values(viewports)) {
    const stored = await frontPageLooks(database.db, query, name);
    expect(stored.map(({ good, everyMinutes }) => [good, everyMinutes])).toEqual([[false, 30]]);
  }
});

test('a slot of which every look failed says so and why; one good look of two is told as such', async () => {
  const failing = parts();
  const half: FrontPageParts['browser'] = {
    ...failing.browser,
    capture: async (request) => {
      const { attempt, snapshots } = await failing.browser.capture(request);
      const [first, ...rest] = snapshots;
      return { attempt, snapshots: first ? [{ ...first, fault: null }, ...rest] : [] };
    },
  };
  const told: object[] = [];
  const run = (browser: FrontPageParts['browser'], label: string) =>
    handlersOf({
      ...failing,
      browser: async () => browser,
      onLooksFailed: (result) => told.push(result),
    }).homepage({
      kind: 'homepage',
      target: 'paper',
      label,
      signal: new AbortController().signal,
    });
  const lost = { looks: 0, failed: 2, fault: 'error-page' };
  const handled = await run(failing.browser, '2026-03-07T00:50:00.000Z');
  expect(handled).toEqual({ state: 'failed', result: lost });
  const halved = { looks: 1, failed: 1, fault: 'error-page' };
  expect(await run(half, '2026-03-07T00:55:00.000Z')).toEqual({ state: 'done', result: halved });
  expect(told).toEqual([lost, halved]);
});

test('section pages are looked at once an hour, through the reference window', async () => {
  const sections = ['kinh-te', 'thoi-su'].map((name) => ({
    kind: 'section' as const,
    url: `${paper.homepage}${name}`,
  }));
  const withSections = { ...paper, sources: [...paper.sources, ...sections] };
  const { signal } = new AbortController();
  looks = 0;
  for (const minutes of [0, 30, 60]) {
    const at = new Date(slotAt(paper, clock.now(), 60).getTime() + minutes * 60_000);
    await lookAtSections(withSections, parts(), { at, signal });
  }
  expect(looks).toBe(4);
  const kind = { viewport: 'desktop', pageKind: 'section' } as const;
  const stored = await pageLooks(database.db, query, kind);
  expect(stored.map(({ url, everyMinutes }) => [url, everyMinutes])).toEqual(
    sections.flatMap(({ url }) => [
      [url, 60],
      [url, 60],
    ]),
  );
  expect(await pageLooks(database.db, query, { ...kind, viewport: 'phone' })).toEqual([]);
});
