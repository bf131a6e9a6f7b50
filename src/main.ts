#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { sentencesOf } from '../analyzers/index.ts';
import { createFetchDoor } from '../crawlers/index.ts';
import { folderArchive, openDatabase } from '../db/index.ts';
import { runCommandLine } from './cli.ts';
import type { CommandContext, Station } from './commands/command.ts';
import { type Config, readConfig } from './config.ts';
import type { Log } from './domain/index.ts';
import { createNumbers } from './publish/index.ts';
import { systemClock } from './system-clock.ts';

// The composition root: the only place that wires rooms together.

/** The folder that holds package.json: two levels up in the sources, three in dist. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

async function openStation(config: Config, log: Log): Promise<Station> {
  const { databaseUrl, dataFolder } = config;
  const database = await openDatabase(databaseUrl === null ? { dataFolder } : { databaseUrl }, {
    log,
  });
  const contact = config.contact === null ? {} : { contact: config.contact };
  const door = createFetchDoor({ clock: systemClock, log, ...contact });
  return {
    database,
    archive: folderArchive(config.archiveFolder),
    door,
    numbers: createNumbers(database.db, { sentencesOf }),
    close: async () => {
      await door.close();
      await database.close();
    },
  };
}

function createContext(words: readonly string[], signal: AbortSignal): CommandContext {
  const root = packageRoot();
  const config = readConfig();
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const { language } = config;
  const interactive = process.stderr.isTTY === true;
  return {
    config,
    language,
    json: words.includes('--json'),
    clock: systemClock,
    log,
    stdin: process.stdin,
    signal,
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
    openStation: () => openStation(config, log),
  };
}

/** Waits while the reader of a pipe is slow; a reader that went away ends the run quietly. */
function printLine(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

const interrupt = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupt.abort());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

const words = process.argv.slice(2);
process.exitCode = await runCommandLine(words, createContext(words, interrupt.signal));
