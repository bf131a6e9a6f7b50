import { type RawBuilder, sql } from 'kysely';
import { type Database, refreshCoverage, refreshRollups, takeStaleDays } from '../../db/index.ts';
import { sampleNames } from '../sample-names.ts';
import type { TextPool } from './texts.ts';

type Tables = Database['db'];

export interface StoreSize {
  readonly items: number;
  readonly persons: number;
  readonly outlets: number;
  readonly days: number;
}

/** The store, but for the number of items. */
export const yearOfSixtyOutlets = { persons: 300, outlets: 60, days: 365 } as const;

/** The last day of every store. */
export const lastDay = '2026-06-30';

/** Outlets' days summed in one transaction. */
const outletsAtOnce = 600;

/** Items inserted by one statement. */
const itemsAtOnce = 100_000;

/**
 * Fills an empty database with a made-up year: the same seed makes the same rows. Persons and
 * outlets are of unequal weight, three items in twenty are copies of a wire, one in fifty waits for
 * review. Foreign keys and triggers rest meanwhile; nothing is summed yet.
 */
export async function fillStore(
  { db }: Database,
  size: StoreSize,
  options: { readonly pool: TextPool; readonly tell: (line: string) => void },
): Promise<void> {
  const { pool, tell } = options;
  await fillWorld(db, size);
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`set synchronous_commit = off`.execute(one);
    await sql`set maintenance_work_mem = '512MB'`.execute(one);
    await fillPools(one, pool);
    await sql`select add_month(grown, month::date)
      from unnest(array['fetches', 'mentions', 'measurements']) as grown, generate_series(
        date_trunc('month', ${lastDay}::date - ${size.days}::int), ${lastDay}::date,
        interval '1 month') as month`.execute(one);
    const indexes = await setIndexesAside(one);
    for (let from = 1; from <= size.items; from += itemsAtOnce) {
      const to = Math.min(size.items, from + itemsAtOnce - 1);
      await drawItems(one, size, { from, to });
      for (const statement of rowsOfItems(size)) await statement.execute(one);
      tell(`${to} of ${size.items} items`);
    }
    await loseSomeDays(one, size);
    for (const { name, definition } of indexes) {
      await sql.raw(definition).execute(one);
      tell(`index ${name}`);
    }
    await sql`set session_replication_role = origin`.execute(one);
  });
  await sql`insert into stale_days select distinct outlet_id, day from items`.execute(db);
  await sql`vacuum analyze`.execute(db);
  await refreshCoverage(db);
}

/** Sums every outlet's day that waits for it, as a refresh does; the search is filled already. */
export async function sumStore(database: Database, tell: (line: string) => void): Promise<void> {
  let summed = 0;
  for (;;) {
    const days = await database.transaction(async (now) => {
      const taken = await takeStaleDays(now, outletsAtOnce);
      await refreshRollups(now, taken);
      return taken.length;
    });
    summed += days;
    if (days < outletsAtOnce) break;
    tell(`${summed} outlets' days summed`);
  }
  if (summed > 0) await sql`vacuum analyze`.execute(database.db);
}

/**
 * Says another number of mentions in a tenth of a day's items, each turn in another tenth, and
 * marks the day of at most so many outlets as changed, the way a crawl does.
 */
export async function touchDay(
  { db }: Database,
  touched: { readonly day: string; readonly outlets: number; readonly turn: number },
): Promise<void> {
  const { day, outlets, turn } = touched;
  await sql`update item_persons p set mentions = p.mentions % 4 + 1 from items i
    where i.day = ${day} and p.item_id = i.id
      and ${draw('hashtext(i.id)', 22, 10)} = ${turn % 10}`.execute(db);
  await sql`insert into stale_days select distinct outlet_id, day from items
    where day = ${day} order by outlet_id limit ${outlets}`.execute(db);
}

/** What the store holds. */
export async function countStore({ db }: Database): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from items) as items, (select count(*)::int from mentions) as mentions,
    (select count(*)::int from item_persons) as "personsInItems",
    (select count(*)::int from measurements) as measurements,
    (select count(*)::int from rollup_persons) as sums,
    round(pg_database_size(current_database()) / 1e9, 1)::float8 as gigabytes`.execute(db);
  return rows[0] ?? {};
}

const filled = [
  'fetches',
  'leads',
  'items',
  'item_versions',
  'clusters',
  'mentions',
  'item_persons',
  'measurements',
  'search_texts',
];

/** Drops what is quicker built once at the end; answers how to make it again. */
async function setIndexesAside(db: Tables) {
  const { rows } = await sql<{ name: string; definition: string }>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relname = any(${filled}::text[])
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by c.relname`.execute(db);
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(db);
  return rows;
}

async function fillWorld(db: Tables, { persons, outlets }: StoreSize): Promise<void> {
  const names = sampleNames(persons);
  const persona = sql`unnest(${names}::text[]) with ordinality as given (name, at)`;
  const id = sql`'person-' || lpad(at::text, 3, '0')`;
  await sql`insert into persons (demo, id, name) select false, ${id}, name from ${persona}`.execute(
    db,
  );
  await sql`insert into posts (demo, id, label, other_labels)
    select false, 'post-' || at, 'Chủ tịch UBND tỉnh ' || at, '{}' from ${persona}`.execute(db);
  await sql`insert into terms (demo, id, person_id, post_id, kind, checked)
    select false, 'term-' || at, ${id}, 'post-' || at, 'holder', true from ${persona}`.execute(db);
  await sql`insert into outlets (id, name, medium, place, time_zone, verified, demo, details)
    select 'outlet-' || lpad(at::text, 2, '0'), 'Báo số ' || at, 'newspaper', null,
      'Asia/Ho_Chi_Minh', true, false, jsonb_build_object('id', 'outlet-' || lpad(at::text, 2, '0'),
        'name', 'Báo số ' || at, 'medium', 'newspaper', 'timeZone', 'Asia/Ho_Chi_Minh',
        'language', 'vi', 'demo', false, 'verified', true, 'sources', '[]'::jsonb,
        'selectors', '[]'::jsonb)
    from generate_series(1, ${outlets}::int) as at`.execute(db);
}

async function fillPools(db: Tables, { titles, sentences, bodies }: TextPool): Promise<void> {
  for (const [table, rows] of [
    ['pool_titles', titles],
    ['pool_sentences', sentences],
  ] as const) {
    await sql`create temporary table ${sql.table(table)} as
      select (row_number() over () - 1)::int as entry, text, words::tsvector
      from unnest(${rows.map(({ text }) => text)}::text[], ${rows.map(({ words }) => words)}::text[])
        as given (text, words)`.execute(db);
    await sql`create unique index on ${sql.table(table)} (entry)`.execute(db);
  }
  await sql`create temporary table pool_bodies as
    select (row_number() over () - 1)::int as entry, text from unnest(${bodies}::text[])
    as given (text)`.execute(db);
  await sql`create unique index on pool_bodies (entry)`.execute(db);
}

/** A number that follows from what is named, 0 to `below` − 1: chance, the same each time. */
function draw(of: string, salt: number, below: RawBuilder<unknown> | number): RawBuilder<number> {
  const limit = typeof below === 'number' ? sql.lit(below) : below;
  return sql`((hashint8extended(${sql.raw(of)}, ${sql.lit(salt)}) & 1048575) % ${limit})`;
}

/** A word that few titles have, so that searches meet rare words as well. */
const ownNumber = draw('told', 21, 100_000);

const poolSize = (table: string) => sql`(select count(*) from ${sql.table(table)})`;

/** Chooses what a stretch of items is: when, where, copy of what, about how many. */
async function drawItems(
  db: Tables,
  { items, outlets, days }: StoreSize,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await sql`drop table if exists drawn_items, drawn_persons`.execute(db);
  // Ten items in a row may be one wire's: then most of them tell the first one's story.
  await sql`create temporary table drawn_items as
    with numbered as (
      select n, ${draw('n / 10', 1, 100)} < 20 and ${draw('n', 2, 100)} < 75 as is_copy
      from generate_series(${from}::bigint, ${to}::bigint) as n
    ), placed as (
      select n, is_copy, case when is_copy then n / 10 * 10 else n end as told,
        (power(${draw('n', 3, 100_000)} / 100000.0, 1.3) * ${outlets}::int)::int % ${outlets}::int + 1
          as outlet,
        least(${days}::int - 1, (n - 1) * ${days}::int / ${items}::int
          + case when is_copy and ${draw('n', 4, 10)} < 2 then 1 + ${draw('n', 5, 3)} else 0 end)
          as day_number
      from numbered
    )
    select n, is_copy, told, substr(md5('item ' || n), 1, 16) as id,
      substr(md5('fetch ' || n), 1, 16) as fetch_id,
      'outlet-' || lpad(outlet::text, 2, '0') as outlet_id,
      ${lastDay}::date - (${days}::int - 1) + day_number::int as day,
      (${lastDay}::date - (${days}::int - 1) + day_number::int)::timestamp
        at time zone 'Asia/Ho_Chi_Minh' + make_interval(secs => ${draw('n', 6, 86_400)}) as at,
      (array[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1,1,1,1,1,1,1,2,2,2,2,2,2,3,3,3,4,4,6,4])
        [1 + ${draw('told', 7, 40)}] as persons,
      120 + ${draw('told', 8, 900)} as words, ${draw('n', 9, 50)} = 0 as is_doubtful
    from placed`.execute(db);
  await sql`create temporary table drawn_persons as
    select i.*, nth, 'person-' || lpad((1 + ((power(${draw('told', 10, 100_000)} / 100000.0, 2)
        * 300)::int + nth * nth * 7) % 300)::text, 3, '0') as person_id,
      1 + ${draw('told * 7 + nth', 11, 4)} as mentions, 8 + ${draw('told * 7 + nth', 12, 60)}
        as person_words
    from drawn_items i, generate_series(0, i.persons - 1) as nth`.execute(db);
  await sql`analyze drawn_items, drawn_persons`.execute(db);
}

/** One outlet's day in a hundred has a gap: what its feed listed was never fetched. */
async function loseSomeDays(db: Tables, { items, outlets, days }: StoreSize): Promise<void> {
  const missing = Math.ceil(items / outlets / days / 2);
  await sql`insert into leads (outlet_id, url_key, url, published_at, via, first_seen, day)
    select o.id, md5(o.id || day || nth), 'https://' || o.id || '.example/mat-' || nth, day, '{feed}',
      day, to_char(day, 'YYYY-MM-DD')
    from outlets o, generate_series(0, ${days}::int - 1) as back,
      lateral (select ${lastDay}::date::timestamp at time zone o.time_zone
        - make_interval(days => back) as day) as days, generate_series(1, ${missing}::int) as nth
    where ${draw('hashtext(o.id) + back', 20, 100)} = 0`.execute(db);
}

function rowsOfItems(size: StoreSize): RawBuilder<unknown>[] {
  return [...rowsOfPages(size), ...rowsOfAnalyses(), ...rowsOfMeasures(), searchRows()];
}

function rowsOfPages({ items }: StoreSize): RawBuilder<unknown>[] {
  const url = sql`'https://' || outlet_id || '.example/tin-' || n || '.html'`;
  return [
    sql`insert into fetches (id, outlet_id, kind, source_kind, url, url_key, final_url, started_at,
        day, duration_ms, outcome, status, headers, item_id)
      select fetch_id, outlet_id, 'article', 'feed', ${url}, md5(${url}), ${url},
        at + interval '10 minutes', to_char(day, 'YYYY-MM-DD'), 120, 'ok', 200,
        '{"content-type": "text/html; charset=utf-8"}', id from drawn_items`,
    sql`insert into fetches (id, outlet_id, kind, source_kind, url, url_key, final_url, started_at,
        day, duration_ms, outcome, status, headers)
      select substr(md5('source ' || n), 1, 16), outlet_id, 'source', 'feed', outlet_id || '/rss',
        md5(outlet_id || '/rss'), outlet_id || '/rss', at, to_char(day, 'YYYY-MM-DD'), 80,
        case when ${draw('n', 13, 100)} = 0 then 'failed' else 'ok' end, 200, '{}'
      from drawn_items where n % greatest(1, ${items}::int / 90000) = 0`,
    sql`insert into leads (outlet_id, url_key, url, published_at, via, first_seen, day)
      select outlet_id, md5(${url}), ${url}, at, '{feed}', at, to_char(day, 'YYYY-MM-DD')
      from drawn_items`,
    sql`insert into items (id, outlet_id, canonical_url, published_at, published_text, first_seen,
        sorted_at, day, latest_version)
      select id, outlet_id, ${url}, at, to_char(at at time zone 'Asia/Ho_Chi_Minh',
          'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'), at, date_trunc('milliseconds', at),
        to_char(day, 'YYYY-MM-DD'), 1 from drawn_items`,
    sql`insert into item_versions (item_id, version, fetch_id, first_seen, url, content_hash, title,
        text, paragraphs, pictures, language, confidence, reasons, origins)
      select id, 1, fetch_id, at, ${url}, md5(id) || md5(fetch_id), t.text || ' – số ' || ${ownNumber},
        b.text, '[]', '[]', 'vi', 1, '[]', '{}'
      from drawn_items join pool_titles t on t.entry = ${draw('told', 14, poolSize('pool_titles'))}
        join pool_bodies b on b.entry = ${draw('told', 15, poolSize('pool_bodies'))}`,
    sql`insert into clusters (item_id, cluster_id, method_version)
      select id, case when is_copy then substr(md5('item ' || told), 1, 16) else id end, '1'
      from drawn_items`,
  ];
}

const month = sql`to_char(day, 'YYYY-MM')`;

function rowsOfAnalyses(): RawBuilder<unknown>[] {
  const mention = sql`field, start_offset, end_offset, core_start, core_end, surface, kind,
    confidence, uncertain, institutional, former, counted, reason_vi, reason_en`;
  const said = (counted: boolean) => sql`'text', 20, 44, 32, 44, 'Chủ tịch UBND tỉnh Trần Văn A',
    'titled-name', ${counted ? 0.97 : 0.5}::float8, ${!counted}::boolean, false, false,
    ${counted}::boolean, 'Họ tên đầy đủ đứng sau chức vụ người ấy đang giữ.',
    'Full name after the post they hold.'`;
  return [
    sql`insert into analyses (item_id, version, outlet_id, month, method_version, language)
      select id, 1, outlet_id, ${month}, '1', 'vi' from drawn_items`,
    sql`insert into mentions (item_id, version, outlet_id, month, position, person_id, ${mention})
      select id, 1, outlet_id, ${month}, nth * 8 + turn, person_id, ${said(true)}
      from drawn_persons, generate_series(1, mentions::int) as turn`,
    sql`insert into mentions (item_id, version, outlet_id, month, position, person_id, ${mention})
      select id, 1, outlet_id, ${month}, 0, 'person-' || lpad((1 + ${draw('n', 16, 300)})::text, 3, '0'), ${said(false)}
      from drawn_items where is_doubtful`,
    sql`insert into item_persons (item_id, version, person_id, role, mentions, words,
        paragraph_share, first_offset, first_place, fraction)
      select id, 1, person_id, case when nth = 0 then 'subject' else 'mentioned' end, mentions,
        person_words, 0.25, 20, (array['headline', 'standfirst', 'first-paragraph', 'first-third',
          'later', 'caption-only'])[1 + ${draw('n + nth', 17, 6)}], 1.0 / persons
      from drawn_persons`,
  ];
}

function rowsOfMeasures(): RawBuilder<unknown>[] {
  const columns = sql`item_id, version, outlet_id, month, position, measure, measure_version, unit, person_id,
    value_number, evidence`;
  // Seven lines of 33 characters are an inch; a word is taken as five characters.
  const inches = (words: string) => sql`ceil(${sql.ref(words)} * 5 / 33.0) / 7.0`;
  return [
    sql`insert into measurements (${columns})
      select id, 1, outlet_id, ${month}, 0, 'length.words', 1, 'words', null, words, '{}'::jsonb from drawn_items`,
    sql`insert into measurements (${columns})
      select id, 1, outlet_id, ${month}, 1, 'length.column-inches', 1, 'column-inches', null, ${inches('words')},
        '{}'::jsonb from drawn_items`,
    sql`insert into measurements (${columns})
      select id, 1, outlet_id, ${month}, 2 + nth * 2, 'length.words', 1, 'words', person_id, person_words, '{}'::jsonb
      from drawn_persons`,
    sql`insert into measurements (${columns})
      select id, 1, outlet_id, ${month}, 3 + nth * 2, 'length.column-inches', 1, 'column-inches', person_id,
        ${inches('person_words')}, '{}'::jsonb from drawn_persons`,
  ];
}

/** As the run's own index has them: the title of every item, sentences of those about someone. */
function searchRows(): RawBuilder<unknown> {
  const day = sql`to_char(i.at at time zone 'UTC', '"@"YYYY-MM-DD')`;
  const at = (salt: number) =>
    sql`case when persons = 0 then -1 else ${draw('told', salt, poolSize('pool_sentences'))} end`;
  return sql`insert into search_texts (item_id, demo, outlet_id, day, sorted_at, sentences, words)
    select id, false, outlet_id, to_char(day, 'YYYY-MM-DD'), date_trunc('milliseconds', i.at),
      array_remove(array[one.text, two.text], null),
      t.words || ('''so'':1 ''=số'':1 ''' || ${ownNumber} || ''':2')::tsvector
        || coalesce(one.words, '') || coalesce(two.words, '')
        || array_to_tsvector(array[${day}, left(${day}, -1), left(${day}, -3)])
    from drawn_items i join pool_titles t on t.entry = ${draw('told', 14, poolSize('pool_titles'))}
      left join pool_sentences one on one.entry = ${at(18)}
      left join pool_sentences two on two.entry = ${at(19)}`;
}
