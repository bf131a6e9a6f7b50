import { sql } from 'kysely';
import { inTransaction } from './batch.ts';
import { type Changed, writeDays } from './rollup-days.ts';
import {
  listed,
  type OutletDayKey,
  outletSumColumns,
  personSumColumns,
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
 * Sums some outlets' days anew, then what of their months and of all outlets together is not as it
 * was. Call it with the days that `takeStaleDays` gave, in its transaction.
 */
export async function refreshRollups(db: Handle, days: readonly OutletDayKey[]): Promise<void> {
  if (days.length === 0) return;
  await inTransaction(db, async (now) => {
    await queueUp(now);
    const changed = await writeDays(now, days);
    await writeOutletMonths(now, changed.outlets);
    await writePersonMonths(now, changed.persons);
    await writeWorldPersons(now, changed.persons);
    await writeWorldCopies(now, changed.copies);
    await writeStories(now, [...changed.persons, ...changed.copies]);
    await writeRepeats(now, [...changed.outlets, ...changed.repeats]);
  });
}

const monthOf = (day: string) => day.slice(0, 7);

/** Each month of an outlet once, in which something changed. */
function monthsOf<Key extends Changed>(keys: readonly Key[], named: (key: Key) => string): Key[] {
  const months = keys.map((key) => ({ ...key, day: monthOf(key.day) }));
  return [...new Map(months.map((key) => [`${key.day} ${named(key)}`, key])).values()];
}

/** `given (outlet_id, month)` */
function givenMonths(changed: readonly Changed[]) {
  const keys = monthsOf(changed, ({ outletId }) => outletId);
  const [outlets, months] = [keys.map((key) => key.outletId), keys.map((key) => key.day)];
  return sql`unnest(${outlets}::text[], ${months}::text[]) as given (outlet_id, month)`;
}

/** `given (span, person_id)`: whose sums, or copies, of which days or months changed. */
function givenPersons(changed: readonly Changed[], spanOf: (day: string) => string) {
  const keys = new Map(
    changed.map(({ day, personId }) => [`${spanOf(day)} ${personId}`, [spanOf(day), personId]]),
  );
  const [spans, persons] = [0, 1].map((at) => [...keys.values()].map((key) => key[at]));
  return sql`unnest(${spans}::text[], ${persons}::text[]) as given (span, person_id)`;
}

const within = sql`between given.month || '-01' and given.month || '-31'`;

/** Months of each outlet, from its days. */
async function writeOutletMonths(db: Handle, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const keys = givenMonths(changed);
  await sql`delete from rollup_outlets r using ${keys}
    where r.outlet_id = given.outlet_id and r.span = 'month ' || given.month`.execute(db);
  await sql`insert into rollup_outlets
      (outlet_id, span, inside, ${listed(outletSumColumns)}, method_versions)
    select given.outlet_id, 'month ' || given.month, 0, ${summed(outletSumColumns)},
      (select array_agg(distinct version) from rollup_outlets r, unnest(r.method_versions) as version
        where r.outlet_id = given.outlet_id and r.span ${within})
    from ${keys} join rollup_outlets r on r.outlet_id = given.outlet_id and r.span ${within}
    group by given.outlet_id, given.month`.execute(db);
}

/** Months of those persons at an outlet whose days changed there. */
async function writePersonMonths(db: Handle, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const keys = monthsOf(changed, ({ outletId, personId }) => `${outletId} ${personId}`);
  const columns = [
    keys.map((key) => key.outletId),
    keys.map((key) => key.day),
    keys.map((key) => key.personId),
  ].map((column) => sql`${column}::text[]`);
  const given = sql`unnest(${sql.join(columns)}) as given (outlet_id, month, person_id)`;
  await sql`delete from rollup_persons r using ${given}
    where r.outlet_id = given.outlet_id and r.span = 'month ' || given.month
      and r.person_id = given.person_id`.execute(db);
  await sql`insert into rollup_persons
      (outlet_id, span, person_id, inside, ${listed(personSumColumns)})
    select given.outlet_id, 'month ' || given.month, given.person_id, 0, ${summed(personSumColumns)}
    from ${given} cross join lateral (select * from rollup_persons r
        where r.outlet_id = given.outlet_id and r.person_id = given.person_id and r.span ${within}
        offset 0) r
    group by given.outlet_id, given.month, given.person_id`.execute(db);
}

/** Name of all outlets of a world together. */
const world = sql`case when o.demo then '*demo' else '*' end`;
const everyone = sql`('*', '*demo')`;

/** Days and months of all outlets of a world together, of those persons who changed. */
async function writeWorldPersons(db: Handle, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  for (const spanOf of [(day: string) => day, (day: string) => `month ${monthOf(day)}`]) {
    const keys = givenPersons(changed, spanOf);
    const spans = [...new Set(changed.map(({ day }) => spanOf(day)))];
    await sql`delete from rollup_persons r using ${keys} where r.outlet_id in ${everyone}
      and r.span = given.span and r.person_id = given.person_id`.execute(db);
    await sql`insert into rollup_persons
        (outlet_id, span, person_id, inside, ${listed(personSumColumns)})
      select ${world}, r.span, r.person_id, 0, ${summed(personSumColumns)}
      from outlets o cross join unnest(${spans}::text[]) as s (span)
        cross join lateral (select * from rollup_persons r
          where r.outlet_id = o.id and r.span = s.span offset 0) r
        join ${keys} on given.span = r.span and given.person_id = r.person_id
      group by 1, r.span, r.person_id order by 1, r.span, r.person_id`.execute(db);
  }
}

/** What the persons who changed share with others on a day, of all outlets of a world together. */
async function writeWorldCopies(db: Handle, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const keys = givenPersons(changed, (day) => day);
  const days = [...new Set(changed.map(({ day }) => day))];
  await sql`delete from rollup_copies c using ${keys} where c.outlet_id in ${everyone}
    and c.day = given.span and c.person_id = given.person_id`.execute(db);
  await sql`insert into rollup_copies
      (outlet_id, day, person_id, cluster_id, first_day, last_day)
    select ${world}, c.day, c.person_id, c.cluster_id, min(c.first_day), max(c.last_day)
    from outlets o cross join unnest(${days}::text[]) as d (day)
      cross join lateral (select * from rollup_copies c
        where c.outlet_id = o.id and c.day = d.day offset 0) c
      join ${keys} on given.span = c.day and given.person_id = c.person_id
    group by 1, c.day, c.person_id, c.cluster_id`.execute(db);
}

/**
 * Which stories of a person's month lie inside it (they can be added up) and which reach into
 * another (they are counted by name).
 */
async function writeStories(db: Handle, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const keys = givenPersons(changed, monthOf);
  const months = [...new Set(changed.map(({ day }) => monthOf(day)))];
  await sql`delete from rollup_reaching r using ${keys}
    where r.world in ${everyone} and r.month = given.span and r.person_id = given.person_id`.execute(
    db,
  );
  await sql`with stories as (
      select c.outlet_id as world, m.month, c.person_id, c.cluster_id,
        bool_or(c.first_day < m.month || '-01' or c.last_day > m.month || '-31') as is_reaching
      from unnest(${months}::text[]) as m (month) cross join unnest(array['*', '*demo']) as w (world)
        cross join lateral (select * from rollup_copies c where c.outlet_id = w.world
          and c.day between m.month || '-01' and m.month || '-31' offset 0) c
        join ${keys} on given.span = m.month and given.person_id = c.person_id
      group by c.outlet_id, m.month, c.person_id, c.cluster_id
    ), reaching as (
      insert into rollup_reaching (world, month, person_id, cluster_id)
      select world, month, person_id, cluster_id from stories where is_reaching
    ), counted as (
      select world, month, person_id, count(*) as inside from stories where not is_reaching
      group by world, month, person_id
    )
    update rollup_persons r set inside = coalesce(c.inside, 0)
    from ${keys} cross join unnest(array['*', '*demo']) as w (world) left join counted c
      on c.world = w.world and c.month = given.span and c.person_id = given.person_id
    where r.outlet_id = w.world and r.span = 'month ' || given.span
      and r.person_id = given.person_id and r.inside <> coalesce(c.inside, 0)`.execute(db);
}

/** The same of the stories that an outlet tells more than once. */
async function writeRepeats(db: Handle, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const keys = givenMonths(changed);
  await sql`delete from rollup_repeats_reaching r using ${keys}
    where r.outlet_id = given.outlet_id and r.month = given.month`.execute(db);
  await sql`with stories as (
      select r.outlet_id, given.month, r.cluster_id,
        bool_or(r.first_day < given.month || '-01' or r.last_day > given.month || '-31')
          as is_reaching
      from ${keys} join rollup_repeats r on r.outlet_id = given.outlet_id and r.day ${within}
      group by r.outlet_id, given.month, r.cluster_id
    ), reaching as (
      insert into rollup_repeats_reaching (outlet_id, month, cluster_id)
      select outlet_id, month, cluster_id from stories where is_reaching
    ), counted as (
      select outlet_id, month, count(*) as inside from stories where not is_reaching
      group by outlet_id, month
    )
    update rollup_outlets r set inside = coalesce(c.inside, 0) from ${keys} left join counted c
      on c.outlet_id = given.outlet_id and c.month = given.month
    where r.outlet_id = given.outlet_id and r.span = 'month ' || given.month
      and r.inside <> coalesce(c.inside, 0)`.execute(db);
}
