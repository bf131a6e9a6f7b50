import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlet } from '../../db/world.ts';
import { hasEnded } from '../../../src/domain/index.ts';
import { instantOf } from '../../../src/jobs/local-time.ts';
import {
  habitMinutes,
  latestPlace,
  nextPlace,
  placesBetween,
  type Rule,
  type TimetableEntry,
  timetableOf,
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

describe('the lines of the timetable', () => {
  const listed = outlet({
    id: 'dai-xa',
    timeZone: 'Europe/Berlin',
    sources: [
      { kind: 'feed', url: 'https://dai-xa.example/rss' },
      { kind: 'listing', url: 'https://dai-xa.example/lich' },
    ],
  });
  const lines = timetableOf([listed], 'Asia/Ho_Chi_Minh');
  const lineOf = (kind: string) => lines.find((line) => line.kind === kind);
  const instants = (kind: string, from: string, count: number) => {
    const line = lineOf(kind);
    if (!line) throw new TypeError(`no line ${kind}`);
    const found: Date[] = [];
    for (let at = new Date(from); found.length < count; ) {
      const place = nextPlace(line, at);
      if (place === null) throw new TypeError('a line without places');
      found.push((at = place.dueAt));
    }
    return found;
  };
  const wall = (timeZone: string, at?: Date) =>
    at?.toLocaleString('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });

  test('are one a job, those of an outlet in its own zone, the others in the operator’s', () => {
    const zones = Object.fromEntries(lines.map(({ kind, timeZone }) => [kind, timeZone]));
    const [own, house] = ['Europe/Berlin', 'Asia/Ho_Chi_Minh'];
    expect(zones).toEqual({
      crawl: own,
      feeds: own,
      homepage: own,
      listings: own,
      rollups: house,
      retention: house,
      ledger: house,
      digest: house,
      letters: house,
    });
    expect(lines).toHaveLength(9);
    const plain = timetableOf([outlet({ id: 'a', sources: [] })], 'UTC');
    expect(plain.map(({ kind }) => kind)).not.toContain('listings');
    expect(plain.map(({ kind }) => kind)).not.toContain('feeds');
  });

  test('crawl in the outlet’s night, look every quarter of an hour, ask feeds by habit', () => {
    const from = '2026-03-20T12:00:00Z';
    expect(wall('Europe/Berlin', instants('crawl', from, 1)[0])).toMatch(/^Sat,? 02:\d\d$/);
    expect(wall('Europe/Berlin', instants('listings', from, 1)[0])).toMatch(/^Sat,? 04:\d\d$/);
    const [first, second] = instants('homepage', from, 2);
    expect(Number(second) - Number(first)).toBe(900_000);
    expect(lineOf('feeds')?.rule).toEqual({ every: 'habit' });
  });

  test('write the letter on Mondays at 07:00, sums and ledger by the hour, clear by night', () => {
    const from = '2026-03-20T12:00:00Z';
    const mondays = instants('digest', from, 2);
    expect(mondays.map((at) => at.toISOString())).toEqual([
      '2026-03-23T00:00:00.000Z',
      '2026-03-30T00:00:00.000Z',
    ]);
    expect(wall('Asia/Ho_Chi_Minh', mondays[0])).toMatch(/^Mon,? 07:00$/);
    expect(wall('Asia/Ho_Chi_Minh', instants('retention', from, 1)[0])).toMatch(/03:40$/);
    for (const kind of ['rollups', 'ledger']) {
      const [first, second] = instants(kind, from, 2);
      expect(Number(second) - Number(first)).toBe(3_600_000);
    }
  });
});

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
