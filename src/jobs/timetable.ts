import { dayIn, type JobKind, type Outlet } from '../domain/index.ts';
import { lookEveryMinutes, spread } from '../front-pages.ts';
import { addDays, instantOf, weekday } from './local-time.ts';

/** When a job runs. Times are local to the entry's zone. */
export type Rule =
  | { readonly every: 'day'; readonly at: string }
  | { readonly every: 'week'; readonly weekday: number; readonly at: string }
  | { readonly every: 'minutes'; readonly minutes: number; readonly shiftMs: number }
  /** By habit: the time of the next slot is stored, not computed. */
  | { readonly every: 'habit' };

/** A line of the timetable. */
export interface TimetableEntry {
  readonly kind: JobKind;
  /** Outlet id; empty for what is done once for all. */
  readonly target: string;
  readonly timeZone: string;
  readonly rule: Rule;
}

/** A place of the timetable: its label never occurs twice, its instant is when it is due. */
export interface Place {
  readonly label: string;
  readonly dueAt: Date;
}

const minuteMs = 60_000;

/** What is done once for all outlets, in the operator's zone. */
function houseEntries(timeZone: string): TimetableEntry[] {
  const house = { target: '', timeZone };
  return [
    { ...house, kind: 'rollups', rule: { every: 'minutes', minutes: 60, shiftMs: 35 * minuteMs } },
    { ...house, kind: 'retention', rule: { every: 'day', at: '03:40' } },
    { ...house, kind: 'ledger', rule: { every: 'minutes', minutes: 60, shiftMs: 5 * minuteMs } },
    { ...house, kind: 'digest', rule: { every: 'week', weekday: 1, at: '07:00' } },
    { ...house, kind: 'letters', rule: { every: 'minutes', minutes: 15, shiftMs: 8 * minuteMs } },
  ];
}

/** A minute of the hour after `hour`:00, its own for each outlet. */
function nightly(hour: number, id: string): string {
  const minute = Math.floor(spread(id) * 60);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function outletEntries(outlet: Outlet): TimetableEntry[] {
  const { id, timeZone, sources } = outlet;
  const own = { target: id, timeZone };
  const minutes = lookEveryMinutes(outlet);
  const shiftMs = Math.floor(spread(id) * minutes * minuteMs);
  const has = (...kinds: readonly string[]) => sources.some(({ kind }) => kinds.includes(kind));
  const entries: TimetableEntry[] = [
    { ...own, kind: 'crawl', rule: { every: 'day', at: nightly(2, id) } },
    { ...own, kind: 'homepage', rule: { every: 'minutes', minutes, shiftMs } },
  ];
  if (has('feed')) entries.push({ ...own, kind: 'feeds', rule: { every: 'habit' } });
  if (has('listing', 'bulletin')) {
    entries.push({ ...own, kind: 'listings', rule: { every: 'day', at: nightly(4, id) } });
  }
  return entries;
}

/** The whole timetable: lines of each followed outlet in its zone, then what is done for all. */
export function timetableOf(outlets: readonly Outlet[], timeZone: string): TimetableEntry[] {
  return [...outlets.flatMap(outletEntries), ...houseEntries(timeZone)];
}

function dailyPlace(entry: TimetableEntry, day: string, at: string): Place {
  return { label: `${day}T${at}`, dueAt: instantOf(entry.timeZone, day, at) };
}

function isDay(rule: Rule, day: string): boolean {
  return rule.every !== 'week' || weekday(day) === rule.weekday;
}

/** The latest place at or before an instant; null for a rule by habit. */
export function latestPlace(entry: TimetableEntry, now: Date): Place | null {
  const { rule, timeZone } = entry;
  if (rule.every === 'habit') return null;
  if (rule.every === 'minutes') return minutePlace(rule, now, 0);
  const today = dayIn(timeZone, now);
  for (let back = -1; back <= 8; back += 1) {
    const day = addDays(today, -back);
    const place = dailyPlace(entry, day, rule.at);
    if (isDay(rule, day) && place.dueAt <= now) return place;
  }
  return null;
}

/** The first place after an instant; null for a rule by habit. */
export function nextPlace(entry: TimetableEntry, after: Date): Place | null {
  const { rule, timeZone } = entry;
  if (rule.every === 'habit') return null;
  if (rule.every === 'minutes') return minutePlace(rule, after, 1);
  const today = dayIn(timeZone, after);
  for (let ahead = -1; ahead <= 9; ahead += 1) {
    const day = addDays(today, ahead);
    const place = dailyPlace(entry, day, rule.at);
    if (isDay(rule, day) && place.dueAt > after) return place;
  }
  return null;
}

function minutePlace(
  rule: { readonly minutes: number; readonly shiftMs: number },
  at: Date,
  ahead: number,
): Place {
  const everyMs = rule.minutes * minuteMs;
  const place = Math.floor((at.getTime() - rule.shiftMs) / everyMs) + ahead;
  const dueAt = new Date(place * everyMs + rule.shiftMs);
  return { label: dueAt.toISOString(), dueAt };
}

const mostCounted = 10_000;

/** Places strictly between two of one entry, at most 10,000: what passed while nothing ran. */
export function placesBetween(entry: TimetableEntry, first: Date, last: Date): number {
  let count = 0;
  for (let place = nextPlace(entry, first); place && place.dueAt < last; ) {
    count += 1;
    if (count >= mostCounted) break;
    place = nextPlace(entry, place.dueAt);
  }
  return count;
}

/** The rule in a few signs, the same in both languages. */
export function ruleText(rule: Rule): string {
  if (rule.every === 'minutes') return `${rule.minutes} min`;
  if (rule.every === 'habit') return `${habitBounds.leastMinutes}–${habitBounds.mostMinutes} min`;
  return rule.every === 'week' ? `${rule.weekday} ${rule.at}` : rule.at;
}

/** How often a feed may be asked. */
export const habitBounds = { leastMinutes: 5, mostMinutes: 120, unknownMinutes: 30 } as const;

/**
 * Minutes until a feed is worth asking again: about the time in which one new item came at this
 * hour on the days before, between 5 minutes and 2 hours; half an hour while nothing is known.
 */
export function habitMinutes(habit: { readonly items: number; readonly hours: number }): number {
  const { leastMinutes, mostMinutes, unknownMinutes } = habitBounds;
  if (habit.hours <= 0) return unknownMinutes;
  if (habit.items <= 0) return mostMinutes;
  const minutes = (habit.hours * 60) / habit.items;
  return Math.round(Math.min(Math.max(minutes, leastMinutes), mostMinutes));
}
