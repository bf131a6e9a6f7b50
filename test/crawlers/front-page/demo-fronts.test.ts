import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserDoor, createBrowserDoor } from '../../../crawlers/browser.ts';
import { createFetchDoor } from '../../../crawlers/fetch.ts';
import {
  frontPage,
  generatePress,
  type OutletId,
  pressOutlets,
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
});
