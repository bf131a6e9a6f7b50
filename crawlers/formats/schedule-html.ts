import type { Day, Listing } from '../../src/domain/index.ts';
import { isWithin, type PageElement, type PageLine, readPageLines } from './page-lines.ts';
import { FaultList } from './reading-faults.ts';
import { addressDay, headingDay, lineTime, ScheduleReader } from './schedule-lines.ts';
import type { ScheduleTextOptions } from './schedule-text.ts';

/** The smallest element that holds so much of a page's times is its listing. */
const LISTING_SHARE = 0.6;

/**
 * A day's programme as a page has it: rows of a table, entries of a list, or lines of text; other
 * times on the page (news beside the listing) are left out. Never throws.
 */
export function parseScheduleHtml(html: string, options: ScheduleTextOptions): Listing {
  const { lines, title, lineOf } = readPageLines(html);
  const timed = lines.filter(({ text }) => lineTime(text) !== null);
  const root = listingRoot(timed);
  const shape = usualShape(timed);
  const faults = new FaultList();
  const day = options.day ?? statedDay(title, { lines, options });
  const reader = new ScheduleReader({ ...options, day }, faults);
  for (const { element, text, start } of lines) {
    // A listing in several tables: what is built like its rows is of it, wherever it stands.
    const isListed = root === null || isWithin(element, root) || shapeOf(element) === shape;
    if (!isListed) continue;
    const own = markedDay(element);
    const line = lineOf(start);
    reader.read(own === null ? { text, line } : { text, line, day: own });
  }
  if (reader.programmes.length === 0) faults.add('unknown-format', 1, 'listing');
  return { format: 'html', channels: [], programmes: reader.programmes, faults: faults.all() };
}

/** How a row is built into its page: the names of the elements around it. */
function shapeOf(element: PageElement | null): string {
  const names: string[] = [];
  for (let up = element; up && names.length < 3; up = up.parent as PageElement | null) {
    names.push(up.name);
  }
  return names.join('<');
}

function usualShape(timed: readonly PageLine[]): string | null {
  const groups = [...Map.groupBy(timed, ({ element }) => shapeOf(element))];
  const [most] = groups.toSorted(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? null;
}

function listingRoot(timed: readonly PageLine[]): PageElement | null {
  if (timed.length < 3) return null;
  const counts = new Map<PageElement, number>();
  for (const { element } of timed) {
    for (let up = element; up; up = up.parent as PageElement | null) {
      counts.set(up, (counts.get(up) ?? 0) + 1);
    }
  }
  let root: PageElement | null = null;
  const least = LISTING_SHARE * timed.length;
  for (const [element, count] of counts) {
    // Of those that hold enough, the innermost; equals are met from the inside out.
    if (count >= least && 'attribs' in element && (root === null || isWithin(element, root))) {
      root = element;
    }
  }
  return root;
}

const DAY_ATTRIBUTES = ['data-day', 'data-date', 'data-ngay', 'datetime'];

/** The day that an element or one around it carries as an attribute. */
function markedDay(element: PageElement | null): Day | null {
  for (let up = element; up && 'attribs' in up; up = up.parent as PageElement | null) {
    for (const name of DAY_ATTRIBUTES) {
      const value = up.attribs[name];
      const day = value === undefined ? null : addressDay(value);
      if (day !== null) return day;
    }
  }
  return null;
}

/** The day the page is of: its address, else its title, else a heading near the listing. */
function statedDay(
  title: string,
  known: { readonly lines: readonly PageLine[]; readonly options: ScheduleTextOptions },
): Day | null {
  const { lines, options } = known;
  const inAddress = options.url === undefined ? null : addressDay(options.url);
  if (inAddress !== null) return inAddress;
  const first = lines.findIndex(({ text }) => lineTime(text) !== null);
  const heads = lines.filter(({ element }) => /^h[1-4]$/.test(element?.name ?? ''));
  const near = lines.slice(Math.max(0, first - 4), Math.max(0, first)).reverse();
  for (const text of [title, ...heads.map((line) => line.text), ...near.map((line) => line.text)]) {
    if (!/lịch|phát sóng|chương trình|schedule|programme|thứ|chủ nhật/iu.test(text)) continue;
    const day = headingDay(text, options);
    if (day !== null) return day;
  }
  return null;
}
