import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sentencesOf } from '../../../../analyzers/index.ts';
import {
  type BrowserDoor,
  type BrowserDoorOptions,
  createBrowserDoor,
  type PageCapture,
} from '../../../../crawlers/index.ts';
import { folderArchive, openDatabase } from '../../../../db/index.ts';
import { runDemoPress } from '../../../../src/commands/demo-press.ts';
import { createNumbers } from '../../../../src/publish/index.ts';
import { type FrontRuler, openFrontRuler } from '../../../crawlers/front-page/front-ruler.ts';
import { browserFolder } from '../../../crawlers/front-page/site.ts';
import { compareFronts } from '../../../front-truth.ts';
import { quietLog } from '../../../src/context.ts';

// What `npm run demo:full` does, through the reference window: the fortnight crawled, each front
// page seen on its timetable. It takes an hour and more. In pieces: DEMO_FRONTS_FOLDER names a
// folder that is kept between runs, DEMO_FRONTS_MINUTES how long one run looks; each run compares
// what has been seen so far (found.json there), and the last one the whole fortnight.

const hours = 3_600_000;
const { DEMO_FRONTS_FOLDER: kept, DEMO_FRONTS_MINUTES: minutes = '600' } = process.env;
const looksOfFortnight = 14 * (48 + 72 + 24);

let folder = kept ?? '';
afterAll(async () => {
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
});

/**
 * Does not render the very bytes again that an outlet's window showed last: by night a page stands
 * still, and two loads of a page measure the same (test/crawlers/front-page/layouts.test.ts).
 * Pictures and whole pages are not kept: no figure is made of them.
 */
function rememberingDoor(options: BrowserDoorOptions): BrowserDoor {
  const last = new Map<string, PageCapture>();
  const door = createBrowserDoor({ ...options, takesEvidence: false });
  return {
    capture: async (request) => {
      const { url, outlet, viewports } = request;
      const { delayMs, allowPrivateAddresses } = outlet;
      const asked = { url, expects: 'page', delayMs, allowPrivateAddresses } as const;
      const attempt = await options.door.fetch(asked);
      const name = `${url} ${viewports.map((viewport) => viewport.name).join(' ')}`;
      const before = last.get(name);
      if (before && isSame(before.attempt.bytes, attempt.bytes)) {
        const takenAt = options.clock.now();
        return { attempt, snapshots: before.snapshots.map((one) => ({ ...one, takenAt })) };
      }
      const capture = await door.capture(request);
      if (capture.snapshots.every(({ fault }) => fault === null)) last.set(name, capture);
      return capture;
    },
    close: () => door.close(),
  };
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null) =>
  one !== null && other !== null && Buffer.compare(one, other) === 0;

/** Measures the truth of a moment once, however many runs there are. */
async function keptRuler(ruler: FrontRuler, file: string) {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  const known = new Map(JSON.parse(text) as [string, [string, number][]][]);
  return {
    shares: async (outletId: Parameters<FrontRuler['shares']>[0], at: Date) => {
      const name = `${outletId} ${at.toISOString()}`;
      const shares = known.get(name) ?? [...(await ruler.shares(outletId, at))];
      known.set(name, shares);
      return new Map(shares);
    },
    close: async () => {
      await ruler.close();
      await writeFile(file, JSON.stringify([...known]));
    },
  };
}

test(
  'fourteen days of front pages: shares and share-hours are the truth’s',
  async () => {
    folder ||= await mkdtemp(join(tmpdir(), 'demo-full-'));
    await mkdir(folder, { recursive: true });
    const database = await openDatabase({ dataFolder: join(folder, 'data'), durable: false });
    const called = new AbortController();
    const demo = await runDemoPress({
      parts: {
        database,
        archive: folderArchive(join(folder, 'archive'), { durable: false }),
        log: quietLog,
      },
      signal: called.signal,
      fronts: {
        chromiumPath: null,
        browserFolder,
        everyLook: true,
        wants: ({ viewport, page }) => viewport.name === 'desktop' && page === undefined,
        openDoor: rememberingDoor,
      },
      onSlot: () => {},
    });
    const ruler = await keptRuler(await openFrontRuler(demo.press), join(folder, 'truth.json'));
    try {
      const enough = setTimeout(() => called.abort(), Number(minutes) * 60_000);
      await demo.lookAtFronts().catch((thrown: unknown) => {
        if (!called.signal.aborted) throw thrown;
      });
      clearTimeout(enough);
      const { frontPages: fronts } = createNumbers(database.db, { sentencesOf });
      if (!fronts) throw new TypeError('no front pages');
      const found = await compareFronts({ db: database.db, fronts, press: demo.press, ruler });
      await writeFile(join(folder, 'found.json'), JSON.stringify(found, null, 1));
      expect(found.misses).toEqual([]);
      expect(found.lowHours).toBeLessThanOrEqual(found.trueHours);
      expect(found.highHours).toBeGreaterThanOrEqual(found.trueHours);
      if (found.looks + found.failedLooks < looksOfFortnight && kept !== undefined) return;
      expect(found.looks + found.failedLooks).toBe(looksOfFortnight);
      expect(found.stories).toBe(found.trueStories);
      expect(found.stories).toBeGreaterThan(400);
    } finally {
      await ruler.close();
      await demo.close();
      await database.close();
    }
  },
  4 * hours,
);
