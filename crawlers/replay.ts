import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import {
  type Bilingual,
  asColumnInchesError,
  type Clock,
  ColumnInchesError,
  type FetchAttempt,
  type FetchDoor,
  type FetchRequest,
} from '../src/domain/index.ts';
import { canonicalUrl, itemKey } from './canonical-url.ts';
import { decodeText } from './extract/charset.ts';
import { readWarc } from './formats/warc.ts';
import { fetchError } from './http/errors.ts';

/** One saved page. */
export interface ReplayedPage {
  readonly url: string;
  /** The body, decompressed. */
  readonly bytes: Uint8Array;
  /** Lower-case names; those of the capture where it kept them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** Null where neither index nor archive tells. */
  readonly capturedAt: Date | null;
  /** File it comes from, for messages. */
  readonly file: string;
}

export interface ReplayOptions {
  /** Told of files that are passed over, and why. */
  readonly onSkipped?: (error: ColumnInchesError) => void;
}

/** A line of `pages.jsonl`, the optional index of a folder. */
interface IndexLine {
  readonly file: string;
  readonly url: string;
  readonly capturedAt?: string;
  readonly contentType?: string;
}

const INDEX = 'pages.jsonl';
const PAGE = /\.(?:x?html?|xml|rss|atom|json)(?:\.gz)?$/i;
const WARC = /\.warc(?:\.gz)?$/i;
const MAX_BYTES = 15_000_000;
const MAX_MEMORY_BYTES = 1_000_000_000;
const gunzip = promisify(zlib.gunzip);

/**
 * The pages of a folder (with its subfolders) or a WARC file, in the order of their names or
 * records. A page's address comes from `pages.jsonl` in the folder, one JSON object a line:
 * {"file": "a.html", "url": "https://…", "capturedAt"?: ISO instant, "contentType"?: …}; else from
 * its canonical link, else from its og:url. @throws replay/unreadable where the path itself cannot
 * be read
 */
export async function* replayPages(
  location: string,
  options: ReplayOptions = {},
): AsyncGenerator<ReplayedPage> {
  const isFolder = await stat(location).then(
    (found) => found.isDirectory(),
    (cause: unknown) => {
      throw replayError(
        'unreadable',
        {
          vi: `Không đọc được ${location}. Xem lại đường dẫn.`,
          en: `${location} cannot be read. Check the path.`,
        },
        cause,
      );
    },
  );
  const files = isFolder ? await filesOf(location) : [location];
  const index = isFolder ? await readIndex(location) : new Map<string, IndexLine>();
  for (const file of files) {
    try {
      if (WARC.test(file)) yield* warcPages(file, options);
      else yield await savedPage(file, index.get(path.relative(location, file)));
    } catch (thrown) {
      const fallback = { code: 'replay/unreadable', verdict: 'skip-item' } as const;
      options.onSkipped?.(asColumnInchesError(thrown, { ...fallback, cause: thrown }));
    }
  }
}

/**
 * The door over saved pages: each address answers with its page, any other with `fetch/not-found`.
 * Nothing is asked of the network and robots.txt plays no part; the same input gives the same
 * answers.
 */
export async function createReplayDoor(
  location: string,
  options: ReplayOptions & { readonly clock: Clock },
): Promise<FetchDoor> {
  const pages = new Map<string, ReplayedPage>();
  let heldBytes = 0;
  for await (const page of replayPages(location, options)) {
    heldBytes += page.bytes.length;
    if (heldBytes > MAX_MEMORY_BYTES) {
      throw replayError('too-large', {
        vi: `${location} chứa hơn 1 GB trang. Chia thành nhiều phần và nạp lần lượt.`,
        en: `${location} holds more than 1 GB of pages. Split it and replay one after the other.`,
      });
    }
    pages.set(itemKey(page.url), page);
  }
  return {
    fetch: async (request) =>
      replayedAttempt(request, pages.get(itemKey(request.url)), options.clock),
    close: async () => pages.clear(),
  };
}

/** A saved page as the attempt that fetched it, for the pipeline. */
export function replayedAttempt(
  { url }: Pick<FetchRequest, 'url'>,
  page: ReplayedPage | undefined,
  clock: Clock,
): FetchAttempt {
  const startedAt = page?.capturedAt ?? clock.now();
  const told = { url, startedAt, durationMs: 0 };
  if (!page || page.status !== 200) {
    const status = page?.status ?? 404;
    const error = fetchError(page ? 'status' : 'not-found', url, {
      detail: { vi: 'trong các trang đã lưu', en: 'in the saved pages' },
    });
    const headers = page?.headers ?? {};
    return { ...told, finalUrl: url, outcome: 'failed', status, headers, bytes: null, error };
  }
  const { url: finalUrl, status, headers, bytes } = page;
  return { ...told, finalUrl, outcome: 'ok', status, headers, bytes, error: null };
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.') && (PAGE.test(name) || WARC.test(name)))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

async function readIndex(folder: string): Promise<Map<string, IndexLine>> {
  const file = path.join(folder, INDEX);
  const text = await readFile(file, 'utf8').catch(() => '');
  const index = new Map<string, IndexLine>();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = indexLine(line);
    if (!entry) {
      const line = '{"file": "…", "url": "https://…"}';
      throw replayError('bad-index', {
        vi: `${file}:${at + 1}: không đọc được. Mỗi dòng phải là ${line}.`,
        en: `${file}:${at + 1}: cannot be read. Each line must be ${line}.`,
      });
    }
    index.set(path.normalize(entry.file), entry);
  }
  return index;
}

function indexLine(line: string): IndexLine | null {
  try {
    const entry = JSON.parse(line) as Partial<IndexLine>;
    const isWhole = typeof entry.file === 'string' && typeof entry.url === 'string';
    return isWhole && canonicalUrl(entry.url as string) !== null ? (entry as IndexLine) : null;
  } catch {
    return null;
  }
}

async function savedPage(file: string, entry: IndexLine | undefined): Promise<ReplayedPage> {
  const stored = await readFile(file);
  const isPacked = stored[0] === 0x1f && stored[1] === 0x8b;
  const bytes = isPacked ? await gunzip(stored, { maxOutputLength: MAX_BYTES }) : stored;
  if (bytes.length > MAX_BYTES) {
    throw replayError('too-large', {
      vi: `${file} lớn hơn 15 MB, không trang nào lớn vậy. Hãy bỏ tệp này ra.`,
      en: `${file} is larger than 15 MB, which no page is. Leave it out.`,
    });
  }
  const url = entry?.url ?? ownAddress(decodeText(bytes.subarray(0, 1_000_000), {}).text);
  if (url === null) {
    const line = '{"file": "…", "url": "https://…"}';
    throw replayError('no-address', {
      vi: `${file} không cho biết là trang nào. Ghi địa chỉ trong tệp ${INDEX} bên cạnh: ${line}.`,
      en: `${file} does not say which page it is. Name its address in ${INDEX} beside it: ${line}.`,
    });
  }
  // Without an index the file's own date stands in, so that replaying twice is the same capture.
  const capturedAt = entry?.capturedAt ? new Date(entry.capturedAt) : (await stat(file)).mtime;
  const type = entry?.contentType ?? (/\.x?html?(?:\.gz)?$/i.test(file) ? 'text/html' : null);
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type };
  return { url, bytes, headers, status: 200, capturedAt: asKnown(capturedAt), file };
}

function asKnown(date: Date | null): Date | null {
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

/** The page's canonical link or og:url, where it is a whole address. */
function ownAddress(html: string): string | null {
  const tags = html.match(/<(?:link|meta)\s[^>]{1,3000}>/gi) ?? [];
  const canonical = tags.find((tag) => /^<link/i.test(tag) && /\srel=["']?canonical\b/i.test(tag));
  const openGraph = tags.find((tag) => /\s(?:property|name)=["']?og:url\b/i.test(tag));
  for (const [tag, name] of [
    [canonical, 'href'],
    [openGraph, 'content'],
  ] as const) {
    const value = tag === undefined ? null : attributeOf(tag, name);
    const url = value === null ? null : canonicalUrl(value.replaceAll('&amp;', '&'));
    if (url !== null) return url;
  }
  return null;
}

function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

async function* warcPages(file: string, options: ReplayOptions): AsyncGenerator<ReplayedPage> {
  const records = readWarc(createReadStream(file), { maxBytes: MAX_BYTES });
  for await (const { url, at, status, headers, bytes, truncated } of records) {
    // Half an article is no article: its length would be a wrong figure.
    if (truncated) options.onSkipped?.(cutOff(file, url));
    else yield { url, bytes, headers, status, capturedAt: asKnown(new Date(at)), file };
  }
}

function cutOff(file: string, url: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'replay/cut-off',
    verdict: 'skip-item',
    message: `${file}: the record of ${url} is cut off or larger than 15 MB, so it is left out.`,
    messageVietnamese: `${file}: bản ghi của ${url} bị cắt cụt hoặc lớn hơn 15 MB nên bị bỏ qua.`,
  });
}

/** Whether a saved page is one for readers: feeds, sitemaps and robots.txt lie in archives too. */
export function isReadersPage({
  headers,
  bytes,
}: Pick<ReplayedPage, 'headers' | 'bytes'>): boolean {
  const type = headers['content-type'] ?? '';
  if (/html/i.test(type)) return true;
  if (type !== '' && !/text\/plain|octet-stream/i.test(type)) return false;
  const start = decodeText(bytes.subarray(0, 2_000), headers).text;
  return /<(?:!doctype\s+html|html|head|body)\b/i.test(start);
}

function replayError(name: string, said: Bilingual, cause?: unknown): ColumnInchesError {
  const verdict = name === 'no-address' || name === 'too-large' ? 'skip-item' : 'stop-run';
  return new ColumnInchesError({
    code: `replay/${name}`,
    verdict,
    message: said.en,
    messageVietnamese: said.vi,
    cause,
  });
}
