import {
  type BrowserDoor,
  type BrowserDoorOptions,
  createBrowserDoor,
  createFetchDoor,
} from '../../crawlers/index.ts';
import { listOutlets, slotName, storedSlots } from '../../db/index.ts';
import type { Press, SimulatedClock } from '../demo/index.ts';
import {
  type Outlet,
  type PageKind,
  type PageSnapshot,
  type SnapshotFault,
  type Viewport,
  viewports,
} from '../domain/index.ts';
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
  /** Which of these looks are wanted; left out, all. */
  readonly wants?: (look: DemoLook) => boolean;
  /** Another door than the browser's own, e.g. one that remembers pages. */
  readonly openDoor?: (options: BrowserDoorOptions) => BrowserDoor;
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
/** One section of an outlet, seldom: enough to show the figure. */
const sectionEveryMinutes = 180;
const firstSectionMinutes = 60;
/** Without a browser every further look would fail in the same way. */
const noBrowser: ReadonlySet<SnapshotFault> = new Set(['browser-gone']);

interface DemoLook {
  readonly outlet: Outlet;
  readonly scheduledAt: Date;
  readonly everyMinutes: number;
  readonly viewport: Viewport;
  readonly page?: { readonly kind: PageKind; readonly url: string };
}

/** What a run over the demo's front pages came to. */
export interface DemoLooks {
  /** Looks that were done now; what was stored already is not among them. */
  readonly looks: number;
  readonly failed: number;
  /** The first look that failed, and whether the others were left out for it. */
  readonly fault: SnapshotFault | null;
  readonly faultText: string | null;
  readonly gaveUp: boolean;
}

/**
 * Looks at the front pages of the served demo press with the real pipeline on its simulated clock.
 * What is stored already is not looked at again, so that a run that was cut off goes on.
 */
export async function lookAtDemoFronts(run: DemoFrontsRun): Promise<DemoLooks> {
  const { clock, parts, everyLook, signal } = run;
  const door = createFetchDoor({ clock, log: parts.log });
  const browser = openBrowser(run, door);
  try {
    const { db } = parts.database;
    const outlets = await listOutlets(db, { demo: true });
    const { wants = () => true } = run;
    const looks = demoLooks(run.press, outlets, everyLook).filter(wants);
    const known = new Set(await storedSlots(db, { demo: true }));
    const snapshots: Taken[] = [];
    for (const [index, { outlet, viewport, ...slot }] of looks.entries()) {
      signal.throwIfAborted();
      run.onLook(index, looks.length);
      const name = slotName({
        ...slot,
        outletId: outlet.id,
        viewport: viewport.name,
        url: slot.page?.url ?? outlet.homepage,
      });
      if (known.has(name)) continue;
      clock.set(slot.scheduledAt);
      const seen = { ...parts, door, clock, browser };
      const look = { ...slot, windows: [viewport], signal };
      const taken = await captureFrontPage(outlet, seen, look);
      snapshots.push(...taken.map(withoutEvidence));
      const isFirst = snapshots.length === taken.length;
      if (isFirst && taken.some(({ fault }) => fault && noBrowser.has(fault)))
        return looksOf(snapshots, true);
    }
    return looksOf(snapshots, false);
  } finally {
    await browser.close();
    await door.close();
  }
}

type Taken = Pick<PageSnapshot, 'fault' | 'faultText'>;

/** Pictures and pages of a fortnight would fill the memory. */
function withoutEvidence({ fault, faultText }: Taken): Taken {
  return { fault, faultText };
}

function looksOf(snapshots: readonly Taken[], gaveUp: boolean): DemoLooks {
  const failed = snapshots.filter(({ fault }) => fault !== null);
  const { fault = null, faultText = null } = failed[0] ?? {};
  return { looks: snapshots.length, failed: failed.length, fault, faultText, gaveUp };
}

function openBrowser(run: DemoFrontsRun, door: PipelineParts['door']): BrowserDoor {
  const { openDoor = createBrowserDoor } = run;
  return openDoor({
    door,
    clock: run.clock,
    log: run.parts.log,
    contact: null,
    chromiumPath: run.chromiumPath,
    folder: run.browserFolder,
  });
}

const hourMinutes = 60;

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * All looks in order of time. The full run keeps each outlet's own timetable, at which no revision
 * of its front page is missed, and looks through the phone's window every hour.
 */
function demoLooks(press: Press, outlets: readonly Outlet[], everyLook: boolean): DemoLook[] {
  const hourMs = hourMinutes * minuteMs;
  const firstMs = press.endMs - 24 * hourMs + firstHour * hourMs;
  const whole = { fromMs: press.startMs, untilMs: press.endMs };
  const some = { fromMs: firstMs, untilMs: firstMs + firstHours * hourMs };
  const looks = outlets.flatMap((outlet, index) => {
    const desktop = { outlet, viewport: viewports.desktop };
    const phone = { outlet, viewport: viewports.phone };
    const section = { ...desktop, page: sectionOf(outlet) };
    if (everyLook) {
      return [
        ...series({ ...desktop, everyMinutes: lookEveryMinutes(outlet) }, whole),
        ...series({ ...phone, everyMinutes: hourMinutes }, whole),
        ...series({ ...section, everyMinutes: sectionEveryMinutes }, whole),
      ];
    }
    // Of one outlet a section page too, twice, that the first start shows this figure as well.
    const twice = { ...some, untilMs: some.fromMs + 2 * firstSectionMinutes * minuteMs };
    return [
      ...series({ ...desktop, everyMinutes: hourMinutes }, some),
      ...(index === 0 ? series({ ...section, everyMinutes: firstSectionMinutes }, twice) : []),
    ];
  });
  return looks.toSorted((one, other) => one.scheduledAt.getTime() - other.scheduledAt.getTime());
}

function series(look: Omit<DemoLook, 'scheduledAt'>, { fromMs, untilMs }: Span): DemoLook[] {
  const looks: DemoLook[] = [];
  for (let atMs = fromMs; atMs < untilMs; atMs += look.everyMinutes * minuteMs) {
    looks.push({ ...look, scheduledAt: new Date(atMs) });
  }
  return looks;
}

function sectionOf(outlet: Outlet): NonNullable<DemoLook['page']> {
  const source = outlet.sources.find(({ kind }) => kind === 'section');
  return source ? { kind: 'section', url: source.url } : { kind: 'front', url: outlet.homepage };
}
