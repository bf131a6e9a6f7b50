import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a reader of article pages gives for one page. */
export interface ReadArticle {
  readonly title: string;
  readonly text: string;
  /** ISO instant with offset. */
  readonly date: string | null;
}

/** The two functions under test; `links` gives absolute addresses in reading order. */
export interface PageReader {
  readonly extract: (html: string, url: string) => ReadArticle;
  readonly links: (html: string, url: string) => readonly string[];
}

/** Checks passed and made, and a line for each that failed. */
export interface CheckFigures {
  readonly passed: number;
  readonly checks: number;
  readonly failed: readonly string[];
}

export interface PagesFigures {
  readonly articles: CheckFigures;
  readonly sections: CheckFigures;
}

interface GoldArticle {
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly leadFirst8: string;
  readonly leadFirst8NoPrefix?: string;
  readonly leadLast8: string;
  readonly bodyFirst8: string;
  readonly bodyLast8: string;
  readonly words: number;
  readonly published: string;
  readonly in: readonly string[];
  readonly out: readonly { readonly kind: string; readonly words: string }[];
}

interface GoldSection {
  readonly file: string;
  readonly url: string;
  readonly lead: string;
  readonly stories: readonly string[];
  readonly otherStories: readonly string[];
  readonly notStories: readonly string[];
}

type Check = readonly [name: string, passed: boolean];

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function readLines<Row>(folder: string, file: string): Row[] {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

function readPage(folder: string, file: string): string {
  const plain = join(folder, file);
  if (existsSync(plain)) return readFileSync(plain, 'utf8');
  return gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
}

/** A date passes only as an instant with its zone, to the minute. */
function sameMinute(date: string | null, wanted: string): boolean {
  if (date === null || !/(?:Z|[+-]\d\d:?\d\d)$/.test(date)) return false;
  return Math.floor(Date.parse(date) / 60_000) === Math.floor(Date.parse(wanted) / 60_000);
}

/** All checks of one article page, by name. */
export function checkArticle(gold: GoldArticle, read: ReadArticle): Check[] {
  const words = wordsOf(read.text);
  const all = ` ${words.join(' ')} `;
  const has = (run: string) => all.includes(` ${run} `);
  const firsts = [gold.leadFirst8, gold.leadFirst8NoPrefix].filter((run) => run !== undefined);
  return [
    ['title', squeeze(read.title) === gold.title],
    ['lead', firsts.some(has) && has(gold.leadLast8)],
    ['bodyFirst', has(gold.bodyFirst8)],
    ['bodyLast', has(gold.bodyLast8)],
    ['words', Math.abs(words.length - gold.words) <= 0.05 * gold.words],
    ['date', sameMinute(read.date, gold.published)],
    ...gold.in.map((run): Check => [`in: ${run}`, has(run)]),
    ...gold.out.map((run): Check => [`out: ${run.words}`, words.length > 0 && !has(run.words)]),
  ];
}

function bareAddress(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}

/** Length of the longest run of increasing numbers. */
function longestInOrder(places: readonly number[]): number {
  const tails: number[] = [];
  for (const place of places) {
    let at = tails.findIndex((tail) => tail >= place);
    if (at < 0) at = tails.length;
    tails[at] = place;
  }
  return tails.length;
}

/** All checks of one section page, by name. */
export function checkSection(gold: GoldSection, links: readonly string[]): Check[] {
  const got = [...new Set(links.map(bareAddress))];
  const placeOf = new Map(got.map((address, at) => [address, at]));
  const places = gold.stories.flatMap((story) => placeOf.get(story) ?? []);
  const allowed = new Set([...gold.stories, ...gold.otherStories]);
  const foreign = got.filter((address) => !allowed.has(address));
  const wrong = gold.notStories.filter((address) => placeOf.has(bareAddress(address)));
  return [
    ['leadFirst', got[0] === gold.lead],
    ['recall', places.length >= 0.95 * gold.stories.length],
    ['order', places.length > 0 && longestInOrder(places) >= 0.95 * places.length],
    ['noNonStories', got.length > 0 && wrong.length === 0],
    ['purity', got.length > 0 && foreign.length <= 0.05 * got.length],
  ];
}

function tally(
  files: readonly (readonly [file: string, checks: readonly Check[]])[],
): CheckFigures {
  const rows = files.flatMap(([file, checks]) =>
    checks.map(([name, passed]) => ({ line: `${file}: ${name}`, passed })),
  );
  const failed = rows.filter((row) => !row.passed).map((row) => row.line);
  return { passed: rows.length - failed.length, checks: rows.length, failed };
}

/**
 * Scores a reader on a folder with `gold-articles.jsonl`, `gold-sections.jsonl` and the pages they
 * name, plain or gzipped. Throws where a file is missing.
 */
export function scorePages(folder: string, reader: PageReader): PagesFigures {
  const articles = readLines<GoldArticle>(folder, 'gold-articles.jsonl').map((gold) => {
    const read = reader.extract(readPage(folder, gold.file), gold.url);
    return [gold.file, checkArticle(gold, read)] as const;
  });
  const sections = readLines<GoldSection>(folder, 'gold-sections.jsonl').map((gold) => {
    const links = reader.links(readPage(folder, gold.file), gold.url);
    return [gold.file, checkSection(gold, links)] as const;
  });
  return { articles: tally(articles), sections: tally(sections) };
}
