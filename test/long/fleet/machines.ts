import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browserFolder } from '../../crawlers/front-page/site.ts';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../../../dist/src/main.js');
const bridge = 'ci-bridge';

/** Where the test itself is, as the machines see it. */
export const homeAddress = '10.213.77.1';

/** Two simulated machines: network namespaces on one bridge. Needs root and iproute2. */
export const machines = ['ci-one', 'ci-two'] as const;
type Machine = (typeof machines)[number];

async function ip(...words: string[]): Promise<void> {
  await run('ip', words);
}

/** Makes the machines and the wire between them; answers how to take them away. */
export async function openMachines(): Promise<() => Promise<void>> {
  await closeMachines();
  await ip('link', 'add', bridge, 'type', 'bridge');
  await ip('addr', 'add', `${homeAddress}/24`, 'dev', bridge);
  await ip('link', 'set', bridge, 'up');
  for (const [at, machine] of machines.entries()) {
    await ip('netns', 'add', machine);
    await ip('link', 'add', `ci-veth-${at}`, 'type', 'veth', 'peer', 'eth0', 'netns', machine);
    await ip('link', 'set', `ci-veth-${at}`, 'master', bridge, 'up');
    await ip('-n', machine, 'addr', 'add', `10.213.77.${11 + at}/24`, 'dev', 'eth0');
    await ip('-n', machine, 'link', 'set', 'eth0', 'up');
    await ip('-n', machine, 'link', 'set', 'lo', 'up');
  }
  return closeMachines;
}

async function closeMachines(): Promise<void> {
  for (const machine of machines) await ip('netns', 'del', machine).catch(() => undefined);
  await ip('link', 'del', bridge).catch(() => undefined);
}

/** The test's PostgreSQL, which knows a Unix socket alone, on the wire; answers its port. */
export async function databaseOnTheWire(server: { host: string; port: number }) {
  const path = join(server.host, `.s.PGSQL.${server.port}`);
  const forwarder = createServer((client) => {
    const socket = connect(path);
    client.pipe(socket).pipe(client);
    client.on('error', () => socket.destroy());
    socket.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => forwarder.listen(0, homeAddress, resolve));
  const address = forwarder.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { port, close: () => forwarder.close() };
}

/** A worker on one of the machines, in a data folder of its own. */
export async function startWorker(
  machine: Machine,
  of: { readonly name: string; readonly folder: string; readonly env: Record<string, string> },
): Promise<ChildProcess> {
  const data = join(of.folder, of.name);
  await mkdir(data, { recursive: true });
  await mkdir(browserFolder, { recursive: true });
  // Unpacked once for all of them.
  await symlink(browserFolder, join(data, 'browser'));
  const { PATH = '', HOME = '' } = process.env;
  return spawn('ip', ['netns', 'exec', machine, process.execPath, program, 'worker'], {
    env: {
      PATH,
      HOME,
      COLUMN_INCHES_DATA: data,
      COLUMN_INCHES_CONTACT: `${of.name}@example.org`,
      COLUMN_INCHES_LOG_LEVEL: 'warn',
      ...of.env,
    },
    stdio: 'ignore',
  });
}

/** Waits until a worker that was told to stop, or was killed, is gone. */
export function gone(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) resolve();
    else worker.once('exit', () => resolve());
  });
}
