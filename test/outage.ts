import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { outletYaml } from '../crawlers/index.ts';
import { openDatabase } from '../db/index.ts';
import { type EmbeddedServer, startEmbedded } from './db/inside.ts';
import { article, feedOf, openSite, outletOf, type Site } from './crawlers/press.ts';
import { openWire, type UnreliableWire } from './db/unreliable.ts';

// The built program against a database server that goes away and comes back.

const program = join(import.meta.dirname, '../dist/src/main.js');

/** The program at work, its database server, and a site that it follows. */
export interface Outage {
  readonly program: ChildProcess;
  /** Status of an address of its pages; 0 where nobody answers. */
  status(path: string): Promise<number>;
  /** Publishes an article on the site. */
  publish(name: string): void;
  /** Titles that were captured. */
  captured(): Promise<readonly string[]>;
  /** Asks for a crawl now, as the operator's button does. */
  crawl(): Promise<void>;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  close(): Promise<void>;
}

/** Starts all three; resolves once the first article is captured. */
export async function openOutage(): Promise<Outage> {
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-outage-'));
  const serverFolder = join(folder, 'server');
  const serve = () => startEmbedded({ dataFolder: serverFolder, durable: false });
  let server: EmbeddedServer | null = await serve();
  const { host, user, database } = server.connection;
  const wire = await openWire({ host, user, database }, { kind: 'none' });
  const site = await openSite({});
  const names: string[] = [];
  const publish = (name: string) => {
    names.push(name);
    site.pages.set(pathOf(name), article(name));
    site.pages.set(
      '/tin.rss',
      feedOf(
        site.origin,
        names.map((one) => [pathOf(one), one]),
      ),
    );
  };
  publish('Tin thứ nhất');
  const environment = await settings(folder, { wire, site });
  const child = spawn(process.execPath, [program, 'start'], { env: environment });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const address = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? null);
  const captured = () => titles(wire);
  return {
    program: child,
    status: (path) =>
      fetch(address + path).then(
        ({ status }) => status,
        () => 0,
      ),
    publish,
    captured,
    crawl: () => command(['jobs', '--run', 'crawl:bao-thu'], environment),
    stopServer: async () => {
      wire.lead(null);
      await server?.stop();
      server = null;
    },
    startServer: async () => {
      server = await serve();
      wire.lead(server.connection.host);
    },
    close: async () => {
      child.kill('SIGKILL');
      await wire.close();
      await server?.stop();
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function pathOf(name: string): string {
  return `/${name
    .normalize('NFD')
    .replace(/[^\w]+/g, '-')
    .toLowerCase()}-100001.html`;
}

async function settings(folder: string, parts: { wire: UnreliableWire; site: Site }) {
  const data = join(folder, 'data');
  await mkdir(join(data, 'outlets'), { recursive: true });
  const { origin } = parts.site;
  const outlet = { ...outletOf(origin, [{ kind: 'feed', url: `${origin}/tin.rss` }]), delayMs: 0 };
  await writeFile(join(data, 'outlets/bao-thu.yaml'), outletYaml(outlet));
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    DATABASE_URL: parts.wire.databaseUrl,
    COLUMN_INCHES_DATA: data,
    COLUMN_INCHES_PORT: '0',
    COLUMN_INCHES_DEMO: 'off',
    // Front pages are another matter: no browser is started.
    COLUMN_INCHES_CHROMIUM: '/bin/false',
  };
}

async function titles(wire: UnreliableWire): Promise<readonly string[]> {
  const database = await openDatabase({ databaseUrl: wire.databaseUrl });
  try {
    const { rows } = await sql<{ title: string }>`
      select title from item_versions order by title`.execute(database.db);
    return rows.map(({ title }) => title);
  } finally {
    await database.close();
  }
}

function command(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { env: environment });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new TypeError(`exit ${code}`))));
  });
}

/** Asks until there is an answer; the test's own time limit ends a wait that is in vain. */
export async function until<T>(ask: () => T | null | Promise<T | null>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await delay(200);
  }
}
