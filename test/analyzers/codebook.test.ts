import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, parseRegister } from '../../analyzers/index.ts';
import {
  misprintConfidence,
  nameConfidence,
  shortConfidence,
  titleConfidence,
} from '../../analyzers/detectors/confidence.ts';
import { readMarkdown, tableRows } from '../documents.ts';
import { csv } from './fixture.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../analyzers/${name}`, import.meta.url), 'utf8');
const books = { en: read('README.md'), vi: read('README.vi.md') };

/** The fixture's people, and more: a later holder, a given name in front, namesakes, a minister. */
const more = `
,Lều Trọng Khôi,male,,Bộ trưởng Bộ Ngoại giao,bo-ngoai-giao,,Bộ trưởng,Bộ Ngoại giao,,2018,2023,fiction,yes
,Phùng Bá Nghi,male,,Chủ tịch UBND tỉnh Quảng Ngãi,ubnd-quang-ngai,Chủ tịch UBND tỉnh,Chủ tịch,UBND tỉnh Quảng Ngãi,quang-ngai,2024,,fiction,yes
,Y Khăm Mlô,male,,Chủ tịch UBND tỉnh Đắk Lắk,ubnd-dak-lak,Chủ tịch UBND tỉnh,Chủ tịch,UBND tỉnh Đắk Lắk,dak-lak,2018,2023,fiction,yes
hung-quang-ngai,Nguyễn Văn Hùng,male,,Giám đốc Công an tỉnh Quảng Ngãi,ca-quang-ngai,,Giám đốc,Công an tỉnh Quảng Ngãi,quang-ngai,2018,2023,fiction,yes
hung-da-nang,Nguyễn Văn Hùng,male,,Giám đốc Sở Xây dựng Đà Nẵng,sxd-da-nang,,Giám đốc,Sở Xây dựng Đà Nẵng,da-nang,2018,2023,fiction,yes
`;
const [head = '', ...rows] = csv.trim().split('\n');
const register = parseRegister(
  [`person_id,${head}`, ...rows.map((row) => `,${row}`), ...more.trim().split('\n')].join('\n'),
  'codebook.csv',
);
const names = new Map(register.persons.map(({ id, name }) => [id, name]));

interface Rule {
  readonly number: number;
  readonly examples: readonly string[];
}

/** The numbered rules with the examples below each, a list one level in. */
function rulesOf(book: string): Rule[] {
  return [...book.matchAll(/^(\d+)\. .*\n((?: {4}.*\n)*)/gm)]
    .map(([, number, below = '']) => ({
      number: Number(number),
      examples: [...below.matchAll(/^ {4}- (.+)$/gm)].map(([, example]) => example as string),
    }))
    .filter(({ examples }) => examples.length > 0);
}

/**
 * An example as the book writes it: `*day, outlet's province:*` where it matters; bold is a
 * mention, `[?]` after it uncertain, `[=]` institutional, a name in brackets who is meant; ¶ parts
 * paragraphs.
 */
function readExample(example: string) {
  const [whole = '', day = '2020-05-10', place = null] =
    /^\*(\d{4}-\d\d-\d\d)(?:, ([a-z-]+))?:\* /.exec(example) ?? [];
  const marked = example.slice(whole.length).replaceAll(' ¶ ', '\n');
  const mark = /\*\*([^*]+)\*\*(?: \[([^\]]+)\])?/g;
  const wanted = [...marked.matchAll(mark)].map(([, surface, note]) => ({
    surface,
    sign: note === '?' || note === '=' ? note : '',
    who: note === '?' || note === '=' ? undefined : note,
  }));
  return { text: marked.replace(mark, '$1'), day, place, wanted };
}

const rules = rulesOf(books.en);

describe.each(rules)('rule $number', ({ examples }) => {
  test.each(examples)('%s', (example) => {
    const { text, day: publishedAt, place, wanted } = readExample(example);
    const item = { id: 'one', outlet: 'bao', publishedAt, title: '', text, place };
    const found = analyze(item, register).mentions.map((mention, index) => {
      const { surface, uncertain, institutional, personId } = mention;
      const who = wanted[index]?.who;
      const isMeant = who === personId || who === names.get(personId);
      return {
        surface,
        sign: uncertain ? '?' : institutional ? '=' : '',
        who: isMeant ? who : who && personId,
      };
    });
    expect(found).toEqual(wanted);
  });
});

test('every rule of the book, from 1 on, has an example', () => {
  const numbers = [...books.en.matchAll(/^(\d+)\. \*?/gm)].map(([, number]) => Number(number));
  const last = rules.at(-1)?.number ?? 0;
  expect(last).toBeGreaterThanOrEqual(28);
  expect(rules.map(({ number }) => number)).toEqual(
    Array.from({ length: last }, (_, at) => at + 1),
  );
  // The list of the steps of the method is numbered too, from 1.
  expect(numbers.slice(0, last)).toEqual(rules.map(({ number }) => number));
});

test('the book in Vietnamese has the same rules with the same examples, sections and tables', () => {
  expect(rulesOf(books.vi)).toEqual(rules);
  const shapes = [books.en, books.vi].map((book) => {
    const { headings, prose, blocks } = readMarkdown(book);
    const tables = tableRows(prose).map(([first, ...rest]) =>
      first?.startsWith('`') ? [first] : rest.map((cell) => /^\.\d\d$/.exec(cell)?.[0] ?? ''),
    );
    const points = prose.split('\n').filter((line) => line.startsWith('- ')).length;
    return { levels: headings.map(({ level }) => level), tables, points, blocks: blocks.length };
  });
  expect(shapes[1]).toEqual(shapes[0]);
  const marks = books.vi.match(/[ăâđêôơưạảấầậắặẻẽếềệịọốồộớờợụủứừự]/gi)?.length ?? 0;
  expect(marks / books.vi.length).toBeGreaterThan(0.12);
});

test('the book says every confidence that the method says, and no other', () => {
  const said = tableRows(readMarkdown(books.en).prose).flatMap(
    ([, cell]) => /^\.\d\d$/.exec(cell ?? '')?.[0] ?? [],
  );
  const used = [nameConfidence, shortConfidence, titleConfidence, misprintConfidence]
    .flatMap((grounds) => Object.values(grounds))
    .map((value) => value.toFixed(2).slice(1));
  expect(new Set(said)).toEqual(new Set(used));
});
