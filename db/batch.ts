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
  const text = JSON.stringify(value);
  // Only few texts hold what must be replaced, and going through every part takes its time.
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storable(part) : part,
  );
}

/** Columns of a table with their kinds. jsonb columns take JSON text (see `json`). */
type Columns<Row> = { readonly [Name in keyof Row]-?: ColumnKind };

/** Columns as a statement names them: the same for every row of a table, so worked out once. */
function namedColumns<Row>(columns: Columns<Row>) {
  const found = known.get(columns);
  if (found) return found;
  const list = Object.entries<ColumnKind>(columns);
  const joined = (part: (name: string, kind: ColumnKind) => string) =>
    sql.raw(list.map(([name, kind]) => part(name, kind)).join(', '));
  const made = {
    names: joined((name) => `"${name}"`),
    values: joined((name, kind) => `given."${name}"${kind === 'jsonb' ? '::jsonb' : ''}`),
    definitions: joined((name, kind) => `"${name}" ${kind === 'jsonb' ? 'text' : kind}`),
  };
  known.set(columns, made);
  return made;
}

type Part = RawBuilder<unknown>;
const known = new WeakMap<object, { names: Part; values: Part; definitions: Part }>();

/** Any number of rows as a table `given`, for one statement: they travel as one parameter. */
export function givenRows<Row extends object>(columns: Columns<Row>, rows: readonly Row[]) {
  const { names, values, definitions } = namedColumns(columns);
  const table = sql`json_to_recordset(${json(rows)}::json) as given (${definitions})`;
  return { names, values, table };
}

/**
 * Inserts any number of rows in one statement. `conflict` is what follows the rows, e.g.
 * sql`on conflict do nothing`.
 */
export async function insertRows<Row extends object>(
  db: Handle,
  options: {
    readonly table: keyof Tables;
    readonly columns: Columns<Row>;
    readonly rows: readonly Row[];
    readonly conflict?: RawBuilder<unknown>;
  },
): Promise<void> {
  const { columns, rows, conflict = sql`` } = options;
  if (rows.length === 0) return;
  const { names, values, table } = givenRows(columns, rows);
  await sql`insert into ${sql.table(options.table)} (${names})
    select ${values} from ${table} ${conflict}`.execute(db);
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
