import { type RawBuilder, sql } from 'kysely';
import type { Handle, Tables } from './schema.ts';

type ColumnKind =
  | 'text'
  | 'integer'
  | 'double precision'
  | 'boolean'
  | 'timestamptz'
  | 'jsonb'
  | 'tsvector'
  | 'text[]';

/** PostgreSQL stores no NUL and no half surrogate; replaced one for one so that offsets stay. */
export function storable(text: string): string {
  // biome-ignore lint: NUL is what this is about
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** A value as JSON text that `jsonb` takes. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storable(part) : part,
  );
}

/**
 * Inserts any number of rows in one statement by one array a column. `conflict` is what follows
 * the rows, e.g. sql`on conflict do nothing`. jsonb columns take JSON text (see `json`).
 */
export async function insertRows<Row extends object>(
  db: Handle,
  options: {
    readonly table: keyof Tables;
    readonly columns: { readonly [Name in keyof Row]-?: ColumnKind };
    readonly rows: readonly Row[];
    readonly conflict?: RawBuilder<unknown>;
  },
): Promise<void> {
  const { table, rows, conflict = sql`` } = options;
  if (rows.length === 0) return;
  const columns = Object.entries<ColumnKind>(options.columns);
  const names = columns.map(([name]) => sql.ref(name));
  const values = columns.map(([name, kind]) => {
    const cells = rows.map((row) => cell(row[name as keyof Row], kind));
    return sql`${cells}::${sql.raw(kind === 'text[]' ? 'text' : kind)}[]`;
  });
  const picks = columns.map(([name, kind]) =>
    // unnest would flatten arrays of arrays, so they travel as JSON.
    kind === 'text[]'
      ? sql`array(select jsonb_array_elements_text(given.${sql.ref(name)}::jsonb))`
      : sql`given.${sql.ref(name)}`,
  );
  await sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(picks)} from unnest(${sql.join(values)})
      as given (${sql.join(names)}) ${conflict}`.execute(db);
}

function cell(value: unknown, kind: ColumnKind): unknown {
  if (value === undefined || value === null) return null;
  if (kind === 'text[]') return json(value);
  return typeof value === 'string' ? storable(value) : value;
}

/** Runs in the caller's transaction where there is one, else in one of its own. */
export function inTransaction<Result>(
  db: Handle,
  action: (transaction: Handle) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? action(db) : db.transaction().execute(action);
}

/** Runs reads on one unmoving picture of the database, so that figures agree during a crawl. */
export function inSnapshot<Result>(
  db: Handle,
  action: (snapshot: Handle) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return action(db);
  const transaction = db.transaction().setIsolationLevel('repeatable read');
  return transaction.setAccessMode('read only').execute((snapshot) => {
    memories.set(snapshot, new Map());
    return action(snapshot);
  });
}

/** What was read in each snapshot. */
const memories = new WeakMap<Handle, Map<string, Promise<unknown>>>();

/**
 * Reads something once in a snapshot, where nothing can have changed since; outside of one, each
 * time. `what` names the reading and all that its answer depends on; nobody may change the answer.
 */
export function once<Result>(
  db: Handle,
  what: readonly unknown[],
  read: () => Promise<Result>,
): Promise<Result> {
  const memory = memories.get(db);
  if (memory === undefined) return read();
  const key = JSON.stringify(what);
  const known = memory.get(key) as Promise<Result> | undefined;
  const answer = known ?? read();
  memory.set(key, answer);
  return answer;
}
