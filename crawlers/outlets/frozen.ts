import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Article, ColumnInchesError, type Outlet } from '../../src/domain/index.ts';
import { decodeText } from '../extract/charset.ts';
import { inspectPage, type PageInspection } from '../extract/inspect.ts';
import { countWords } from '../extract/text.ts';

/** What a person has confirmed about one page: enough to notice that it reads otherwise. */
const factsSchema = z.strictObject({
  title: z.string(),
  publishedAt: z.string().nullable(),
  section: z.string().nullable(),
  words: z.int().min(0),
  paragraphs: z.int().min(0),
  pictures: z.int().min(0),
  standfirst: z.string().nullable(),
  firstWords: z.string(),
  lastWords: z.string(),
});
const frozenSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** When the page was captured, ISO 8601: relative dates count from it. */
  capturedAt: z.iso.datetime({ offset: true }),
  /** Of the page's bytes, unpacked. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** True where the words are the project's own and only the layout is the site's. */
  written: z.boolean(),
  contentType: z.string().nullable(),
  expected: factsSchema,
  /** CSS of where title, standfirst, text and date stand: another place is another layout. */
  places: z.record(z.string(), z.string().nullable()),
});

/** The facts of a frozen page, as its JSON holds them. */
export type FrozenFacts = z.output<typeof factsSchema>;
type FrozenNote = z.output<typeof frozenSchema>;

/** A frozen page as read from its folder. */
export interface FrozenPage extends FrozenNote {
  /** Its JSON file, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What reads otherwise than it was frozen. */
export interface FrozenDifference {
  /** A field of the facts, `place of …`, or `bytes`. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** A page as it was captured. */
export interface CapturedBytes {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly capturedAt: Date;
}

const EDGE_WORDS = 8;
const STANDFIRST_LENGTH = 80;

/** Reads a captured page with the outlet's own layouts, zone and language. */
export function inspectCapture(page: CapturedBytes, outlet: Outlet): PageInspection {
  const { selectors, timeZone, language } = outlet;
  const html = decodeText(page.bytes, page.headers).text;
  return inspectPage(html, page.url, { selectors, timeZone, language, now: page.capturedAt });
}

function factsOf(article: Article): FrozenFacts {
  const words = article.text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const standfirst = article.paragraphs.find(({ role }) => role === 'standfirst');
  return {
    title: article.title,
    publishedAt: article.publishedAt,
    section: article.section,
    words: countWords(article.text),
    paragraphs: article.paragraphs.filter(({ role }) => role !== 'caption').length,
    pictures: article.pictures.length,
    standfirst: standfirst?.text.slice(0, STANDFIRST_LENGTH) ?? null,
    firstWords: words.slice(0, EDGE_WORDS).join(' '),
    lastWords: words.slice(-EDGE_WORDS).join(' '),
  };
}

/** Parts whose place tells one layout from another. */
const PLACED = new Set(['title', 'text', 'standfirst', 'publishedAt']);

function placesOf(inspection: PageInspection): Record<string, string | null> {
  const placed = inspection.parts.filter(({ part }) => PLACED.has(part));
  return Object.fromEntries(placed.map(({ part, place }) => [part, place]));
}

/**
 * Writes a page and what is read from it into the outlet's folder, as `NAME.html.gz` and
 * `NAME.json`; the name is the day and the end of the address. A person then compares the JSON with
 * the page. @returns the JSON's path
 */
export async function freezePage(
  page: CapturedBytes,
  options: { readonly outlet: Outlet; readonly folder: string },
): Promise<{ readonly file: string; readonly inspection: PageInspection }> {
  const inspection = inspectCapture(page, options.outlet);
  const note: FrozenNote = {
    url: page.url,
    capturedAt: page.capturedAt.toISOString(),
    sha256: createHash('sha256').update(page.bytes).digest('hex'),
    written: false,
    contentType: page.headers['content-type'] ?? null,
    expected: factsOf(inspection.article),
    places: placesOf(inspection),
  };
  const file = path.join(options.folder, `${nameOf(page)}.json`);
  await mkdir(options.folder, { recursive: true });
  await writeFile(file.replace(/json$/, 'html.gz'), gzipSync(page.bytes));
  await writeFile(file, `${JSON.stringify(note, null, 2)}\n`);
  return { file, inspection };
}

function nameOf({ url, capturedAt }: CapturedBytes): string {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? 'page';
  const plain = last.replace(/\.\w{2,5}$/, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${capturedAt.toISOString().slice(0, 10)}-${slug.slice(-60) || 'page'}`;
}

/** The frozen pages of a folder by name; none where there is no folder. */
export async function readFrozenPages(folder: string): Promise<readonly FrozenPage[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return await Promise.all(files.map((name) => readFrozen(path.join(folder, name))));
}

async function readFrozen(file: string): Promise<FrozenPage> {
  const text = await readFile(file, 'utf8');
  const read = frozenSchema.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw frozenError(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`);
  }
  const page = file.replace(/json$/, 'html');
  const packed = await readFile(`${page}.gz`).catch(() => null);
  const bytes = packed ? gunzipSync(packed) : await readFile(page).catch(() => null);
  if (bytes === null) throw frozenError(file, `${path.basename(page)} (or .gz) is not beside it`);
  return { ...read.data, file, bytes };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Reads a frozen page again and tells what differs; empty where all is as it was frozen. */
export function compareFrozen(page: FrozenPage, outlet: Outlet): readonly FrozenDifference[] {
  const differences: FrozenDifference[] = [];
  const add = (what: string, expected: unknown, found: unknown) => {
    if (JSON.stringify(expected) === JSON.stringify(found)) return;
    differences.push({ what, expected: String(expected), found: String(found) });
  };
  add('bytes', page.sha256, createHash('sha256').update(page.bytes).digest('hex'));
  const headers: Record<string, string> =
    page.contentType === null ? {} : { 'content-type': page.contentType };
  const { url, bytes } = page;
  const capturedAt = new Date(page.capturedAt);
  const inspection = inspectCapture({ url, bytes, headers, capturedAt }, outlet);
  const found = factsOf(inspection.article);
  for (const [name, value] of Object.entries(page.expected)) {
    add(name, value, found[name as keyof FrozenFacts]);
  }
  const places = placesOf(inspection);
  for (const [part, place] of Object.entries(page.places))
    add(`place of ${part}`, place, places[part]);
  return differences;
}

/**
 * Whether a fresh article lies where those of the frozen pages do. Another place of the text is
 * another layout: its figures are not to be trusted until a person has looked. True without frozen
 * pages, since then nothing is known.
 */
export function hasKnownLayout(inspection: PageInspection, frozen: readonly FrozenPage[]): boolean {
  return frozen.length === 0 || frozen.some((page) => isSameLayout(page, inspection));
}

/** Whether title and text of a page lie where a frozen page has them. */
export function isSameLayout({ places }: FrozenPage, inspection: PageInspection): boolean {
  const { text, title } = placesOf(inspection);
  return places['text'] === text && places['title'] === title;
}

function frozenError(file: string, what: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'outlets/bad-frozen-page',
    verdict: 'stop-run',
    message: `${file}: ${what}. Freeze the page again with "outlets freeze".`,
    messageVietnamese: `${file}: ${what}. Lưu lại trang mẫu bằng "outlets freeze".`,
  });
}
