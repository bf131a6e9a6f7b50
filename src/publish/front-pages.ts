import { type Capture, frontPageShareHours, type ShareHours } from '../../analyzers/index.ts';
import {
  demoIsShown,
  frontPageLooks,
  type Handle,
  loadSnapshot,
  looksAtItem,
  looksOfDay,
  personsOfItems,
  snapshotPlacements,
  type StoredLook,
} from '../../db/index.ts';
import {
  dayIn,
  type DwellSpan,
  type FigureQuery,
  type FrontPageStrip,
  type ItemDwell,
  type PersonFrontPage,
  type SnapshotPage,
  type StripCell,
  viewports,
} from '../domain/index.ts';

const minuteMs = 60_000;
/** Two looks further apart than this many intervals have a missed one between them. */
const missedAfter = 1.5;
const reference = 'desktop';

/** Scheduled looks of one outlet as a series in which a missed slot is a look that failed. */
function withMissedSlots(looks: readonly StoredLook[]): Capture[] {
  const series: Capture[] = [];
  let before: StoredLook | null = null;
  for (const look of looks) {
    if (before && isMissedBetween(before, look)) {
      const at = new Date(before.scheduledAt.getTime() + before.everyMinutes * minuteMs);
      series.push({ at, shares: null });
    }
    const shares = look.good ? new Map(Object.entries(look.shares)) : null;
    series.push({ at: look.scheduledAt, shares });
    before = look;
  }
  return series;
}

function isMissedBetween(before: StoredLook, look: StoredLook): boolean {
  const apartMs = look.scheduledAt.getTime() - before.scheduledAt.getTime();
  const everyMs = Math.max(before.everyMinutes, look.everyMinutes) * minuteMs;
  return apartMs > everyMs * missedAfter;
}

/** Share-hours of every item on the front pages of a period, through the reference window. */
async function itemHours(db: Handle, query: FigureQuery) {
  const looks = await frontPageLooks(db, query, reference);
  const items = new Map<string, ShareHours>();
  let unknownHours = 0;
  let knownHours = 0;
  for (const own of Map.groupBy(looks, (look) => look.outletId).values()) {
    const hours = frontPageShareHours(withMissedSlots(own));
    unknownHours += hours.unknownHours;
    knownHours += hours.knownHours;
    for (const [id, bracket] of hours.stories) items.set(id, bracket);
  }
  return { looks, items, unknownHours, knownHours };
}

/** Front-page share-hours of every person with items on them; null where none was looked at. */
export async function personFrontPages(
  db: Handle,
  query: FigureQuery,
): Promise<ReadonlyMap<string, PersonFrontPage> | null> {
  const { looks, items } = await itemHours(db, query);
  if (looks.length < 2) return null;
  const sums = new Map<string, { inclusive: ShareHours; fractional: ShareHours }>();
  for (const { itemId, personId, fraction } of await personsOfItems(db, [...items.keys()])) {
    const hours = items.get(itemId) ?? noHours;
    const { inclusive, fractional } = sums.get(personId) ?? {
      inclusive: noHours,
      fractional: noHours,
    };
    sums.set(personId, {
      inclusive: plus(inclusive, hours, 1),
      fractional: plus(fractional, hours, fraction),
    });
  }
  let all = 0;
  for (const { fractional } of sums.values()) all += fractional.low;
  const figures = [...sums].map(([id, sum]): [string, PersonFrontPage] => [
    id,
    { ...sum, share: all === 0 ? null : sum.fractional.low / all },
  ]);
  return new Map(figures);
}

const noHours: ShareHours = { low: 0, high: 0 };

function plus(sum: ShareHours, more: ShareHours, weight: number): ShareHours {
  return { low: sum.low + more.low * weight, high: sum.high + more.high * weight };
}

/** The last day with looks, outlet by outlet and hour by hour. */
export async function frontPageStrip(
  db: Handle,
  query: FigureQuery,
  personId?: string,
): Promise<FrontPageStrip | null> {
  const { looks, items, unknownHours, knownHours } = await itemHours(db, query);
  const dayOf = (look: StoredLook) => dayIn(look.timeZone, look.scheduledAt);
  const day = looks.map(dayOf).toSorted().at(-1);
  if (day === undefined) return null;
  const weights = new Map<string, number>();
  for (const row of await personsOfItems(db, [...items.keys()])) {
    // Of one person by 1/n; of everyone, an item with anyone in it counts whole.
    if (personId === undefined) weights.set(row.itemId, 1);
    else if (row.personId === personId) weights.set(row.itemId, row.fraction);
  }
  const own = looks.filter((look) => dayOf(look) === day);
  return { day, cells: stripCells(own, weights), unknownHours, knownHours };
}

function stripCells(
  looks: readonly StoredLook[],
  weights: ReadonlyMap<string, number>,
): StripCell[] {
  const hourOf = ({ timeZone, scheduledAt }: StoredLook) =>
    Number(
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
        scheduledAt,
      ),
    );
  const cells = Map.groupBy(looks, (look) => `${look.outletId} ${hourOf(look)}`);
  return [...cells.values()].map((inHour) => {
    const [first] = inHour as [StoredLook];
    const good = inHour.filter((look) => look.good);
    const shares = good.map(({ shares: own }) =>
      Object.entries(own).reduce((sum, [id, share]) => sum + share * (weights.get(id) ?? 0), 0),
    );
    // An hour with a failed look among good ones is known by the good ones.
    const share = good.length === 0 ? null : shares.reduce((a, b) => a + b, 0) / good.length;
    const snapshotId = good[0]?.id ?? null;
    return { outletId: first.outletId, hour: hourOf(first), share, snapshotId };
  });
}

/** How long an item held how much of its outlet's front page; null where it was never on one. */
export async function itemDwell(db: Handle, itemId: string): Promise<ItemDwell | null> {
  const looks = await looksAtItem(db, itemId, reference);
  if (looks.length === 0) return null;
  const { stories, unknownHours } = frontPageShareHours(withMissedSlots(looks));
  const ranks = looks.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  return {
    viewport: viewports[reference].name,
    hours: stories.get(itemId) ?? noHours,
    unknownHours,
    bestRank: Math.min(...ranks),
    spans: dwellSpans(looks, itemId),
  };
}

function dwellSpans(looks: readonly StoredLook[], itemId: string): DwellSpan[] {
  return looks.slice(1).map((after, index) => {
    const before = looks[index] as StoredLook;
    const isKnown = before.good && after.good && !isMissedBetween(before, after);
    const ends = [before.shares[itemId] ?? 0, after.shares[itemId] ?? 0];
    return {
      from: before.scheduledAt.toISOString(),
      until: after.scheduledAt.toISOString(),
      low: isKnown ? Math.min(...ends) : null,
      high: isKnown ? Math.max(...ends) : null,
      snapshotId: before.id,
    };
  });
}

/** A snapshot with all its boxes; null where there is none in the world on screen. */
export async function snapshotPage(db: Handle, id: string): Promise<SnapshotPage | null> {
  const stored = await loadSnapshot(db, id);
  if (!stored || stored.demo !== (await demoIsShown(db))) return null;
  const { demo: _, viewport, width, height, scheduledAt, takenAt, thumbnailHash, ...page } = stored;
  const sameDay = await looksOfDay(db, stored);
  return {
    ...page,
    viewport: { name: viewport, width, height },
    scheduledAt: scheduledAt.toISOString(),
    takenAt: takenAt.toISOString(),
    hasPicture: thumbnailHash !== null,
    stories: (await snapshotPlacements(db, id)).map(({ placement, itemId, share }) => ({
      ...placement,
      itemId,
      share,
    })),
    sameDay: sameDay.map(({ id: look, at, good }) => ({ id: look, at: at.toISOString(), good })),
  };
}

/** Hash of the reduced picture of a snapshot; null where there is none on screen. */
export async function pictureHash(db: Handle, id: string): Promise<string | null> {
  const stored = await loadSnapshot(db, id);
  return stored && stored.demo === (await demoIsShown(db)) ? stored.thumbnailHash : null;
}
