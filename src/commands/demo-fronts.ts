import { type BrowserDoor, createBrowserDoor, createFetchDoor } from '../../crawlers/index.ts';
import { listOutlets, slotName, storedSlots } from '../../db/index.ts';
import type { Press, SimulatedClock } from '../demo/index.ts';
import { type Outlet, type SnapshotFault, type Viewport, viewports } from '../domain/index.ts';
import { captureFrontPage, lookEveryMinutes } from '../front-pages.ts';
import type { PipelineParts } from '../pipeline.ts';

/** How the demo's front pages are looked at. */
export interface DemoFronts {
  /** null = the browser from npm. */
  readonly chromiumPath: string | null;
  /** Where that one is unpacked. */
  readonly browserFolder: string;
  /** Every slot of all days, instead of some hours of the last day. */
  readonly everyLook: boolean;
}

export interface DemoFrontsRun extends DemoFronts {
  readonly parts: Omit<PipelineParts, 'door' | 'clock'>;
  readonly press: Press;
  readonly clock: SimulatedClock;
  readonly signal: AbortSignal;
  onLook(index: number, total: number): void;
}

const minuteMs = 60_000;
/** Of the first start: three outlets × six hours stay under twenty looks. */
const firstHour = 7;
const firstHours = 6;
/** Without a browser every further look would fail in the same way. */
const noBrowser: ReadonlySet<SnapshotFault> = new Set(['browser-gone']);

interface DemoLook {
  readonly outlet: Outlet;
  readonly scheduledAt: Date;
  readonly everyMinutes: number;
  readonly viewport: Viewport;
}

/**
 * Looks at the front pages of the served demo press with the real pipeline on its simulated clock.
 * What is stored already is not looked at again, so that a run that was cut off goes on.
 */
export async function lookAtDemoFronts(run: DemoFrontsRun): Promise<void> {
  const { clock, parts, everyLook, signal } = run;
  const door = createFetchDoor({ clock, log: parts.log });
  const browser = openBrowser(run, door);
  try {
    const { db } = parts.database;
    const outlets = await listOutlets(db, { demo: true });
    const looks = demoLooks(run.press, outlets, everyLook);
    const known = new Set(await storedSlots(db, { demo: true }));
    for (const [index, { outlet, viewport, ...slot }] of looks.entries()) {
      signal.throwIfAborted();
      run.onLook(index, looks.length);
      const name = slotName({ ...slot, outletId: outlet.id, viewport: viewport.name });
      if (known.has(name)) continue;
      clock.set(slot.scheduledAt);
      const seen = { ...parts, door, clock, browser };
      const look = { ...slot, windows: [viewport], signal };
      const snapshots = await captureFrontPage(outlet, seen, look);
      if (index === 0 && snapshots.some(({ fault }) => fault && noBrowser.has(fault))) return;
    }
  } finally {
    await browser.close();
    await door.close();
  }
}

function openBrowser(run: DemoFrontsRun, door: PipelineParts['door']): BrowserDoor {
  return createBrowserDoor({
    door,
    clock: run.clock,
    log: run.parts.log,
    contact: null,
    chromiumPath: run.chromiumPath,
    folder: run.browserFolder,
  });
}

const hourMinutes = 60;

/**
 * All looks in order of time. The full run keeps each outlet's own timetable, at which no revision
 * of its front page is missed, and looks through the phone's window every hour.
 */
function demoLooks(press: Press, outlets: readonly Outlet[], everyLook: boolean): DemoLook[] {
  const lastDayMs = press.endMs - 24 * hourMinutes * minuteMs;
  const fromMs = everyLook ? press.startMs : lastDayMs + firstHour * hourMinutes * minuteMs;
  const untilMs = everyLook ? press.endMs : fromMs + firstHours * hourMinutes * minuteMs;
  const looks: DemoLook[] = [];
  const add = (outlet: Outlet, viewport: Viewport, everyMinutes: number) => {
    for (let atMs = fromMs; atMs < untilMs; atMs += everyMinutes * minuteMs) {
      looks.push({ outlet, viewport, scheduledAt: new Date(atMs), everyMinutes });
    }
  };
  for (const outlet of outlets) {
    add(outlet, viewports.desktop, everyLook ? lookEveryMinutes(outlet) : hourMinutes);
    if (everyLook) add(outlet, viewports.phone, hourMinutes);
  }
  return looks.toSorted((one, other) => one.scheduledAt.getTime() - other.scheduledAt.getTime());
}
