import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserProcesses, lookAgain, lookUnderFire } from './endurance.ts';
import { document, openSite, story, type TestSite } from './front-page/site.ts';

// Samples; hundreds of looks and fifty kills: test/long/crawlers/endurance.test.ts.

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
  const links = Array.from({ length: 12 }, (_, index) => story(index))
    .map(({ href, title }) => `<p><a href="${href}">${title}</a></p>`)
    .join('');
  site.serve('/', document(`<main>${links}</main>`));
}, 60_000);
afterAll(() => site.close());

test('looks in a row leave no process behind', async () => {
  await site.look('/');
  const before = browserProcesses().length;
  const { faults, processes } = await lookAgain(site, '/', 5);
  expect(faults).toEqual([]);
  expect(processes).toBeLessThanOrEqual(before + 1);
}, 120_000);

test('a browser killed at any moment: each look is there or failed with its reason', async () => {
  const { snapshots, orphans } = await lookUnderFire(site, '/', 4);
  for (const { fault, faultText, placements } of snapshots) {
    if (fault === null) expect(placements.length).toBe(12);
    else expect([fault, faultText]).toEqual(['browser-gone', expect.stringMatching(/\S/)]);
  }
  expect(orphans).toEqual([]);
  expect((await site.look('/')).fault).toBeNull();
}, 120_000);
