import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegister } from '../../../src/commands/register-file.ts';
import { testInstallation } from '../station.ts';

const csv =
  'person,post,place,from,until,source,checked\n' +
  'Lê Hải Đăng,Chủ tịch UBND tỉnh Gia Lai,gia-lai,2018,,https://example.org/1,yes\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe('a register file', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'in %s is read, with its mark and without',
    async (encoding) => {
      for (const mark of ['', '\ufeff']) {
        const utf16 = Buffer.from(mark + csv, 'utf16le');
        const bytes =
          encoding === 'utf-8'
            ? Buffer.from(mark + csv)
            : encoding === 'utf-16le'
              ? utf16
              : utf16.swap16();
        const { persons } = await readRegister(await fileOf('any.csv', bytes));
        expect(persons.map(({ name }) => name)).toEqual(['Lê Hải Đăng']);
      }
    },
  );

  test('in an old Vietnamese encoding is explained, not garbled', async () => {
    const bytes = Buffer.from(csv.replaceAll(/[^ -~\n]/g, '\u00ea'), 'latin1');
    await expect(readRegister(await fileOf('old.csv', bytes))).rejects.toMatchObject({
      code: 'input/register-encoding',
      messageVietnamese: expect.stringContaining('CSV UTF-8'),
    });
  });

  test('without a person is no success', async () => {
    for (const [name, text] of [
      ['empty.json', '{}'],
      ['header.csv', `${csv.split('\n')[0]}\n`],
    ] as const) {
      await expect(readRegister(await fileOf(name, text))).rejects.toMatchObject({
        code: 'input/register-empty-file',
      });
    }
  });

  test('tells all its faults at once, in both languages, up to twenty', async () => {
    const row = (from: string, until: string, kind: string) =>
      `Lê Hải Đăng,Chủ tịch UBND tỉnh Gia Lai,${from},${until},${kind},https://example.org\n`;
    const head = 'person,post,from,until,kind,source\n';
    const file = await fileOf(
      'faults.csv',
      `${head}${row('2026-02-31', '', '')},Bí thư,,,,x\n${row('', '', 'boss')}${row('2020', '2019', '')}`,
    );
    const refused = await readRegister(file).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'register/bad-row' });
    const { message, messageVietnamese } = refused as {
      message: string;
      messageVietnamese: string;
    };
    expect(message.split('\n').map((line) => /line (\d+): "(\w+)"/.exec(line)?.slice(1))).toEqual([
      ['2', 'from'],
      ['3', 'person'],
      ['4', 'kind'],
      ['5', 'until'],
    ]);
    expect(messageVietnamese).toContain('dòng 2: "from" là "2026-02-31", không phải ngày có thật');

    const many = await fileOf('many.csv', head + row('2026-13', '', '').repeat(25));
    const told = await readRegister(many).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(told.split('\n')).toHaveLength(21);
    expect(told).toContain('and 5 more faults');
  });
});

describe('while the demo is on screen', async () => {
  const { run } = await testInstallation();

  test('an imported register is listed, and it is said why the pages do not show it', async () => {
    const empty = await run(['register', 'list'], { language: 'vi' });
    expect(empty.told).toContain('Chưa có danh bạ nào');
    const { told, exitCode } = await run(['register', 'import', await fileOf('own.csv', csv)]);
    expect([exitCode, told]).toEqual([
      0,
      expect.stringContaining('still show the fictional press'),
    ]);
    const { printed } = await run(['register', 'list']);
    expect(printed.join('\n')).toContain('Lê Hải Đăng');
    const demo = await run(['register', 'list', '--demo', '--json']);
    expect(JSON.parse(demo.printed[0] ?? '').persons).toEqual([]);
  });
});
