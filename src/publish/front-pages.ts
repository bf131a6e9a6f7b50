import { frontPageShareHours } from '../../analyzers/index.ts';
import {
  demoIsShown,
  frontPageLooks,
  type Handle,
  loadSnapshot,
  otherWindow,
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
  type SnapshotPage,
  type StripCell,
  viewports,
} from '../domain/index.ts';
import { hoursOfPages, isMissedBetween, withMissedSlots } from './page-hours.ts';

const reference = 'desktop';

/** Share-hours of every item on the front pages of a period, through the reference window. */
async function itemHours(db: Handle, query: FigureQuery) {
  const looks = await frontPageLooks(db, query, reference);
  const pages = hoursOfPages(looks);
  const items = pages.flatMap(({ stories }) => [...stories.keys()]);
  const sum = (hours: 'knownHours' | 'unknownHours') =>
    pages.reduce((all, page) => all + page[hours], 0);
  return { looks, items, unknownHours: sum('unknownHours'), knownHours: sum('knownHours') };
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
  for (const row of await personsOfItems(db, items)) {
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
    hours: stories.get(itemId) ?? { low: 0, high: 0 },
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
  const { screenshotHash: _whole, thumbnailHash, demo: _world, ...page } = stored;
  const { viewport, width, height, scheduledAt, takenAt, ...facts } = page;
  const sameDay = await looksOfDay(db, stored);
  return {
    ...facts,
    otherWindow: await otherWindow(db, stored),
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

/**
 * Hash of a snapshot's picture, reduced so that no text can be read unless the reader
 * `canSeeWholeTexts`; null where there is none on screen.
 */
export async function pictureHash(
  db: Handle,
  id: string,
  { canSeeWholeTexts = false }: { readonly canSeeWholeTexts?: boolean } = {},
): Promise<string | null> {
  const stored = await loadSnapshot(db, id);
  if (!stored || stored.demo !== (await demoIsShown(db))) return null;
  return canSeeWholeTexts ? stored.screenshotHash : stored.thumbnailHash;
}
