import { sql } from 'kysely';
import { inTransaction } from './batch.ts';
import {
  copiesOfDays,
  itemsOfDays,
  listed,
  type OutletDayKey,
  outletSumColumns,
  outletSumsOfDays,
  personSumColumns,
  personSumsOfDays,
  summed,
} from './rollup-rows.ts';
import type { Handle } from './schema.ts';

/**
 * Two refreshes at once would each sum a month without the other's day: they come one after the
 * other, until the end of the transaction.
 */
async function queueUp(db: Handle): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('column-inches rollups', 0))`.execute(db);
}

/** Takes stale days out of the list, at most `limit`, in the transaction that mends them. */
export async function takeStaleDays(db: Handle, limit: number): Promise<OutletDayKey[]> {
  await queueUp(db);
  const { rows } = await sql<OutletDayKey>`
    with chosen as (
      select distinct outlet_id, day from stale_days order by day desc, outlet_id limit ${limit}
    ), taken as (
      delete from stale_days s using chosen c
      where s.outlet_id = c.outlet_id and s.day = c.day
    )
    select outlet_id as "outletId", day from chosen`.execute(db);
  return rows;
}

/**
 * Sums some outlets' days anew, then the months they lie in. Call it with the days that
 * `takeStaleDays` gave, in its transaction.
 */
export async function refreshRollups(db: Handle, days: readonly OutletDayKey[]): Promise<void> {
  if (days.length === 0) return;
  await inTransaction(db, async (now) => {
    await queueUp(now);
    await clearDays(now, days);
    await writeDays(now, days);
    await writeMonths(now, days);
    await writeWorlds(now, [...new Set(days.map(({ day }) => day))]);
    await writeStories(now, monthsOf(days));
    await writeRepeats(now, days);
  });
}

const monthOf = (day: string) => day.slice(0, 7);

function monthsOf(days: readonly OutletDayKey[]): string[] {
  return [...new Set(days.map(({ day }) => monthOf(day)))];
}

/** `given (outlet_id, span)` */
function given(keys: readonly (readonly [outletId: string, span: string])[]) {
  const outlets = keys.map(([outletId]) => outletId);
  const spans = keys.map(([, span]) => span);
  return sql`unnest(${outlets}::text[], ${spans}::text[]) as given (outlet_id, span)`;
}

async function clearDays(db: Handle, days: readonly OutletDayKey[]): Promise<void> {
  const keys = given(days.map(({ outletId, day }) => [outletId, day]));
  for (const table of ['rollup_outlets', 'rollup_persons'] as const)
    await sql`delete from ${sql.table(table)} r using ${keys}
      where r.outlet_id = given.outlet_id and r.span = given.span`.execute(db);
  for (const table of ['rollup_copies', 'rollup_repeats', 'rollup_items'] as const)
    await sql`delete from ${sql.table(table)} r using ${keys}
      where r.outlet_id = given.outlet_id and r.day = given.span`.execute(db);
}

async function writeDays(db: Handle, days: readonly OutletDayKey[]): Promise<void> {
  const outletColumns = sql`outlet_id, span, ${listed(outletSumColumns)}, method_versions`;
  const personColumns = sql`outlet_id, span, person_id, ${listed(personSumColumns)}`;
  const copyColumns = sql`outlet_id, day, person_id, cluster_id, first_day, last_day`;
  const repeatColumns = sql`outlet_id, day, cluster_id, first_day, last_day`;
  const itemColumns = sql`person_id, sorted_at, outlet_id, day`;
  await sql`with ${itemsOfDays(days)}, ${outletSumsOfDays()}, ${personSumsOfDays()},
      ${copiesOfDays()},
    outlets_in as (insert into rollup_outlets (${outletColumns}, inside)
      select ${outletColumns}, 0 from day_outlets),
    persons_in as (insert into rollup_persons (${personColumns}, inside)
      select ${personColumns}, 0 from day_sums),
    copies_in as (insert into rollup_copies (${copyColumns}) select ${copyColumns} from day_copies),
    repeats_in as (insert into rollup_repeats (${repeatColumns})
      select ${repeatColumns} from day_repeats)
    insert into rollup_items (item_id, ${itemColumns}) select id, ${itemColumns} from day_persons
      -- Two persons of an item may be corrected to the same one.
      on conflict do nothing`.execute(db);
}

/** `given (outlet_id, span)`: the months of outlets in which the days lie. */
function givenMonths(days: readonly OutletDayKey[]) {
  const pairs = new Map(
    days.map(({ outletId, day }) => [
      `${outletId} ${monthOf(day)}`,
      [outletId, monthOf(day)] as const,
    ]),
  );
  return given([...pairs.values()]);
}

/** Months of each outlet, from its days. */
async function writeMonths(db: Handle, days: readonly OutletDayKey[]): Promise<void> {
  const keys = givenMonths(days);
  const within = sql`r.outlet_id = given.outlet_id and r.span between given.span || '-01'
    and given.span || '-31'`;
  for (const table of ['rollup_outlets', 'rollup_persons'] as const)
    await sql`delete from ${sql.table(table)} r using ${keys}
      where r.outlet_id = given.outlet_id and r.span = 'month ' || given.span`.execute(db);
  await sql`insert into rollup_outlets
      (outlet_id, span, inside, ${listed(outletSumColumns)}, method_versions)
    select given.outlet_id, 'month ' || given.span, 0, ${summed(outletSumColumns)},
      (select array_agg(distinct version) from rollup_outlets r, unnest(r.method_versions) as version
        where ${within})
    from ${keys} join rollup_outlets r on ${within} group by given.outlet_id, given.span`.execute(
    db,
  );
  await sql`insert into rollup_persons
      (outlet_id, span, person_id, inside, ${listed(personSumColumns)})
    select given.outlet_id, 'month ' || given.span, r.person_id, 0, ${summed(personSumColumns)}
    from ${keys} join rollup_persons r on ${within}
    group by given.outlet_id, given.span, r.person_id`.execute(db);
}

/** Name of all outlets of a world together. */
const world = sql`case when o.demo then '*demo' else '*' end`;
const worlds = sql`(values ('*', false), ('*demo', true)) as w (world, demo)`;

/** Days and months of all outlets of a world together, and the stories of those days. */
async function writeWorlds(db: Handle, days: readonly string[]): Promise<void> {
  const months = [...new Set(days.map(monthOf))];
  const spans = [...days, ...months.map((month) => `month ${month}`)];
  await sql`delete from rollup_persons where outlet_id in ('*', '*demo')
    and span = any(${spans}::text[])`.execute(db);
  await sql`insert into rollup_persons
      (outlet_id, span, person_id, inside, ${listed(personSumColumns)})
    select ${world}, r.span, r.person_id, 0, ${summed(personSumColumns)}
    from outlets o join rollup_persons r on r.outlet_id = o.id and r.span = any(${spans}::text[])
    group by 1, r.span, r.person_id order by 1, r.span, r.person_id`.execute(db);
  await sql`delete from rollup_copies where outlet_id in ('*', '*demo')
    and day = any(${days}::text[])`.execute(db);
  await sql`insert into rollup_copies
      (outlet_id, day, person_id, cluster_id, first_day, last_day)
    select ${world}, c.day, c.person_id, c.cluster_id, min(c.first_day), max(c.last_day)
    from outlets o join rollup_copies c on c.outlet_id = o.id and c.day = any(${days}::text[])
    group by 1, c.day, c.person_id, c.cluster_id`.execute(db);
}

/**
 * Which stories of a month lie inside it (they can be added up) and which reach into another (they
 * are counted by name).
 */
async function writeStories(db: Handle, months: readonly string[]): Promise<void> {
  await sql`delete from rollup_reaching where month = any(${months}::text[])`.execute(db);
  await sql`with stories as (
      select distinct w.world, m.month, c.person_id, c.cluster_id,
        c.first_day < m.month || '-01' or c.last_day > m.month || '-31' as is_reaching
      from unnest(${months}::text[]) as m (month) cross join ${worlds}
        join outlets o on o.demo = w.demo
        join rollup_copies c on c.outlet_id = o.id
          and c.day between m.month || '-01' and m.month || '-31'
    ), reaching as (
      insert into rollup_reaching (world, month, person_id, cluster_id)
      select world, month, person_id, cluster_id from stories where is_reaching
    ), counted as (
      select world, month, person_id, count(*) as inside from stories where not is_reaching
      group by world, month, person_id
    )
    update rollup_persons r set inside = c.inside from counted c
    where r.outlet_id = c.world and r.span = 'month ' || c.month and r.person_id = c.person_id
    `.execute(db);
}

/** The same of the stories that an outlet tells more than once. */
async function writeRepeats(db: Handle, days: readonly OutletDayKey[]): Promise<void> {
  const keys = givenMonths(days);
  await sql`delete from rollup_repeats_reaching r using ${keys}
    where r.outlet_id = given.outlet_id and r.month = given.span`.execute(db);
  await sql`with stories as (
      select r.outlet_id, given.span as month, r.cluster_id,
        bool_or(r.first_day < given.span || '-01' or r.last_day > given.span || '-31') as is_reaching
      from ${keys} join rollup_repeats r on r.outlet_id = given.outlet_id
        and r.day between given.span || '-01' and given.span || '-31'
      group by r.outlet_id, given.span, r.cluster_id
    ), reaching as (
      insert into rollup_repeats_reaching (outlet_id, month, cluster_id)
      select outlet_id, month, cluster_id from stories where is_reaching
    ), counted as (
      select outlet_id, month, count(*) as inside from stories where not is_reaching
      group by outlet_id, month
    )
    update rollup_outlets r set inside = c.inside from counted c
    where r.outlet_id = c.outlet_id and r.span = 'month ' || c.month`.execute(db);
}
