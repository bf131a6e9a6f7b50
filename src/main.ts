#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { existsSync, fstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandContext, Station, StationUse } from './commands/command.ts';
import { bucketOf, type Config, preferQuickBuilds, readConfig } from './config.ts';
import { ColumnInchesError, type FetchAttempt, type Log } from './domain/index.ts';
import { systemClock } from './system-clock.ts';

// The composition root: the only place that wires rooms together. Rooms are loaded when they are
// needed, so that a command without a database starts at once and an old Node is told so kindly.

/** The folder that holds package.json: two levels up in the sources, three in dist. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Commands that ask sites for as long as they run. */
const crawlers: ReadonlySet<string> = new Set(['start', 'crawl', 'worker']);
/** Those that run until somebody stops them; others wait for who joined them. */
const lasting: ReadonlySet<string> = new Set(['start', 'serve', 'worker']);
const guestPatienceMs = 60_000;

async function openStation(config: Config, log: Log, use: StationUse): Promise<Station> {
  const [
    { sentencesOf },
    { createFetchDoor },
    { bucketArchive, createHostLender, folderArchive, openDatabase },
    publish,
  ] = await Promise.all([
    import('../analyzers/index.ts'),
    import('../crawlers/index.ts'),
    import('../db/index.ts'),
    import('./publish/index.ts'),
  ]);
  const { databaseUrl, dataFolder, contact } = config;
  const { command: purpose, beside } = use;
  const place = databaseUrl === null ? { dataFolder, purpose, onGone: endWith } : { databaseUrl };
  const database = await openDatabase(place, {
    log,
    unmigrated: use.untouched === true,
    guestPatienceMs: lasting.has(purpose) ? 0 : guestPatienceMs,
    joins: (holder) =>
      beside === 'always' || (beside === 'no-crawler' && !crawlers.has(holder.purpose)),
  });
  const ownAttempts: FetchAttempt[] = [];
  const hosts = createHostLender(database.db, { holder: randomUUID(), log });
  const door = createFetchDoor({
    clock: systemClock,
    log,
    hosts,
    onOwnAttempt: (attempt) => void ownAttempts.push(attempt),
    ...(contact ? { contact } : {}),
  });
  const bucket = bucketOf(config);
  const archive = bucket === null ? folderArchive(config.archiveFolder) : bucketArchive(bucket);
  return {
    database,
    ownAttempts,
    archive,
    door,
    numbers: publish.createNumbers(database.db, { sentencesOf, archive }),
    close: async () => {
      await door.close();
      // Where the database is gone already, the loans end by themselves.
      await hosts.close().catch(() => undefined);
      await database.close();
    },
  };
}

/** Without its database the program can do nothing more; who supervises it starts it again. */
function endWith(error: ColumnInchesError): void {
  process.stderr.write(
    `(${error.code}) ${[error.messageVietnamese, error.message].filter(Boolean).join('\n')}\n`,
  );
  process.exit(1);
}

async function createContext(words: readonly string[]): Promise<CommandContext> {
  const root = packageRoot();
  const config = readConfig();
  const { pino } = await import('pino');
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const { language } = config;
  const interactive = process.stderr.isTTY === true;
  return {
    // A clone has the sources; an installed package and a container have not.
    program: existsSync(join(root, 'src/main.ts')) ? 'npm run cli --' : 'column-inches',
    config,
    language,
    json: words.includes('--json'),
    clock: systemClock,
    log,
    stdin: process.stdin,
    stdinBytes: sizeOfStdin(),
    isTerminal: interactive,
    signal: interruptSignal(),
    folders: {
      packageRoot: root,
      outletCatalogue: join(root, 'crawlers/outlets'),
      registers: join(root, 'db/register'),
    },
    print: printLine,
    tell: (text) => {
      process.stderr.write(`${interactive ? '\r\x1b[K' : ''}${text[language]}\n`);
    },
    progress: (text) => {
      if (interactive) process.stderr.write(`\r\x1b[K${text[language]}`);
    },
    openStation: (use = { command: 'start', beside: 'always' }) => openStation(config, log, use),
  };
}

/** A file on standard input has an end that is known before it is read. */
function sizeOfStdin(): number | null {
  try {
    const stat = fstatSync(0);
    return stat.isFile() ? stat.size : null;
  } catch {
    return null;
  }
}

function interruptSignal(): AbortSignal {
  const interrupt = new AbortController();
  const stop = () => {
    interrupt.abort();
    // A command that waits for its input waits no longer.
    process.stdin.destroy();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  return interrupt.signal;
}

/** Waits while the reader of a pipe is slow; a reader that went away ends the run quietly. */
function printLine(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return;
  process.stderr.write(
    `Column Inches needs Node.js 22.12 or newer; this is ${process.versions.node}. Run it through ` +
      '"npm start" or "npm run cli --", which use the Node.js that "npm ci" installed.\n' +
      `Column Inches cần Node.js 22.12 trở lên; đây là ${process.versions.node}. Hãy chạy qua ` +
      '"npm start" hoặc "npm run cli --".\n',
  );
  process.exit(2);
}

async function main(): Promise<void> {
  refuseOldNode();
  preferQuickBuilds();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  const words = process.argv.slice(2);
  try {
    const { runCommandLine } = await import('./cli.ts');
    process.exitCode = await runCommandLine(words, await createContext(words));
  } catch (thrown) {
    // Only the settings are read outside a command.
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    // The language itself may be the setting that is wrong: say it in both.
    const said = [thrown.messageVietnamese, thrown.message].filter(Boolean).join('\n');
    process.stderr.write(`(${thrown.code}) ${said}\n`);
    process.exitCode = 2;
  }
}

await main();
