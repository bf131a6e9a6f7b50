import { tmpdir } from 'node:os';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentencesOf } from '../analyzers/index.ts';
import { folderArchive } from '../db/index.ts';
import { generatePress } from '../src/demo/index.ts';
import type { CorrectedFigures, ExportFormat } from '../src/domain/index.ts';
import { createPublication } from '../src/publish/index.ts';
import { auditByDesk } from './audit-readers.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { storeDemoPress } from './demo-items.ts';
import { type House, openHouse } from './src/web/review/house.ts';

// The demo press with an audit, asked for periods of few items or none: what is unknown is empty.

let database: TestDatabase;
let house: House;
let days: string[];

const dayMs = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  database = await testDatabase();
  const press = generatePress();
  const at = new Date(press.endMs - 1);
  await storeDemoPress(database, press, at);
  house = await openHouse(database);
  const { desk } = house;
  await auditByDesk(
    { database, looked: { press, at }, desk },
    { seed: 'short periods', items: 130 },
  );
  days = Array.from({ length: 14 }, (_none, back) =>
    new Date(at.getTime() - back * dayMs).toISOString().slice(0, 10),
  );
}, 300_000);

afterAll(() => house?.app.close());

interface Answer {
  readonly audit?: { readonly audited: number };
  readonly itemsCaptured: number;
  readonly persons: readonly {
    readonly personId: string;
    readonly corrected?: CorrectedFigures;
  }[];
  readonly outlets: readonly { readonly outletId: string }[];
}

async function answerOf(address: string): Promise<Answer> {
  const response = await house.app.inject({ url: address });
  expect(response.statusCode, `${address} ${response.body.slice(0, 300)}`).toBe(200);
  return (JSON.parse(response.body) as { data: Answer }).data;
}

/** Every estimate of an answer lies within its ends; answers how many are unknown. */
function expectSound({ persons }: Answer): number {
  let unknown = 0;
  for (const { personId, corrected } of persons) {
    for (const estimate of Object.values(corrected ?? {})) {
      if (estimate === null) unknown += 1;
      else {
        expect(estimate.low, personId).toBeLessThanOrEqual(estimate.value);
        expect(estimate.high, personId).toBeGreaterThanOrEqual(estimate.value);
      }
    }
  }
  return unknown;
}

const between = (from: string, to: string) => `from=${from}&to=${to}`;
const emptyMonths = [between('2024-01-01', '2024-01-31'), between('2031-05-01', '2031-05-31')];

describe('with an audit', () => {
  test('the API answers each single day, with figures and with some unknown', async () => {
    let [items, unknown] = [0, 0];
    for (const day of days) {
      const answer = await answerOf(`/api/figures?${between(day, day)}`);
      expect(answer.audit?.audited).toBe(130);
      items += answer.itemsCaptured;
      unknown += expectSound(answer);
      for (const { outletId } of answer.outlets) {
        expectSound(await answerOf(`/api/figures?${between(day, day)}&outlet=${outletId}`));
      }
    }
    expect(items).toBeGreaterThan(50);
    expect(unknown).toBeGreaterThan(0);
  });

  test.each(emptyMonths)('the API answers a month without items: %s', async (month) => {
    const answer = await answerOf(`/api/figures?${month}`);
    expect(answer.itemsCaptured).toBe(0);
    expectSound(answer);
  });

  test('the API answers a person and an outlet for one day', async () => {
    const day = between(days[6] ?? '', days[6] ?? '');
    const { persons, outlets } = await answerOf(`/api/figures?${day}`);
    expect(persons.length).toBeGreaterThan(5);
    for (const { personId } of persons) await answerOf(`/api/persons/${personId}?${day}`);
    expect(outlets.length).toBeGreaterThan(1);
    for (const { outletId } of outlets) await answerOf(`/api/outlets/${outletId}?${day}`);
  });

  test.each(['vi', 'en'])('no page says NaN, in %s', async (language) => {
    const day = between(days[6] ?? '', days[6] ?? '');
    for (const period of [day, ...emptyMonths]) {
      for (const path of ['/accuracy', '/', '/compare']) {
        const url = `${path}?${period}&lang=${language}`;
        const response = await house.app.inject({ url });
        expect(response.statusCode, url).toBe(200);
        expect(response.body.match(/NaN|Infinity|∞/), url).toBeNull();
      }
    }
  });

  test('CSV, JSON and Parquet leave the same cells empty, and write the same numbers', async () => {
    const archive = folderArchive(tmpdir(), { durable: false });
    const { openData } = createPublication(database.db, {
      sentencesOf,
      archive,
      version: 'test',
      now: () => new Date(),
    });
    const period = { from: days[6] ?? '', to: days[6] ?? '' };
    const query = { period, outlets: null, demo: true };
    const table = async (format: ExportFormat) => {
      const chunks: Uint8Array[] = [];
      const asked = { name: 'persons', format, query };
      await openData.write(asked, async (bytes) => void chunks.push(bytes));
      return Buffer.concat(chunks);
    };
    const csv: Record<string, string>[] = parse(await table('csv'), { columns: true, bom: true });
    const json = JSON.parse((await table('json')).toString()) as Record<string, number | null>[];
    const file = new Uint8Array(await table('parquet')).buffer;
    const parquet = await parquetReadObjects({ file });
    expect(json.length).toBeGreaterThan(5);
    expect(json.some((row) => row['precision'] === null)).toBe(true);
    expect(json.some((row) => row['precision'] !== null)).toBe(true);
    for (const [index, row] of json.entries()) {
      for (const name of ['items_corrected', 'share_corrected', 'precision', 'recall']) {
        for (const ending of ['', '_low', '_high']) {
          const column = `${name}${ending}`;
          const cell = row[column];
          expect(parquet[index]?.[column], column).toBe(cell);
          expect(csv[index]?.[column], column).toBe(cell === null ? '' : String(cell));
        }
      }
    }
  });
});
