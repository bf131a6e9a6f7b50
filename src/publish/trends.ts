import {
  dataExtent,
  type Handle,
  outletDayCounts,
  outletPersonSums,
  personDaySums,
  personSpanSums,
  spanTotals,
} from '../../db/index.ts';
import type {
  ChangedShare,
  CoverageDay,
  Day,
  FigureQuery,
  FigureSet,
  OutletDay,
  OutletShare,
  Period,
  PersonLine,
  ShareChange,
  ShareTrend,
  SpanPart,
} from '../domain/index.ts';
import { leastWholePart } from '../domain/index.ts';
import { addDays, dayCount, daysOf, monthsOf } from './charts/day-spans.ts';

/** What shares of coverage need of the figures of a query. */
export type ShareFigures = Pick<FigureSet, 'itemsCaptured' | 'persons'>;

/** What is read of a query, as `numbers.ts` reads it. */
interface Readers {
  readonly shares: (db: Handle, query: FigureQuery) => Promise<ShareFigures>;
  readonly coverage: (db: Handle, query: FigureQuery) => Promise<readonly CoverageDay[]>;
}

/** Share of coverage span by span; a span with more than a slight gap is unknown, not small. */
export async function shareTrend(
  db: Handle,
  query: FigureQuery,
  given: { readonly spans: readonly Period[] } & Pick<FigureSet, 'coverage' | 'persons'>,
): Promise<ShareTrend> {
  const { coverage, persons, spans } = given;
  const personIds = persons.map(({ personId }) => personId);
  const totals = await spanTotals(db, query, spans);
  const rows = await personSpanSums(db, query, { personIds, spans });
  const own = new Map(rows.map((row) => [`${row.personId} ${row.span}`, row.itemsFractional]));
  const days = dayParts(coverage);
  const parts = spans.map((span) => partOf(days, span));
  return {
    spans,
    parts,
    persons: persons.map(({ personId, name }) => ({
      personId,
      name,
      shares: totals.map((all, span) =>
        isBroken(parts[span]) || all === 0 ? null : (own.get(`${personId} ${span}`) ?? 0) / all,
      ),
    })),
  };
}

/** A span nobody has a row of was never looked at: a gap as well. */
function isBroken(part: SpanPart | undefined): boolean {
  return part === undefined || part.all === 0 || part.whole / part.all < leastWholePart;
}

function partOf(days: ReadonlyMap<Day, SpanPart>, span: Period): SpanPart {
  const inside = daysOf(span).flatMap((day) => days.get(day) ?? []);
  const sum = (key: keyof SpanPart) => inside.reduce((total, part) => total + part[key], 0);
  return { whole: sum('whole'), all: sum('all') };
}

/** The ledger's days, their outlets together. */
function dayParts(coverage: readonly CoverageDay[]): ReadonlyMap<Day, SpanPart> {
  const days = new Map<Day, SpanPart>();
  for (const { day, gap, captured } of coverage) {
    const { whole, all } = days.get(day) ?? { whole: 0, all: 0 };
    days.set(day, { whole: whole + Number(gap === null && captured !== null), all: all + 1 });
  }
  return days;
}

/** Items with and without persons of every outlet's day; gaps are null. */
export async function outletDays(
  db: Handle,
  query: FigureQuery,
  coverage: readonly CoverageDay[],
): Promise<OutletDay[]> {
  const rows = await outletDayCounts(db, query);
  const counts = new Map(rows.map((row) => [`${row.outletId} ${row.day}`, row]));
  return coverage.map(({ outletId, day, gap, captured }) => {
    if (gap !== null || captured === null)
      return { outletId, day, items: null, itemsWithPersons: null };
    const { items = 0, itemsWithPersons = 0 } = counts.get(`${outletId} ${day}`) ?? {};
    return { outletId, day, items, itemsWithPersons };
  });
}

/** Items a day of some persons; a day with a gap at any outlet is unknown. */
export async function personLines(
  db: Handle,
  query: FigureQuery,
  given: { readonly personIds: readonly string[]; readonly coverage: readonly CoverageDay[] },
): Promise<PersonLine[]> {
  const rows = await personDaySums(db, given.personIds, query);
  const counts = new Map(rows.map(({ personId, day, items }) => [`${personId} ${day}`, items]));
  const days = dayParts(given.coverage);
  const isGap = (part: SpanPart | undefined) => part === undefined || part.whole < part.all;
  const known = daysOf(query.period).map((day) => ({ day, broken: isGap(days.get(day)) }));
  return given.personIds.map((personId) => ({
    personId,
    days: known.map(({ day, broken }) => ({
      day,
      value: broken ? null : (counts.get(`${personId} ${day}`) ?? 0),
    })),
  }));
}

/** Some persons' part in every outlet. */
export async function outletShares(
  db: Handle,
  query: FigureQuery,
  personIds: readonly string[],
): Promise<OutletShare[]> {
  const rows = await outletPersonSums(db, query, personIds);
  return rows.map(({ outletId, personId, items, itemsFractional, outletFractional }) => ({
    outletId,
    personId,
    items,
    share: itemsFractional / outletFractional,
  }));
}

/** Whose share changed most against the period before, or within the period. */
export async function shareChange(
  db: Handle,
  query: FigureQuery,
  read: Readers,
): Promise<ShareChange | null> {
  const extent = await dataExtent(db, query.demo);
  const periods = extent && comparedPeriods(query.period, extent);
  if (!periods) return null;
  const [before, after] = [
    await read.shares(db, { ...query, period: periods.before }),
    await read.shares(db, { ...query, period: periods.after }),
  ];
  if (before.itemsCaptured === 0 || after.itemsCaptured === 0) return null;
  const changes = changesOf(before, after);
  const gapDays = async (period: Period) => {
    // A part of what is on screen has been read with it.
    const isPart = period.from >= query.period.from && period.to <= query.period.to;
    const coverage = await read.coverage(db, isPart ? query : { ...query, period });
    return gapDaysIn(coverage, period);
  };
  return {
    ...periods,
    gapDays: { before: await gapDays(periods.before), after: await gapDays(periods.after) },
    risen: changes.findLast((change) => change.after > change.before) ?? null,
    fallen: changes.find((change) => change.after < change.before) ?? null,
  };
}

/** From so many months on a period is halved between months, whose sums are read at once. */
const halvedByMonths = 6;

/** The same number of days just before; else the two halves. Null for a single day. */
export function comparedPeriods(period: Period, extent: Period) {
  const days = dayCount(period);
  const earlier = { from: addDays(period.from, -days), to: addDays(period.from, -1) };
  if (earlier.from >= extent.from) return { before: earlier, after: period };
  const months = wholeMonths(period);
  if (months.length >= halvedByMonths && months.length % 2 === 0) {
    const middle = `${months[months.length / 2]}-01`;
    return {
      before: { from: period.from, to: addDays(middle, -1) },
      after: { from: middle, to: period.to },
    };
  }
  const half = Math.floor(days / 2);
  if (half === 0) return null;
  return {
    before: { from: period.from, to: addDays(period.from, half - 1) },
    after: { from: addDays(period.to, 1 - half), to: period.to },
  };
}

/** The months a period is made of; none where it begins or ends within one. */
function wholeMonths(period: Period): readonly string[] {
  const isWhole = period.from.endsWith('-01') && addDays(period.to, 1).endsWith('-01');
  return isWhole ? monthsOf(period) : [];
}

/** From the largest fall to the largest rise. */
function changesOf(before: ShareFigures, after: ShareFigures): ChangedShare[] {
  const shares = new Map(after.persons.map((person) => [person.personId, person]));
  const ids = new Map(
    [...before.persons, ...after.persons].map(({ personId, name }) => [personId, name]),
  );
  const earlier = new Map(before.persons.map((person) => [person.personId, person]));
  return [...ids]
    .map(([personId, name]) => ({
      personId,
      name,
      before: earlier.get(personId)?.shareOfCoverage ?? 0,
      after: shares.get(personId)?.shareOfCoverage ?? 0,
    }))
    .toSorted((one, other) => one.after - one.before - (other.after - other.before));
}

function gapDaysIn(coverage: readonly CoverageDay[], { from, to }: Period): number {
  return coverage.filter(
    ({ day, gap, captured }) => day >= from && day <= to && (gap !== null || captured === null),
  ).length;
}
