import { sql } from 'kysely';
import type { RetentionDays } from '../src/domain/index.ts';
import { json } from './batch.ts';
import type { Handle } from './schema.ts';

/** What the application remembers about itself. */
export interface AppState {
  /** How far the demo press has been crawled. */
  readonly demo: {
    /** Ports the press was first served on, by outlet: they are part of its articles' addresses. */
    readonly ports: Readonly<Record<string, number>>;
    /** The last simulated look that was crawled to its end, ISO; null before the first. */
    readonly crawledUntil: string | null;
    readonly finished: boolean;
  };
  /** Which looks at the demo's front pages are done. */
  readonly demoFronts: 'some' | 'all';
  /** Whether the demo's fictional coders and readers have done their part. */
  readonly demoDesk: 'done';
  /** Ids of the outlet files last read, by the folder they lie in. */
  readonly ownOutlets: Readonly<Record<string, readonly string[]>>;
  /** Signs cookies and form tokens; made once by chance. */
  readonly accountsSecret: string;
  /** Method version of the figures now stored. */
  readonly methodVersion: string;
  /** Days that raw bytes are kept, as an administrator set them on a page. */
  readonly retention: RetentionDays;
  /** Whether the register shipped for an outlet's province was taken in, or is not wanted. */
  readonly shippedRegister: 'imported' | 'left out';
  /** First edit of a world's register that stored items have not been read with; left out: none. */
  readonly unreadRegister: Readonly<Partial<Record<'real' | 'demo', string>>>;
  /** What the operator types to press a button on a page. */
  readonly operatorToken: string;
}

/** The value under a key; null if never set. */
export async function getState<Key extends keyof AppState>(
  db: Handle,
  key: Key,
): Promise<AppState[Key] | null> {
  const { rows } = await sql<{ value: AppState[Key] }>`
    select value from app_state where key = ${key}`.execute(db);
  return rows[0]?.value ?? null;
}

/** Sets or replaces the value under a key. */
export async function setState<Key extends keyof AppState>(
  db: Handle,
  key: Key,
  value: AppState[Key],
): Promise<void> {
  await sql`insert into app_state (key, value) values (${key}, ${json(value)}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(db);
}

/** The value under a key; `first` is stored where there is none yet, of two at once only one. */
export async function stateOrFirst<Key extends keyof AppState>(
  db: Handle,
  key: Key,
  first: AppState[Key],
): Promise<AppState[Key]> {
  await sql`insert into app_state (key, value) values (${key}, ${json(first)}::jsonb)
    on conflict (key) do nothing`.execute(db);
  return (await getState(db, key)) ?? first;
}

/**
 * Differs from an earlier answer as soon as any transaction has written something. Its first word
 * differs where a takedown has been decided: what was public before may not be shown any more.
 */
export async function changeStamp(db: Handle): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select (select count(*) from takedowns
      where decided_at is not null) || ' ' || pg_current_snapshot()::text as stamp`.execute(db);
  return rows[0]?.stamp ?? '';
}
