import type { Day } from '../src/domain/index.ts';

// Each text of the search holds, beside its words, the day of UTC that it is sorted under, and the
// ten days and the month it lies in: `@2026-11-30`, `@2026-11-3`, `@2026-11`, as no word can be
// written. So the index which finds the words also finds those of a stretch of days: it leaps from
// one text of those days to the next instead of going through the lists of everyday words from one
// end to the other.

export const dayMs = 86_400_000;

export function utcDay(at: Date): Day {
  return at.toISOString().slice(0, 10);
}

/** A day some days earlier or later. */
export function dayBeside(day: Day, days: number): Day {
  return utcDay(new Date(Date.parse(day) + days * dayMs));
}

/** A day, its ten days (which begin at 1, 10, 20 and 30) and its month, as lexemes. */
function spansOf(day: Day) {
  return { day: `'@${day}'`, tenDays: `'@${day.slice(0, -1)}'`, month: `'@${day.slice(0, 7)}'` };
}

/** What is added to the words of a text: a tsvector as text. */
export function windowLexemes(sortedAt: Date): string {
  return Object.values(spansOf(utcDay(sortedAt))).join(' ');
}

/** Days of UTC, both included. */
export interface SearchWindow {
  readonly from: Day;
  readonly to: Day;
}

/** From so many days on, a window is looked through by tens of days, and by months. */
const [tensFrom, monthsFrom] = [5, 60];

/**
 * The lexemes that a window is looked through by, and its days with what lies before them under
 * the first one: few long spans are looked through sooner than many short ones. What they hold
 * after its last day is left out by who asks.
 */
export function spansOfWindow(window: SearchWindow): SearchWindow & { lexemes: string[] } {
  const days = daysOf(window);
  const kind = days < tensFrom ? 'day' : days < monthsFrom ? 'tenDays' : 'month';
  const lexemes = new Set<string>();
  for (let day = window.from; day <= window.to; day = dayBeside(day, 1))
    lexemes.add(spansOf(day)[kind]);
  let { from } = window;
  while (lexemes.has(spansOf(dayBeside(from, -1))[kind])) from = dayBeside(from, -1);
  return { from, to: window.to, lexemes: [...lexemes] };
}

/** Looked through first. */
const firstTexts = 10_000;
/** Windows with more texts than this are not found sooner by their days than by the words alone. */
const mostTexts = 150_000;

/** The days to look through first, where so many texts a day were gone through in vain. */
export function firstWindow(all: SearchWindow, textsADay: number): SearchWindow {
  return daysUntil(all.to, Math.max(2, Math.ceil(firstTexts / textsADay)), all);
}

/**
 * The days before those looked through that should hold what is still wanted, by how many were
 * found in these, and a third as many again; null where all had better be looked through at once:
 * that is most of them, or nothing was found.
 */
export function nextWindow(
  all: SearchWindow,
  before: {
    readonly from: Day;
    readonly found: number;
    readonly wanted: number;
    readonly textsADay: number;
  },
): SearchWindow | null {
  const { from, found, wanted, textsADay } = before;
  const passed = daysOf({ from, to: all.to });
  const days = Math.ceil(((4 / 3) * passed * (wanted - found)) / found);
  const isMost = passed + days > daysOf(all) / 2 || days * textsADay > mostTexts;
  return isMost ? null : daysUntil(dayBeside(from, -1), days, all);
}

function daysOf({ from, to }: SearchWindow): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1;
}

/** So many days until one, at most back to where all begins. */
function daysUntil(to: Day, days: number, all: SearchWindow): SearchWindow {
  return days < daysOf({ from: all.from, to })
    ? { from: dayBeside(to, 1 - days), to }
    : { from: all.from, to };
}
