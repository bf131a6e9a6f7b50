import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Figure, Scorer, SetResult } from '../../../bench/eval/result.ts';
import { runEvaluation } from '../../../bench/eval/run.ts';
import { scorers } from '../../../bench/eval/scorers/index.ts';
import { documentedFiles, writeFiles } from './documented-set.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'column-inches-eval-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function evaluate(words: readonly string[], list: readonly Scorer[] = scorers) {
  const printed: string[] = [];
  const told: string[] = [];
  const exit = await runEvaluation(words, {
    scorers: list,
    print: (line) => void printed.push(line),
    tell: (line) => void told.push(line),
  });
  return { exit, printed: printed.join('\n'), told: told.join('\n') };
}

async function figuresOf(only?: string): Promise<ReadonlyMap<string, Figure>> {
  const words = ['--data', folder, '--json', ...(only ? ['--only', only] : [])];
  const { printed } = await evaluate(words);
  const { sets } = JSON.parse(printed) as { sets: readonly SetResult[] };
  return new Map(
    sets.flatMap(({ set, figures }) => figures.map((each) => [`${set}: ${each.name}`, each])),
  );
}

/** The documented set without or with other files. */
function write(changes: Readonly<Record<string, string | null>> = {}) {
  const files = new Map(documentedFiles());
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  writeFiles(folder, files);
}

const documented = (path: string) => documentedFiles().get(path) ?? '';

describe('the set that bench/README.md shows', () => {
  test('has every kind that is measured', () => {
    const kinds = new Set([...documentedFiles().keys()].map((path) => path.split('/')[0]));
    expect(kinds).toEqual(new Set(scorers.map(({ name }) => name)));
  });

  test('is read as it is written, each part with its cases', async () => {
    write();
    const figures = await figuresOf();
    const value = (name: string) => figures.get(name)?.value;
    expect(value('extraction: pages that threw')).toBe(0);
    expect(value('extraction: F1 of the text')).toBeGreaterThan(0.9);
    expect(value('dates: right day')).toBe(1);
    expect(figures.get('pages: article checks')?.count).toBe(9);
    expect(figures.get('pages: section checks')?.count).toBe(5);
    expect(value('pages: section checks')).toBe(1);
    expect(value('mentions: mention F1')).toBe(1);
    expect(value('mentions: hard negatives hit')).toBe(0);
    expect(value('odd: decode vietnamese')).toBe(1);
    expect(figures.get('odd: dates')).toMatchObject({ value: 1, count: 3 });
    expect(figures.get('odd: feed assertions')).toMatchObject({ value: 1, count: 2 });
    expect(figures.get('feeds: feeds with items')).toMatchObject({ value: 1, count: 1 });
  });

  test('gives a table for people with targets, cases and CPU', async () => {
    write();
    const { printed } = await evaluate(['--data', folder, '--only', 'mentions,dates']);
    expect(printed).toMatch(
      /^DATES\n {2}figure +value +target +n\n {2}right day +1\.0000 +≥ \.900/m,
    );
    expect(printed).toMatch(/mention F1, no diacritics +\S+ +≥ \.900/);
    expect(printed).toMatch(/document: CPU, warm +\d+\.\d\d ms/);
    expect(printed).toContain('meant (rows) and said (columns)');
    expect(printed).toContain('calibration: said, and how often right');
    expect(printed).not.toContain('EXTRACTION');
    expect(printed).toMatch(/\d+ of \d+ targets held/);
  });
});

test('measures what is there where a set has fewer parts', async () => {
  write();
  rmSync(join(folder, 'extraction'), { recursive: true });
  rmSync(join(folder, 'odd/decode.jsonl'));
  const sets = new Set([...(await figuresOf()).keys()].map((name) => name.split(':')[0]));
  expect([...sets]).toEqual(['dates', 'pages', 'mentions', 'odd', 'feeds', 'listings']);
});

test('a programme that is not in its listing is missed, with what begins then', async () => {
  const gold = documented('listings/gold.jsonl').replace('"Thời sự"', '"Thời tiết"');
  write({
    'listings/gold.jsonl': gold,
    'listings/hong-2025-10-06.txt': '5:03 Ca nhạc\n5:61 Hỏng\n',
    'listings/kenh.xmltv': '<tv><programme start="x" channel="k"><title>A</title></programme></tv>',
  });
  const figures = await figuresOf('listings');
  const share = (name: string) => figures.get(`listings: ${name}`)?.value;
  expect(share('programmes with the right start and title')).toBe(0.5);
  expect(share('lines with a time read')).toBe(0.8);
  expect(share('XMLTV programmes read')).toBe(0);
});

test('a wrong answer is missed, named among the worst with its reason, and ends with 1', async () => {
  const gold = documented('dates/gold.jsonl').replace('2025-10-06', '2025-10-09');
  write({ 'dates/gold.jsonl': gold });
  const { exit, printed } = await evaluate(['--data', folder, '--only', 'dates']);
  expect(exit).toBe(1);
  expect(printed).toMatch(/right day +\.0000 +≥ \.900 +MISSED +1/);
  expect(printed).toMatch(/a1 +2025-10-06\S* +is of 2025-10-09/);
  expect(printed).toContain('0 of 1 targets held; missed: dates: right day.');
});

test('a mention that is not in the answers counts against precision, with its words', async () => {
  const document = JSON.parse(documented('mentions/documents.jsonl')) as { mentions: unknown[] };
  document.mentions.pop();
  write({ 'mentions/documents.jsonl': JSON.stringify(document) });
  const figures = await figuresOf('mentions');
  expect(figures.get('mentions: mention precision')?.value).toBe(0.5);
  expect(figures.get('mentions: mention recall')?.value).toBe(1);
  const { printed } = await evaluate(['--data', folder, '--only', 'mentions']);
  expect(printed).toMatch(/d1 +1 faults +"Ông Lưu" is not tran-huu-luu \(short-name\)/);
});

test('of several files of documents each has its own row and calibration', async () => {
  const one = JSON.parse(documented('mentions/documents.jsonl')) as { mentions: unknown[] };
  const hard = { ...one, docId: 'hard-1', mentions: one.mentions.slice(0, 1) };
  write({ 'mentions/hard.jsonl': JSON.stringify(hard) });
  const { printed } = await evaluate(['--data', folder, '--only', 'mentions']);
  expect(printed).toMatch(/documents\.jsonl +1 +2 +1\.000 +1\.000 +1\.000 +1\.000 +0\n/);
  expect(printed).toMatch(/hard\.jsonl +1 +1 +\.500 +1\.000 +\.667 +1\.000 +0\n/);
  const [, own = ''] = printed.split('calibration: hard.jsonl\n');
  expect(own).toMatch(/^ +said from .*\n +uncertain .*\n +\.95 +2 +\.985 +\.500\n/);
});

describe('a set that is not as documented ends with 2 and names', () => {
  test.each<[string, Readonly<Record<string, string | null>>, RegExp]>([
    ['a missing file', { 'extraction/gold.jsonl': null }, /extraction\/gold\.jsonl is missing/],
    ['a missing page', { 'dates/html/a1.html.gz': null }, /dates\/html\/a1\.html\.gz is missing/],
    [
      'the line that is no JSON',
      { 'dates/gold.jsonl': `${documented('dates/gold.jsonl')}{"id": "a2",\n` },
      /dates\/gold\.jsonl, line 2 is no JSON/,
    ],
    [
      'the line and field that lacks something',
      { 'extraction/gold.jsonl': '\n{"id": "a1", "url": ""}\n' },
      /extraction\/gold\.jsonl, line 2 is not as documented: "text"/,
    ],
    [
      'a mention whose offsets point elsewhere',
      {
        'mentions/documents.jsonl': documented('mentions/documents.jsonl').replace(
          '"start": 18',
          '"start": 17',
        ),
      },
      /documents\.jsonl, line 1 .*"mentions\.0\.surface": text 17\.\.49 is "\nChủ tịch/,
    ],
    [
      'a page that is another one',
      { 'pages/article.html': '<p>another' },
      /pages\/article\.html is not the page that was described/,
    ],
    [
      'a document that stands twice',
      { 'mentions/hard.jsonl': documented('mentions/documents.jsonl') },
      /"d1" stands twice: documents\.jsonl, hard\.jsonl/,
    ],
    ['an empty file', { 'odd/dates.jsonl': '\n' }, /odd\/dates\.jsonl has no line/],
    ['a missing register', { 'mentions/register.json': null }, /register\.json is missing/],
  ])('%s', async (_, changes, message) => {
    write(changes);
    const { exit, told } = await evaluate(['--data', folder]);
    expect(exit).toBe(2);
    expect(told).toMatch(message);
  });
});

describe('words', () => {
  test.each<[readonly string[], RegExp]>([
    [[], /--data FOLDER/],
    [['--data', '/no/such/folder'], /\/no\/such\/folder is no folder/],
    [['--data', '.', '--only', 'tone'], /no kind of set "tone"/],
    [['--data', '.', '--only', 'feeds'], /feeds is missing/],
    [['--data', '.', '--wrong'], /--wrong/],
    [['--data', 'src'], /has none of the sub-folders/],
  ])('%j are refused with the mend', async (words, message) => {
    const { exit, told, printed } = await evaluate(words);
    expect(exit).toBe(2);
    expect(told).toMatch(message);
    expect(printed).toBe('');
  });

  test('an error is JSON where JSON was asked for', async () => {
    const { told } = await evaluate(['--json']);
    expect(JSON.parse(told)).toMatchObject({ error: { code: 'input/data-missing' } });
  });

  test('--help says what there is', async () => {
    const { exit, printed } = await evaluate(['--help']);
    expect(exit).toBe(0);
    expect(printed).toContain('--data FOLDER');
  });
});
