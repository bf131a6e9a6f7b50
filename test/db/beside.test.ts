import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionLost, type Database, openDatabase, runningHolder } from '../../db/index.ts';

let root: string;
let dataFolder: string;
const children: ChildProcess[] = [];
const opened: Database[] = [];

beforeEach(async () => {
  root = await mkdtemp('/tmp/column-inches-beside-');
  dataFolder = join(root, 'data');
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

const always = () => true;

async function open(options: Parameters<typeof openDatabase>[1] = {}): Promise<Database> {
  const database = await openDatabase({ dataFolder, durable: false }, options);
  opened.push(database);
  return database;
}

async function outletsOf({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from outlets`.execute(
    db,
  );
  return rows[0]?.count ?? -1;
}

it('a second opener works through the server of the first, and leaves it running', async () => {
  const first = await open();
  const second = await open({ joins: ({ purpose }) => purpose === 'start' });
  expect(second.heldBy?.pid).toBe(process.pid);
  expect(first.heldBy).toBeNull();
  await sql`insert into outlets values ('a', 'A', 'newspaper', null, 'UTC', false, false, '{}')`.execute(
    second.db,
  );
  expect(await outletsOf(first)).toBe(1);
  await second.close();
  expect(await outletsOf(first)).toBe(1);
});

it('who may not join is told who has the folder, in both languages', async () => {
  await open();
  const refused = await open({ joins: () => false }).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'database/in-use',
    message: expect.stringContaining(`process ${process.pid} (start)`),
    messageVietnamese: expect.stringContaining(`tiến trình ${process.pid} (start)`),
  });
});

it('a first program waits for who joined it before it ends the server', async () => {
  const first = await open({ guestPatienceMs: 20_000 });
  const guest = await open({ joins: always });
  let isClosed = false;
  const closing = first.close().then(() => {
    isClosed = true;
  });
  await delay(300);
  expect(isClosed).toBe(false);
  expect(await outletsOf(guest)).toBe(0);
  await guest.close();
  await closing;
  expect(await runningHolder(dataFolder)).toBeNull();
});

it('a program that is killed leaves its guest with an error that says so', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  // That holder starts the server alone: its schema is not there yet, and a guest makes none.
  const early = await open({ joins: always }).catch((error: unknown) => error);
  expect(early).toMatchObject({ code: 'database/other-version' });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  // Now the folder is free, and the same call opens it alone.
  const alone = await open({ joins: always });
  expect(alone.heldBy).toBeNull();
});

it('an error of a server that went away is told as that, any other is not', async () => {
  const first = await open();
  const guest = await open({ joins: always });
  const asked = sql`select pg_sleep(20)`.execute(guest.db).catch((error: unknown) => error);
  await delay(200);
  await first.close();
  expect(connectionLost(await asked)).toMatchObject({ code: 'database/connection-lost' });
  expect(connectionLost(new TypeError('else'))).toBeNull();
});

it('closing says nothing of lost connections', async () => {
  const warned: string[] = [];
  const warn = (_: object, message: string) => void warned.push(message);
  const log = { debug() {}, info() {}, warn, error: warn };
  const first = await open({ log });
  const guest = await open({ log, joins: always });
  await Promise.all([1, 2, 3].map(() => outletsOf(first)));
  await guest.close();
  await first.close();
  await delay(100);
  expect(warned).toEqual([]);
});

it('a lock file of a dead process names nobody', async () => {
  await (await open()).close();
  const dead = { pid: 4_000_000, startedTicks: '1', bootId: '', pidNamespace: '', host: '' };
  await writeFile(join(dataFolder, 'lock'), JSON.stringify(dead));
  expect(await runningHolder(dataFolder)).toBeNull();
});
