import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storedBulletins, storedProgrammes } from '../../../db/index.ts';
import { runCommandLine } from '../../../src/cli.ts';
import type { Station } from '../../../src/commands/command.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { testContext } from '../context.ts';

let folder = '';
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-air-'));
  database = await testDatabase();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const saved = async (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};
const xmltv = (titles: readonly string[]) =>
  `<tv>${titles
    .map(
      (title, index) =>
        `\n<programme start="2026030218${String(index).padStart(2, '0')}00 +0700" channel="k"><title>${title}</title></programme>`,
    )
    .join('')}</tv>`;

const station = () => ({ database, ownAttempts: [], close: async () => {} }) as unknown as Station;
const scope = { outletIds: ['quang-ngai-tv'], from: '0000', to: '9999' };

describe('replay of a listing', () => {
  test('without an outlet needs no database, prints each programme, and names faults by line', async () => {
    const file = await saved('lich.xml.gz', gzipSync(xmltv(['A', 'B']).replace('1801', '1899')));
    const { context, printed, told } = testContext({ json: true });
    expect(await runCommandLine(['replay', file, '--json'], context)).toBe(3);
    expect(printed.map((line) => JSON.parse(line).title)).toEqual(['A']);
    expect(told).toEqual([expect.stringMatching(/^lich\.xml\.gz:3: .*189900/)]);
  });

  test('reads a day in plain text, its day from the command or the name, in Vietnamese too', async () => {
    const file = await saved('lich.txt', '5:03 Ca nhạc\n18:30 Thời sự\n');
    const { context, printed } = testContext({ json: true });
    expect(await runCommandLine(['replay', file, '--day', '2026-03-02', '--json'], context)).toBe(
      0,
    );
    expect(printed.map((line) => JSON.parse(line).startAt)).toEqual([
      '2026-03-02T05:03:00+07:00',
      '2026-03-02T18:30:00+07:00',
    ]);
    const vietnamese = testContext({ language: 'vi' });
    expect(await runCommandLine(['replay', file], vietnamese.context)).toBe(0);
    expect(vietnamese.told.join('\n')).toContain('2 chương trình');
    expect(vietnamese.told.join('\n')).toContain('Lịch không ghi ngày');
  });

  test('stores it for an outlet; a changed listing is a version, the same one is none', async () => {
    const openStation = async () => station();
    const run = async (titles: readonly string[]) => {
      const file = await saved('kenh.xml', xmltv(titles));
      const { context } = testContext({ openStation });
      return runCommandLine(['replay', file, '--outlet', 'quang-ngai-tv'], context);
    };
    expect(await run(['Thời sự', 'Phim'])).toBe(0);
    expect(await run(['Thời sự', 'Phim'])).toBe(0);
    expect(await run(['Thời sự', 'Bản tin thời tiết'])).toBe(0);
    const stored = await storedProgrammes(database.db, scope);
    expect(stored.map(({ title, isNews, versions }) => [title, isNews, versions])).toEqual([
      ['Thời sự', true, 2],
      ['Bản tin thời tiết', false, 2],
    ]);
  });

  test('refuses an outlet that nobody knows', async () => {
    const file = await saved('lich.ics', 'BEGIN:VCALENDAR');
    const { context, told } = testContext({});
    expect(await runCommandLine(['replay', file, '--outlet', 'khong-co'], context)).not.toBe(0);
    expect(told[0]).toContain('khong-co');
  });
});

describe('replay of subtitles', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:03.000\nKính chào.\n\n00:04.000 --> 00:03.000\nHết.\n';

  test('prints the cues and names what is wrong', async () => {
    const file = await saved('phu-de.vtt', text);
    const { context, printed, told } = testContext({ json: true });
    expect(await runCommandLine(['replay', file, '--json'], context)).toBe(3);
    expect(printed.map((line) => JSON.parse(line).text)).toEqual(['Kính chào.', 'Hết.']);
    expect(told[0]).toContain('phu-de.vtt:6: ');
  });

  test('stores them with their bulletin, and asks for it where it is not named', async () => {
    const file = await saved('phu-de.vtt', text);
    const openStation = async () => station();
    const words = ['replay', file, '--outlet', 'quang-ngai-tv'];
    expect(await runCommandLine(words, testContext({ openStation }).context)).toBe(2);
    const named = [...words, '--bulletin', 'https://quangngaitv.vn/ban-tin/1'];
    await runCommandLine(named, testContext({ openStation }).context);
    const [bulletin] = await storedBulletins(database.db, scope);
    expect(bulletin).toMatchObject({ url: 'https://quangngaitv.vn/ban-tin/1', startAt: null });
    expect(bulletin?.cues).toHaveLength(2);
  });
});
