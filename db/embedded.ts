import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  access,
  appendFile,
  chown,
  constants,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Bilingual, ColumnInchesError } from '../src/domain/index.ts';
import { type DataLock, lockDataFolder, makeDataFolder } from './data-lock.ts';
import { findBinaries } from './embedded-binaries.ts';
import { chooseLaunch, giveTo, type Launch, type RootLaunch } from './embedded-launch.ts';
import { type ServerProcess, type WatchedServer, watchServer } from './embedded-watch.ts';
import { clearLeftovers } from './leftover-servers.ts';
import { sharedBuffers } from './server-memory.ts';

const run = promisify(execFile);
const user = 'column_inches';
const serverMajor = '18';
/** Linux ends a socket's path at 107 bytes; `/.s.PGSQL.5432` takes 14 of them. */
const longestSocketFolderBytes = 90;
const logLimitBytes = 1_000_000;

export interface EmbeddedOptions {
  /** Folder of this installation; made if missing. The database lies in `postgres` inside it. */
  readonly dataFolder: string;
  /** Default true. False only for tests: a power cut may then lose or break the database. */
  readonly durable?: boolean;
  /** As root: force one way to run. Default: a user namespace where possible. */
  readonly rootLaunch?: RootLaunch;
  /**
   * Where root keeps what another user must reach, if it comes to that. Default
   * `/var/lib/column-inches`.
   */
  readonly sharedFolder?: string;
  /** The command it is opened for, told to whoever finds the folder in use. Default `start`. */
  readonly purpose?: string;
  /** Told when the server ended by itself and was started again. */
  readonly onRestart?: (restarts: number) => void;
  /** Told when it could not be kept running; default: nobody, and every query fails. */
  readonly onGone?: (error: ColumnInchesError) => void;
}

/** A running PostgreSQL that belongs to this process alone. */
export interface EmbeddedServer {
  /** Connection settings for `pg`; `database` is the default one. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** Of the server's main process; another one after it was started again. */
  readonly pid: number;
  /** Resolves once no process of the server is left; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, created at the first start, reachable through a Unix socket
 * in a private folder only. Dies with this process. Throws `database/in-use`,
 * `database/no-binaries`, `database/wrong-version`, `database/start-failed`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  await makeDataFolder(options.dataFolder);
  const dataFolder = await realpath(options.dataFolder);
  const lock = await lockDataFolder(dataFolder, options.purpose);
  let socketFolder: string | null = null;
  try {
    if (lock.leftSocketFolder) await rm(lock.leftSocketFolder, { recursive: true, force: true });
    const launch = await chooseLaunch({ ...options, dataFolder, binaries: await findBinaries() });
    await clearLeftovers(launch.databaseFolder);
    await createDatabaseFolder(launch);
    await giveTo(launch, launch.databaseFolder);
    socketFolder = await makeSocketFolder(launch);
    await lock.noteSocketFolder(socketFolder);
    const logPath = join(dataFolder, 'postgres.log');
    const place = { launch, socketFolder, logPath, ...options };
    const server = watchServer(await launchServer(place), {
      relaunch: async () => {
        await clearLeftovers(launch.databaseFolder);
        return launchServer(place);
      },
      onRestart: (restarts) => options.onRestart?.(restarts),
      onGone: (error) => options.onGone?.(error),
      logPath,
    });
    return finish({ server, lock, launch, socketFolder });
  } catch (error) {
    if (socketFolder) await rm(socketFolder, { recursive: true, force: true });
    await lock.release();
    throw error;
  }
}

/** initdb works in a folder aside, so that a killed first start leaves no half a database. */
async function createDatabaseFolder(launch: Launch) {
  const { databaseFolder } = launch;
  if (existsSync(join(databaseFolder, 'PG_VERSION'))) return checkVersion(databaseFolder);
  const parent = join(databaseFolder, '..');
  for (const name of await readdir(parent))
    if (name.startsWith('postgres.new-'))
      await rm(join(parent, name), { recursive: true, force: true });
  const unfinished = `${databaseFolder}.new-${process.pid}`;
  await mkdir(unfinished, { mode: 0o700 });
  if (launch.owner) await chown(unfinished, launch.owner.uid, launch.owner.gid);
  await initialise(launch, unfinished);
  await appendFile(join(unfinished, 'postgresql.conf'), defaultSettings);
  await rename(unfinished, databaseFolder);
}

/** Ours at creation; an operator may edit the file afterwards. */
const defaultSettings = `
# Column Inches
timezone = 'UTC'
max_connections = 60
jit = off
random_page_cost = 1.1
wal_compression = on
log_min_messages = warning
`;

async function checkVersion(databaseFolder: string) {
  const version = (await readFile(join(databaseFolder, 'PG_VERSION'), 'utf8')).trim();
  if (version === serverMajor) return;
  throw new ColumnInchesError({
    code: 'database/wrong-version',
    verdict: 'stop-run',
    message:
      `${databaseFolder} was made by PostgreSQL ${version}, but this is ${serverMajor}. ` +
      'Start it with the column-inches version that made it, take a backup there, and restore ' +
      'the backup here.',
    messageVietnamese:
      `${databaseFolder} do PostgreSQL ${version} tạo, còn đây là ${serverMajor}. ` +
      'Hãy mở bằng phiên bản column-inches đã tạo nó, sao lưu ở đó, rồi khôi phục bản sao lưu ở đây.',
  });
}

async function initialise(launch: Launch, folder: string) {
  const where = ['-D', folder, '-U', user, '-E', 'UTF8', '--no-instructions', '--data-checksums'];
  // Built in, so that sorting never depends on which locales a machine happens to have.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth-local=trust', '--auth-host=reject', '--text-search-config=simple'];
  const { program, rest } = commandOf(launch, 'initdb', [...where, ...locale, ...access]);
  try {
    await run(program, rest, { env: serverEnvironment(), cwd: '/' });
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string };
    const what = {
      vi: `initdb không tạo được ${folder}: ${stderr.trim()}`,
      en: `initdb could not create ${folder}: ${stderr.trim()}`,
    };
    throw startFailed(what, cause);
  }
}

function commandOf(launch: Launch, name: string, args: readonly string[]) {
  const [program = '', ...rest] = [...launch.prefix, join(launch.binaries, 'bin', name), ...args];
  return { program, rest };
}

async function makeSocketFolder(launch: Launch): Promise<string> {
  for (const base of ['/tmp', tmpdir(), '/run', '/dev/shm']) {
    if (Buffer.byteLength(base) + 22 > longestSocketFolderBytes) continue;
    const usable = await access(base, constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!usable) continue;
    const folder = await mkdtemp(join(base, 'column-inches-'));
    if (launch.owner) await chown(folder, launch.owner.uid, launch.owner.gid);
    return folder;
  }
  throw startFailed({
    vi: 'không có thư mục cho socket: /tmp, /run và /dev/shm đều không ghi được',
    en: 'no folder for its socket: /tmp, /run and /dev/shm cannot be written',
  });
}

async function launchServer(options: {
  launch: Launch;
  socketFolder: string;
  logPath: string;
  durable?: boolean;
}): Promise<ServerProcess> {
  const { launch, socketFolder, logPath, durable = true } = options;
  const place = ['-D', launch.databaseFolder, '-p', '5432', '-c', 'listen_addresses='];
  const socket = ['unix_socket_permissions=0700', `unix_socket_directories=${socketFolder}`];
  const safety = durable ? ['fsync=on'] : ['fsync=off', 'full_page_writes=off'];
  const settings = [...socket, ...safety, sharedBuffers()].flatMap((setting) => ['-c', setting]);
  const { program, rest } = commandOf(launch, 'postgres', [...place, ...settings]);
  const log = await openLog(logPath);
  // A group of its own: Ctrl-C in a terminal reaches us alone, and we stop the server in order.
  const child = spawn(program, rest, {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment(),
    cwd: '/',
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.unref();
  try {
    await waitUntilReady({ child, socketFolder, logPath });
  } finally {
    await log.close();
  }
  return { child, exited };
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };
}

async function waitUntilReady(options: {
  child: ChildProcess;
  socketFolder: string;
  logPath: string;
}) {
  const { child, socketFolder, logPath } = options;
  const until = Date.now() + 60_000;
  let last: unknown;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const client = new pg.Client(connectionTo(socketFolder));
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      last = error;
      await client.end().catch(() => undefined);
      await delay(15);
    }
  }
  child.kill('SIGQUIT');
  const ending = await tail(logPath);
  const what = {
    vi: `PostgreSQL không khởi động; ${logPath} kết thúc bằng:\n${ending}`,
    en: `PostgreSQL did not start; ${logPath} ends with:\n${ending}`,
  };
  throw startFailed(what, last);
}

async function tail(path: string) {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}

/** How `pg` reaches the server of a socket folder. */
export function connectionTo(socketFolder: string) {
  return { host: socketFolder, port: 5432, user, database: 'postgres' };
}

function finish(parts: {
  server: WatchedServer;
  lock: DataLock;
  launch: Launch;
  socketFolder: string;
}): EmbeddedServer {
  const { server, lock, launch, socketFolder } = parts;
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    // SIGINT is PostgreSQL's fast shutdown: sessions end, everything is on disk.
    const { child, exited } = await server.release();
    child.ref();
    child.kill('SIGINT');
    const patience = new AbortController();
    const waited = delay(20_000, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([exited, waited]);
    patience.abort();
    await clearLeftovers(launch.databaseFolder);
    await rm(socketFolder, { recursive: true, force: true });
    await lock.release();
  };
  return {
    connection: connectionTo(socketFolder),
    get pid() {
      return server.current().child.pid ?? 0;
    },
    stop: () => (stopping ??= stop()),
  };
}

function startFailed(what: Bilingual, cause?: unknown) {
  return new ColumnInchesError({
    code: 'database/start-failed',
    verdict: 'stop-run',
    message: `The embedded database cannot start: ${what.en}`,
    messageVietnamese: `Cơ sở dữ liệu đi kèm không khởi động được: ${what.vi}`,
    ...(cause === undefined ? {} : { cause }),
  });
}
