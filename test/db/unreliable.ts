import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, folderArchive, openDatabase } from '../../db/index.ts';
import { pageHost, storePages } from './writing.ts';

// A real server behind a wire that fails: what is cut, and when, is ours to choose.

/** What the wire does besides passing bytes on. */
export type WireTrouble =
  | { readonly kind: 'none' }
  /** Each piece from either side may be the last one of its connection. */
  | { readonly kind: 'cuts'; readonly share: number; readonly random: () => number }
  /** The server commits, and nobody hears of it: every so many commits. */
  | { readonly kind: 'unheard-commits'; readonly every: number };

export interface UnreliableWire {
  /** Where the database is reached through the wire. */
  readonly databaseUrl: string;
  /** Connections broken by us. */
  readonly broken: number;
  /** Puts the wire to another server's socket folder; null = nobody answers any more. */
  lead(host: string | null): void;
  close(): Promise<void>;
}

/** Opens a wire to the server of a socket folder. */
export async function openWire(
  given: { readonly host: string | null; readonly database: string; readonly user: string },
  trouble: WireTrouble,
): Promise<UnreliableWire> {
  const folder = await mkdtemp('/tmp/column-inches-wire-');
  let { host } = given;
  let broken = 0;
  let commits = 0;
  const open = new Set<Socket>();
  const cut = (...sockets: readonly Socket[]) => {
    broken += 1;
    for (const socket of sockets) socket.destroy();
  };
  const wire = createServer((client) => {
    if (host === null) return client.destroy();
    const server = connect(join(host, '.s.PGSQL.5432'));
    let deaf = false;
    /** A page was sent outside of a transaction, so that its statement is one by itself. */
    let isWriting = false;
    const isUnheard = () => {
      commits += 1;
      return trouble.kind === 'unheard-commits' && commits % trouble.every === 0;
    };
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    const isCut = () => trouble.kind === 'cuts' && trouble.random() < trouble.share;
    client.on('data', (bytes) => {
      if (isCut()) return cut(client, server);
      const said = bytes.toString('latin1');
      const isCommit = /\bcommit\0/i.test(said);
      if (isCommit) deaf = isUnheard();
      isWriting = !isCommit && (isWriting || said.includes(pageHost));
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      // By now the server has done what it was told: "Z" tells it is idle, in no transaction.
      if (isWriting && bytes.toString('latin1').endsWith('Z\0\0\0\u0005I')) {
        isWriting = false;
        deaf = isUnheard();
      }
      if (deaf || isCut()) return cut(client, server);
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => wire.listen(join(folder, '.s.PGSQL.5432'), resolve));
  const { user, database } = given;
  return {
    databaseUrl: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(folder)}`,
    get broken() {
      return broken;
    },
    lead: (next) => {
      host = next;
      for (const socket of open) socket.destroy();
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => wire.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Host and database of a test's own address, for a wire to it. */
export function wireEnds(databaseUrl: string) {
  const url = new URL(databaseUrl);
  return {
    host: url.searchParams.get('host'),
    database: url.pathname.slice(1),
    user: url.username,
  };
}

/** Stores every page, beginning again whenever the database fails; answers how often it did. */
export async function storeDespite(databaseUrl: string, archiveFolder: string): Promise<number> {
  for (let failures = 0; failures < 2_000; failures += 1) {
    let database: Database | null = null;
    try {
      database = await openDatabase({ databaseUrl });
      await storePages(database, archiveFolder);
      return failures;
    } catch (thrown) {
      if (/constraint|duplicate|deadlock/i.test(String(thrown))) throw thrown;
    } finally {
      await database?.close();
    }
  }
  throw new TypeError('the pages could not be stored in 2,000 attempts');
}

/** How many rows each table of the stored pages has, and whether their bytes are whole. */
export async function storedCounts({ db }: Pick<Database, 'db'>, archiveFolder: string) {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from items)::int as items,
    (select count(*) from fetches)::int as fetches,
    (select count(*) from item_versions)::int as versions,
    (select count(*) from analyses)::int as analyses,
    (select count(*) from mentions)::int as mentions,
    (select count(*) from item_persons)::int as persons,
    (select count(*) from blobs)::int as blobs`.execute(db);
  const archive = folderArchive(archiveFolder);
  const blobs = await sql<{ hash: string }>`select hash from blobs`.execute(db);
  const verified = blobs.rows.map(({ hash }) => archive.verify(hash));
  const whole = (await Promise.all(verified)).filter((state) => state === 'whole').length;
  return { ...rows[0], whole };
}

/** A seeded stream of numbers from 0 to 1, so that a failing moment can be tried again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
