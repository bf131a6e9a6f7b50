import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readMarkdown } from '../documents.ts';

// The README's chapter on operation, line by line, as root on Debian: a fresh clone and the server
// of Debian's own package. Skipped where that would touch somebody's machine: it
// needs TRY_OPERATIONS=yes.

const root = join(import.meta.dirname, '../..');
const isMeant = process.env['TRY_OPERATIONS'] === 'yes' && process.getuid?.() === 0;
const place = mkdtempSync(join(tmpdir(), 'column-inches-trial-'));
const clone = join(place, 'clone');
const running: ChildProcess[] = [];
afterAll(async () => {
  // npm stands between us and the program: the whole group is told.
  for (const child of running) process.kill(-(child.pid ?? 0), 'SIGINT');
  await delay(5_000);
  rmSync(place, { recursive: true, force: true });
});

/** Folders that the chapter names, led to places of the trial's own. */
function ownPlaces(line: string): string {
  return line
    .replaceAll('/var/backups/', join(place, 'backups/'))
    .replaceAll('/srv/', join(place, 'srv/'));
}

/** The chapter's commands in order; what only an engine of containers could run is no block. */
function chapter(): readonly (readonly string[])[] {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const [, part = ''] = /\n## Running it for good\n([\s\S]*?)(?=\n## |$)/.exec(text) ?? [];
  return readMarkdown(part)
    .blocks.filter(({ language }) => language === 'sh')
    .map(({ lines }) => lines.filter(Boolean).map(ownPlaces));
}

/** As a shell of one's own has it: how the registry is reached stays, the test's own goes. */
const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_|VITEST|NODE_ENV|NODE_OPTIONS|COLUMN_INCHES_|DATABASE_URL|INIT_CWD)/.test(name),
    ),
  ),
  LANG: 'C.UTF-8',
  DEBIAN_FRONTEND: 'noninteractive',
};

function run(line: string): string {
  const options = { cwd: clone, env: environment, encoding: 'utf8' as const, timeout: 900_000 };
  return execFileSync('bash', ['-c', `set -euo pipefail; ${line}`], options);
}

/** `npm start` runs until the dashboard is open and goes on; one before it is stopped first. */
async function start(line: string): Promise<void> {
  for (const child of running.splice(0)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
  }
  const options = { cwd: clone, env: environment, detached: true };
  const child = spawn('bash', ['-c', `exec ${line}`], options);
  running.push(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new TypeError(`${line}: exit ${code}\n${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('The dashboard: http')) resolve();
    });
  });
}

/** All figures of an installation, as its command prints them. */
function report(settings = ''): { readonly itemsCaptured: number } {
  const text = run(`${settings} npm run --silent cli -- report --json`);
  return JSON.parse(text) as { itemsCaptured: number };
}

/** The figures once the first looks at front pages, which go on beside the open pages, are over. */
async function settledReport(): Promise<unknown> {
  for (let before = report(); ; ) {
    await delay(15_000);
    const now = report();
    if (isDeepStrictEqual(now, before)) return now;
    before = now;
  }
}

test.runIf(isMeant)('every command of the chapter works as it is written', async () => {
  execFileSync('git', ['clone', '--quiet', root, clone]);
  run('npm ci --no-audit');
  const blocks = chapter();
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  let backedUp: unknown = null;
  for (const line of blocks.flat()) {
    if (/ backup /.test(line)) backedUp ??= await settledReport();
    const exported = /^export (\w+)=(.*)$/.exec(line);
    if (exported) environment[exported[1] as string] = exported[2];
    else if (line === 'npm start') await start(line);
    else if (/ restore /.test(line)) expect(run(line)).toContain(' restore ');
    else if (line.endsWith('/readyz')) expect(run(line)).toContain('"status":"ready"');
    else if (line.endsWith('/metrics')) expect(run(line)).toContain('column_inches_database_up 1');
    else run(line);
  }
  // The restored installation has what the server had when it was backed up.
  const restored = report(`COLUMN_INCHES_DATA=${join(place, 'srv/column-inches')} DATABASE_URL=`);
  expect(restored).toEqual(backedUp);
  expect(restored.itemsCaptured).toBeGreaterThan(0);
});
