import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The built program in processes of its own: what works beside a running one, and what does not.

const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/src/main.js');
let folder = '';
let serving: ChildProcess;
let said = '';

function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  const own = { COLUMN_INCHES_DATA: join(folder, 'data'), COLUMN_INCHES_PORT: '0' };
  return { PATH, HOME, LANG: 'vi_VN.UTF-8', COLUMN_INCHES_DEMO: 'off', ...own };
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

function run(...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: environment(), cwd: folder };
    const child = execFile(process.execPath, [program, ...words], options, (error, out, told) =>
      resolve({ code: error ? Number(child.exitCode) : 0, out, told }),
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'column-inches-main-'));
  serving = spawn(process.execPath, [program, 'serve'], { env: environment(), cwd: folder });
  await new Promise<void>((resolve, reject) => {
    serving.once('exit', () => reject(new TypeError(said)));
    serving.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('http://')) resolve();
    });
  });
}, 60_000);
afterAll(async () => {
  serving.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('beside a running program', { timeout: 60_000 }, () => {
  test('a register is imported and listed, and the doctor says who runs', async () => {
    const file = join(folder, 'register.csv');
    await writeFile(
      file,
      'person,post,source\nLê Hải Đăng,Chủ tịch UBND tỉnh Gia Lai,https://example.org/1\n',
    );
    expect(await run('register', 'import', file)).toMatchObject({ code: 0 });
    const listed = await run('register', 'list');
    expect(listed.out).toContain('Lê Hải Đăng');
    const { out } = await run('doctor');
    expect(out).toContain(`đang chạy (tiến trình ${serving.pid}, lệnh serve)`);
  });

  test('start needs the folder alone, and is told by whom it is held and how to go on', async () => {
    const { code, told } = await run('start');
    expect(code).toBe(1);
    expect(told).toMatch(new RegExp(`database/in-use.*tiến trình ${serving.pid} \\(serve\\)`));
    expect(told).toContain('Ctrl-C');
  });

  test('a crawl may work beside pages that crawl nothing', async () => {
    const { code, told } = await run('crawl');
    expect([code, told]).toEqual([2, expect.stringContaining('npm run cli -- outlets add')]);
  });

  test('Ctrl-C ends it at once, with nothing said of lost connections', async () => {
    const ended = new Promise((resolve) => serving.once('exit', resolve));
    serving.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said).not.toMatch(/connection lost|level/);
    expect(await run('register', 'list')).toMatchObject({ code: 0 });
  });
});
