import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outletYaml } from '../../../crawlers/index.ts';
import { sql } from 'kysely';
import { keepAlarms, noteWorker, openDatabase, setState } from '../../../db/index.ts';
import { runCommandLine } from '../../../src/cli.ts';
import type { Station } from '../../../src/commands/command.ts';
import { machineClock, nodeVersion } from '../../../src/commands/doctor-machine.ts';
import type { Config } from '../../../src/config.ts';
import { outletOf } from '../../crawlers/press.ts';
import { openSmallDisk } from '../../small-disk.ts';
import { testContext } from '../context.ts';
import { testInstallation } from '../station.ts';

const { database, folder: root, open } = await testInstallation();
let folder = '';
let taken: Server;
let port = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'column-inches-doctor-'));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as { port: number }).port;
});
afterAll(async () => {
  await new Promise((resolve) => taken.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  readonly check: string;
  readonly ok: boolean;
  readonly note?: true;
  readonly text: { readonly vi: string; readonly en: string };
}

/** What the doctor says of an installation with these settings, by check. */
async function examine(config: Partial<Config>, station: () => Promise<Station> = open) {
  const { context, printed } = testContext({
    json: true,
    config: { dataFolder: root, archiveFolder: join(root, 'archive'), port: 0, ...config },
    openStation: station,
  });
  const exitCode = await runCommandLine(['doctor', '--json'], context);
  const findings = JSON.parse(printed[0] ?? '[]') as Told[];
  return { exitCode, of: (check: string) => findings.find((one) => one.check === check), findings };
}

describe('a healthy machine', () => {
  test('ends with 0, every line in the language of the reader, nothing that is not so', async () => {
    const { context, printed } = testContext({
      language: 'vi',
      program: 'npm run cli --',
      config: { dataFolder: root, archiveFolder: join(root, 'archive'), port: 0 },
      openStation: open,
    });
    expect(await runCommandLine(['doctor'], context)).toBe(0);
    expect(printed.every((line) => /^[✓·] /.test(line))).toBe(true);
    expect(printed).toContain('✓ Cơ sở dữ liệu mở được');
    expect(printed).toContain('· Chưa thu thập gì. Chạy: npm start');
  });
});

describe('the likeliest troubles, each with its mend', () => {
  test('an old Node and a clock in the past', () => {
    expect(nodeVersion('20.18.1')).toMatchObject({
      ok: false,
      text: { vi: expect.stringContaining('npm start'), en: expect.stringContaining('22.12') },
    });
    expect(nodeVersion('22.12.0').ok).toBe(true);
    const clock = { now: () => new Date('1980-01-01T00:00:00Z'), sleep: async () => {} };
    expect(machineClock({ clock })).toMatchObject({ check: 'clock', ok: false });
  });

  test('a data folder that is a file: no second complaint about the database', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { exitCode, of } = await examine({ dataFolder: file });
    expect(exitCode).toBe(1);
    expect(of('data-folder')).toMatchObject({ ok: false });
    expect(of('data-folder')?.text.vi).toContain('COLUMN_INCHES_DATA');
    expect(of('database')).toBeUndefined();
  });

  test('an archive that is a file, and one that is yet to be made', async () => {
    const file = join(folder, 'archive-file');
    await writeFile(file, '');
    const bad = await examine({ archiveFolder: file });
    expect(bad.of('archive')).toMatchObject({ ok: false });
    expect(bad.of('archive')?.text.en).toMatch(/ENOTDIR.*COLUMN_INCHES_ARCHIVE/);
    expect((await examine({ archiveFolder: join(folder, 'not/yet') })).of('archive')?.ok).toBe(
      true,
    );
  });

  test('a bucket without its keys, and one that does not answer', async () => {
    const bucketUrl = `http://127.0.0.1:1/inches`;
    const without = await examine({ bucketUrl });
    expect(without.exitCode).toBe(1);
    expect(without.of('archive')?.text.vi).toContain('AWS_ACCESS_KEY_ID');
    const { of } = await examine({ bucketUrl, bucketKeyId: 'id', bucketSecret: 'secret' });
    expect(of('archive')).toMatchObject({ ok: false });
    expect(of('archive')?.text.en).toMatch(/ECONNREFUSED|fetch failed|127\.0\.0\.1:1/);
    expect(JSON.stringify(of('archive'))).not.toContain('secret');
  });

  test('a port that another program has, and a host that is not here', async () => {
    const { of, exitCode } = await examine({ port });
    expect(exitCode).toBe(1);
    expect(of('port')?.text.vi).toMatch(/EADDRINUSE.*COLUMN_INCHES_PORT/);
    expect((await examine({ host: '192.0.2.1' })).of('port')).toMatchObject({ ok: false });
  });

  test('no browser at the path that was set', async () => {
    const { of } = await examine({ chromiumPath: join(folder, 'no-chromium') });
    expect(of('browser')).toMatchObject({ ok: false });
    expect(of('browser')?.text.en).toContain('COLUMN_INCHES_CHROMIUM');
  });

  test('a disk that is nearly full', async ({ skip }) => {
    const disk = openSmallDisk(8) ?? skip('no disk can be mounted here');
    const { of, exitCode } = await examine({ dataFolder: disk.folder });
    disk.close();
    expect(exitCode).toBe(1);
    expect(of('disk')).toMatchObject({ ok: false });
    expect(of('disk')?.text.vi).toMatch(/0,0 GB.*Dọn bớt/);
  });

  test('raw pages that are lost or damaged', async () => {
    const lost = 'ab'.repeat(32);
    await sql`insert into blobs (hash, size_bytes) values (${lost}, 10)`.execute(database.db);
    const { of, exitCode } = await examine({});
    expect(exitCode).toBe(1);
    expect(of('raw-pages')?.text.vi).toMatch(/1 trong 1 trang gốc.*COLUMN_INCHES_ARCHIVE/);
    await sql`delete from blobs where hash = ${lost}`.execute(database.db);
    expect((await examine({})).of('raw-pages')?.ok).toBe(true);
  });

  test('no address for outlets to write to', async () => {
    const { of } = await examine({ contact: null });
    expect(of('contact')).toMatchObject({ ok: true, note: true });
    expect(of('contact')?.text.en).toContain('COLUMN_INCHES_CONTACT');
    expect((await examine({ contact: 'me@example.org' })).of('contact')?.note).toBeUndefined();
  });

  test('an outlet file with a fault, with its line', async () => {
    await mkdir(join(root, 'outlets'), { recursive: true });
    await writeFile(join(root, 'outlets/bao-loi.yaml'), 'id: bao-loi\nname: Báo Lỗi\n');
    const { of, exitCode } = await examine({});
    expect(exitCode).toBe(1);
    expect(of('outlet-files')?.text.vi).toMatch(/bao-loi\.yaml:\d+: medium: /);
    expect(of('database')?.ok).toBe(true);
    await rm(join(root, 'outlets'), { recursive: true });
  });

  test('a database server that does not answer', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/none';
    const { of } = await examine({ databaseUrl }, async () => {
      throw await openDatabase({ databaseUrl }).catch((error: unknown) => error);
    });
    expect(of('database')).toMatchObject({ ok: false });
    expect(of('database')?.text.vi).toMatch(/database\/unreachable.*Kiểm tra DATABASE_URL/);
  });

  test('no register, a site whose name is not found, figures of an older method', async () => {
    const lost = outletOf('https://khong-co.invalid', [
      { kind: 'feed', url: 'https://khong-co.invalid/rss' },
    ]);
    await mkdir(join(root, 'outlets'), { recursive: true });
    await writeFile(join(root, 'outlets/bao-thu.yaml'), outletYaml(lost));
    await setState(database.db, 'methodVersion', '0.0.1');
    const { of, exitCode } = await examine({});
    expect(exitCode).toBe(1);
    expect(of('register')?.text.en).toContain('register import FILE');
    expect(of('network')?.text.vi).toContain('khong-co.invalid');
    expect(of('method')).toMatchObject({ ok: true, note: true });
    expect(of('method')?.text.en).toContain('recompute');
    expect(of('timetable')?.text.en).toMatch(/Nobody runs the timetable.*start/);
    const now = new Date();
    await noteWorker(database.db, { id: 'w', startedAt: now, version: '1' }, now);
    const facts = { code: 'fetch/blocked', times: 1, hours: 0 };
    const blocked = { kind: 'blocked' as const, outletId: lost.id, about: '', facts };
    await keepAlarms(database.db, { troubles: [blocked], demo: false }, now);
    const later = await examine({});
    expect(later.of('timetable')).toMatchObject({ ok: true });
    expect(later.of('alarms')?.text.vi).toMatch(/1 báo động đang mở.*\/operations/);
  });
});

describe('beside a running installation', () => {
  test('says who runs, and that the port is rightly taken', async () => {
    const dataFolder = join(folder, 'data');
    const running = await openDatabase({ dataFolder, durable: false, purpose: 'start' });
    try {
      const { of } = await examine({ dataFolder, port }, async () => ({
        ...(await open()),
        database: await openDatabase({ dataFolder, durable: false }, { joins: () => true }),
      }));
      expect(of('database')?.text.en).toContain(`is running (process ${process.pid}, start)`);
      expect(of('port')).toMatchObject({ ok: true });
      expect(of('port')?.text.vi).toContain(`đang mở ở http://127.0.0.1:${port}`);
    } finally {
      await running.close();
    }
  });
});
