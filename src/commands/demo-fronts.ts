import { type BrowserDoor, createBrowserDoor, createFetchDoor } from '../../crawlers/index.ts';
import { listOutlets } from '../../db/index.ts';
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
  /** Every slot of all days through both windows, instead of some hours of the last day. */
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
  readonly at: Date;
}

/**
 * Looks at the front pages of the served demo press with the real pipeline on its simulated clock.
 * A stored look is replaced by the same one, so that a run that was cut off can be repeated.
 */
export async function lookAtDemoFronts(run: DemoFrontsRun): Promise<void> {
  const { clock, parts, everyLook, signal } = run;
  const door = createFetchDoor({ clock, log: parts.log });
  const browser = openBrowser(run, door);
  const windows: readonly Viewport[] = everyLook
    ? [viewports.desktop, viewports.phone]
    : [viewports.desktop];
  try {
    const outlets = await listOutlets(parts.database.db, { demo: true });
    const looks = demoLooks(run.press, outlets, everyLook);
    for (const [index, { outlet, at }] of looks.entries()) {
      signal.throwIfAborted();
      run.onLook(index, looks.length);
      clock.set(at);
      const seen = { ...parts, door, clock, browser };
      const options = { scheduledAt: at, windows, signal };
      const snapshots = await captureFrontPage(outlet, seen, options);
      if (snapshots.some(({ fault }) => fault !== null && noBrowser.has(fault)) && index === 0)
        return;
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

/** All looks in order of time. */
function demoLooks(press: Press, outlets: readonly Outlet[], everyLook: boolean): DemoLook[] {
  const lastDayMs = press.endMs - 24 * 60 * minuteMs;
  const fromMs = everyLook ? press.startMs : lastDayMs + firstHour * 60 * minuteMs;
  const untilMs = everyLook ? press.endMs : fromMs + firstHours * 60 * minuteMs;
  const looks: DemoLook[] = [];
  for (const outlet of outlets) {
    const stepMs = lookEveryMinutes(outlet) * minuteMs;
    for (let at = fromMs; at < untilMs; at += stepMs) looks.push({ outlet, at: new Date(at) });
  }
  return looks.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
