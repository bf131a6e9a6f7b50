import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Stories that an outlet tells more than once, month by month: those that lie inside it add up
// (`inside`), those that reach into another are counted by name, as persons' stories are.
const tables = [
  'alter table rollup_repeats add column first_day text collate "C" not null default \'\'',
  'alter table rollup_repeats add column last_day text collate "C" not null default \'\'',
  'alter table rollup_repeats alter column first_day drop default',
  'alter table rollup_repeats alter column last_day drop default',
  'alter table rollup_outlets add column inside integer not null default 0',
  // A worker of the version before, which knows nothing of it, fails whole instead of saying 0.
  'alter table rollup_outlets alter column inside drop default',
  `create table rollup_repeats_reaching (
    outlet_id text collate "C" not null,
    month text collate "C" not null,
    cluster_id text collate "C" not null,
    primary key (outlet_id, month, cluster_id)
  )`,
];

/** Fills what is new from the sums there are, so that nothing need be summed anew. */
export const backfills: readonly string[] = [
  `update rollup_repeats r set first_day = s.first_day, last_day = s.last_day
    from (select told.cluster_id, min(told.day) as first_day, max(told.day) as last_day
      from (select c.cluster_id, i.day from clusters c join items i on i.id = c.item_id
        union all select i.id, i.day from items i
          where i.id in (select cluster_id from rollup_repeats)) told
      group by told.cluster_id) s
    where s.cluster_id = r.cluster_id`,
  `with stories as (
      select outlet_id, left(day, 7) as month, cluster_id,
        bool_or(first_day < left(day, 7) || '-01' or last_day > left(day, 7) || '-31') as is_reaching
      from rollup_repeats group by 1, 2, 3
    ), reaching as (
      insert into rollup_repeats_reaching (outlet_id, month, cluster_id)
      select outlet_id, month, cluster_id from stories where is_reaching
    ), counted as (
      select outlet_id, month, count(*) as inside from stories where not is_reaching group by 1, 2
    )
    update rollup_outlets r set inside = c.inside from counted c
    where r.outlet_id = c.outlet_id and r.span = 'month ' || c.month`,
  // Days of all outlets of a world together: a story that ten outlets tell is one row, not ten.
  `insert into rollup_copies (outlet_id, day, person_id, cluster_id, first_day, last_day)
    select case when o.demo then '*demo' else '*' end, c.day, c.person_id, c.cluster_id,
      min(c.first_day), max(c.last_day)
    from rollup_copies c join outlets o on o.id = c.outlet_id group by 1, 2, 3, 4 order by 1, 2, 3`,
];

/** Long periods count stories that are told twice without going through every day. */
export const toldByMonth: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...tables, ...backfills]) await sql.raw(statement).execute(db);
  },
};
