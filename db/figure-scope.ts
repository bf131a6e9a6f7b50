import { sql } from 'kysely';
import type { Day, FigureQuery, Period } from '../src/domain/index.ts';
import { once } from './batch.ts';
import type { OutletDayKey } from './rollup-rows.ts';
import type { Handle } from './schema.ts';

/** Spans of a rollup from one to another, both included. */
interface SpanRange {
  readonly from: string;
  readonly to: string;
}

/** What a query is answered from: rollups where they are right, rows where they are not yet. */
export interface FigureScope {
  readonly query: FigureQuery;
  /** Days of the query changed since they were summed: their rollups are left out. */
  readonly stale: readonly OutletDayKey[];
  /** Days and whole months that make up the period; no month with a stale day among them. */
  readonly ranges: readonly SpanRange[];
  /** The days among them. */
  readonly dayRanges: readonly SpanRange[];
  /** The months among them, as `2026-03`. */
  readonly monthRanges: readonly SpanRange[];
}

/** Finds what of a query has been summed; call it in the snapshot that reads the figures. */
export function figureScope(db: Handle, query: FigureQuery): Promise<FigureScope> {
  return once(db, ['figureScope', query], () => readScope(db, query));
}

async function readScope(db: Handle, query: FigureQuery): Promise<FigureScope> {
  const { period, outlets, demo } = query;
  const { rows: stale } = await sql<OutletDayKey>`
    select distinct s.outlet_id as "outletId", s.day
    from stale_days s join outlets o on o.id = s.outlet_id and o.demo = ${demo}
    where s.day between ${period.from} and ${period.to}
      and (${outlets}::text[] is null or o.id = any(${outlets}::text[]))`.execute(db);
  return { query, stale, ...spansOf(period, new Set(stale.map(({ day }) => day.slice(0, 7)))) };
}

/** Cuts a period into whole months and the days before, between and after them. */
function spansOf(
  period: { readonly from: Day; readonly to: Day },
  staleMonths: ReadonlySet<string>,
): Pick<FigureScope, 'ranges' | 'dayRanges' | 'monthRanges'> {
  const { from, to } = period;
  const first = from.endsWith('-01') ? from.slice(0, 7) : monthAfter(from.slice(0, 7));
  const last = to === lastDayOf(to.slice(0, 7)) ? to.slice(0, 7) : monthBefore(to.slice(0, 7));
  if (first > last) return joined([{ from, to }], []);
  const dayRanges: SpanRange[] = [];
  const monthRanges: SpanRange[] = [];
  if (from < `${first}-01`) dayRanges.push({ from, to: `${monthBefore(first)}-31` });
  let start = first;
  for (const month of [...staleMonths].toSorted()) {
    if (month < first || month > last) continue;
    if (start < month) monthRanges.push({ from: start, to: monthBefore(month) });
    dayRanges.push({ from: `${month}-01`, to: `${month}-31` });
    start = monthAfter(month);
  }
  if (start <= last) monthRanges.push({ from: start, to: last });
  if (to > `${last}-31`) dayRanges.push({ from: `${monthAfter(last)}-01`, to });
  return joined(dayRanges, monthRanges);
}

function joined(dayRanges: readonly SpanRange[], monthRanges: readonly SpanRange[]) {
  const months = monthRanges.map(({ from, to }) => ({ from: `month ${from}`, to: `month ${to}` }));
  return { dayRanges, monthRanges, ranges: [...dayRanges, ...months] };
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? monthName(year + 1, 1) : monthName(year, number + 1);
}

function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 1 ? monthName(year - 1, 12) : monthName(year, number - 1);
}

function monthName(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function lastDayOf(month: string): Day {
  const days = new Date(
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0),
  ).getUTCDate();
  return `${month}-${days}`;
}

/** `ranges (first, last)` */
export function rangeRows(ranges: readonly SpanRange[]) {
  return sql`unnest(${ranges.map(({ from }) => from)}::text[],
    ${ranges.map(({ to }) => to)}::text[]) as ranges (first, last)`;
}

/** `stale (outlet_id, day)` */
export function staleRows({ stale }: FigureScope) {
  return sql`unnest(${stale.map(({ outletId }) => outletId)}::text[],
    ${stale.map(({ day }) => day)}::text[]) as stale (outlet_id, day)`;
}

/** Outlets of a rollup: those chosen, else those of the world. */
export function outletsOf({ query }: FigureScope) {
  const { outlets, demo } = query;
  return sql`(select id from outlets where demo = ${demo}
    and (${outlets}::text[] is null or id = any(${outlets}::text[]))) as o (id)`;
}

/** Name under which all outlets of a world are summed. */
export function everyone({ query }: FigureScope): string {
  return query.demo ? '*demo' : '*';
}

/** Rows of `rollup_persons` to add: those of all outlets together, else of the chosen ones. */
export function summedOutlets(scope: FigureScope) {
  if (scope.query.outlets !== null) return outletsOf(scope);
  return sql`(values (${everyone(scope)}::text)) as o (id)`;
}

/** The same for sums of some spans: whole months where no span begins or ends within one. */
export function bySpans(scope: FigureScope, spans: readonly Period[]): FigureScope {
  const { from, to } = scope.query.period;
  const isWhole = (span: Period) =>
    (span.from === from || span.from.endsWith('-01')) &&
    (span.to === to || span.to === lastDayOf(span.to.slice(0, 7)));
  return spans.every(isWhole) ? scope : byDay(scope);
}

/** First day of a rollup's span: `2026-03-14` of itself, `2026-03-01` of `month 2026-03`. */
export const firstDayOfSpan = sql`case when span like 'month %' then substr(span, 7) || '-01'
  else span end`;

/** The same, day by day. */
export function byDay(scope: FigureScope): FigureScope {
  const days = [scope.query.period];
  return { ...scope, ranges: days, dayRanges: days, monthRanges: [] };
}
