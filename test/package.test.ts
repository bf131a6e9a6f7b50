import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// What is shipped must run alone: the npm package's files, and the files the Dockerfile copies.

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);
const timeoutMs = 240_000;

let folder = '';
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ship-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The tarball that would be published, unpacked. */
async function unpackedPackage(): Promise<string> {
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', words, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  await run('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', folder]);
  return join(folder, 'package');
}

/** Sources of each `COPY` of the last stage of the Dockerfile that is a file of this project. */
async function imageSources(): Promise<string[]> {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');
  const lastStage = dockerfile.split(/^FROM /m).at(-1) ?? '';
  return [...lastStage.matchAll(/^COPY (?:--from=build )?((?!--).+)$/gm)].flatMap(([, words]) =>
    (words ?? '').split(' ').slice(0, -1),
  );
}

async function imageFolder(): Promise<string> {
  const image = join(folder, 'image');
  for (const source of await imageSources()) {
    const path = source.replace('/app/', '');
    await mkdir(dirname(join(image, path)), { recursive: true });
    await cp(join(root, path), join(image, path), { recursive: true });
  }
  return image;
}

function environment(data: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, COLUMN_INCHES_DATA: data, COLUMN_INCHES_PORT: '0' };
}

/** Starts the dashboard of a shipped folder; answers its address and how to stop it. */
async function serve(home: string) {
  const env = environment(join(home, 'data'));
  const child = spawn(process.execPath, ['dist/src/main.js', 'serve'], {
    cwd: home,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  let said = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    void exited.then((code) => reject(new Error(`exit ${code}\n${said}`)));
  });
  const stop = async () => {
    child.kill('SIGINT');
    expect(await exited).toBe(0);
  };
  return { address, stop };
}

/** Every file a page names must come, and what is read from disk when asked for. */
async function expectWhole(home: string): Promise<void> {
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
  const { address, stop } = await serve(home);
  for (const language of ['vi', 'en']) {
    const method = await (await fetch(`${address}/method?lang=${language}`)).text();
    const file = language === 'vi' ? 'METHOD.vi.md' : 'METHOD.md';
    const [, heading = ''] = /^## (.+)$/m.exec(await readFile(join(root, file), 'utf8')) ?? [];
    expect(method).toContain(heading);
    const codebook = await (await fetch(`${address}/codebook?lang=${language}`)).text();
    expect(codebook).toContain(language === 'vi' ? 'Gọi tắt tên' : 'Short names');
    const named = [...method.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, at]) => at);
    expect(named.length).toBeGreaterThan(4);
    for (const at of named) expect((await fetch(address + at)).status, at).toBe(200);
  }
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await stop();
  const list = ['dist/src/main.js', 'outlets', 'list', '--json'];
  const env = environment(join(home, 'data'));
  const { stdout } = await run(process.execPath, list, { cwd: home, env });
  expect(stdout).toContain('bao-quang-ngai');
  expect(await readFile(join(home, 'db/register/quang-ngai.csv'), 'utf8')).toMatch(/^person/);
}

describe('what is shipped runs alone', () => {
  test('the npm package', async () => expectWhole(await unpackedPackage()), timeoutMs);
  test('the files of the image', async () => expectWhole(await imageFolder()), timeoutMs);
});

test('nothing the image is built from is kept out of its context', async () => {
  const ignored = await readFile(join(root, '.dockerignore'), 'utf8');
  const allowed = new Set([...ignored.matchAll(/^!(.+)$/gm)].map(([, name]) => name));
  const sources = (await imageSources()).map((path) => path.replace('/app/', '').split('/')[0]);
  const { include } = JSON.parse(await readFile(join(root, 'tsconfig.build.json'), 'utf8')) as {
    include: string[];
  };
  const needed = [...sources.filter((path) => path !== 'dist'), ...include];
  expect(needed.filter((path) => !allowed.has(path))).toEqual([]);
  expect(needed.length).toBeGreaterThan(6);
});
