import { sql } from 'kysely';
import {
  copiesOfDays,
  itemsOfDays,
  listed,
  type OutletDayKey,
  outletSumColumns,
  outletSumsOfDays,
  personSumColumns,
  personSumsOfDays,
} from './rollup-rows.ts';
import type { Handle } from './schema.ts';

/** What is not as it was: an outlet's day, and whose line in it (empty: the outlet's own). */
export interface Changed extends OutletDayKey {
  readonly personId: string;
}

/** What a refresh of days changed; whatever is summed of it has to be summed anew. */
export interface ChangedDays {
  readonly outlets: readonly Changed[];
  readonly persons: readonly Changed[];
  readonly copies: readonly Changed[];
  readonly repeats: readonly Changed[];
}

/** A kind of lines of an outlet's day, and the fresh ones it should hold. */
interface DayLines {
  readonly table: 'rollup_outlets' | 'rollup_persons' | 'rollup_copies' | 'rollup_repeats';
  readonly fresh: string;
  /** What names a line, the outlet and its day first. */
  readonly keys: readonly [outlet: 'outlet_id', day: 'span' | 'day', ...more: string[]];
  readonly values: readonly string[];
}

const lines: Readonly<Record<keyof ChangedDays, DayLines>> = {
  outlets: {
    table: 'rollup_outlets',
    fresh: 'day_outlets',
    keys: ['outlet_id', 'span'],
    values: [...outletSumColumns, 'method_versions'],
  },
  persons: {
    table: 'rollup_persons',
    fresh: 'day_sums',
    keys: ['outlet_id', 'span', 'person_id'],
    values: personSumColumns,
  },
  copies: {
    table: 'rollup_copies',
    fresh: 'day_copies',
    keys: ['outlet_id', 'day', 'person_id', 'cluster_id'],
    values: ['first_day', 'last_day'],
  },
  repeats: {
    table: 'rollup_repeats',
    fresh: 'day_repeats',
    keys: ['outlet_id', 'day', 'cluster_id'],
    values: ['first_day', 'last_day'],
  },
};

/** Lines that keep a number which is worked out from the months: it begins at nothing. */
const withInside = new Set(['rollup_outlets', 'rollup_persons']);

/**
 * Common table expressions that bring one kind of lines up to date and leave alone what is as it
 * was: a crawl changes few of a day's lines, and whatever is written costs more than it reads.
 * `changed_*` holds the keys of what was not.
 */
function broughtUpToDate(kind: keyof ChangedDays) {
  const { table, fresh, keys, values } = lines[kind];
  const [before, changed] = [sql.table(`before_${kind}`), sql.table(`changed_${kind}`)];
  const of = (row: string, columns: readonly string[]) =>
    sql.join(columns.map((column) => sql.ref(`${row}.${column}`)));
  const same = sql.join(
    keys.map((key) => sql`r.${sql.ref(key)} = c.${sql.ref(key)}`),
    sql` and `,
  );
  const inside = withInside.has(table) ? sql`, inside` : sql``;
  const zero = withInside.has(table) ? sql`, 0` : sql``;
  return sql`${before} as materialized (
      select r.* from days d cross join lateral (select * from ${sql.table(table)} r
        where r.outlet_id = d.outlet_id and r.${sql.ref(keys[1])} = d.day offset 0) r
    ),
    ${changed} as materialized (
      select ${listed(keys)}, n.is_fresh is null as is_gone
      from (select *, true as is_fresh from ${sql.table(fresh)}) n full join ${before} b
        using (${listed(keys)})
      where (${of('n', values)}) is distinct from (${of('b', values)})
    ),
    ${sql.table(`gone_${kind}`)} as (
      delete from ${sql.table(table)} r using ${changed} c where c.is_gone and ${same}
    ),
    ${sql.table(`come_${kind}`)} as (
      insert into ${sql.table(table)} (${listed([...keys, ...values])}${inside})
      select ${of('r', [...keys, ...values])}${zero} from ${sql.table(fresh)} r
        join ${changed} c on ${same}
      on conflict (${listed(keys)}) do update set ${sql.join(
        values.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
      )}
    )`;
}

/** Brings the lines of some outlets' days up to date; answers which were not. */
export async function writeDays(db: Handle, days: readonly OutletDayKey[]): Promise<ChangedDays> {
  const kinds = Object.keys(lines) as (keyof ChangedDays)[];
  const { rows } = await sql<Changed & { kind: keyof ChangedDays }>`
    with ${itemsOfDays(days)}, ${outletSumsOfDays()}, ${personSumsOfDays()}, ${copiesOfDays()},
    ${sql.join(kinds.map(broughtUpToDate))},
    -- Two persons of an item may be corrected to the same one.
    listed_persons as materialized (
      select distinct person_id, sorted_at, id as item_id, outlet_id, day from day_persons
    ),
    listed_before as materialized (
      select r.* from days d cross join lateral (select * from rollup_items r
        where r.outlet_id = d.outlet_id and r.day = d.day offset 0) r
    ),
    unlisted as (
      delete from rollup_items r using listed_before b
      where r.person_id = b.person_id and r.sorted_at = b.sorted_at and r.item_id = b.item_id
        and not exists (select from listed_persons n where n.person_id = b.person_id
          and n.sorted_at = b.sorted_at and n.item_id = b.item_id)
    ),
    newly_listed as (
      insert into rollup_items (person_id, sorted_at, item_id, outlet_id, day)
      select * from (select * from listed_persons except select person_id, sorted_at, item_id,
        outlet_id, day from listed_before) n
      on conflict (person_id, sorted_at, item_id) do update
        set outlet_id = excluded.outlet_id, day = excluded.day
    )
    ${sql.join(
      kinds.map((kind) => {
        const { keys } = lines[kind];
        const person = keys.includes('person_id') ? sql`person_id` : sql`''`;
        return sql`select distinct ${sql.lit(kind)} as kind, outlet_id as "outletId",
          ${sql.ref(keys[1])} as day, ${person} as "personId" from ${sql.table(`changed_${kind}`)}`;
      }),
      sql` union all `,
    )}`.execute(db);
  const of = (kind: keyof ChangedDays) => rows.filter((row) => row.kind === kind);
  return {
    outlets: of('outlets'),
    persons: of('persons'),
    copies: of('copies'),
    repeats: of('repeats'),
  };
}
