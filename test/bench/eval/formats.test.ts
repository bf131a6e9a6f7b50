import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scoreFormats } from '../../../bench/eval/formats.ts';
import { decodeText, parseFeed, parsePublishedDate } from '../../../crawlers/index.ts';

const readers = { decodeText, parsePublishedDate, parseFeed };
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('counts what holds and names what does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  const write = (name: string, cases: readonly object[]) =>
    writeFileSync(join(folder, name), cases.map((each) => JSON.stringify(each)).join('\n'));
  try {
    write('decode.jsonl', [
      { id: 'vi/1', headers: {}, b64: base64('Tỉnh'), must: 'text', text: 'Tỉnh' },
      { id: 'vi/2', headers: {}, b64: base64('Tỉnh'), must: 'text', text: 'Thành' },
      { id: 'x', headers: {}, b64: base64('a'), must: 'encoding', encoding: 'us-ascii' },
    ]);
    write('dates.jsonl', [
      {
        s: '07/03/2026',
        iso: '2026-03-07',
        dateOnly: true,
        tz: 'Asia/Ho_Chi_Minh',
        now: '2026-03-10T00:00:00Z',
      },
      { s: 'nonsense', iso: null, tz: 'UTC', now: '2026-03-10T00:00:00Z' },
      { s: 'nonsense', iso: 'any', tz: 'UTC', now: '2026-03-10T00:00:00Z' },
    ]);
    write('feeds.jsonl', [
      {
        id: 'f',
        headers: {},
        b64: base64('<rss><channel><title>T</title><item><title>A</title></item></channel></rss>'),
        oracle: { n: 1 },
        asserts: [
          { path: ['feed', 'title'], val: 'T' },
          { path: ['entries', 0, 'title'], val: 'B' },
          { path: ['bozo'], val: 1 },
        ],
      },
    ]);
    const rows = scoreFormats(folder, readers).map(({ group, passed, total }) => [
      group,
      passed,
      total,
    ]);
    expect(rows).toEqual([
      ['decode vietnamese', 1, 2],
      ['decode encoding', 1, 1],
      ['dates', 2, 3],
      ['feeds with items', 1, 1],
      ['feed assertions', 1, 2],
    ]);
    expect(scoreFormats(folder, readers)[0]?.failures[0]).toContain('vi/2');
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(scoreFormats(folder, readers)).toEqual([]);
});
