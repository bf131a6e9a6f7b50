// Scores decoding, dates and feeds over a folder of cases. The functions come from the caller, so
// that another library can be measured on the same cases.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What is measured; the library's own functions have these shapes. */
export interface FormatReaders {
  decodeText(
    bytes: Uint8Array,
    headers: Readonly<Record<string, string>>,
  ): { readonly text: string; readonly encoding: string };
  parsePublishedDate(
    text: string,
    options: { readonly timeZone: string; readonly now: Date },
  ): string | null;
  parseFeed(bytes: Uint8Array, headers: Readonly<Record<string, string>>): ScoredFeed;
}

interface ScoredFeed {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly updatedAt?: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly link: string | null;
    readonly publishedAt: string | null;
    readonly updatedAt?: string | null;
  }[];
}

/** One row of the table: how many of a group's checks hold, and the first that do not. */
export interface FormatScore {
  readonly group: string;
  readonly passed: number;
  readonly total: number;
  /** `id: expected … got …`, at most 20. */
  readonly failures: readonly string[];
  /** CPU of the whole group, milliseconds. */
  readonly cpuMs: number;
}

/**
 * Scores `decode.jsonl[.gz]`, `dates.jsonl[.gz]` and `feeds.jsonl[.gz]` of a folder; files that are
 * not there give no row. Lines:
 * decode {id, kind, headers, b64, text, encoding, must: "text" | "encoding" | "survive"};
 * dates {s, iso (null = must be refused, "any" = must be read), tz, now, dateOnly?};
 * feeds {id, headers, b64, asserts: [{path, val}], oracle: {n}}.
 */
export function scoreFormats(folder: string, readers: FormatReaders): FormatScore[] {
  return [
    ...scoreDecoding(readCases(folder, 'decode'), readers),
    ...scoreDates(readCases(folder, 'dates'), readers),
    ...scoreFeeds(readCases(folder, 'feeds'), readers),
  ];
}

type Case = Readonly<Record<string, unknown>>;

function readCases(folder: string, name: string): Case[] {
  for (const ending of ['.jsonl.gz', '.jsonl']) {
    const path = join(folder, `${name}${ending}`);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const text = (ending.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Case);
  }
  return [];
}

/** Counts checks by group, in order of first appearance. */
class Tally {
  private readonly groups = new Map<
    string,
    { passed: number; total: number; failures: string[] }
  >();
  private readonly start = process.cpuUsage();

  check(group: string, passed: boolean, failure: () => string): void {
    const row = this.groups.get(group) ?? { passed: 0, total: 0, failures: [] };
    this.groups.set(group, row);
    row.total += 1;
    if (passed) row.passed += 1;
    else if (row.failures.length < 20) row.failures.push(failure());
  }

  scores(): FormatScore[] {
    const { user, system } = process.cpuUsage(this.start);
    const cpuMs = (user + system) / 1000;
    return [...this.groups].map(([group, row]) => ({ group, ...row, cpuMs }));
  }
}

function bytesOf(each: Case): Uint8Array {
  const encoded = each['b64'];
  return Buffer.from(typeof encoded === 'string' ? encoded : '', 'base64');
}

const headersOf = (each: Case) => (each['headers'] ?? {}) as Record<string, string>;
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 200) ?? 'nothing';

function scoreDecoding(cases: readonly Case[], readers: FormatReaders): FormatScore[] {
  const tally = new Tally();
  for (const each of cases) {
    const { text, encoding } = readers.decodeText(bytesOf(each), headersOf(each));
    const must = each['must'];
    const isRight =
      must === 'text'
        ? text === each['text']
        : must === 'encoding'
          ? sameEncoding(encoding, String(each['encoding']))
          : text === text.normalize('NFC');
    const isVietnamese = String(each['id']).startsWith('vi/');
    tally.check(
      `decode ${isVietnamese ? 'vietnamese' : String(must)}`,
      isRight,
      () => `${String(each['id'])}: got ${encoding} ${shown(text)}`,
    );
  }
  return tally.scores();
}

/** Two labels of one encoding are the same: `us-ascii` and `windows-1252`. */
function sameEncoding(got: string, expected: string): boolean {
  const canonical = (label: string) => {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return label.toLowerCase();
    }
  };
  return canonical(got) === canonical(expected);
}

function sameInstant(got: string | null | undefined, expected: unknown): boolean {
  return typeof got === 'string' && Date.parse(got) === Date.parse(String(expected));
}

function scoreDates(cases: readonly Case[], readers: FormatReaders): FormatScore[] {
  const tally = new Tally();
  for (const each of cases) {
    const options = { timeZone: String(each['tz']), now: new Date(String(each['now'])) };
    const got = readers.parsePublishedDate(String(each['s']), options);
    const expected = each['iso'];
    const isRight =
      expected === null
        ? got === null
        : expected === 'any'
          ? got !== null
          : each['dateOnly'] === true
            ? got?.slice(0, 10) === expected
            : sameInstant(got, expected);
    tally.check(
      'dates',
      isRight,
      () => `${shown(each['s'])}: ${shown(expected)} got ${shown(got)}`,
    );
  }
  return tally.scores();
}

function scoreFeeds(cases: readonly Case[], readers: FormatReaders): FormatScore[] {
  const tally = new Tally();
  for (const each of cases) {
    const feed = readers.parseFeed(bytesOf(each), headersOf(each));
    const oracle = each['oracle'] as { readonly n?: number } | null;
    const items = oracle?.n ?? 0;
    if (items > 0) {
      const failure = () => `${String(each['id'])}: ${items} items got ${feed.items.length}`;
      tally.check('feeds with items', feed.items.length === items, failure);
    }
    for (const { path, val } of (each['asserts'] ?? []) as readonly Assertion[]) {
      const got = valueAt(feed, path.join('.'));
      if (got === undefined) continue;
      const isDate = path.at(-1)?.toString().endsWith('_parsed') ?? false;
      const isRight = isDate ? sameInstant(got, val) : got === val;
      const failure = () =>
        `${String(each['id'])} ${path.join('.')}: ${shown(val)} got ${shown(got)}`;
      tally.check('feed assertions', isRight, failure);
    }
  }
  return tally.scores();
}

interface Assertion {
  readonly path: readonly (string | number)[];
  readonly val: unknown;
}

/** What a feed says under feedparser's path; undefined for paths that are no part of the result. */
function valueAt(feed: ScoredFeed, path: string): string | null | undefined {
  if (path === 'feed.title' || path === 'feed.title_detail.value') return feed.title;
  if (path === 'feed.link') return feed.link;
  if (path === 'feed.language') return feed.language;
  if (path === 'feed.updated_parsed') return feed.updatedAt ?? null;
  const [, index, field] = /^entries\.(\d+)\.([a-z_.]+)$/.exec(path) ?? [];
  const item = index === undefined ? undefined : feed.items[Number(index)];
  if (index === undefined || field === undefined) return undefined;
  if (field === 'title' || field === 'title_detail.value') return item?.title ?? null;
  if (field === 'link') return item?.link ?? null;
  if (field === 'id' || field === 'guid') return item?.id ?? null;
  if (field === 'published_parsed' || field === 'created_parsed') return item?.publishedAt ?? null;
  if (field === 'updated_parsed') return item?.updatedAt ?? item?.publishedAt ?? null;
  return undefined;
}
