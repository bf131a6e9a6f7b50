import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// `span` is a day (2026-03-14) or a whole month (month 2026-03). In `rollup_persons` the outlet `*`
// stands for all of the real world, `*demo` for all of the demo. Months are sums of their days, so
// that mending an old day changes one month and no later row, as totals that run on would.
const tables = [
  `create table rollup_outlets (
    outlet_id text collate "C" not null references outlets on delete cascade,
    span text collate "C" not null,
    items integer not null,
    items_with_persons integer not null,
    singles integer not null,
    mentions integer not null,
    words double precision not null,
    column_inches numeric not null,
    fraction numeric not null,
    unmeasured integer not null,
    method_versions text[] not null,
    primary key (outlet_id, span)
  )`,
  `create table rollup_persons (
    outlet_id text collate "C" not null,
    span text collate "C" not null,
    person_id text collate "C" not null,
    items integer not null,
    singles integer not null,
    inside integer not null,
    mentions integer not null,
    words integer not null,
    fraction numeric not null,
    column_inches numeric not null,
    unmeasured integer not null,
    uncertain integer not null,
    headline integer not null,
    standfirst integer not null,
    first_paragraph integer not null,
    first_third integer not null,
    later integer not null,
    caption_only integer not null,
    primary key (outlet_id, span, person_id)
  )`,
  `create index rollup_persons_by_person on rollup_persons (outlet_id, person_id, span)
    include (items, fraction)`,
  // Stories that persons have where others tell them too; from `first_day` to `last_day`.
  `create table rollup_copies (
    outlet_id text collate "C" not null,
    day text collate "C" not null,
    person_id text collate "C" not null,
    cluster_id text collate "C" not null,
    first_day text collate "C" not null,
    last_day text collate "C" not null,
    primary key (outlet_id, day, person_id, cluster_id)
  )`,
  // Stories that an outlet tells more than once.
  `create table rollup_repeats (
    outlet_id text collate "C" not null,
    day text collate "C" not null,
    cluster_id text collate "C" not null,
    primary key (outlet_id, day, cluster_id)
  )`,
  // Of a person's stories of a month, those that reach into another; the others are "inside".
  `create table rollup_reaching (
    world text collate "C" not null,
    month text collate "C" not null,
    person_id text collate "C" not null,
    cluster_id text collate "C" not null,
    primary key (world, month, person_id, cluster_id)
  )`,
  `create table rollup_items (
    person_id text collate "C" not null,
    sorted_at timestamptz not null,
    item_id text collate "C" not null,
    outlet_id text collate "C" not null,
    day text collate "C" not null,
    primary key (person_id, sorted_at, item_id)
  )`,
  'create index rollup_items_by_day on rollup_items (outlet_id, day)',
  'create index items_by_outlet_time on items (outlet_id, sorted_at desc, id desc)',
  'create index stale_days_by_day on stale_days (outlet_id, day)',
];

// Who leaves or joins the register leaves or joins the figures of every day they are mentioned on.
const marks = [
  `create or replace function mark_item_day() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' then
      insert into stale_days values (old.outlet_id, old.day);
      insert into stale_days select i.outlet_id, i.day from clusters mine
        join clusters c on c.cluster_id = mine.cluster_id join items i on i.id = c.item_id
        where mine.item_id = old.id;
    end if;
    if tg_op <> 'DELETE' then insert into stale_days values (new.outlet_id, new.day); end if;
    -- A story is named after an item; it counts as one with it even while that is in no story.
    insert into stale_days select i.outlet_id, i.day from clusters c join items i on i.id = c.item_id
      where c.cluster_id = coalesce(new.id, old.id);
    return null;
  end $$`,
  `create function mark_person_days() returns trigger language plpgsql as $$ begin
    insert into stale_days select distinct i.outlet_id, i.day
      from mentions m join items i on i.id = m.item_id
      where m.person_id = coalesce(new.id, old.id);
    return null;
  end $$`,
  `create trigger persons_mark_days after insert or delete on persons
    for each row execute function mark_person_days()`,
  // An item's days are summed for the first time by the next refresh.
  'insert into stale_days select distinct outlet_id, day from items',
];

/** Sums by day and month, so that no page adds up rows of items. */
export const rollups: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...tables, ...marks]) await sql.raw(statement).execute(db);
  },
};
