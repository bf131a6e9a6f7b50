import { sql } from 'kysely';
import { ColumnInchesError, type Outlet } from '../src/domain/index.ts';
import { inTransaction, insertRows, json, once } from './batch.ts';
import type { Handle } from './schema.ts';

/**
 * Stores outlets and their sources as given; what is stored of an outlet is replaced, other
 * outlets stay. Throws `outlets/other-world` where an id would change between demo and real.
 */
export async function saveOutlets(db: Handle, outlets: readonly Outlet[]): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await refuseOtherWorld(transaction, outlets);
    await insertRows(transaction, {
      table: 'outlets',
      columns: outletColumns,
      rows: outlets.map(outletRow),
      conflict: sql`on conflict (id) do update set name = excluded.name,
        medium = excluded.medium, place = excluded.place, time_zone = excluded.time_zone,
        verified = excluded.verified, details = excluded.details`,
    });
    const ids = outlets.map((outlet) => outlet.id);
    await sql`delete from sources where outlet_id = any(${ids})`.execute(transaction);
    await insertRows(transaction, {
      table: 'sources',
      columns: sourceColumns,
      rows: outlets.flatMap(sourceRows),
      conflict: sql`on conflict do nothing`,
    });
  });
}

const outletColumns = {
  id: 'text',
  name: 'text',
  medium: 'text',
  place: 'text',
  time_zone: 'text',
  verified: 'boolean',
  demo: 'boolean',
  details: 'jsonb',
} as const;

const sourceColumns = {
  outlet_id: 'text',
  kind: 'text',
  url: 'text',
  title: 'text',
  position: 'integer',
} as const;

function outletRow(outlet: Outlet) {
  const { id, name, medium, place, timeZone, verified, demo } = outlet;
  return { id, name, medium, place, time_zone: timeZone, verified, demo, details: json(outlet) };
}

function sourceRows(outlet: Outlet) {
  return outlet.sources.map(({ kind, url, title = null }, position) => ({
    outlet_id: outlet.id,
    kind,
    url,
    title,
    position,
  }));
}

/** Throws `outlets/other-world` where an id of the demo would become a real one, or the reverse. */
export async function refuseOtherWorld(db: Handle, outlets: readonly Outlet[]): Promise<void> {
  const stored = await sql<{ id: string; demo: boolean }>`
    select id, demo from outlets where id = any(${outlets.map((outlet) => outlet.id)})`.execute(db);
  const demoOf = new Map(stored.rows.map((row) => [row.id, row.demo]));
  const moved = outlets.find((outlet) => (demoOf.get(outlet.id) ?? outlet.demo) !== outlet.demo);
  if (!moved) return;
  throw new ColumnInchesError({
    code: 'outlets/other-world',
    verdict: 'stop-run',
    message:
      `The outlet id "${moved.id}" already stands for ${moved.demo ? 'a real' : 'a demo'} outlet; ` +
      'demo and real data are never mixed. Give this outlet another id.',
    messageVietnamese:
      `Mã “${moved.id}” đã là của một cơ quan ${moved.demo ? 'thật' : 'hư cấu'}; dữ liệu thật và hư ` +
      'cấu không bao giờ trộn lẫn. Hãy đặt mã khác cho cơ quan này.',
  });
}

/** Outlets by id; of one world where `demo` is given, else of both. */
export function listOutlets(
  db: Handle,
  options: { readonly demo?: boolean } = {},
): Promise<Outlet[]> {
  const { demo = null } = options;
  return once(db, ['listOutlets', demo], () => readOutlets(db, demo));
}

async function readOutlets(db: Handle, demo: boolean | null): Promise<Outlet[]> {
  const { rows } = await sql<{ details: Outlet }>`select details from outlets
    where ${demo}::boolean is null or demo = ${demo}::boolean order by id`.execute(db);
  return rows.map((row) => row.details);
}

/** One outlet; null if none has this id. */
export async function loadOutlet(db: Handle, id: string): Promise<Outlet | null> {
  const { rows } = await sql<{ details: Outlet }>`
    select details from outlets where id = ${id}`.execute(db);
  return rows[0]?.details ?? null;
}

/** Whether the demo is on screen: it is until the first real outlet is stored. */
export function demoIsShown(db: Handle): Promise<boolean> {
  return once(db, ['demoIsShown'], () => readDemoIsShown(db));
}

async function readDemoIsShown(db: Handle): Promise<boolean> {
  const { rows } = await sql<{ real: boolean }>`
    select exists (select from outlets where not demo) as real`.execute(db);
  return rows[0]?.real !== true;
}
