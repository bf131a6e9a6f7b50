import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, utimesSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../../db/embedded.ts';
import { serverProcesses } from '../../db/leftover-servers.ts';

const isRoot = process.getuid?.() === 0;
let root: string;
let dataFolder: string;
const children: ChildProcess[] = [];
const servers: EmbeddedServer[] = [];

beforeEach(async () => {
  root = await mkdtemp('/tmp/column-inches-embedded-');
  dataFolder = join(root, 'data');
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}) {
  const server = await startEmbedded({ dataFolder, durable: false, ...options });
  servers.push(server);
  return server;
}

async function ask(connection: pg.ClientConfig, question: string): Promise<unknown> {
  const client = new pg.Client(connection);
  // A server that is killed while we are connected must not end the test run.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(`select ${question} as answer`);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

/** Starts a second process on the data folder; resolves with the first line it says. */
async function holder(environment: NodeJS.ProcessEnv = process.env) {
  const script = join(import.meta.dirname, 'holder.ts');
  const child = spawn(process.execPath, [script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const said = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  return { child, said };
}

async function gone(folder: string, patienceMs: number) {
  const until = Date.now() + patienceMs;
  while (Date.now() < until && serverProcesses(folder).length > 0) await delay(20);
  return serverProcesses(folder).length === 0;
}

describe('the embedded server', () => {
  it('starts, keeps what it is told, and leaves no process, socket or lock', async () => {
    const first = await start();
    expect(await ask(first.connection, "current_setting('server_version_num')::int / 10000")).toBe(
      18,
    );
    expect(await ask(first.connection, "current_setting('listen_addresses')")).toBe('');
    expect(await ask(first.connection, "'Đ' < 'đ' and lower('Ẩ') = 'ẩ'")).toBe(true);
    expect((await stat(first.connection.host)).mode & 0o777).toBe(0o700);
    const client = new pg.Client(first.connection);
    await client.connect();
    await client.query('create table kept as select 42 as answer');
    await client.end();
    await first.stop();
    expect(serverProcesses(join(dataFolder, 'postgres'))).toEqual([]);
    expect(existsSync(first.connection.host)).toBe(false);
    expect(await readdir(dataFolder)).toEqual(['postgres', 'postgres.log']);
    const second = await start({ durable: true });
    expect(await ask(second.connection, '(select answer from kept)')).toBe(42);
    expect(await ask(second.connection, "current_setting('fsync')")).toBe('on');
  });

  it('works in a folder only its owner may enter, at the end of a long path', async () => {
    await chmod(root, 0o700);
    dataFolder = join(root, 'a'.repeat(60), 'b'.repeat(60), 'data');
    const server = await start();
    expect(await ask(server.connection, '1')).toBe(1);
  });

  it('refuses a second process within a second, naming the first', async () => {
    await start();
    const { child, said } = await holder();
    expect(said).toContain(`process ${process.pid}`);
    expect(said).toContain(dataFolder);
    child.kill();
    const begun = performance.now();
    await expect(startEmbedded({ dataFolder })).rejects.toMatchObject({ code: 'database/in-use' });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('dies with a process that is killed, and the next start clears what that left', async () => {
    const { child, said } = await holder();
    const { host } = JSON.parse(said) as { host: string };
    child.kill('SIGKILL');
    expect(await gone(join(dataFolder, 'postgres'), 5_000)).toBe(true);
    const next = await start();
    expect(await ask(next.connection, '1')).toBe(1);
    expect(existsSync(host)).toBe(false);
  });

  it('is ended at the next start where it outlived its process', async () => {
    // Without setpriv the kernel cannot tell the server that its parent died.
    const bare = join(root, 'bin');
    await mkdir(bare);
    for (const program of ['unshare', 'sh', 'test', 'true'])
      await symlink(execFileSync('which', [program]).toString().trim(), join(bare, program));
    const { child, said } = await holder({ PATH: bare });
    const { server } = JSON.parse(said) as { server: number };
    child.kill('SIGKILL');
    await delay(300);
    expect(serverProcesses(join(dataFolder, 'postgres'))).toContain(server);
    const next = await start();
    expect(next.pid).not.toBe(server);
    expect(serverProcesses(join(dataFolder, 'postgres'))).not.toContain(server);
    expect(await ask(next.connection, '1')).toBe(1);
  });

  it('is not fooled by the marks of a power cut or of a first start that was killed', async () => {
    const first = await start();
    await first.stop();
    const database = join(dataFolder, 'postgres');
    // The number of a process that lives, but is no server.
    await writeFile(join(database, 'postmaster.pid'), `${process.pid}\n${database}\n`);
    const before = { pid: 1, startedTicks: '0', bootId: 'before', host: hostname() };
    await writeFile(join(dataFolder, 'lock'), JSON.stringify(before));
    await mkdir(join(dataFolder, 'postgres.new-1'));
    const second = await start();
    expect(await ask(second.connection, '1')).toBe(1);
  });

  it('waits for the sign of life of a holder in another container, and refuses if it comes', async () => {
    await mkdir(dataFolder);
    const lock = join(dataFolder, 'lock');
    const stranger = { pid: 7, startedTicks: '0', bootId: 'other', host: 'container-7' };
    await writeFile(lock, JSON.stringify(stranger));
    const beats = setInterval(() => utimesSync(lock, new Date(), new Date()), 200);
    await expect(start()).rejects.toThrow(/process 7 on container-7/);
    clearInterval(beats);
    const server = await start();
    expect(await ask(server.connection, '1')).toBe(1);
  });

  it('names the mend where the folder is of another PostgreSQL', async () => {
    await mkdir(join(dataFolder, 'postgres'), { recursive: true });
    await writeFile(join(dataFolder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'database/wrong-version' });
    await expect(start()).rejects.toThrow(/backup/);
  });

  it.runIf(isRoot)('runs as another user where root has no user namespace', async () => {
    const shared = join(root, 'shared');
    await chmod(root, 0o755);
    const options = { rootLaunch: 'other-user', sharedFolder: shared } as const;
    const closed = await start(options);
    expect(await ask(closed.connection, '1')).toBe(1);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    expect(existsSync(join(dataFolder, 'postgres-is-elsewhere.txt'))).toBe(true);
    expect((await stat(`/proc/${closed.pid}`)).uid).not.toBe(0);
    await closed.stop();
    const later = await start({ sharedFolder: shared });
    expect(await ask(later.connection, "current_setting('data_directory')")).toContain(shared);
  });

  it.runIf(isRoot)('moves an existing database when it must run as another user', async () => {
    await chmod(root, 0o755);
    const first = await start();
    const client = new pg.Client(first.connection);
    await client.connect();
    await client.query('create table kept as select 7 as answer');
    await client.end();
    await first.stop();
    const moved = await start({ rootLaunch: 'other-user', sharedFolder: join(root, 'shared') });
    expect(await ask(moved.connection, '(select answer from kept)')).toBe(7);
  });
});
