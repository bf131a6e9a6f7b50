import type { Listing, ListedProgramme } from '../../src/domain/index.ts';
import { ianaZone } from '../extract/dates-zones.ts';
import { parseDurationSeconds } from './duration.ts';
import { broadcastDay, parseStamp } from './listing-time.ts';
import { FaultList } from './reading-faults.ts';
import type { ListingOptions } from './xmltv.ts';

interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  readonly line: number;
}

/** iCalendar (RFC 5545): each event is a programme. Never throws. */
export function parseIcal(text: string, options: ListingOptions = {}): Listing {
  const faults = new FaultList();
  const programmes: ListedProgramme[] = [];
  let event: Property[] | null = null;
  let depth = 0;
  let channel = '';
  for (const property of properties(text)) {
    const what = property.value.toUpperCase();
    if (property.name === 'BEGIN' && what === 'VEVENT') [event, depth] = [[], 0];
    else if (property.name === 'BEGIN') depth += 1;
    else if (property.name === 'END' && what === 'VEVENT') {
      const read = event && programmeOf(event, { options, faults, channel });
      if (read) programmes.push(read);
      event = null;
    } else if (property.name === 'END') depth -= 1;
    else if (property.name === 'X-WR-CALNAME') channel = unescaped(property.value);
    // An alarm inside an event has a description of its own.
    else if (event && depth === 0) event.push(property);
  }
  if (event) faults.add('cut-off', event[0]?.line ?? 1);
  if (!/BEGIN:VCALENDAR/i.test(text)) faults.add('unknown-format', 1, 'iCalendar');
  return { format: 'ical', channels: [], programmes, faults: faults.all() };
}

/** Content lines, unfolded. */
function* properties(text: string): Generator<Property> {
  const lines = text.split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length; index += 1) {
    let whole = lines[index] ?? '';
    const line = index + 1;
    while (/^[ \t]/.test(lines[index + 1] ?? '')) {
      index += 1;
      whole += (lines[index] ?? '').slice(1);
    }
    const match = /^([A-Za-z0-9-]+)((?:;(?:[^:"]|"[^"]*")*)?):(.*)$/s.exec(whole);
    if (!match) continue;
    const parameters = new Map<string, string>();
    for (const [, name, value] of (match[2] ?? '').matchAll(/;([^=;]+)=("[^"]*"|[^;]*)/g)) {
      parameters.set((name ?? '').toUpperCase(), (value ?? '').replaceAll('"', ''));
    }
    yield { name: (match[1] ?? '').toUpperCase(), parameters, value: match[3] ?? '', line };
  }
}

function programmeOf(
  event: readonly Property[],
  context: {
    readonly options: ListingOptions;
    readonly faults: FaultList;
    readonly channel: string;
  },
): ListedProgramme | null {
  const { options, faults, channel } = context;
  const get = (name: string) => event.find((property) => property.name === name);
  const text = (name: string) => unescaped(get(name)?.value ?? '') || null;
  const start = get('DTSTART');
  const line = start?.line ?? event[0]?.line ?? 1;
  if (!start) {
    faults.add('no-time', line);
    return null;
  }
  const zone = options.timeZone ?? 'UTC';
  const startAt = stampOf(start, zone);
  if (startAt === null) {
    faults.add('bad-time', line, start.value);
    return null;
  }
  return {
    channel: text('LOCATION') ?? channel,
    day: broadcastDay(startAt, options.outletZone ?? zone, options.dayStartsAtHour),
    startAt,
    endAt: endOf(event, { startAt, zone, faults }),
    title: text('SUMMARY') ?? '',
    subtitle: null,
    description: text('DESCRIPTION'),
    categories: (text('CATEGORIES') ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    saidRepeat: false,
    line,
  };
}

function stampOf({ value, parameters }: Property, zone: string): string | null {
  const named = parameters.get('TZID');
  return parseStamp(value, (named && ianaZone(named)) || zone)?.iso ?? null;
}

function endOf(
  event: readonly Property[],
  known: { readonly startAt: string; readonly zone: string; readonly faults: FaultList },
): string | null {
  const end = event.find(({ name }) => name === 'DTEND');
  const at = end ? stampOf(end, known.zone) : null;
  if (at !== null && Date.parse(at) > Date.parse(known.startAt)) return at;
  if (end) known.faults.add('bad-end', end.line, end.value);
  const seconds = parseDurationSeconds(event.find(({ name }) => name === 'DURATION')?.value ?? '');
  if (seconds === null || seconds === 0) return null;
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(known.startAt)?.[0] ?? 'Z';
  return atOffset(Date.parse(known.startAt) + seconds * 1000, offset);
}

function atOffset(instantMs: number, offset: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const shiftMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const shown = offset === 'Z' ? '+00:00' : offset;
  return `${new Date(instantMs + shiftMs).toISOString().slice(0, 19)}${shown}`;
}

function unescaped(value: string): string {
  return value
    .replace(/\\([nN,;\\])/g, (_, mark: string) => (/n/i.test(mark) ? ' ' : mark))
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}
