import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontPageShareHours, storyShares } from '../../../analyzers/index.ts';
import { type BrowserDoor, createBrowserDoor } from '../../../crawlers/browser.ts';
import { createFetchDoor } from '../../../crawlers/fetch.ts';
import {
  frontPage,
  generatePress,
  type OutletId,
  pressOutlets,
  revisionsBetween,
  type ServedPress,
  servePress,
  simulatedClock,
} from '../../../src/demo/index.ts';
import { type FetchDoor, type PageSnapshot, viewports } from '../../../src/domain/index.ts';
import { quietLog } from '../../src/context.ts';
import { browserFolder } from './site.ts';

const press = generatePress();
const hourMs = 3_600_000;
const noon = new Date(press.startMs + (3 * 24 + 12) * hourMs);
const clock = simulatedClock(noon);

let served: ServedPress;
let fetchDoor: FetchDoor;
let door: BrowserDoor;

beforeAll(async () => {
  served = await servePress(press, { clock });
  fetchDoor = createFetchDoor({ clock, log: quietLog });
  const options = { door: fetchDoor, clock, log: quietLog, contact: null, chromiumPath: null };
  door = createBrowserDoor({ ...options, folder: browserFolder });
}, 60_000);

afterAll(async () => {
  await door.close();
  await fetchDoor.close();
  await served.close();
});

async function look(outletId: OutletId, at: Date): Promise<PageSnapshot> {
  clock.set(at);
  const outlet = pressOutlets(press, served.origins).find(({ id }) => id === outletId);
  if (!outlet) throw new TypeError(outletId);
  const { homepage: url } = outlet;
  const capture = await door.capture({ outlet, url, viewports: [viewports.desktop] });
  return capture.snapshots[0] as PageSnapshot;
}

const pathOf = (url: string) => decodeURIComponent(new URL(url).pathname);

describe('the demo’s front pages against what their makers know', () => {
  test.each(press.outlets.map(({ id }) => id))(
    '%s: who stands in which kind of block',
    async (id) => {
      const snapshot = await look(id, noon);
      expect(snapshot.faultText).toBeNull();
      for (const block of frontPage(press, id, noon).blocks) {
        const own = snapshot.placements.filter(
          (one) =>
            one.blockKind === block.kind &&
            block.items.some(({ path }) => path === pathOf(one.url)) &&
            (block.label === null || one.blockLabel === block.label),
        );
        // Of a moving line only what is inside its window counts.
        if (block.kind === 'ticker') expect(own.length).toBeGreaterThan(0);
        else expect([block.id, own.length]).toEqual([block.id, block.items.length]);
        if (block.kind === 'carousel') {
          expect(own.every((one) => one.carousel?.slides === block.items.length)).toBe(true);
        }
        if (block.kind === 'editorial' && block.items[0]?.size !== 'line') {
          const order = own.toSorted((one, other) => one.rank - other.rank);
          const intended = block.items.map(({ path }) => path);
          expect(order.map(({ url }) => pathOf(url))[0]).toBe(intended[0]);
        }
      }
      const [hero] = snapshot.placements.filter(({ blockKind }) => blockKind !== 'ticker');
      const largest = Math.max(...snapshot.placements.map(({ inkArea }) => inkArea));
      expect(hero?.inkArea).toBe(largest);
    },
  );

  test('the bracket of share-hours holds the truth of every revision', async () => {
    const id: OutletId = 'luu-giang-online';
    const from = noon.getTime() + hourMs;
    const until = from + 2 * hourMs;
    const changes = revisionsBetween(id, from, until).toSorted((a, b) => a - b);
    const times = [...new Set([from, ...changes, until])];
    const captures: { at: Date; shares: ReadonlyMap<string, number> }[] = [];
    for (const at of times) {
      captures.push({ at: new Date(at), shares: await sharesAt(id, new Date(at)) });
    }
    // Between two changes the page stands still: this is exactly how long what was shown.
    const truth = new Map<string, number>();
    for (const [index, { at, shares }] of captures.slice(0, -1).entries()) {
      const hours = ((captures[index + 1]?.at.getTime() ?? 0) - at.getTime()) / hourMs;
      for (const [key, share] of shares) truth.set(key, (truth.get(key) ?? 0) + share * hours);
    }
    const { stories, knownHours } = frontPageShareHours(captures);
    expect(knownHours).toBeCloseTo(2, 9);
    for (const [key, hours] of truth) {
      const { low, high } = stories.get(key) ?? { low: 0, high: 0 };
      expect(hours).toBeGreaterThanOrEqual(low - 1e-9);
      expect(hours).toBeLessThanOrEqual(high + 1e-9);
    }
    const all = [...stories.values()];
    expect(all.reduce((sum, { low }) => sum + low, 0)).toBeLessThanOrEqual(2 + 1e-9);
    expect(all.reduce((sum, { high }) => sum + high, 0)).toBeGreaterThanOrEqual(2 - 1e-9);
    // Fewer looks know less: the bracket only widens.
    const fewer = frontPageShareHours(
      captures.filter((_, index) => index % 2 === 0 || index + 1 === captures.length),
    );
    const width = (sum: number, { low, high }: { low: number; high: number }) => sum + high - low;
    expect([...fewer.stories.values()].reduce(width, 0)).toBeGreaterThan(0);
  }, 60_000);
});

/** Shares at a time; who has one is on the page by its maker's own list, and nobody is missed. */
async function sharesAt(outletId: OutletId, at: Date): Promise<ReadonlyMap<string, number>> {
  const { placements, fault } = await look(outletId, at);
  expect(fault).toBeNull();
  const counted = (kind: string) => kind === 'editorial' || kind === 'carousel';
  const intended = frontPage(press, outletId, at)
    .blocks.filter(({ kind }) => counted(kind))
    .flatMap(({ items }) => items.map(({ path }) => path));
  const found = placements.filter(({ blockKind }) => counted(blockKind));
  expect(new Set(found.map(({ url }) => pathOf(url)))).toEqual(new Set(intended));
  const shares = storyShares(placements, { viewport: viewports.desktop, kind: 'front' });
  return new Map(shares.map(({ storyKey, share }) => [storyKey, share ?? 0]));
}
