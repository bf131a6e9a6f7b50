import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  folderArchive,
  latestRegisterEdit,
  noteRegisterRead,
  refreshCoverage,
  saveOutlets,
  saveRegister,
} from '../../../../db/index.ts';
import type {
  ExportFormat,
  ExportRecord,
  Numbers,
  Publication,
} from '../../../../src/domain/index.ts';
import {
  createNumbers,
  createPublication,
  csvCell,
  formatsFor,
  makeExport,
  openDataOptions,
} from '../../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { mention, outlet, personIn, register } from '../../../db/world.ts';
import { page as pageOf, serverFor } from '../../web/server-for-tests.ts';
import { sentencesOf, store } from '../press.ts';
import { packageFaults, tableFaults } from './frictionless.ts';

const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };
const dangerous = '=HYPERLINK("https://evil.example","Bấm, vào đây")';

let database: TestDatabase;
let folder: string;
let publication: Publication;
let numbers: Numbers;
let options: ReturnType<typeof openDataOptions>;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'open-data-'));
  const parts = {
    sentencesOf,
    archive: folderArchive(folder, { durable: false }),
    version: '1.2',
    now: () => new Date(),
  };
  options = openDataOptions(parts);
  publication = createPublication(database.db, parts);
  numbers = createNumbers(database.db, { sentencesOf });
  await saveOutlets(database.db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  await saveRegister(database.db, register, { demo: false });
  const both = [
    personIn({ personId: 'le-an', words: 7, fraction: 0.5 }),
    personIn({ personId: 'tran-binh', words: 4, fraction: 0.5, firstPlace: 'later' }),
  ];
  for (const [index, persons] of [[both[0]], both, [], both].entries()) {
    const own = persons.filter((one) => one !== undefined);
    await store(database, {
      outletId: index === 3 ? 'b' : 'a',
      url: `https://a.example/${index}`,
      at: `2026-03-0${index + 2}T01:00:00Z`,
      publishedAt: `2026-03-0${index + 2}T08:00:00+07:00`,
      title: index === 0 ? dangerous : `Tin ${index}`,
      persons: own.map((one) => ({ ...one, fraction: 1 / own.length })),
      mentions: own.map(({ personId }) => mention({ personId })),
    });
  }
  await refreshCoverage(database.db);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function table(name: string, format: ExportFormat, given = query): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const found = await publication.openData.write({ name, format, query: given }, async (bytes) => {
    chunks.push(bytes);
  });
  expect(found).toBe(true);
  return Buffer.concat(chunks);
}

async function csvRows(name: string, given = query): Promise<Record<string, string>[]> {
  const text = Buffer.from(await table(name, 'csv', given)).toString('utf8');
  return parse(text, { bom: true, columns: true });
}

describe('a table', () => {
  test('says after a post that its term is unchecked', async () => {
    const period = { from: '2026-03-01', to: '2026-04-30' };
    const rows = await csvRows('persons', { ...query, period });
    expect(rows.map((row) => [row['person_id'], row['posts']])).toEqual([
      ['le-an', 'Chủ tịch UBND tỉnh Sông Nam'],
      ['tran-binh', 'Chủ tịch UBND tỉnh Sông Nam (unchecked)'],
    ]);
  });

  test('has the figures of the page, to the digit, in all three formats', async () => {
    const { persons } = await numbers.figures(query);
    const json = JSON.parse(Buffer.from(await table('persons', 'json')).toString());
    const bytes = await table('persons', 'parquet');
    const parquet = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const csv = await csvRows('persons');
    expect(csv).toHaveLength(2);
    for (const [index, person] of persons.entries()) {
      expect(json[index]).toMatchObject({
        person_id: person.personId,
        items: person.items,
        items_fractional: person.itemsFractional,
        share_of_coverage: person.shareOfCoverage,
        frequency: person.frequency,
        length_column_inches: person.columnInches,
      });
      expect(parquet[index]).toEqual(json[index]);
      for (const [name, value] of Object.entries(json[index])) {
        expect(csv[index]?.[name]).toBe(value === null ? '' : `${value as string | number}`);
      }
    }
  });

  test('prints as the page prints it', async () => {
    const app = serverFor(numbers, { publication });
    const { document } = await pageOf(app, '/?lang=vi&from=2026-03-01&to=2026-03-31');
    const formats = formatsFor('vi');
    const rows = await csvRows('persons');
    const shown = [...document.querySelectorAll('#persons tbody tr')].map(
      (row) => row.querySelector('.figure')?.textContent,
    );
    expect(shown).toEqual(rows.map((row) => formats.percent(Number(row['share_of_coverage']))));
    await app.close();
  });

  test('is UTF-8 that Excel recognises, and runs no formula', async () => {
    const text = Buffer.from(await table('items', 'csv')).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n').at(-1)).toBe('');
    expect(text).toContain(`"'=HYPERLINK(""https`);
    for (const row of parse(text, { bom: true }) as string[][])
      for (const cell of row) expect(cell).not.toMatch(/^[=+@-]/);
  });

  test('of items counts every item and every person in one', async () => {
    const figures = await numbers.figures(query);
    const items = await csvRows('items');
    expect(items).toHaveLength(figures.itemsCaptured);
    const inItems = await csvRows('item_persons');
    for (const person of figures.persons) {
      const own = inItems.filter((row) => row['person_id'] === person.personId);
      expect(own).toHaveLength(person.items);
    }
    const byDay = await csvRows('days');
    const sum = byDay.reduce((total, row) => total + Number(row['items']), 0);
    expect(sum).toBe(inItems.length);
  });

  test('of mentions shows the sentence and never the rest of the text', async () => {
    const rows = await csvRows('mentions');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row['sentence']).toBe('Ông Lê An dự họp.');
    for (const { name } of publication.openData.tables)
      expect(Buffer.from(await table(name, 'csv')).toString()).not.toContain('Cầu sẽ xong');
  });

  test('of gaps has the reason, and empties instead of zeros', async () => {
    const rows = await csvRows('gaps');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row['gap']).not.toBe('');
    expect(rows.some((row) => row['captured'] === '')).toBe(true);
  });

  test('no other has a name that can be asked for', async () => {
    const asked = { name: '../secret', format: 'csv', query } as const;
    expect(await publication.openData.write(asked, async () => {})).toBe(false);
  });
});

describe('an export', () => {
  let record: ExportRecord;
  let copied: string;

  beforeAll(async () => {
    copied = await mkdtemp(join(folder, 'copy-'));
    record = await exported();
  });

  function exported() {
    return makeExport(
      database.db,
      {
        query,
        formats: ['csv', 'parquet'],
        copyTo: async (path) => {
          const { open } = await import('node:fs/promises');
          const file = await open(join(copied, path), 'w');
          return {
            sink: async (bytes) => {
              await file.writeFile(bytes);
            },
            close: () => file.close(),
          };
        },
      },
      options,
    );
  }

  test('of the same data has the same hash', async () => {
    expect((await exported()).hash).toBe(record.hash);
    expect(await publication.openData.exports()).toHaveLength(1);
  });

  test('gives back the bytes it kept, whatever is captured later', async () => {
    await store(database, {
      outletId: 'a',
      url: 'https://a.example/later',
      at: '2026-03-09T01:00:00Z',
      publishedAt: '2026-03-09T08:00:00+07:00',
      persons: [personIn({ personId: 'le-an' })],
      mentions: [mention({ personId: 'le-an' })],
    });
    for (const { path, sha256, sizeBytes } of record.files) {
      const chunks: Uint8Array[] = [];
      const kept = { hash: record.hash, path };
      await publication.openData.read(kept, async (bytes) => void chunks.push(bytes));
      const bytes = Buffer.concat(chunks);
      expect(bytes.length).toBe(sizeBytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.equals(await readFile(join(copied, path)))).toBe(true);
    }
    expect((await exported()).hash).not.toBe(record.hash);
  });

  test('is a Frictionless package whose hash is its address', async () => {
    copied = await mkdtemp(join(folder, 'again-'));
    const later = await exported();
    const text = await readFile(join(copied, 'datapackage.json'), 'utf8');
    expect(createHash('sha256').update(text).digest('hex')).toBe(later.hash);
    const contents = JSON.parse(text);
    expect(contents.columnInches).toMatchObject({ methodVersion: '1', data: 'real' });
    for (const resource of contents.resources) {
      expect(resource.name).toMatch(/^[a-z0-9-]+$/);
      const bytes = await readFile(join(copied, resource.path));
      expect(resource.bytes).toBe(bytes.length);
      if (resource.format !== 'csv') continue;
      const [heading] = parse(bytes, { bom: true, to: 1 }) as string[][];
      expect(heading).toEqual(resource.schema.fields.map(({ name }: { name: string }) => name));
      expect(tableFaults(resource, parse(bytes, { bom: true, columns: true }))).toEqual([]);
    }
    expect(packageFaults(contents)).toEqual([]);
    const paths = contents.resources.map(({ path }: { path: string }) => path);
    expect(paths).toContain('gaps.csv');
    expect(paths).toContain('corrections.csv');
  });

  test('has a page with its citation, and files to download', async () => {
    const app = serverFor(numbers, { publication, publicUrl: 'https://inches.example' });
    const list = await pageOf(app, '/data?lang=vi&from=2026-03-01&to=2026-03-31');
    const link = list.document.querySelector('#exports a')?.getAttribute('href') ?? '';
    const one = await pageOf(app, link);
    const citation = one.document.querySelector('.citation')?.textContent;
    const [path = ''] = link.split('?');
    expect(citation).toContain(`SHA-256 ${path.split('/').at(-1)}`);
    expect(citation).toContain(`https://inches.example${path}`);
    const address = `/data/exports/${record.hash}/persons.csv`;
    const file = await app.inject(address);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.headers['cache-control']).toContain('immutable');
    expect(file.rawPayload.length).toBe(record.files[0]?.sizeBytes);
    const live = await app.inject('/data/persons.json?from=2026-03-01&to=2026-03-31');
    expect(JSON.parse(live.body)).toHaveLength(2);
    for (const wrong of [
      '/data/nothing.csv',
      '/data/persons.exe',
      `/data/exports/${'0'.repeat(64)}`,
    ])
      expect((await app.inject(wrong)).statusCode).toBe(404);
    await app.close();
  });
});

test.each([
  ['=1+1', "'=1+1"],
  ['  +84', "'  +84"],
  ['@cmd', "'@cmd"],
  ['＝1', "'＝1"],
  ['\tx', "'\tx"],
  ['-5', "'-5"],
  ['Tin 5-3', 'Tin 5-3'],
])('a spreadsheet sees %j as text', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('numbers stay numbers', () => {
  expect([csvCell(-5), csvCell(0.1), csvCell(null), csvCell(true)]).toEqual([
    '-5',
    '0.1',
    '',
    'true',
  ]);
});

test('a reader who goes away ends the reading and leaves the database usable', async () => {
  let calls = 0;
  const stop = new Error('gone');
  const asked = { name: 'measurements', format: 'csv', query } as const;
  const reading = publication.openData.write(asked, async () => {
    calls += 1;
    throw stop;
  });
  await expect(reading).rejects.toBe(stop);
  expect(calls).toBe(1);
  expect((await csvRows('items')).length).toBeGreaterThan(0);
});

test('who is new in the register is unknown until items were read for them, and then 0', async () => {
  const { db } = database;
  const [first] = register.terms;
  if (!first) throw new TypeError('no term');
  const newcomer = {
    ...register,
    persons: [...register.persons, { id: 'nguoi-moi', name: 'Người Mới', otherNames: [] }],
    terms: [...register.terms, { ...first, id: 'moi', person: 'nguoi-moi' }],
  };
  await saveRegister(db, newcomer, { demo: false });
  const rowOf = async (id: string) =>
    (await csvRows('persons')).find((row) => row['person_id'] === id);
  const unknown = await rowOf('nguoi-moi');
  const { itemsCaptured } = await numbers.figures(query);
  expect(unknown).toMatchObject({ name: 'Người Mới', items_captured: `${itemsCaptured}` });
  expect(unknown).toMatchObject({ items: '', share_of_coverage: '', length_words: '' });
  expect(Number((await rowOf('le-an'))?.['items'])).toBeGreaterThan(0);
  await noteRegisterRead(db, { demo: false, edit: await latestRegisterEdit(db) });
  expect(await rowOf('nguoi-moi')).toMatchObject({ items: '0', length_words: '0' });
});
