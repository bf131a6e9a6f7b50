import type { Analysis } from './analysis.ts';
import type { DateParts } from './date-parts.ts';
import { ANY_DIGIT } from './date-scripts.ts';
import { ASIDE, DATE, elementHints, HIDDEN } from './hints.ts';
import { blockText } from './text.ts';

/** Words beside the time of a later change. */
export const UPDATE_WORD =
  /updated|modified|aktualisiert|mis à jour|actualizado|aggiornat|обновлено|cập nhật lần|zuletzt|geändert|bearbeitet|last edited|revised/i;

/** Before a date that a line names first, though it names that of publication as well. */
const UPDATE_BEFORE = new RegExp(`${UPDATE_WORD.source}|cập nhật`, 'i');

const PUBLISH_WORD =
  /publish|posted|erstellt|veröffentlicht|publié|publicado|pubblicato|опубликован|ngày đăng|đăng lúc|xuất bản|first published|online seit|wurde am|created on|added on|date:|datum:|release date/i;

/** How web archives put the time of capture before an address. */
export const ARCHIVED = /\/web\/(\d{4})(\d{2})(\d{2})\d{6}\w*\//;

/** Where on the page the title and the text stand, as blocks; -1 where there is none. */
export interface VisiblePlaces {
  readonly analysis: Analysis;
  readonly url: string;
  readonly titleBlock: number;
  readonly textBlocks: readonly [number, number];
}

/** A short line that may show the date, and why. */
interface DateLine {
  readonly block: number;
  readonly text: string;
  readonly named: boolean;
  readonly near: boolean;
}

/** Longer lines are text that happens to hold a date. */
const LINE_LIMIT = 160;
/** Longer ones may still say "This article was published on … by … in …". */
const SENTENCE_LIMIT = 320;

/** Shorter lines are no sentences with a date in them. */
const PROSE_LENGTH = 80;

/** The day of an archived copy: pages show it as their "today"; null for other addresses. */
function captureDay(url: string): string | null {
  const found = ARCHIVED.exec(url);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

function dayText(parts: DateParts): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}

function isNear(block: number, anchor: number): boolean {
  return anchor >= 0 && Math.abs(block - anchor) <= 8;
}

/** Hints of an element; those inside asides have not been read so far. */
function hintsOf(analysis: Analysis, element: number): number {
  const known = analysis.hints[element] as number;
  if (known !== 0 || !((analysis.area[element] as number) & ASIDE)) return known;
  return elementHints(analysis.page, element);
}

/** Whether the block, its box or a run in it is named as a date. */
function isNamed(analysis: Analysis, block: number): boolean {
  const { page } = analysis;
  const element = page.blockElement[block] as number;
  let flags = hintsOf(analysis, element);
  flags |= hintsOf(analysis, Math.max(0, page.parent[element] as number));
  const first = page.blockFirstRun[block] as number;
  const end = Math.min(page.blockEndRun[block] as number, first + 8);
  for (let run = first; run < end; run++) {
    flags |= hintsOf(analysis, page.runElement[run] as number);
  }
  return (flags & DATE) !== 0;
}

function dateLine(places: VisiblePlaces, block: number): DateLine | null {
  const { page, area } = places.analysis;
  const length = page.blockLength[block] as number;
  if (length < 6 || length > SENTENCE_LIMIT) return null;
  const [first, last] = places.textBlocks;
  const near = [places.titleBlock, first, last].some((anchor) => isNear(block, anchor));
  if (!near && length > LINE_LIMIT) return null;
  // Outside of asides names have been read; inside they are only asked for where there is a digit.
  const isAside = ((area[page.blockElement[block] as number] as number) & ASIDE) !== 0;
  if (!near && !isAside && !isNamed(places.analysis, block)) return null;
  const run = page.blockFirstRun[block] as number;
  const end = page.runEnd[(page.blockEndRun[block] as number) - 1] as number;
  const raw = page.html.slice(
    page.runStart[run],
    Math.min(end, (page.runStart[run] as number) + 2000),
  );
  // "Hôm qua" and the like count only where the page names the line as a date.
  const hasDigit = ANY_DIGIT.test(raw);
  if (!hasDigit && !(near && length < 40)) return null;
  const named = isNamed(places.analysis, block);
  if (!hasDigit && !named) return null;
  if (!named && !near) return null;
  const text = blockText(page, block);
  if (length > LINE_LIMIT && !PUBLISH_WORD.test(text)) return null;
  if (!named && isProse(places, block, text)) return null;
  return { block, text, named, near };
}

/** A sentence of the text tells of the day that something happened. */
function isProse({ textBlocks }: VisiblePlaces, block: number, text: string): boolean {
  const [first, last] = textBlocks;
  if (block < first || block > last || text.length <= PROSE_LENGTH) return false;
  return /[.!?…]["”’)]?$/.test(text) && !PUBLISH_WORD.test(text) && !UPDATE_WORD.test(text);
}

function rankLine(places: VisiblePlaces, line: DateLine, parts: DateParts): number {
  const { area, page } = places.analysis;
  const flags = area[page.blockElement[line.block] as number] as number;
  const last = places.textBlocks[1];
  const published = PUBLISH_WORD.test(line.text);
  let rank = (line.named ? 2 : 0) + (line.near ? 2 : 0) + (parts.hour === null ? 0 : 1);
  if (published) rank += 2;
  else if (UPDATE_WORD.test(line.text)) rank -= 1;
  if (flags & HIDDEN) rank -= 3;
  if (flags & ASIDE) rank -= 1;
  if (last >= 0 && line.block > last) rank -= 1;
  if (line.text.length > 80) rank -= 1;
  // Heads of pages print today's date.
  if (line.block < places.titleBlock - 8) rank -= 1;
  if (captureDay(places.url) === dayText(parts)) rank -= 3;
  return rank;
}

/** What a line says of publication first: "Updated 7 March · Published 5 March" has both. */
function readLine(text: string, read: (text: string) => DateParts | null): DateParts | null {
  const at = UPDATE_BEFORE.test(text) ? text.search(PUBLISH_WORD) : -1;
  return (at > 0 ? read(text.slice(at)) : null) ?? read(text);
}

/** A date that readers see, and how likely it is that of publication: 1 and more are likely. */
export interface SeenDate {
  readonly parts: DateParts;
  readonly rank: number;
}

/** Below this a line is of something else altogether. */
const LEAST_RANK = -1;

/**
 * The date that readers most likely take for that of publication: a line named so, or next to the
 * title or the text. `read` turns a line into a date, or null. Null where no line will do.
 */
export function visibleDate(
  places: VisiblePlaces,
  read: (text: string) => DateParts | null,
): SeenDate | null {
  let best: SeenDate | null = null;
  for (let block = 0; block < places.analysis.page.blockElement.length; block++) {
    const line = dateLine(places, block);
    const parts = line && readLine(line.text, read);
    if (!line || !parts) continue;
    const rank = rankLine(places, line, parts);
    if (rank >= LEAST_RANK && (best === null || rank > best.rank)) best = { parts, rank };
  }
  return best;
}
