import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveBulletin, storedBulletins, storedProgrammes } from '../../../db/index.ts';
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

  test('leaves what a feed told of the bulletin as it is', async () => {
    const url = 'https://quangngaitv.vn/ban-tin/2';
    const told = {
      url,
      title: 'Bản tin trưa',
      channel: 'qng-radio',
      startAt: null,
      startFrom: null,
      publishedAt: '2026-03-03T12:30:00+07:00',
      durationSeconds: 900,
      description: null,
      thumbnailUrl: null,
      subtitles: [{ url: 'https://quangngaitv.vn/2.vtt', language: 'vi' }],
      rundown: [],
    };
    const given = { outletId: 'quang-ngai-tv', canonicalUrl: url, reading: told, rank: 0 } as const;
    const firstSeen = new Date('2026-03-03T06:00:00Z');
    const aired = { channel: 'qng-radio', medium: 'radio', firstSeen } as const;
    const { bulletin: before } = await saveBulletin(database.db, { ...given, ...aired });
    const file = await saved('phu-de.vtt', text);
    const words = ['replay', file, '--outlet', 'quang-ngai-tv', '--bulletin', url];
    const { context } = testContext({ openStation: async () => station() });
    await runCommandLine(words, context);
    const after = (await storedBulletins(database.db, scope)).find(({ id }) => id === before.id);
    const { cues, methodVersion: _version, ...kept } = after ?? before;
    expect(cues).toHaveLength(2);
    expect(before).toMatchObject(kept);
    expect(kept).toMatchObject({
      title: 'Bản tin trưa',
      channel: 'qng-radio',
      medium: 'radio',
      subtitleUrl: 'https://quangngaitv.vn/2.vtt',
    });
  });

  test('takes a start from the listing, and follows the listing when it changes', async () => {
    const url = 'https://quangngaitv.vn/ban-tin/3';
    const outletId = 'quang-ngai-tv';
    const firstSeen = new Date('2026-03-04T13:00:00Z');
    const reading = {
      url,
      title: 'Thời sự ngày 4/3',
      channel: null,
      startAt: null,
      startFrom: null,
      publishedAt: '2026-03-04T20:00:00+07:00',
      durationSeconds: 900,
      description: null,
      thumbnailUrl: null,
      subtitles: [],
      rundown: [],
    };
    const aired = { channel: 'k', medium: 'television', firstSeen, rank: 1 } as const;
    await saveBulletin(database.db, { outletId, canonicalUrl: url, reading, ...aired });
    const startAfter = async (clock: string) => {
      const listing = `<tv><programme start="20260304${clock}00 +0700" channel="k"><title>Thời sự</title></programme>
<programme start="20260304210000 +0700" channel="k"><title>Phim</title></programme>
<programme start="20260304170000 +0700" channel="k"><title>Ca nhạc</title></programme></tv>`;
      const file = await saved('ngay-4.xml', listing);
      const { context } = testContext({ openStation: async () => station() });
      await runCommandLine(['replay', file, '--outlet', outletId], context);
      const stored = await storedBulletins(database.db, scope);
      const found = stored.find((one) => one.url === url);
      return [found?.startAt?.toISOString() ?? null, found?.startFrom, found?.day];
    };
    expect(await startAfter('1830')).toEqual(['2026-03-04T11:30:00.000Z', 'listing', '2026-03-04']);
    expect(await startAfter('1915')).toEqual(['2026-03-04T12:15:00.000Z', 'listing', '2026-03-04']);
  });
});
