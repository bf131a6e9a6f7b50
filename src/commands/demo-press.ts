import { join } from 'node:path';
import { createFetchDoor } from '../../crawlers/index.ts';
import {
  type AppState,
  getState,
  listOutlets,
  saveOutlets,
  saveRegister,
  setState,
} from '../../db/index.ts';
import {
  generatePress,
  type Press,
  pressOutlets,
  type ServedPress,
  servePress,
  type SimulatedClock,
  simulatedClock,
} from '../demo/index.ts';
import { type Bilingual, ColumnInchesError, type FetchAttempt, numberOf } from '../domain/index.ts';
import { finishRun, type PipelineParts, runOutlets } from '../pipeline.ts';
import type { CommandContext, Station } from './command.ts';
import { faultWords } from '../publish/index.ts';
import { type DemoFronts, type DemoLooks, lookAtDemoFronts } from './demo-fronts.ts';

/** Local hours at which the simulated crawler looks, each day. */
const crawlHours = [8, 14, 21];
const hourMs = 3_600_000;

type DemoState = AppState['demo'];

/** When the press is looked at: three times a day, in its own zone. */
export function demoSlots(press: Press): readonly Date[] {
  return Array.from({ length: press.days }, (_, day) => day).flatMap((day) =>
    crawlHours.map((hour) => new Date(press.startMs + (day * 24 + hour) * hourMs)),
  );
}

/** The demo press while the program runs: its originals can be opened until it is closed. */
export interface RunningDemo {
  readonly press: Press;
  /** Looks at front pages where that has not been done; nothing where `fronts` was left out. */
  lookAtFronts(): Promise<void>;
  close(): Promise<void>;
}

export interface DemoRun {
  readonly parts: Omit<PipelineParts, 'door' | 'clock'>;
  readonly signal: AbortSignal;
  /** How front pages are looked at; left out, none is. */
  readonly fronts?: DemoFronts;
  /** Told before each simulated look. */
  onSlot(index: number, total: number): void;
  /** Told before each look at a front page. */
  readonly onLook?: (index: number, total: number) => void;
  /** Told when the looks are over, however they went. */
  readonly onLooked?: (done: DemoLooks) => void;
}

/**
 * Serves the fictional press on loopback and, where that has not been done, crawls its 14 days with
 * the real pipeline on a simulated clock. A run that was cut off goes on at its unfinished slot.
 */
export async function runDemoPress(run: DemoRun): Promise<RunningDemo> {
  const { db } = run.parts.database;
  const press = generatePress();
  const slots = demoSlots(press);
  const clock = simulatedClock(slots[0] ?? new Date(press.startMs));
  const state = await getState(db, 'demo');
  const served = await serveOrTell(press, clock, state);
  if (served === null) {
    return { press, lookAtFronts: async () => {}, close: async () => {} };
  }
  try {
    const ports = portsOf(served);
    if (state === null) {
      await saveRegister(db, press.register, { demo: true });
      await saveOutlets(db, pressOutlets(press, served.origins));
      await setState(db, 'demo', { ports, crawledUntil: null, finished: false });
    }
    if (state?.finished !== true) await crawlSlotsLeft(run, { clock, slots, state, ports });
    clock.set(new Date(press.endMs));
    return {
      press,
      lookAtFronts: () => lookAtFronts(run, press, clock),
      close: () => served.close(),
    };
  } catch (thrown) {
    await served.close();
    throw thrown;
  }
}

/** Front pages are looked at once; all of them where that is asked for and not yet done. */
async function lookAtFronts(run: DemoRun, press: Press, clock: SimulatedClock): Promise<void> {
  const { fronts, parts, signal, onLook = () => {}, onLooked = () => {} } = run;
  if (!fronts) return;
  const { db } = parts.database;
  const done = await getState(db, 'demoFronts');
  if (done === 'all' || (done === 'some' && !fronts.everyLook)) return;
  const looked = await lookAtDemoFronts({ ...fronts, parts, press, clock, signal, onLook });
  onLooked(looked);
  clock.set(new Date(press.endMs));
  // The next start tries again, with a browser perhaps.
  if (looked.gaveUp) return;
  await setState(db, 'demoFronts', fronts.everyLook ? 'all' : 'some');
}

/**
 * The press on the ports it had before, since they are part of its articles' addresses. Where
 * another program has one of them, a finished press goes without its originals: null.
 */
async function serveOrTell(
  press: Press,
  clock: SimulatedClock,
  state: DemoState | null,
): Promise<ServedPress | null> {
  try {
    return await servePress(press, { clock, ...(state ? { ports: state.ports } : {}) });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw thrown;
    if (state?.finished) return null;
    throw new ColumnInchesError({
      code: 'demo/port-taken',
      verdict: 'stop-run',
      message:
        `The demo press was first served on the ports ${Object.values(state?.ports ?? {}).join(', ')} ` +
        'of this machine, and another program has one of them now. Stop it, or begin anew with ' +
        'another data folder (COLUMN_INCHES_DATA).',
      messageVietnamese:
        `Báo chí hư cấu lần đầu được mở ở các cổng ${Object.values(state?.ports ?? {}).join(', ')} ` +
        'của máy này, nay chương trình khác đang giữ một cổng. Hãy dừng chương trình đó, hoặc làm ' +
        'lại từ đầu với thư mục dữ liệu khác (COLUMN_INCHES_DATA).',
      cause: thrown,
    });
  }
}

/** The demo press for a command, with progress for people. */
export function runDemoFor(
  context: CommandContext,
  station: Station,
  options: { readonly everyLook: boolean },
): Promise<RunningDemo> {
  const { chromiumPath, dataFolder } = context.config;
  return runDemoPress({
    parts: { database: station.database, archive: station.archive, log: context.log },
    signal: context.signal,
    fronts: { chromiumPath, browserFolder: join(dataFolder, 'browser'), ...options },
    onSlot: (index, total) => context.progress(progressText(index, total)),
    onLook: (index, total) => context.progress(lookText(index, total)),
    onLooked: (done) => context.tell(lookedText(done)),
  });
}

/**
 * Serves the stored demo press again, so that its originals open; null where there is no demo, or
 * another program serves it already.
 */
export async function serveDemoOriginals(
  station: Pick<Station, 'database'>,
): Promise<Pick<RunningDemo, 'close'> | null> {
  const state = await getState(station.database.db, 'demo');
  if (!state?.finished) return null;
  const press = generatePress();
  return serveOrTell(press, simulatedClock(new Date(press.endMs)), state);
}

/** The moment at which the demo press ends. */
export function demoClock(): SimulatedClock {
  return simulatedClock(new Date(generatePress().endMs));
}

interface Rehearsal {
  readonly clock: SimulatedClock;
  readonly slots: readonly Date[];
  readonly state: DemoState | null;
  readonly ports: DemoState['ports'];
}

async function crawlSlotsLeft(run: DemoRun, rehearsal: Rehearsal): Promise<void> {
  const { clock, slots, state, ports } = rehearsal;
  const { database, log } = run.parts;
  const ownAttempts: FetchAttempt[] = [];
  const onOwnAttempt = (attempt: FetchAttempt) => void ownAttempts.push(attempt);
  const door = createFetchDoor({ clock, log, onOwnAttempt });
  const parts = { ...run.parts, door, ownAttempts, clock };
  const outlets = await listOutlets(database.db, { demo: true });
  try {
    for (const [index, slot] of slots.entries()) {
      const crawledUntil = slot.toISOString();
      if (state?.crawledUntil && crawledUntil <= state.crawledUntil) continue;
      run.signal.throwIfAborted();
      run.onSlot(index, slots.length);
      clock.set(slot);
      await runOutlets(outlets, parts, { signal: run.signal });
      run.signal.throwIfAborted();
      await setState(database.db, 'demo', { ports, crawledUntil, finished: false });
    }
    await finishRun(parts, { demo: true });
    const crawledUntil = slots.at(-1)?.toISOString() ?? null;
    await setState(database.db, 'demo', { ports, crawledUntil, finished: true });
  } finally {
    await door.close();
  }
}

function portsOf(served: ServedPress): Record<string, number> {
  return Object.fromEntries(
    Object.entries(served.origins).map(([id, origin]) => [id, Number(new URL(origin).port)]),
  );
}

function lookText(index: number, total: number) {
  return {
    vi: `Xem trang nhất của báo chí hư cấu: lần ${index + 1} / ${total}`,
    en: `Looking at the fictional front pages: ${index + 1} of ${total}`,
  };
}

/** The last line of the looks: nobody is to wait for more. */
export function lookedText({ looks, failed, fault, faultText, gaveUp }: DemoLooks): Bilingual {
  const why = fault === null ? null : faultWords(fault);
  if (gaveUp) {
    return {
      vi: `Không xem được trang nhất của báo chí hư cấu: ${why?.vi} (${faultText}) Mọi phần khác vẫn dùng được. Cách chữa: column-inches doctor`,
      en: `The fictional front pages could not be looked at: ${why?.en} (${faultText}) All else works. The mend: column-inches doctor`,
    };
  }
  return {
    vi: `Đã xem xong trang nhất của báo chí hư cấu: ${looks} lần${why ? `, ${failed} lần hỏng (${why.vi})` : ''}.`,
    en: `The fictional front pages have been looked at: ${numberOf(looks, 'look')}${why ? `, ${failed} failed (${why.en})` : ''}.`,
  };
}

function progressText(index: number, total: number) {
  const filled = Math.round((20 * index) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(20 - filled);
  const day = Math.floor(index / crawlHours.length) + 1;
  const days = total / crawlHours.length;
  return {
    vi: `${bar} Thu thập báo chí hư cấu: ngày ${day} / ${days}`,
    en: `${bar} Crawling the fictional press: day ${day} of ${days}`,
  };
}
