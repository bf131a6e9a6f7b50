import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, utimesSync } from 'node:fs';
import { access, constants, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ColumnInchesError } from '../src/domain/index.ts';

const heartbeatMs = 1_000;
/** A holder in another container that is silent this long is taken for dead. */
const silenceMs = 4_000;

/** What the lock file says of its holder. */
interface Holder {
  readonly pid: number;
  /** What it does there: the command it was started with. */
  readonly purpose?: string;
  /** Tells a process from a later one with the same number. */
  readonly startedTicks: string;
  readonly bootId: string;
  readonly pidNamespace: string;
  readonly host: string;
  readonly socketFolder: string | null;
}

/** A data folder that this process alone may write. */
export interface DataLock {
  /** Socket folder of a holder that died without tidying up; null if it did. */
  readonly leftSocketFolder: string | null;
  /** Notes where this holder's socket lies, so that a successor can clear it away. */
  noteSocketFolder(path: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process, at once or never: throws `database/in-use` naming the
 * holder's process id. A lock left by a killed process does not hold.
 */
export async function lockDataFolder(dataFolder: string, purpose = 'start'): Promise<DataLock> {
  const path = join(dataFolder, 'lock');
  const mutex = await holdMutex(await mutexName(dataFolder));
  if (mutex === 'taken') throw inUse(dataFolder, await readLivingHolder(path));
  try {
    const former = await readHolder(path);
    if (former && (await stillHolds(former, path))) throw inUse(dataFolder, former);
    let me = describeSelf(purpose);
    await writeHolder(path, me);
    const heartbeat = setInterval(() => beat(path), heartbeatMs).unref();
    return {
      leftSocketFolder: former?.socketFolder ?? null,
      noteSocketFolder: async (socketFolder) => {
        me = { ...me, socketFolder };
        await writeHolder(path, me);
      },
      release: async () => {
        clearInterval(heartbeat);
        await rm(path, { force: true });
        await closeServer(mutex);
      },
    };
  } catch (error) {
    await closeServer(mutex);
    throw error;
  }
}

/** Makes the data folder; throws `database/folder-not-writable` with the mend. */
export async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await access(dataFolder, constants.W_OK);
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'database/folder-not-writable',
      verdict: 'stop-run',
      message:
        `The data folder ${dataFolder} cannot be written (${(cause as Error).message}). ` +
        'Change its rights, or name another folder in COLUMN_INCHES_DATA.',
      messageVietnamese:
        `Không ghi được thư mục dữ liệu ${dataFolder} (${(cause as Error).message}). ` +
        'Đổi quyền của nó, hoặc đặt thư mục khác ở COLUMN_INCHES_DATA.',
      cause,
    });
  }
}

/** Folder identity rather than path: two paths to one folder are one lock. */
async function mutexName(dataFolder: string) {
  const { dev, ino } = await stat(dataFolder);
  const digest = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32);
  return `\0column-inches-${digest}`;
}

/** An abstract socket is the lock: the kernel frees it when its holder dies, however it dies. */
function holdMutex(name: string): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(error);
    });
    server.listen(name, () => resolve(server.unref()));
  });
}

function closeServer(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}

function describeSelf(purpose: string): Holder {
  return {
    pid: process.pid,
    purpose,
    startedTicks: startTicks(process.pid) ?? '',
    bootId: readText('/proc/sys/kernel/random/boot_id'),
    pidNamespace: pidNamespace(),
    host: hostname(),
    socketFolder: null,
  };
}

/** The abstract socket does not reach into other containers; there the lock file must speak. */
async function stillHolds(holder: Holder, path: string): Promise<boolean> {
  const sameKernel = holder.bootId === readText('/proc/sys/kernel/random/boot_id');
  if (sameKernel && holder.pidNamespace === pidNamespace())
    return holder.pid !== process.pid && startTicks(holder.pid) === holder.startedTicks;
  if (sameKernel === false && holder.host === hostname()) return false;
  const before = (await stat(path)).mtimeMs;
  if (Date.now() - before > silenceMs) return false;
  for (let waitedMs = 0; waitedMs < silenceMs; waitedMs += 500) {
    await delay(500);
    const now = await stat(path).catch(() => null);
    if (!now) return false;
    if (now.mtimeMs !== before) return true;
  }
  return false;
}

function beat(path: string) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A folder removed under us is noticed by the database itself.
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** The holder may have taken the mutex a moment ago and be about to write its name. */
async function readLivingHolder(path: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const holder = await readHolder(path);
    if (holder && startTicks(holder.pid) === holder.startedTicks) return holder;
    await delay(30);
  }
  return null;
}

async function writeHolder(path: string, holder: Holder) {
  const next = `${path}.${process.pid}`;
  await writeFile(next, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  await rename(next, path);
}

/** Field 22 of /proc/PID/stat; null where there is no such process. */
function startTicks(pid: number): string | null {
  const text = readText(`/proc/${pid}/stat`);
  // The command's name stands in brackets and may hold blanks.
  return text === '' ? null : (text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

function pidNamespace() {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** The program that has a data folder open now, on this machine. */
export interface RunningHolder {
  readonly pid: number;
  /** The command it was started with. */
  readonly purpose: string;
  /** Where its database listens; null while that is not up yet. */
  readonly socketFolder: string | null;
}

/** Who has the folder open, where its database can be reached from here; null if nobody has. */
export async function runningHolder(dataFolder: string): Promise<RunningHolder | null> {
  const holder = await readHolder(join(dataFolder, 'lock'));
  if (!holder || holder.bootId !== readText('/proc/sys/kernel/random/boot_id')) return null;
  if (holder.pidNamespace !== pidNamespace()) return null;
  if (startTicks(holder.pid) !== holder.startedTicks) return null;
  const { pid, purpose = 'start', socketFolder } = holder;
  return { pid, purpose, socketFolder };
}

function inUse(dataFolder: string, holder: Holder | null) {
  const where = holder && holder.host !== hostname() ? holder.host : null;
  const what = holder?.purpose ? ` (${holder.purpose})` : '';
  const who = holder
    ? `process ${holder.pid}${where ? ` on ${where}` : ''}${what}`
    : 'another process';
  const whoVietnamese = holder
    ? `tiến trình ${holder.pid}${where ? ` trên máy ${where}` : ''}${what}`
    : 'một tiến trình khác';
  return new ColumnInchesError({
    code: 'database/in-use',
    verdict: 'stop-run',
    message:
      `The data folder ${dataFolder} is in use by ${who}. ` +
      'Stop that one first (Ctrl-C where it runs), or choose another data folder ' +
      '(COLUMN_INCHES_DATA).',
    messageVietnamese:
      `Thư mục dữ liệu ${dataFolder} đang do ${whoVietnamese} sử dụng. ` +
      'Hãy dừng chương trình đó trước (Ctrl-C ở cửa sổ đang chạy), hoặc chọn thư mục dữ liệu ' +
      'khác (COLUMN_INCHES_DATA).',
  });
}
