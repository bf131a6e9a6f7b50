import { createFetchDoor } from '../../crawlers/index.ts';
import { listOutlets, getState, saveOutlets, saveRegister, setState } from '../../db/index.ts';
import {
  generatePress,
  type Press,
  pressOutlets,
  type ServedPress,
  servePress,
  simulatedClock,
} from '../demo/index.ts';
import { finishRun, runOutlet } from '../pipeline.ts';
import type { CommandContext, Station } from './command.ts';

/** The press is the same for everyone, so that what a page says of it can be compared. */
export const demoSeed = 20_261_101;
export const demoStartDay = '2026-11-02';
export const demoDays = 14;

/** Local hours at which the simulated crawler looks, each day. */
const crawlHours = [7, 12, 17, 23];
const hourMs = 3_600_000;
const zoneOffset = '+07:00';

interface DemoState {
  /** Ports the press was first served on: they are part of its articles' addresses. */
  readonly ports: Record<string, number>;
  /** The last slot crawled to its end, ISO; null before the first. */
  readonly crawledUntil: string | null;
  readonly finished: boolean;
}

/** The demo press while the program runs: its originals can be opened until it is closed. */
export interface RunningDemo {
  readonly press: Press;
  close(): Promise<void>;
}

/**
 * Serves the fictional press on loopback and, where that has not been done, crawls its 14 days with
 * the real pipeline on a simulated clock. A run that was cut off goes on at its unfinished slot.
 */
export async function runDemoPress(
  context: CommandContext,
  station: Station,
): Promise<RunningDemo> {
  const press = generatePress({ seed: demoSeed, startDay: demoStartDay, days: demoDays });
  const slots = crawlSlots();
  const clock = simulatedClock(slots[0] ?? new Date(0));
  const state = (await getState(station.database.db, 'demo')) as DemoState | null;
  const served = await servePress(press, { clock, ...(state ? { ports: state.ports } : {}) });
  const ports = portsOf(served);
  if (state === null) {
    await saveRegister(station.database.db, press.register, { demo: true });
    await saveOutlets(station.database.db, pressOutlets(press, served.origins));
    await setState(station.database.db, 'demo', { ports, crawledUntil: null, finished: false });
  }
  if (state?.finished !== true)
    await crawlSlotsLeft(context, station, { clock, slots, state, ports });
  clock.set(slots.at(-1) ?? clock.now());
  return { press, close: () => served.close() };
}

interface Rehearsal {
  readonly clock: ReturnType<typeof simulatedClock>;
  readonly slots: readonly Date[];
  readonly state: DemoState | null;
  readonly ports: Record<string, number>;
}

async function crawlSlotsLeft(context: CommandContext, station: Station, rehearsal: Rehearsal) {
  const { clock, slots, state, ports } = rehearsal;
  const door = createFetchDoor({ clock, log: context.log, contact: context.config.contact });
  const parts = { ...station, door, clock, log: context.log };
  const outlets = (await listOutlets(station.database.db)).filter((outlet) => outlet.demo);
  try {
    for (const [index, slot] of slots.entries()) {
      if (state?.crawledUntil && slot.toISOString() <= state.crawledUntil) continue;
      context.signal.throwIfAborted();
      clock.set(slot);
      context.progress(progressText(index, slots.length));
      for (const outlet of outlets) await runOutlet(outlet, parts, { signal: context.signal });
      const crawledUntil = slot.toISOString();
      await setState(station.database.db, 'demo', { ports, crawledUntil, finished: false });
    }
    await finishRun(parts, { demo: true });
    const crawledUntil = slots.at(-1)?.toISOString() ?? null;
    await setState(station.database.db, 'demo', { ports, crawledUntil, finished: true });
  } finally {
    await door.close();
  }
}

function crawlSlots(): Date[] {
  const midnight = Date.parse(`${demoStartDay}T00:00:00${zoneOffset}`);
  return Array.from({ length: demoDays }, (_, day) => day).flatMap((day) =>
    crawlHours.map((hour) => new Date(midnight + (day * 24 + hour) * hourMs)),
  );
}

function portsOf(served: ServedPress): Record<string, number> {
  return Object.fromEntries(
    Object.entries(served.origins).map(([id, origin]) => [id, Number(new URL(origin).port)]),
  );
}

function progressText(index: number, total: number) {
  const filled = Math.round((20 * index) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(20 - filled);
  const day = Math.floor(index / crawlHours.length) + 1;
  return {
    vi: `${bar} Thu thập báo chí hư cấu: ngày ${day} / ${demoDays}`,
    en: `${bar} Crawling the fictional press: day ${day} of ${demoDays}`,
  };
}
