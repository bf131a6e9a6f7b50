import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ColumnInchesError } from '../src/domain/index.ts';
import type { Binaries } from './embedded-binaries.ts';

const run = promisify(execFile);

/** How root, whom PostgreSQL refuses, runs it. */
export type RootLaunch = 'user-namespace' | 'other-user';

/** As whom, from where and on what folder the server runs. */
export interface Launch {
  readonly kind: 'plain' | RootLaunch;
  /** PGDATA. */
  readonly databaseFolder: string;
  /** Folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  /** Command and arguments that go before the program. */
  readonly prefix: readonly string[];
  /** Who must own the database and its socket folder; null = who we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** Stands in the data folder where the database had to be kept outside it. */
const elsewhereNote = 'postgres-is-elsewhere.txt';

/**
 * Chooses the way to run PostgreSQL. As root: inside a user namespace where this machine allows
 * one and the folder can be reached from it, else as another user. `rootLaunch` forces one.
 * Throws `database/cannot-run-as-root` where neither works.
 */
export async function chooseLaunch(options: {
  dataFolder: string;
  binaries: Binaries;
  rootLaunch?: RootLaunch;
  sharedFolder?: string;
}): Promise<Launch> {
  const { dataFolder, binaries, rootLaunch, sharedFolder = '/var/lib/column-inches' } = options;
  const inside: Launch = {
    kind: 'plain',
    databaseFolder: join(dataFolder, 'postgres'),
    binaries: binaries.folder,
    prefix: await dieWithParent(),
    owner: null,
  };
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0 && passwdEntries().some((entry) => entry.uid === uid)) return inside;
  const namespaced = inUserNamespace(inside);
  const movedOut = existsSync(join(dataFolder, elsewhereNote));
  const mayNamespace = rootLaunch !== 'other-user' && !movedOut;
  if (mayNamespace && (await canReach(namespaced, dataFolder))) return namespaced;
  if (uid === 0 && rootLaunch !== 'user-namespace')
    return asOtherUser(inside, { dataFolder, binaries, sharedFolder });
  throw cannotRun(dataFolder);
}

/** The kernel tells the server when we die, even by kill -9; then it shuts down by itself. */
async function dieWithParent(): Promise<string[]> {
  const prefix = ['setpriv', '--pdeathsig', 'INT', '--'];
  return (await succeeds([...prefix, 'true'])) ? prefix : [];
}

/** PostgreSQL asks for its user's name, so the number must be one this machine knows. */
function inUserNamespace(launch: Launch): Launch {
  const { uid, gid } = passwdEntries().find((entry) => entry.uid !== 0) ?? { uid: 1, gid: 1 };
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return { ...launch, kind: 'user-namespace', prefix: [...prefix, ...launch.prefix] };
}

async function asOtherUser(
  launch: Launch,
  options: { dataFolder: string; binaries: Binaries; sharedFolder: string },
): Promise<Launch> {
  const { dataFolder, binaries, sharedFolder } = options;
  const entries = passwdEntries();
  const owner =
    entries.find((entry) => entry.name === 'postgres') ??
    entries.find((entry) => entry.name === 'nobody') ??
    entries.find((entry) => entry.uid !== 0);
  if (!owner) throw cannotRun(dataFolder);
  const identity = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const prefix = [...identity, '--pdeathsig', 'INT', '--'];
  const here: Launch = { ...launch, kind: 'other-user', prefix, owner };
  const programs = (await canReadBinaries(here))
    ? here
    : { ...here, binaries: await copyBinaries(binaries, sharedFolder) };
  // Without a namespace of its own the folder must be open to a user who does not own it.
  const outside = existsSync(join(dataFolder, elsewhereNote)) || !(await canPass(here, dataFolder));
  return outside
    ? { ...programs, databaseFolder: await placeOutside(programs, { dataFolder, sharedFolder }) }
    : programs;
}

async function canReach(launch: Launch, dataFolder: string) {
  const test = 'test -w "$0" && test -x "$1/bin/postgres" && test -r "$1/share/postgresql"';
  return succeeds([...launch.prefix, 'sh', '-c', test, dataFolder, launch.binaries]);
}

async function canReadBinaries(launch: Launch) {
  const test = 'test -x "$0/bin/postgres" && test -r "$0/lib/libxml2.so.2"';
  return succeeds([...launch.prefix, 'sh', '-c', test, launch.binaries]);
}

async function canPass(launch: Launch, folder: string) {
  return succeeds([...launch.prefix, 'test', '-x', folder]);
}

async function copyBinaries(binaries: Binaries, sharedFolder: string): Promise<string> {
  const target = join(sharedFolder, `postgresql-${binaries.version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, target).catch(async () => {
    await rm(unfinished, { recursive: true, force: true });
  });
  return target;
}

/** Moves the database to where its user can reach it and leaves word of it in the data folder. */
async function placeOutside(
  launch: Launch,
  folders: { dataFolder: string; sharedFolder: string },
): Promise<string> {
  const { dataFolder, sharedFolder } = folders;
  const inside = launch.databaseFolder;
  const note = join(dataFolder, elsewhereNote);
  if (existsSync(note)) return (await readFile(note, 'utf8')).trim();
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const target = join(sharedFolder, key, 'postgres');
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  if (existsSync(inside)) {
    await cp(inside, target, { recursive: true, preserveTimestamps: true });
    await rename(inside, `${inside}-moved-away`);
  }
  await writeFile(note, `${target}\n`);
  return target;
}

/** Gives the database folder to who runs the server, where another launch had made it. */
export async function giveTo(launch: Launch, path: string): Promise<void> {
  const want = launch.owner ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const { uid } = await stat(path);
  if (uid === want.uid) return;
  if (launch.kind === 'plain') throw ofAnotherUser(path, uid);
  await chown(path, want.uid, want.gid);
  await run('chown', ['-R', `${want.uid}:${want.gid}`, '--', path]);
}

async function succeeds(command: readonly string[]): Promise<boolean> {
  const [program, ...rest] = command as [string, ...string[]];
  return run(program, rest, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

function passwdEntries(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length > 3)
      .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

function ofAnotherUser(path: string, uid: number) {
  return new ColumnInchesError({
    code: 'database/of-another-user',
    verdict: 'stop-run',
    message:
      `The database ${path} belongs to another user (number ${uid}). Run column-inches as that ` +
      'user, give the data folder to this one (chown -R), or choose another (COLUMN_INCHES_DATA).',
    messageVietnamese:
      `Cơ sở dữ liệu ${path} thuộc về người dùng khác (số ${uid}). Hãy chạy bằng người dùng đó, ` +
      'giao thư mục dữ liệu cho người dùng này (chown -R), hoặc chọn thư mục khác ' +
      '(COLUMN_INCHES_DATA).',
  });
}

function cannotRun(folder: string) {
  return new ColumnInchesError({
    code: 'database/cannot-run-as-this-user',
    verdict: 'stop-run',
    message:
      `The embedded PostgreSQL cannot run on ${folder} as this user: it refuses root, and neither ` +
      'a user namespace (`unshare --user`) nor another user can reach the folder. Run ' +
      'column-inches as an ordinary user who owns the folder, or set DATABASE_URL to a ' +
      'PostgreSQL server.',
    messageVietnamese:
      `PostgreSQL đi kèm không chạy được trên ${folder} bằng người dùng này: nó từ chối root, và cả ` +
      'không gian người dùng (`unshare --user`) lẫn người dùng khác đều không vào được thư mục. ' +
      'Hãy chạy bằng người dùng thường sở hữu thư mục đó, hoặc đặt DATABASE_URL tới một máy chủ ' +
      'PostgreSQL.',
  });
}
