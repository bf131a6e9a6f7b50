// The page of a published bulletin or report: length, start, rundown, subtitles.
import type { BulletinReading, IsoInstant, RundownEntry } from '../../src/domain/index.ts';
import { findPublishedDate, parsePublishedDate } from '../extract/dates.ts';
import { firstObject, textIn, typesOf } from './broadcast-event.ts';
import { parseChapters, withLengths } from './chapters.ts';
import { findDurationSeconds, parseDurationSeconds } from './duration.ts';
import { isObject, type JsonObject } from './feed-json.ts';
import { resolveLink } from './feed-markup.ts';
import { jsonLdNodes } from './json-ld.ts';
import { type PageElement, type PageLine, readPageLines } from './page-lines.ts';
import { readAttributes } from './xml-scan.ts';

export interface BulletinOptions {
  /** The outlet's IANA zone. */
  readonly timeZone: string;
  readonly now: Date;
}

/** Reads a bulletin's page; null where the page tells of no film, length or rundown. */
export function readBulletinPage(
  html: string,
  url: string,
  options: BulletinOptions,
): BulletinReading | null {
  const video = jsonLdNodes(html).find((node) => typesOf(node).includes('VideoObject')) ?? null;
  const { lines, title } = readPageLines(html);
  const meta = metaOf(html);
  const durationSeconds = lengthOf(video, meta, lines);
  const rundown = rundownOf({ video, lines, durationSeconds, url });
  const hasFilm = video !== null || meta.has('og:video') || /<(?:video|audio)\b/i.test(html);
  if (!hasFilm && durationSeconds === null && rundown.length === 0) return null;
  const name = textOf(video, 'name') ?? meta.get('og:title') ?? lines.find(isTitle)?.text ?? title;
  const start = startOf(video, { lines, title: name, options });
  const stamped = textOf(video, 'uploadDate') ?? meta.get('article:published_time') ?? '';
  return {
    url,
    title: oneLine(name),
    channel: channelOf(video),
    ...start,
    publishedAt: parsePublishedDate(stamped, options),
    durationSeconds,
    description: textOf(video, 'description') ?? meta.get('og:description') ?? null,
    thumbnailUrl: address(textOf(video, 'thumbnailUrl') ?? meta.get('og:image') ?? null, url),
    subtitles: subtitlesOf(html, video, url),
    rundown,
  };
}

const isTitle = ({ element }: PageLine) => element?.name === 'h1';
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim().normalize('NFC');
const textOf = (node: JsonObject | null, name: string) => node && textIn(node[name]);

function address(link: string | null, base: string): string | null {
  const resolved = link === null ? null : resolveLink(link, base);
  return resolved !== null && /^https?:/i.test(resolved) ? resolved : null;
}

function metaOf(html: string): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const [, source = ''] of html.slice(0, 200_000).matchAll(/<meta\b([^>]{1,2000})>/gi)) {
    const attributes = readAttributes(source);
    const name = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase();
    const content = attributes.get('content')?.normalize('NFC');
    if (name !== '' && content && !meta.has(name)) meta.set(name, content);
  }
  return meta;
}

function lengthOf(
  video: JsonObject | null,
  meta: ReadonlyMap<string, string>,
  lines: readonly PageLine[],
): number | null {
  const stated = [
    textOf(video, 'duration'),
    meta.get('og:video:duration'),
    meta.get('video:duration'),
  ];
  for (const text of stated) {
    const seconds = text ? parseDurationSeconds(text) : null;
    if (seconds !== null && seconds > 0) return seconds;
  }
  for (const { text } of lines) {
    const seconds = findDurationSeconds(text);
    if (seconds !== null && seconds > 0) return seconds;
  }
  return null;
}

function channelOf(video: JsonObject | null): string | null {
  const event = video && firstObject(video['publication']);
  const service = event && firstObject(event['publishedOn']);
  return service ? (textIn(service['broadcastDisplayName']) ?? textIn(service['name'])) : null;
}

const AIRED = /phát sóng|lên sóng|giờ phát|aired|broadcast/iu;
const HAS_TIME = /\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}/iu;

function startOf(
  video: JsonObject | null,
  known: {
    readonly lines: readonly PageLine[];
    readonly title: string;
    readonly options: BulletinOptions;
  },
): Pick<BulletinReading, 'startAt' | 'startFrom'> {
  const { lines, title, options } = known;
  const event = video && firstObject(video['publication']);
  const stated = event ? parsePublishedDate(textIn(event['startDate']) ?? '', options) : null;
  if (stated !== null) return { startAt: stated, startFrom: 'stated' };
  for (const { text } of lines) {
    if (text.length > 300 || !AIRED.test(text)) continue;
    const shown = timedDate(text, options);
    if (shown !== null) return { startAt: shown, startFrom: 'stated' };
  }
  const titled = titleStart(title, options);
  return { startAt: titled, startFrom: titled === null ? null : 'title' };
}

/** The start that a title names: "Thời sự 18h30 ngày 06/10/2025"; null without day and hour. */
export function titleStart(title: string, options: BulletinOptions): IsoInstant | null {
  return timedDate(title, options);
}

function timedDate(text: string, options: BulletinOptions): IsoInstant | null {
  if (!HAS_TIME.test(text)) return null;
  const dates = { ...options, dayFirst: true, language: 'vi' };
  const found = findPublishedDate(text, dates);
  if (found === null) return null;
  const shown = text.normalize('NFC').slice(found.start, found.end);
  return HAS_TIME.test(shown) ? found.iso : null;
}

interface RundownParts {
  readonly video: JsonObject | null;
  readonly lines: readonly PageLine[];
  readonly durationSeconds: number | null;
  readonly url: string;
}

/** The fullest of what the page shows, its data list, and the chapters of its description. */
function rundownOf({ video, lines, durationSeconds, url }: RundownParts): RundownEntry[] {
  const shown = shownRundown(lines, url, durationSeconds);
  const clips = clipsOf(video, url, durationSeconds);
  const chapters = parseChapters(rawText(video?.['description']), durationSeconds);
  const reports = (entries: readonly RundownEntry[]) =>
    entries.filter(({ kind }) => kind === 'report').length;
  const [best] = [shown, clips, chapters].toSorted((one, other) => reports(other) - reports(one));
  return best ?? [];
}

/** A description with its line breaks, which chapters need. */
function rawText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function clipsOf(
  video: JsonObject | null,
  url: string,
  durationSeconds: number | null,
): RundownEntry[] {
  const parts = Array.isArray(video?.['hasPart']) ? video['hasPart'] : [];
  const clips = parts.filter(isObject).filter((part) => typesOf(part).includes('Clip'));
  const entries = clips.map((clip) => {
    const [from, until] = [clip['startOffset'], clip['endOffset']].map(secondsIn);
    const isWhole = from !== null && until !== null && from !== undefined && until !== undefined;
    return {
      title: textIn(clip['name']) ?? '',
      startSeconds: from ?? null,
      seconds: isWhole && until > from ? until - from : null,
      url: address(textIn(clip['url']), url),
    };
  });
  return withLengths(inOrder(entries), durationSeconds);
}

function secondsIn(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  return typeof value === 'string' ? parseDurationSeconds(value) : null;
}

function inOrder<Entry extends { readonly startSeconds: number | null }>(
  entries: readonly Entry[],
): Entry[] {
  if (entries.some(({ startSeconds }) => startSeconds === null)) return [...entries];
  return entries.toSorted((one, other) => (one.startSeconds ?? 0) - (other.startSeconds ?? 0));
}

const ROW = /^\(?((?:\d{1,2}:)?\d{1,3}:\d{2})\)?\s{0,9}[-–—:.|]?\s{0,9}(\S.*)$/u;
const ROW_END = /^(.*\S)\s+[[(]?((?:\d{1,2}:)?\d{1,3}:\d{2})[\])]?$/u;

/** Rows of one list whose times rise: "00:46 Title 02:03". */
function shownRundown(
  lines: readonly PageLine[],
  url: string,
  durationSeconds: number | null,
): RundownEntry[] {
  const rows = lines.flatMap(({ text, element }) => {
    const [, clock, rest] = ROW.exec(text) ?? [];
    const startSeconds = clock === undefined ? null : parseDurationSeconds(clock);
    if (rest === undefined || startSeconds === null) return [];
    return [{ startSeconds, rest, element, holder: element?.parent ?? null }];
  });
  const groups = [...Map.groupBy(rows, ({ holder }) => holder).values()]
    .map((group) => rising(group, durationSeconds))
    .toSorted((one, other) => other.length - one.length);
  const best = groups[0] ?? [];
  if (best.length < 2) return [];
  const entries = best.map(({ startSeconds, rest, element }, index) => {
    const next = best[index + 1]?.startSeconds ?? durationSeconds ?? Number.POSITIVE_INFINITY;
    const [, title, length] = ROW_END.exec(rest) ?? [];
    const told = length === undefined ? null : parseDurationSeconds(length);
    const fits = told !== null && told > 0 && startSeconds + told <= next + 1;
    return {
      title: fits ? (title ?? rest) : rest,
      startSeconds,
      seconds: fits ? told : null,
      url: address(linkIn(element), url),
    };
  });
  return withLengths(entries, durationSeconds);
}

function rising<Row extends { readonly startSeconds: number }>(
  rows: readonly Row[],
  durationSeconds: number | null,
): Row[] {
  const isRising = rows.every(
    ({ startSeconds }, index) => startSeconds > (rows[index - 1]?.startSeconds ?? -1),
  );
  const fits = (rows.at(-1)?.startSeconds ?? 0) < (durationSeconds ?? Number.POSITIVE_INFINITY);
  return isRising && fits ? [...rows] : [];
}

function linkIn(element: PageElement | null): string | null {
  const waiting = element === null ? [] : [...element.children];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (!('attribs' in next)) continue;
    const href = next.name === 'a' ? next.attribs['href'] : undefined;
    if (href) return href;
    waiting.push(...next.children);
  }
  return null;
}

const SUBTITLE_FILE = /\.(?:vtt|srt|ttml|dfxp)(?:[?#]|$)/i;

function subtitlesOf(
  html: string,
  video: JsonObject | null,
  url: string,
): BulletinReading['subtitles'] {
  const found = new Map<string, string | null>();
  const add = (link: string | null | undefined, language: string | null) => {
    const resolved = address(link ?? null, url);
    if (resolved !== null && !found.has(resolved)) found.set(resolved, language);
  };
  const caption = video && firstObject(video['caption']);
  if (caption)
    add(textIn(caption['contentUrl']) ?? textIn(caption['url']), textIn(caption['inLanguage']));
  for (const [, name = '', source = ''] of html.matchAll(/<(track|a)\b([^>]{1,2000})>/gi)) {
    const attributes = readAttributes(source);
    const link = attributes.get(name.toLowerCase() === 'a' ? 'href' : 'src');
    const kind = attributes.get('kind') ?? 'subtitles';
    if (name.toLowerCase() === 'track' && !/^(?:subtitles|captions)$/i.test(kind)) continue;
    if (name.toLowerCase() === 'track' || SUBTITLE_FILE.test(link ?? '')) {
      add(link, attributes.get('srclang') ?? null);
    }
  }
  return [...found].map(([file, language]) => ({ url: file, language }));
}
