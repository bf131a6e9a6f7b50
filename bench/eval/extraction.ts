import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What an extractor under test gives for one page. */
export interface ExtractedPage {
  readonly title: string;
  readonly text: string;
  /** ISO day or instant in the outlet's zone; null where the page does not say. */
  readonly date: string | null;
}

/** An extractor under test; may throw, which counts as an empty answer. */
export type Extractor = (html: string, url: string) => ExtractedPage;

/** One page's figures; null where the gold has nothing to compare with. */
export interface PageFigures {
  readonly id: string;
  readonly precision: number | null;
  readonly recall: number | null;
  /** How far the number of words is from the gold's, as a share of it. */
  readonly wordsOff: number;
  readonly lead: number | null;
  readonly title: number | null;
  readonly cpuMs: number;
  readonly error: string | null;
}

export interface ExtractionFigures {
  readonly pages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of pages whose number of words is within a tenth of the gold's. */
  readonly within10: number;
  /** Share of pages whose first gold paragraph of eight words or more was kept. */
  readonly lead: number;
  readonly title: number;
  readonly cpuMsPerPage: number;
  readonly errors: number;
  /** The five lowest F1, worst first. */
  readonly worst: readonly PageFigures[];
}

export interface DateFigures {
  readonly pages: number;
  /** Share of pages with the gold's calendar day, and with any day. */
  readonly sameDay: number;
  readonly found: number;
}

interface GoldPage {
  readonly id: string;
  readonly url: string | null;
  readonly text: string;
  readonly title?: string | null;
}

interface GoldDate {
  readonly id: string;
  readonly url: string;
  readonly date: string;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Counts every run of four words, as the public article extraction benchmark does. */
function shingles(text: string): Map<string, number> {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const run = words.slice(at, at + 4);
    if (run.length === 0) continue;
    const key = run.join('\u0001');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface Overlap {
  readonly precision: number | null;
  readonly recall: number | null;
}

/** Precision and recall of four-word runs; null where there is nothing to divide by. */
export function compareTexts(gold: string, got: string): Overlap {
  const wanted = shingles(gold);
  const given = shingles(got);
  let shared = 0;
  let extra = 0;
  let missed = 0;
  for (const key of new Set([...wanted.keys(), ...given.keys()])) {
    const one = wanted.get(key) ?? 0;
    const other = given.get(key) ?? 0;
    shared += Math.min(one, other);
    extra += Math.max(0, other - one);
    missed += Math.max(0, one - other);
  }
  if (extra === 0 && missed === 0) return { precision: 1, recall: 1 };
  const precision = shared + extra > 0 ? shared / (shared + extra) : missed > 0 ? null : 0;
  const recall = shared + missed > 0 ? shared / (shared + missed) : null;
  return { precision, recall };
}

/** Mean of the numbers that are there; NaN of none. */
export function meanOf(values: readonly (number | null)[]): number {
  const numbers = values.filter((value) => value !== null);
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function normalizeTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function keepsLead(gold: string, got: string): number | null {
  const lead = gold.split('\n').find((line) => wordsOf(line).length >= 8);
  if (lead === undefined) return null;
  return wordsOf(got).join(' ').includes(wordsOf(lead).slice(0, 8).join(' ')) ? 1 : 0;
}

function readLines<Row>(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

function readPage(folder: string, id: string): string {
  return gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8');
}

interface Run {
  readonly page: ExtractedPage;
  readonly cpuMs: number;
  readonly error: string | null;
}

function runOn(extract: Extractor, html: string, url: string): Run {
  const before = process.cpuUsage();
  let page: ExtractedPage = { title: '', text: '', date: null };
  let error: string | null = null;
  try {
    page = extract(html, url);
  } catch (thrown) {
    error = String(thrown);
  }
  return { page, cpuMs: process.cpuUsage(before).user / 1000, error };
}

function scorePage(gold: GoldPage, run: Run): PageFigures {
  const goldWords = wordsOf(gold.text).length;
  const { text, title } = run.page;
  return {
    id: gold.id,
    ...compareTexts(gold.text, text),
    wordsOff: Math.abs(wordsOf(text).length - goldWords) / goldWords,
    lead: keepsLead(gold.text, text),
    title: gold.title ? Number(normalizeTitle(gold.title) === normalizeTitle(title)) : null,
    cpuMs: run.cpuMs,
    error: run.error,
  };
}

function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/**
 * Scores an extractor on a folder with `gold.jsonl` ({id, url, text, title?} a line) and
 * `html/ID.html.gz`. Shares are 0–1; CPU is user time. Throws where a file is missing.
 */
export function scoreExtraction(folder: string, extract: Extractor): ExtractionFigures {
  const rows = readLines<GoldPage>(join(folder, 'gold.jsonl'));
  const pages = rows.map((gold) =>
    scorePage(gold, runOn(extract, readPage(folder, gold.id), gold.url ?? '')),
  );
  const precision = meanOf(pages.map((page) => page.precision));
  const recall = meanOf(pages.map((page) => page.recall));
  const rank = (page: PageFigures) => f1Of(page.precision ?? 0, page.recall ?? 0);
  return {
    pages: pages.length,
    f1: f1Of(precision, recall),
    precision,
    recall,
    within10: meanOf(pages.map((page) => Number(page.wordsOff <= 0.1))),
    lead: meanOf(pages.map((page) => page.lead)),
    title: meanOf(pages.map((page) => page.title)),
    cpuMsPerPage: meanOf(pages.map((page) => page.cpuMs)),
    errors: pages.filter((page) => page.error !== null).length,
    worst: pages.toSorted((one, other) => rank(one) - rank(other)).slice(0, 5),
  };
}

/** Scores publication days on a folder with `gold.jsonl` ({id, url, date}) and the pages. */
export function scoreDates(folder: string, extract: Extractor): DateFigures {
  const rows = readLines<GoldDate>(join(folder, 'gold.jsonl'));
  let same = 0;
  let found = 0;
  for (const gold of rows) {
    const { page } = runOn(extract, readPage(folder, gold.id), gold.url);
    const day = page.date?.slice(0, 10) ?? '';
    if (day !== '') found++;
    if (day === gold.date.slice(0, 10)) same++;
  }
  return { pages: rows.length, sameDay: same / rows.length, found: found / rows.length };
}
