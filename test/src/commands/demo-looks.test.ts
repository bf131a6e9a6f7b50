import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { BrowserDoor } from '../../../crawlers/index.ts';
import { folderArchive, saveOutlets } from '../../../db/index.ts';
import { lookAtDemoFronts } from '../../../src/commands/demo-fronts.ts';
import { lookedText } from '../../../src/commands/demo-press.ts';
import { generatePress, pressOutlets, simulatedClock } from '../../../src/demo/index.ts';
import type { PageSnapshot, SnapshotFault } from '../../../src/domain/index.ts';
import { testDatabase } from '../../database.ts';
import { quietLog } from '../context.ts';

// What the run over the demo's front pages says when it is over; the looks themselves are made up.

const database = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'demo-looks-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const press = generatePress();
const clock = simulatedClock(new Date(press.startMs));
// Nobody is asked there: the browser is made up.
const origins = {
  'bao-song-thanh': 'http://127.0.0.1:1',
  'dai-song-thanh': 'http://127.0.0.1:2',
  'luu-giang-online': 'http://127.0.0.1:3',
};
await saveOutlets(database.db, pressOutlets(press, origins));

/** A browser of which each look has the next of these faults, and none once they are used up. */
function browserWith(faults: (SnapshotFault | null)[]): BrowserDoor {
  const look = (viewport: PageSnapshot['viewport'], url: string): PageSnapshot => ({
    url,
    finalUrl: url,
    viewport,
    takenAt: clock.now(),
    durationMs: 1,
    fault: faults.shift() ?? null,
    faultText: 'The reason.',
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
  return {
    close: async () => {},
    capture: async ({ url, viewports }) => ({
      attempt: {
        url,
        finalUrl: url,
        startedAt: clock.now(),
        durationMs: 1,
        outcome: 'failed',
        status: 503,
        headers: {},
        bytes: null,
        error: null,
      },
      snapshots: viewports.map((viewport) => look(viewport, url)),
    }),
  };
}

const lookWith = (faults: (SnapshotFault | null)[]) =>
  lookAtDemoFronts({
    parts: { database, archive: folderArchive(folder, { durable: false }), log: quietLog },
    press,
    clock,
    signal: new AbortController().signal,
    chromiumPath: null,
    browserFolder: folder,
    everyLook: false,
    openDoor: () => browserWith(faults),
    onLook: () => {},
  });

test('without a browser one look is enough, and the last line says why and what to do', async () => {
  const done = await lookWith(['browser-gone']);
  expect(done).toMatchObject({ looks: 1, failed: 1, gaveUp: true });
  const said = lookedText(done);
  expect(said.en).toMatch(/^The fictional front pages could not be looked at: the browser did not/);
  expect(said.vi).toContain('trình duyệt không mở được');
  for (const text of Object.values(said)) expect(text).toContain('(The reason.)');
  for (const text of Object.values(said)) expect(text).toContain('column-inches doctor');
});

test('the last line says how many looks there were, and of those that failed why', async () => {
  const done = await lookWith([null, 'too-slow']);
  expect(done).toMatchObject({ failed: 1, fault: 'too-slow', gaveUp: false });
  expect(done.looks).toBeGreaterThan(10);
  expect(lookedText(done)).toEqual({
    vi: `Đã xem xong trang nhất của báo chí hư cấu: ${done.looks} lần, 1 lần hỏng (trang tải quá lâu).`,
    en: `The fictional front pages have been looked at: ${done.looks} looks, 1 failed (the page took too long to come to rest).`,
  });
  expect(lookedText({ ...done, failed: 0, fault: null }).en).toMatch(/: \d+ looks\.$/);
});
