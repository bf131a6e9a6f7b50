import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sentencesOf } from '../../../../analyzers/index.ts';
import { folderArchive } from '../../../../db/index.ts';
import { runDemoPress } from '../../../../src/commands/demo-press.ts';
import { createNumbers } from '../../../../src/publish/index.ts';
import { browserFolder } from '../../../crawlers/front-page/site.ts';
import { testDatabase } from '../../../database.ts';
import { compareFronts } from '../../../front-truth.ts';
import { openFrontRuler } from '../../../crawlers/front-page/front-ruler.ts';
import { quietLog } from '../../../src/context.ts';

const hours = 3_600_000;
let folder = '';
afterAll(() => rm(folder, { recursive: true, force: true }));

// What `npm run demo:full` does: the fortnight crawled, each front page seen on its timetable.
test(
  'fourteen days of front pages: shares and share-hours are the truth’s',
  async () => {
    const database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'demo-full-'));
    const demo = await runDemoPress({
      parts: { database, archive: folderArchive(folder, { durable: false }), log: quietLog },
      signal: new AbortController().signal,
      fronts: { chromiumPath: null, browserFolder, everyLook: true },
      onSlot: () => {},
    });
    const ruler = await openFrontRuler(demo.press);
    try {
      await demo.lookAtFronts();
      const { frontPages: fronts } = createNumbers(database.db, { sentencesOf });
      if (!fronts) throw new TypeError('no front pages');
      const found = await compareFronts({ db: database.db, fronts, press: demo.press, ruler });
      expect(found.looks + found.failedLooks).toBe(14 * (48 + 72 + 24));
      expect(found.worstShare, found.worstShareAt).toBeLessThan(0.005);
      expect(found.worstHours, found.worstHoursAt).toBeLessThan(0.05);
      expect(found.stories).toBeGreaterThan(500);
      expect(found.lowHours).toBeLessThanOrEqual(found.trueHours);
      expect(found.highHours).toBeGreaterThanOrEqual(found.trueHours);
    } finally {
      await ruler.close();
      await demo.close();
    }
  },
  4 * hours,
);
