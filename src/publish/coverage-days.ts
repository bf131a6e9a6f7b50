import type { CoverageDay, Day, Period, SeriesPoint } from '../domain/index.ts';

/** Every day of a period, both ends included; none if it ends before it begins. */
export function daysOf(period: Period): Day[] {
  const days: Day[] = [];
  const dayMs = 86_400_000;
  for (let at = Date.parse(period.from); at <= Date.parse(period.to); at += dayMs)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** The part two periods share; null if none. */
export function sharedPeriod(one: Period, other: Period): Period | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}

/** First and last day an outlet published; left out where unknown or still open. */
interface OutletLife {
  readonly outletId: string;
  readonly from?: Day;
  readonly until?: Day;
}

/**
 * The ledger with a row for every outlet and day: nobody looked where it has none. Days before an
 * outlet's first and after its last are no gaps, so they have a row only if the ledger has one.
 */
export function everyDay(options: {
  readonly outlets: readonly OutletLife[];
  readonly days: readonly Day[];
  readonly ledger: readonly CoverageDay[];
}): CoverageDay[] {
  const ledger = Map.groupBy(options.ledger, ({ outletId }) => outletId);
  return options.outlets.flatMap(({ outletId, from = '', until = '9999' }) => {
    const known = new Map((ledger.get(outletId) ?? []).map((row) => [row.day, row]));
    return options.days.flatMap((day): CoverageDay[] => {
      const row = known.get(day);
      if (row) return [row];
      if (day < from || day > until) return [];
      return [{ outletId, day, captured: null, expected: null, failed: 0, gap: 'not-crawled' }];
    });
  });
}

/** A number of items of one outlet's day, or of all outlets'. */
interface DayItems {
  readonly outletId: string | null;
  readonly day: Day;
  readonly items: number;
}

/** What the lines of a person are drawn from. */
interface SeriesParts {
  /** Of every outlet of the line for all. */
  readonly coverage: readonly CoverageDay[];
  /** The outlets that have a line of their own. */
  readonly outletIds: ReadonlySet<string>;
  /** The person's items, and all that were captured; `outletId` null = all outlets together. */
  readonly own: readonly DayItems[];
  readonly captured: readonly DayItems[];
}

/**
 * A line for all outlets (`outletId` null) and one for some of them, by day: a person's items
 * beside all that were captured. A day with a gap is null, in the line for all as soon as one
 * outlet has one: a sum without it would look like a fall.
 */
export function seriesOf({ coverage, outletIds, own, captured }: SeriesParts): SeriesPoint[] {
  const byDay = (rows: readonly DayItems[]) =>
    new Map(rows.map(({ outletId, day, items }) => [`${outletId} ${day}`, items]));
  const ownOf = byDay(own);
  const capturedOf = byDay(captured);
  const point = (outletId: string | null, day: Day, isGap: boolean): SeriesPoint => {
    if (isGap) return { outletId, day, items: null, itemsCaptured: null };
    const key = `${outletId} ${day}`;
    const [items = 0, itemsCaptured = 0] = [ownOf.get(key), capturedOf.get(key)];
    return { outletId, day, items, itemsCaptured };
  };
  const days = new Map<Day, boolean>();
  for (const { day, gap } of coverage) days.set(day, days.get(day) === true || gap !== null);
  const all = [...days].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...all.map(([day, isGap]) => point(null, day, isGap)),
    ...coverage
      .filter(({ outletId }) => outletIds.has(outletId))
      .map(({ outletId, day, gap }) => point(outletId, day, gap !== null)),
  ];
}
