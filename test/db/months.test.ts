import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { keepMonths } from '../../db/index.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import type { Tables } from '../../db/schema.ts';
import { testDatabase } from '../database.ts';

const database = await testDatabase();
const { db } = database;
const grown = ['fetches', 'mentions', 'measurements'];

async function partitionsOf(table: string, of: Kysely<Tables> = db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits
    where inhparent = ${table}::regclass order by 1`.execute(of);
  return rows.map(({ name }) => name);
}

test('every unique key of a table in months holds its month and the outlet', async () => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select i.indrelid::regclass::text as table, array(
        select a.attname::text from unnest(i.indkey) as k (attnum)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relkind = 'p' and i.indisunique`.execute(db);
  expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(grown));
  for (const { table, columns } of rows) {
    expect(columns).toContain('outlet_id');
    expect(columns).toContain(table === 'fetches' ? 'started_at' : 'month');
  }
});

const item = (id: string, day: string) => sql`
  with o as (insert into outlets (id, name, medium, time_zone, verified, demo, details)
      values ('a', 'A', 'newspaper', 'UTC', false, false, '{}') on conflict do nothing),
    i as (insert into items (id, outlet_id, canonical_url, first_seen, sorted_at, day,
        latest_version) values (${id}, 'a', ${id}, ${day}::date, ${day}::date, ${day}, 1))
  insert into fetches (id, outlet_id, kind, source_kind, url, url_key, final_url, started_at, day,
    duration_ms, outcome, headers)
  values (${id}, 'a', 'article', 'feed', ${id}, ${id}, ${id}, ${day}::date, ${day}, 1, 'ok', '{}')`;

const version = (id: string) => sql`
  insert into item_versions (item_id, version, fetch_id, first_seen, url, content_hash, title, text,
    paragraphs, pictures, confidence, reasons, origins)
  values (${id}, 1, ${id}, now(), '', '', '', '', '[]', '[]', 1, '[]', '{}')`;

const measurement = (id: string, month: string) => sql`
  insert into measurements (outlet_id, month, item_id, version, position, measure, measure_version,
    unit, evidence) values ('a', ${month}, ${id}, 1, 0, 'length.words', 1, 'words', '{}')`;

async function analyzed(id: string, day: string): Promise<void> {
  await item(id, day).execute(db);
  await version(id).execute(db);
  await sql`insert into analyses (item_id, version, method_version, language, outlet_id, month)
    values (${id}, 1, '1', 'vi', 'a', ${day.slice(0, 7)})`.execute(db);
  await measurement(id, day.slice(0, 7)).execute(db);
}

async function whereIs(table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tableoid::regclass::text as name
    from ${sql.table(table)} order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

describe('months', () => {
  test('are made ahead, once, by however many ask; strays of theirs move in', async () => {
    await analyzed('far', '2031-07-15');
    expect(await whereIs('measurements')).toEqual(['measurements_other']);
    expect(await whereIs('fetches')).toEqual(['fetches_other']);
    const around = new Date('2031-06-15T00:00:00Z');
    const made = await Promise.all([keepMonths(db, around), keepMonths(db, around)]);
    expect(made.toSorted((one, other) => one - other)).toEqual([0, 21]);
    expect(await whereIs('measurements')).toEqual(['measurements_2031_07']);
    expect(await whereIs('fetches')).toEqual(['fetches_2031_07']);
    expect(await keepMonths(db, new Date('2031-07-01T00:00:00Z'))).toBe(3);
    for (const table of grown) expect(await partitionsOf(table)).toContain(`${table}_2031_12`);
  });

  test('a question that names one looks into no other', async () => {
    const plan = await sql<{ 'QUERY PLAN': string }>`explain select from measurements
      where item_id = 'far' and month = '2031-07'`.execute(db);
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('measurements_2031_07');
    expect(text).not.toContain('measurements_other');
    expect(text).not.toContain('measurements_2031_08');
  });

  test('an analysis that goes takes its rows with it, and none lies in a month not its own', async () => {
    await expect(measurement('far', '2031-08').execute(db)).rejects.toThrow(/foreign key/);
    await sql`delete from analyses where item_id = 'far'`.execute(db);
    expect(await whereIs('measurements')).toEqual([]);
  });
});

test('what an older database holds is moved whole', async () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ ...inject('databaseServer'), database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const pool = new pg.Pool({ ...inject('databaseServer'), database: name, max: 2 });
  const old = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  afterAll(async () => {
    await old.destroy();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  const earlier = Object.entries(migrations).filter(([key]) => key < '0011');
  await migrate(old, Object.fromEntries(earlier));
  for (const [id, day] of [
    ['one', '2024-02-29'],
    ['two', '2026-03-01'],
  ] as const) {
    await item(id, day).execute(old);
    await version(id).execute(old);
    await sql`insert into analyses (item_id, version, method_version, language)
      values (${id}, 1, '1', 'vi')`.execute(old);
    await sql`insert into measurements (item_id, version, position, measure, measure_version, unit,
      evidence) values (${id}, 1, 0, 'length.words', 1, 'words', '{}')`.execute(old);
  }
  await sql`insert into fetches (id, kind, url, url_key, final_url, started_at, day, duration_ms,
    outcome, headers) values ('look', 'look', '', '', '', now(), '', 1, 'ok', '{}')`.execute(old);
  await migrate(old);
  const { rows } = await sql<{ id: string; month: string; fetched: string; measured: string }>`
    select a.item_id as id, a.month, f.tableoid::regclass::text as fetched,
      m.tableoid::regclass::text as measured
    from analyses a join fetches f on f.id = a.item_id join measurements m on m.item_id = a.item_id and m.month = a.month
    order by 1`.execute(old);
  expect(rows).toEqual([
    { id: 'one', month: '2024-02', fetched: 'fetches_2024_02', measured: 'measurements_2024_02' },
    { id: 'two', month: '2026-03', fetched: 'fetches_2026_03', measured: 'measurements_2026_03' },
  ]);
  const looks = await sql<{ id: string }>`select id from site_looks`.execute(old);
  expect(looks.rows).toEqual([{ id: 'look' }]);
});
