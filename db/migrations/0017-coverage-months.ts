import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const of = `c.outlet_id = t.outlet_id and c.day between t.month || '-01' and t.month || '-31'`;

const statements = [
  // `days`: a JSON list of [day, captured, expected, failed, gap], in the order of the days.
  `create table coverage_months (
    outlet_id text collate "C" not null,
    month text collate "C" not null,
    days text not null,
    primary key (outlet_id, month)
  )`,
  `create function pack_coverage() returns trigger language plpgsql as $$ begin
    insert into coverage_months (outlet_id, month, days)
      select t.outlet_id, t.month,
        json_agg(json_build_array(c.day, c.captured, c.expected, c.failed, c.gap) order by c.day)
      from (select distinct outlet_id, left(day, 7) as month from changed) t
        join coverage c on ${of}
      group by t.outlet_id, t.month
      on conflict (outlet_id, month) do update set days = excluded.days;
    if tg_op = 'DELETE' then
      delete from coverage_months m using changed
        where m.outlet_id = changed.outlet_id and m.month = left(changed.day, 7)
          and not exists (select from coverage c where c.outlet_id = m.outlet_id
            and c.day between m.month || '-01' and m.month || '-31');
    end if;
    return null;
  end $$`,
  `create function clear_coverage_months() returns trigger language plpgsql as $$ begin
    delete from coverage_months;
    return null;
  end $$`,
  ...['insert', 'update', 'delete'].map(
    (change) => `create trigger coverage_pack_${change} after ${change} on coverage
      referencing ${change === 'delete' ? 'old' : 'new'} table as changed
      for each statement execute function pack_coverage()`,
  ),
  `create trigger coverage_pack_truncate after truncate on coverage
    for each statement execute function clear_coverage_months()`,
  // Every row there is goes through the trigger once.
  'update coverage set failed = failed',
];

/**
 * The ledger of each outlet's month in one row, as its days: a year of sixty outlets is read as 720
 * rows instead of 22,000.
 */
export const coverageMonths: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
