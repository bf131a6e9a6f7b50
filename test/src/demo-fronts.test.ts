import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentencesOf } from '../../analyzers/index.ts';
import { type BrowserDoor, createBrowserDoor, createFetchDoor } from '../../crawlers/index.ts';
import { folderArchive, recordFetch, saveArticleVersion, saveOutlets } from '../../db/index.ts';
import {
  generatePress,
  pressOutlets,
  type ServedPress,
  servePress,
  simulatedClock,
} from '../../src/demo/index.ts';
import { type FetchDoor, type Outlet, viewports } from '../../src/domain/index.ts';
import { captureFrontPage, lookEveryMinutes } from '../../src/front-pages.ts';
import { createNumbers } from '../../src/publish/index.ts';
import { browserFolder } from '../crawlers/front-page/site.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { article, page } from '../db/world.ts';
import { compareFronts } from '../front-truth.ts';
import { type FrontRuler, openFrontRuler } from '../crawlers/front-page/front-ruler.ts';
import { quietLog } from './context.ts';

// An hour of the demo's front pages, from the browser to the figure, against the press's own plan
// measured with another ruler. The whole fortnight: test/long/src/commands/demo-fronts.test.ts.

const press = generatePress();
const hourMs = 3_600_000;
const fromMs = press.startMs + (3 * 24 + 10) * hourMs;
const untilMs = fromMs + hourMs;
const clock = simulatedClock(new Date(fromMs));

let database: TestDatabase;
let folder: string;
let served: ServedPress;
let door: FetchDoor;
let browser: BrowserDoor;
let ruler: FrontRuler;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'demo-fronts-'));
  served = await servePress(press, { clock });
  door = createFetchDoor({ clock, log: quietLog });
  const options = { door, clock, log: quietLog, contact: null, chromiumPath: null };
  browser = createBrowserDoor({ ...options, folder: browserFolder });
  ruler = await openFrontRuler(press);
}, 60_000);

afterAll(async () => {
  await ruler?.close();
  await browser?.close();
  await door?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The articles as stored items, so that stories on the front page find them. */
async function storeItems(outlet: Outlet): Promise<void> {
  const own = press.articles.filter(({ outletId }) => outletId === outlet.id);
  for (const { path, publishedMs } of own) {
    if (publishedMs > untilMs) continue;
    const url = new URL(path, outlet.homepage).href;
    const at = new Date(publishedMs);
    const fetchId = await recordFetch(
      database.db,
      page({ outletId: outlet.id, url, at: at.toISOString() }),
      null,
    );
    await saveArticleVersion(database.db, {
      outletId: outlet.id,
      canonicalUrl: url,
      article: article({ url }),
      fetchId,
      firstSeen: at,
    });
  }
}

async function lookFor(outlet: Outlet): Promise<void> {
  const archive = folderArchive(folder, { durable: false });
  const parts = { database, archive, door, clock, log: quietLog, browser };
  const stepMs = lookEveryMinutes(outlet) * 60_000;
  for (let atMs = fromMs; atMs <= untilMs; atMs += stepMs) {
    clock.set(new Date(atMs));
    const options = { scheduledAt: clock.now(), windows: [viewports.desktop] };
    await captureFrontPage(outlet, parts, options);
  }
}

test('an hour of the demo’s front pages: shares and share-hours are the truth’s', async () => {
  const outlets = pressOutlets(press, served.origins);
  await saveOutlets(database.db, outlets);
  for (const outlet of outlets) {
    await storeItems(outlet);
    await lookFor(outlet);
  }
  const { frontPages: fronts } = createNumbers(database.db, { sentencesOf });
  if (!fronts) throw new TypeError('no front pages');
  const found = await compareFronts({ db: database.db, fronts, press, ruler });
  expect(found.failedLooks).toBe(0);
  expect(found.looks).toBe(4 + 3 + 2);
  expect(found.stories).toBeGreaterThan(60);
  expect(found.worstShare, found.worstShareAt).toBeLessThan(0.002);
  // A ruler of whole pixels: what is left is its rounding.
  expect(found.worstHours, found.worstHoursAt).toBeLessThan(0.002);
  expect(found.trueHours).toBeCloseTo(3, 2);
  expect(found.lowHours).toBeLessThan(found.trueHours);
  expect(found.highHours).toBeGreaterThan(found.trueHours);
}, 180_000);
