import { sql } from 'kysely';
import { itemKey } from '../crawlers/index.ts';
import { frontPageLooks, type Handle, type StoredLook } from '../db/index.ts';
import { type OutletId, type Press, revisionsBetween } from '../src/demo/index.ts';
import type { FrontPageNumbers } from '../src/domain/index.ts';
import type { FrontRuler } from './crawlers/front-page/front-ruler.ts';

/** How far the stored figures of front pages lie from the truth of the demo press. */
export interface FrontComparison {
  /** Good looks that were compared. */
  readonly looks: number;
  readonly failedLooks: number;
  /** Largest difference of a story's share, 0–1, and where. */
  readonly worstShare: number;
  readonly worstShareAt: string;
  /** Stories whose time on a front page was compared. */
  readonly stories: number;
  /** Stored items that truly stood on a page at a good look: as many must have been compared. */
  readonly trueStories: number;
  /** Largest distance of a story's true share-hours from its bracket, hours. */
  readonly worstHours: number;
  readonly worstHoursAt: string;
  /** Widest bracket, to see that it says something. */
  readonly trueHours: number;
  readonly lowHours: number;
  readonly highHours: number;
  /**
   * Every story more than half a point apart, every bracket missed by three minutes, every look
   * that failed though its outlet was up.
   */
  readonly misses: readonly string[];
}

interface Setting {
  readonly db: Handle;
  readonly fronts: FrontPageNumbers;
  readonly press: Press;
  readonly ruler: FrontRuler;
}

const hourMs = 3_600_000;
/** Half a point: what two loads of one page may differ by. */
const shareApartAtMost = 0.005;
/** What half a point comes to over ten hours. */
const hoursApartAtMost = 0.05;

const isDown = (press: Press, outletId: string, atMs: number) =>
  press.truth.outages.some(
    (one) => one.outletId === outletId && atMs >= one.fromMs && atMs < one.untilMs,
  );

/** What the press asks for while it is down: its robots.txt is not asked for again before. */
const retryAfterMs = hourMs;

const isLeftInPeace = (press: Press, outletId: string, atMs: number) =>
  isDown(press, outletId, atMs) || isDown(press, outletId, atMs - retryAfterMs);

async function pathsOfItems(db: Handle): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; url: string }>`
    select id, canonical_url as url from items`.execute(db);
  return new Map(rows.map(({ id, url }) => [id, decodeURI(new URL(url).pathname)]));
}

/** Shares of stories that no stored item is, by look and key: of what no crawl has come upon. */
async function sharesWithoutItem(db: Handle): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; key: string; share: number }>`
    select snapshot_id as id, story_key as key, share from front_page_stories
    where item_id is null and share > 0`.execute(db);
  return new Map(rows.map(({ id, key, share }) => [`${id} ${key}`, share]));
}

/** Compares every stored look through the reference window, and every story's share-hours. */
export async function compareFronts(setting: Setting): Promise<FrontComparison> {
  const { db, press } = setting;
  const paths = await pathsOfItems(db);
  const loose = await sharesWithoutItem(db);
  const period = { from: '0000-01-01', to: '9999-12-31' };
  const looks = await frontPageLooks(db, { period, outlets: null, demo: true }, 'desktop');
  const sums = emptySums();
  for (const { id } of press.outlets) {
    const own = looks.filter(({ outletId }) => outletId === id);
    if (own.length === 0) continue;
    const truth = await truthOver(setting, id, own);
    for (const look of own) noteLook(sums, look, { press, paths, truth, loose });
    sums.trueStories += storiesOfTruth(own, { paths, truth });
    await noteHours(sums, setting, { looks: own, paths, truth });
  }
  return sums;
}

type Sums = { -readonly [Key in keyof FrontComparison]: FrontComparison[Key] } & {
  readonly misses: string[];
};

const emptySums = (): Sums => ({
  looks: 0,
  failedLooks: 0,
  worstShare: 0,
  worstShareAt: '',
  stories: 0,
  trueStories: 0,
  worstHours: 0,
  worstHoursAt: '',
  trueHours: 0,
  lowHours: 0,
  highHours: 0,
  misses: [],
});

/** The page between two revisions stands still. */
interface Stand {
  readonly fromMs: number;
  readonly shares: ReadonlyMap<string, number>;
}

async function truthOver(
  { press, ruler }: Setting,
  outletId: OutletId,
  looks: readonly StoredLook[],
): Promise<readonly Stand[]> {
  const fromMs = looks[0]?.scheduledAt.getTime() ?? 0;
  const untilMs = looks.at(-1)?.scheduledAt.getTime() ?? 0;
  const outages = press.truth.outages.filter((outage) => outage.outletId === outletId);
  const edges = outages.flatMap((outage) => [outage.fromMs, outage.untilMs]);
  const changes = [fromMs, ...revisionsBetween(outletId, fromMs, untilMs + 1), ...edges];
  const times = [...new Set(changes)]
    .filter((atMs) => atMs >= fromMs && atMs <= untilMs)
    .toSorted((one, other) => one - other);
  const stands: Stand[] = [];
  for (const atMs of times) {
    const shares = isDown(press, outletId, atMs)
      ? new Map<string, number>()
      : await ruler.shares(outletId, new Date(atMs));
    stands.push({ fromMs: atMs, shares });
  }
  return stands;
}

interface Known {
  readonly paths: ReadonlyMap<string, string>;
  readonly truth: readonly Stand[];
}

function sharesAt(truth: readonly Stand[], { scheduledAt }: StoredLook) {
  const atMs = scheduledAt.getTime();
  return truth.findLast(({ fromMs }) => fromMs <= atMs)?.shares ?? new Map<string, number>();
}

function storiesOfTruth(looks: readonly StoredLook[], { paths, truth }: Known): number {
  const stored = new Set(paths.values());
  const seen = new Set<string>();
  for (const look of looks) {
    if (!look.good) continue;
    for (const [path, share] of sharesAt(truth, look)) {
      if (share > 0 && stored.has(path)) seen.add(path);
    }
  }
  return seen.size;
}

function noteLook(
  sums: Sums,
  look: StoredLook,
  known: Known & { readonly press: Press; readonly loose: ReadonlyMap<string, number> },
): void {
  const { press, paths, truth, loose } = known;
  const atMs = look.scheduledAt.getTime();
  const shares = sharesAt(truth, look);
  if (!look.good) {
    sums.failedLooks += 1;
    // A page of fewer stories is failed by the method.
    const isFit = shares.size >= 3 && !isLeftInPeace(press, look.outletId, atMs);
    if (isFit) sums.misses.push(`${look.outletId} ${look.scheduledAt.toISOString()}: failed`);
    return;
  }
  sums.looks += 1;
  const measured = new Map(
    Object.entries(look.shares).map(([id, share]) => [paths.get(id) ?? id, share]),
  );
  const stored = new Set(paths.values());
  const looseShare = (path: string) =>
    loose.get(`${look.id} ${itemKey(new URL(path, look.url).href)}`);
  for (const path of shares.keys()) {
    if (stored.has(path)) continue;
    const share = looseShare(path);
    if (share !== undefined) measured.set(path, share);
  }
  for (const path of new Set([...shares.keys(), ...measured.keys()])) {
    const [isShare = 0, wasShare = 0] = [measured.get(path), shares.get(path)];
    const apart = Math.abs(isShare - wasShare);
    if (apart > shareApartAtMost) {
      sums.misses.push(
        `${look.outletId} ${look.scheduledAt.toISOString()} ${path}: ${isShare}, truly ${wasShare}`,
      );
    }
    if (apart <= sums.worstShare) continue;
    sums.worstShare = apart;
    sums.worstShareAt = `${path} ${look.scheduledAt.toISOString()}`;
  }
}

function trueHours(
  path: string,
  truth: readonly Stand[],
  span: { readonly fromMs: number; readonly untilMs: number },
): number {
  let hours = 0;
  for (const [index, { fromMs, shares }] of truth.entries()) {
    const endMs = Math.min(span.untilMs, truth[index + 1]?.fromMs ?? span.untilMs);
    const startMs = Math.max(span.fromMs, fromMs);
    if (endMs > startMs) hours += ((shares.get(path) ?? 0) * (endMs - startMs)) / hourMs;
  }
  return hours;
}

async function noteHours(
  sums: Sums,
  { fronts }: Setting,
  { looks, paths, truth }: Known & { readonly looks: readonly StoredLook[] },
): Promise<void> {
  const span = {
    fromMs: looks[0]?.scheduledAt.getTime() ?? 0,
    untilMs: looks.at(-1)?.scheduledAt.getTime() ?? 0,
  };
  for (const id of new Set(looks.flatMap(({ shares }) => Object.keys(shares)))) {
    const dwell = await fronts.dwell(id);
    if (!dwell) throw new TypeError(`no time for ${id}`);
    // Where the run still goes on, a story may have been seen after the looks were listed.
    if (Date.parse(dwell.spans.at(-1)?.until ?? '') > span.untilMs) continue;
    const path = paths.get(id) ?? id;
    const hours = trueHours(path, truth, span);
    const { low, high } = dwell.hours;
    sums.stories += 1;
    sums.trueHours += hours;
    sums.lowHours += low;
    sums.highHours += high;
    const apart = Math.max(0, low - hours, hours - high);
    if (apart > hoursApartAtMost) sums.misses.push(`${path}: ${hours} h outside ${low}–${high}`);
    if (apart <= sums.worstHours) continue;
    sums.worstHours = apart;
    sums.worstHoursAt = `${path}: ${hours} outside ${low}–${high}`;
  }
}
