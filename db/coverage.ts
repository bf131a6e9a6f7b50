import { type RawBuilder, sql } from 'kysely';
import type { CoverageDay, Day, FigureQuery, Period } from '../src/domain/index.ts';
import { inTransaction, once } from './batch.ts';
import type { Handle } from './schema.ts';

/** Which part of the ledger: days inclusive, in each outlet's zone; left out = all. */
export interface LedgerScope {
  readonly outlets?: readonly string[];
  readonly from?: Day;
  readonly to?: Day;
}

/** Missing more than this share of what is expected makes a day a gap, at which lines break. */
const gapShare = 0.1;

/** How many weeks back a day is compared with its own weekday, and how many must be whole. */
const weeksBack = 8;
const leastWeeks = 4;
/** Less than this share of what the weekday usually brings was not to be expected. */
const usualShare = 0.5;

/**
 * Writes the coverage ledger anew from fetches, leads and items: a row for every outlet and day of
 * which anything is known. Captured is null, not 0, where no source answered and nothing came.
 */
export async function refreshCoverage(db: Handle, scope: LedgerScope = {}): Promise<void> {
  const { outlets = null, from = '0000', to = '9999' } = scope;
  const inScope = sql`(${outlets}::text[] is null or outlet_id = any(${outlets}::text[]))
    and day between ${from} and ${to}`;
  await inTransaction(db, async (transaction) => {
    await sql`delete from coverage where ${inScope}`.execute(transaction);
    await sql`with ${knowledge(outlets)}, ${ledger()}
      insert into coverage (outlet_id, day, captured, expected, failed, gap)
      select outlet_id, day, captured, expected, failed, ${gapRule()} from ledger
      where ${inScope}`.execute(transaction);
  });
}

/** A site whose robots.txt cannot be had is down for us: nobody has said no. */
const siteIsDown = sql`(coalesce(error_code, '') = 'fetch/robots-unreachable')`;

/**
 * What each table knows of a day. Gone pages (404, 410) are nothing that could be captured. Of some
 * outlets nothing is read but their own rows: a ledger is written anew after every crawl.
 */
function knowledge(outlets: readonly string[] | null) {
  const chosen = (column: string) =>
    outlets === null ? sql`true` : sql`${sql.ref(column)} = any(${outlets}::text[])`;
  return sql`
    asked as (
      select outlet_id, day,
        count(*) filter (where outcome in ('ok', 'not-modified')) as answered,
        count(*) filter (where outcome = 'failed' or ${siteIsDown}) as unanswered,
        count(*) filter (where outcome = 'refused' and not ${siteIsDown}) as refused
      from fetches where kind = 'source' and ${chosen('outlet_id')} group by outlet_id, day
    ),
    tried as (
      select f.outlet_id, f.url_key, min(f.day) as day, bool_or(f.item_id is not null) as stored,
        bool_or(f.outcome in ('ok', 'not-modified')) as fetched,
        bool_or(f.outcome = 'refused' and not ${siteIsDown}) as refused, bool_or(f.status in (404, 410)) as gone
      from fetches f where f.kind = 'article' and ${chosen('f.outlet_id')}
      group by f.outlet_id, f.url_key
    ),
    missing as (
      select coalesce(t.outlet_id, l.outlet_id) as outlet_id,
        case when l.published_at is null then t.day else l.day end as day,
        case when t.url_key is null then 'not-crawled' when t.fetched then 'extraction-failed'
          when t.refused then 'refused' else 'outlet-unreachable' end as reason
      from tried t full join (select * from leads where ${chosen('outlet_id')}) l
        on l.outlet_id = t.outlet_id and l.url_key = t.url_key
      where t.stored is not true and t.gone is not true
        and (t.url_key is not null or l.published_at is not null)
        and not exists (select from items i
          where i.outlet_id = l.outlet_id and i.canonical_url = l.url and ${chosen('i.outlet_id')})
    ),
    lost as (
      select outlet_id, day, count(*) as missing,
        count(*) filter (where reason <> 'not-crawled') as failed,
        mode() within group (order by reason) as reason
      from missing group by outlet_id, day
    ),
    kept as (
      select outlet_id, day, count(*) as items from items where ${chosen('outlet_id')}
      group by outlet_id, day
    )`;
}

/**
 * Before an outlet's first day and after its last nothing is expected, so nothing is missing: such
 * a day has a row only for items dated on it.
 *
 * Expected is the largest of three: what the sources named, the outlet's habit, its weekday.
 */
function ledger() {
  return sql`
    days as (
      select known.outlet_id, known.day from (
          select outlet_id, day from asked union select outlet_id, day from lost) known
        join outlets o on o.id = known.outlet_id
      where known.day between coalesce(o.details->>'from', '0000')
        and coalesce(o.details->>'until', '9999')
      union select outlet_id, day from kept
    ),
    joined as (
      select d.outlet_id, d.day, coalesce(a.answered, 0) as answered,
        coalesce(a.unanswered, 0) as unanswered, coalesce(a.refused, 0) as refused,
        coalesce(k.items, 0) as items, coalesce(l.missing, 0) as missing,
        coalesce(l.failed, 0) as failed, l.reason,
        case when d.day between coalesce(o.details->>'from', '0000')
          and coalesce(o.details->>'until', '9999')
          then coalesce((o.details->'expectedItemsPerDay'->>'min')::integer, 0) else 0 end as habit
      from days d join outlets o on o.id = d.outlet_id
        left join asked a using (outlet_id, day) left join lost l using (outlet_id, day)
        left join kept k using (outlet_id, day)
    ),
    whole as (
      select outlet_id, day, items from joined
      where answered > 0 and missing <= ${gapShare}::float8 * (items + missing)
    ),
    usual as (
      select j.outlet_id, j.day,
        floor(${usualShare}::float8 * percentile_cont(0.5) within group (order by w.items))::integer
          as usual
      from joined j cross join generate_series(1, ${weeksBack}::integer) as back (weeks)
        join whole w on w.outlet_id = j.outlet_id
          and w.day = to_char(j.day::date - 7 * back.weeks, 'YYYY-MM-DD')
      group by j.outlet_id, j.day having count(*) >= ${leastWeeks}
    ),
    ledger as (
      select *, case when answered = 0 and items = 0 then null else items end as captured,
        case when answered = 0 and items + missing + habit + coalesce(usual, 0) = 0 then null
          else greatest(items + missing, habit, usual) end as expected
      from joined left join usual using (outlet_id, day)
    )`;
}

/** Null where the day's figures stand; else why they do not. */
function gapRule() {
  const silence = sql`case when unanswered > 0 then 'outlet-unreachable'
    when refused > 0 then 'refused' else 'not-crawled' end`;
  return sql`case when captured is null then ${silence}
    when missing > ${gapShare}::float8 * (items + missing) then reason
    when answered = 0 and items < habit then ${silence} end`;
}

/** Stored rows of the ledger, by outlet and day. Days without a row were never looked at. */
export function ledgerDays(db: Handle, query: FigureQuery): Promise<CoverageDay[]> {
  return once(db, ['ledgerDays', query], () => readLedgerDays(db, query));
}

/** A day as `coverage_months` keeps it, which triggers write from the rows of `coverage`. */
type PackedDay = readonly [
  day: CoverageDay['day'],
  captured: CoverageDay['captured'],
  expected: CoverageDay['expected'],
  failed: CoverageDay['failed'],
  gap: CoverageDay['gap'],
];

async function readLedgerDays(db: Handle, query: FigureQuery): Promise<CoverageDay[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<{ outletId: string; days: string }>`
    select m.outlet_id as "outletId", m.days
    from coverage_months m join outlets o on o.id = m.outlet_id and o.demo = ${demo}
    where (${outlets}::text[] is null or o.id = any(${outlets}::text[]))
      and m.month between ${period.from.slice(0, 7)} and ${period.to.slice(0, 7)}
    order by m.outlet_id, m.month`.execute(db);
  return rows.flatMap(({ outletId, days }) =>
    (JSON.parse(days) as PackedDay[])
      .filter(([day]) => day >= period.from && day <= period.to)
      .map(([day, captured, expected, failed, gap]) => ({
        outletId,
        day,
        captured,
        expected,
        failed,
        gap,
      })),
  );
}

/** Days around an item within which a day without any is a zero that belongs to the period. */
const quietDays = 7;

/** First or last day of an outlet's ledger rows, walked from that end of its index. */
function edgeOf(order: 'asc' | 'desc', condition: RawBuilder<unknown>) {
  return sql`(select c.day from coverage c where c.outlet_id = o.id and ${condition}
    order by c.day ${sql.raw(order)} limit 1)`;
}

/** A day some days before or after a day. */
function dayAway(column: string, days: number) {
  return sql`to_char(${sql.ref(column)}::date + ${sql.lit(days)}, 'YYYY-MM-DD')`;
}

/** What is known of a world's days at its edges; `quiet` are days without an item near some. */
function knownDays(demo: boolean) {
  const captured = sql`c.captured > 0`;
  const whole = sql`c.captured > 0 and c.gap is null`;
  return sql`o as (select id from outlets where demo = ${demo}),
    items_known as (
      select min(first) as first, max(last) as last from o cross join lateral (
        select (select min(day) from items where outlet_id = o.id) as first,
          (select max(day) from items where outlet_id = o.id) as last) as own
    ),
    ledger_known as (
      select min(first) as first, max(last) as last, min(whole_first) as whole_first,
        max(whole_last) as whole_last
      from o cross join lateral (
        select ${edgeOf('asc', captured)} as first, ${edgeOf('desc', captured)} as last,
          ${edgeOf('asc', whole)} as whole_first, ${edgeOf('desc', whole)} as whole_last) as own
    ),
    edges as (
      -- Two stretches of each outlet's index, and nothing of the years between them.
      select ${dayAway('i.first', -quietDays)} as first,
        least(l.whole_first, ${dayAway('i.last', quietDays + 1)}) as before
      from items_known i cross join ledger_known l
      union all select greatest(${dayAway('l.whole_last', 1)}, ${dayAway('i.first', -quietDays)}),
        ${dayAway('i.last', quietDays + 1)}
      from items_known i cross join ledger_known l where l.whole_last is not null
    ),
    quiet as (
      select c.day, c.gap is null as is_whole
      from o cross join edges e cross join lateral (
        select day, gap, captured from coverage c
        where c.outlet_id = o.id and c.day >= e.first and c.day < e.before offset 0) c
      where coalesce(c.captured, 0) = 0
        -- A quiet day far from every item is a look (or a replay), not a time with data.
        and exists (select from o p join items near on near.outlet_id = p.id and near.day
          between ${dayAway('c.day', -quietDays)} and ${dayAway('c.day', quietDays)})
    )`;
}

/**
 * First and last day with data of one world: days the ledger vouches for, else days of items; null
 * while there are none.
 */
export function dataExtent(db: Handle, demo: boolean): Promise<Period | null> {
  return once(db, ['dataExtent', demo], () => readDataExtent(db, demo));
}

async function readDataExtent(db: Handle, demo: boolean): Promise<Period | null> {
  const { rows } = await sql<{ from: Day | null; to: Day | null }>`with ${knownDays(demo)},
    quiet_known as (
      select min(day) as first, max(day) as last, min(day) filter (where is_whole) as whole_first,
        max(day) filter (where is_whole) as whole_last from quiet
    )
    select coalesce(least(l.whole_first, q.whole_first), least(i.first, l.first, q.first)) as "from",
      coalesce(greatest(l.whole_last, q.whole_last), greatest(i.last, l.last, q.last)) as "to"
    from items_known i cross join ledger_known l cross join quiet_known q`.execute(db);
  const { from = null, to = null } = rows[0] ?? {};
  return from !== null && to !== null ? { from, to } : null;
}
