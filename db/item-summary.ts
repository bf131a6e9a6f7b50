import { sql } from 'kysely';

// Pieces of SQL that several figures share.

/** Ids of the measures whose sums are figures. */
export interface LengthMeasures {
  readonly words: string;
  readonly columnInches: string;
}

/**
 * One measurement of the scope's items, of each as a whole. `row` has the month of its analysis, so
 * that one partition is looked into. Row by row ("offset 0"): whatever the planner believes, it
 * never reads all measurements at once.
 */
export function measured(measure: string, of: { alias: string; row: string }) {
  const row = sql.ref(of.row);
  return sql`left join lateral (select item_id, value_number from measurements
    where item_id = ${row}.id and version = ${row}.version and month = ${row}.month
      and measure = ${measure} and coalesce(person_id, '') = '' offset 0)
    ${sql.ref(of.alias)} on true`;
}

/** BCP 47 tag of a version `v` of an outlet `o`: its own, else that of the outlet. */
export const languageOfItem = sql`coalesce(v.language, o.details ->> 'language')`;

/** Address of an item `i`; empty where it is hidden (`h`), since most hold the title's words. */
export const shownUrl = sql`case when h.item_id is null then i.canonical_url else '' end`;

/** The columns of an ItemSummary; `i`, `o`, `v`, `w` and `h` are joined by `summaryJoins`. */
export const summaryColumns = sql`i.id as "itemId", o.id as "outletId", o.name as "outletName",
  case when h.item_id is null then v.title else '' end as title,
  ${languageOfItem} as language, ${shownUrl} as url,
  i.published_text as "publishedAt", i.day,
  coalesce(w.value_number, 0)::float8 as words, h.item_id is not null as "takenDown"`;

/** Joins to a table `s` that has an item's id, version and the month of its analysis. */
export function summaryJoins(measures: LengthMeasures) {
  return sql`join items i on i.id = s.id join outlets o on o.id = i.outlet_id
    join item_versions v on v.item_id = s.id and v.version = s.version
    left join hidden_items h on h.item_id = s.id
    ${measured(measures.words, { alias: 'w', row: 's' })}`;
}
