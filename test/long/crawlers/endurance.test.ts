import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserProcesses, lookAgain, lookUnderFire } from '../../crawlers/endurance.ts';
import {
  document,
  openSite,
  picture,
  story,
  type TestSite,
} from '../../crawlers/front-page/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
  const cards = Array.from({ length: 40 }, (_, index) => story(index)).map(
    ({ href, title }) =>
      `<article><a href="${href}">${picture(300, 170)}</a><h3><a href="${href}">${title}</a></h3></article>`,
  );
  const style = 'main{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}';
  site.serve('/', document(`<main>${cards.join('')}</main>`, style));
}, 60_000);
afterAll(() => site.close());

test('two hundred looks in a row: memory stands still, no process is left', async () => {
  const { faults, residentBytes, processes } = await lookAgain(site, '/', 200);
  expect(faults).toEqual([]);
  // The first tenths fill caches; from the third on nothing may grow.
  const early = Math.max(...residentBytes.slice(2, 5));
  const late = Math.max(...residentBytes.slice(-3));
  expect(late, residentBytes.join(' ')).toBeLessThan(early * 1.1);
  expect(processes).toBeLessThan(12);
}, 3_600_000);

test('the browser killed fifty times at random: every look captured or failed', async () => {
  const { snapshots, orphans } = await lookUnderFire(site, '/', 50);
  expect(snapshots.length).toBe(50);
  const kinds = new Set(snapshots.map(({ fault }) => fault));
  expect([...kinds].filter((fault) => fault !== null && fault !== 'browser-gone')).toEqual([]);
  expect(snapshots.filter(({ fault }) => fault !== null).length).toBeGreaterThan(10);
  for (const { fault, faultText, placements } of snapshots) {
    if (fault === null) expect(placements.length).toBe(40);
    else expect(faultText).toMatch(/\S/);
  }
  expect(orphans).toEqual([]);
  expect((await site.look('/')).fault).toBeNull();
}, 3_600_000);

test('afterwards closing leaves nothing', async () => {
  await site.close();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(browserProcesses()).toEqual([]);
}, 60_000);
