import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasEnded } from '../../../src/domain/index.ts';
import { instantOf } from '../../../src/jobs/local-time.ts';
import {
  habitMinutes,
  latestPlace,
  nextPlace,
  placesBetween,
  type Rule,
  type TimetableEntry,
} from '../../../src/jobs/timetable.ts';

function entry(timeZone: string, rule: Rule): TimetableEntry {
  return { kind: 'crawl', target: 'a', timeZone, rule };
}

const daily = (timeZone: string, at: string) => entry(timeZone, { every: 'day', at });

/** Labels met by someone who looks every `stepMinutes`. */
function labelsMet(line: TimetableEntry, span: { from: string; to: string; stepMinutes: number }) {
  const labels: string[] = [];
  for (let at = Date.parse(span.from); at < Date.parse(span.to); at += span.stepMinutes * 60_000) {
    const place = latestPlace(line, new Date(at));
    if (place && labels.at(-1) !== place.label) labels.push(place.label);
  }
  return labels;
}

describe('an outlet that has ended', () => {
  test('is asked until the day after its last day is over, in its own zone', () => {
    const paper = { timeZone: 'Asia/Ho_Chi_Minh', until: '2026-06-30' };
    expect(hasEnded(paper, new Date('2026-07-01T16:59:00Z'))).toBe(false);
    expect(hasEnded(paper, new Date('2026-07-01T17:00:00Z'))).toBe(true);
    expect(hasEnded({ timeZone: 'Asia/Ho_Chi_Minh' }, new Date('2126-01-01'))).toBe(false);
  });
});

describe('nights in which clocks change', () => {
  test('02:30 is met once when clocks go back, at its first occurrence', () => {
    const line = daily('Europe/Berlin', '02:30');
    const span = { from: '2026-10-24T12:00:00Z', to: '2026-10-26T12:00:00Z', stepMinutes: 5 };
    expect(labelsMet(line, span)).toEqual([
      '2026-10-24T02:30',
      '2026-10-25T02:30',
      '2026-10-26T02:30',
    ]);
    expect(instantOf('Europe/Berlin', '2026-10-25', '02:30').toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  test('02:30 is met once in the night that leaves it out, an hour later by the wall', () => {
    expect(instantOf('America/New_York', '2026-03-08', '02:30').toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    const line = daily('America/New_York', '02:30');
    const span = { from: '2026-03-07T12:00:00Z', to: '2026-03-09T12:00:00Z', stepMinutes: 5 };
    expect(labelsMet(line, span)).toEqual([
      '2026-03-07T02:30',
      '2026-03-08T02:30',
      '2026-03-09T02:30',
    ]);
  });

  test('a day that a zone never had is passed over without harm', () => {
    // Samoa went from 29 to 31 December 2011.
    const span = { from: '2011-12-29T00:00:00Z', to: '2012-01-01T00:00:00Z', stepMinutes: 10 };
    const labels = labelsMet(daily('Pacific/Apia', '02:30'), span);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('2011-12-29T02:30');
    expect(labels).toContain('2011-12-31T02:30');
  });
});

const zones = [
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
];
const rules = fc.oneof(
  fc.record({
    every: fc.constant('day' as const),
    at: fc.constantFrom('00:00', '02:00', '02:30', '03:15', '07:00', '23:59'),
  }),
  fc.record({
    every: fc.constant('week' as const),
    weekday: fc.integer({ min: 0, max: 6 }),
    at: fc.constantFrom('02:30', '07:00'),
  }),
  fc.record({
    every: fc.constant('minutes' as const),
    minutes: fc.constantFrom(5, 15, 60),
    shiftMs: fc.integer({ min: 0, max: 299_999 }),
  }),
);
const instants = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test('in any zone the next place is after now, and is the latest one as soon as it is due', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), rules, instants, (zone, rule, now) => {
      const line = entry(zone, rule);
      const [latest, next] = [latestPlace(line, now), nextPlace(line, now)];
      if (latest === null || next === null) throw new TypeError('a rule without places');
      expect(latest.dueAt <= now).toBe(true);
      expect(next.dueAt > now).toBe(true);
      expect(next.label).not.toBe(latest.label);
      expect(latestPlace(line, next.dueAt)).toEqual(next);
      expect(nextPlace(line, latest.dueAt)).toEqual(next);
      expect(placesBetween(line, latest.dueAt, next.dueAt)).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test('what passed while nothing ran is counted', () => {
  const [from, to] = [new Date('2026-03-01T12:00:00Z'), new Date('2026-03-11T12:00:00Z')];
  const line = daily('Asia/Ho_Chi_Minh', '02:30');
  const last = latestPlace(line, to);
  expect(placesBetween(line, from, last?.dueAt ?? to)).toBe(9);
});

test('feeds are asked as often as their habit asks, within five minutes and two hours', () => {
  expect(habitMinutes({ items: 0, hours: 0 })).toBe(30);
  expect(habitMinutes({ items: 0, hours: 42 })).toBe(120);
  expect(habitMinutes({ items: 1, hours: 42 })).toBe(120);
  expect(habitMinutes({ items: 84, hours: 42 })).toBe(30);
  expect(habitMinutes({ items: 4000, hours: 42 })).toBe(5);
});
