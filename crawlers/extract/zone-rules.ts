/*
 * The rules of the zones that most outlets live in, for the years in which they hold. To ask the
 * system for a zone the first time takes as long as several pages. A test holds these against it.
 */

/** When a zone's clocks go forward and back in a year, milliseconds; null where they never do. */
type Summer = (year: number, winterMinutes: number) => readonly [number, number];

interface ZoneRule {
  /** Minutes east of UTC, in winter. */
  readonly minutes: number;
  readonly sinceYear: number;
  readonly summer: Summer | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MARCH = 2;
const OCTOBER = 9;
const NOVEMBER = 10;

/** The first Sunday on or after a day. */
function sundayFrom(year: number, month: number, day: number): number {
  const startMs = Date.UTC(year, month, day);
  return startMs + ((7 - new Date(startMs).getUTCDay()) % 7) * DAY_MS;
}

/** All of the Union and its neighbours change at one o'clock UTC, on the months' last Sundays. */
const inEurope: Summer = (year) => [
  sundayFrom(year, MARCH, 25) + HOUR_MS,
  sundayFrom(year, OCTOBER, 25) + HOUR_MS,
];

/** Second Sunday of March to first of November, at two o'clock of each zone's own time. */
const inAmerica: Summer = (year, winterMinutes) => [
  sundayFrom(year, MARCH, 8) + 2 * HOUR_MS - winterMinutes * 60_000,
  sundayFrom(year, NOVEMBER, 1) + HOUR_MS - winterMinutes * 60_000,
];

const rules = new Map<string, ZoneRule>();

function add(rule: ZoneRule, zones: string): void {
  for (const zone of zones.split(' ')) rules.set(zone, rule);
}

for (const [minutes, zones] of [
  [0, 'UTC'],
  [60, 'Africa/Lagos'],
  [120, 'Africa/Johannesburg'],
  [180, 'Africa/Nairobi Asia/Riyadh'],
  [240, 'Asia/Dubai'],
  [330, 'Asia/Kolkata'],
  [390, 'Asia/Yangon'],
  [420, 'Asia/Ho_Chi_Minh Asia/Bangkok Asia/Phnom_Penh Asia/Vientiane Asia/Jakarta'],
  [480, 'Asia/Singapore Asia/Kuala_Lumpur Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Manila'],
  [540, 'Asia/Tokyo Asia/Seoul'],
] as const) {
  add({ minutes, sinceYear: 1992, summer: null }, zones);
}
for (const [minutes, zones] of [
  [0, 'Europe/London Europe/Dublin Europe/Lisbon'],
  [
    60,
    'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich ' +
      'Europe/Amsterdam Europe/Brussels Europe/Copenhagen Europe/Oslo Europe/Stockholm ' +
      'Europe/Prague Europe/Bratislava Europe/Warsaw Europe/Budapest Europe/Belgrade ' +
      'Europe/Zagreb Europe/Ljubljana',
  ],
  [
    120,
    'Europe/Helsinki Europe/Tallinn Europe/Riga Europe/Vilnius Europe/Athens Europe/Sofia ' +
      'Europe/Bucharest Europe/Kyiv',
  ],
] as const) {
  add({ minutes, sinceYear: 2003, summer: inEurope }, zones);
}
for (const [minutes, zone] of [
  [-300, 'America/New_York'],
  [-360, 'America/Chicago'],
  [-420, 'America/Denver'],
  [-480, 'America/Los_Angeles'],
] as const) {
  add({ minutes, sinceYear: 2007, summer: inAmerica }, zone);
}

/** The zones whose rules are kept here. */
export const ruledZones: readonly string[] = [...rules.keys()];

/** Whether a name is that of a zone whose rules are kept here. */
export function hasRule(timeZone: string): boolean {
  return rules.has(timeZone);
}

/** Minutes east of UTC of a zone at an instant; null where its rules are not kept here. */
export function ruledOffset(timeZone: string, instantMs: number): number | null {
  const rule = rules.get(timeZone);
  if (rule === undefined) return null;
  const year = new Date(instantMs).getUTCFullYear();
  // The year before, by UTC, may still be of other rules.
  if (!(year > rule.sinceYear)) return null;
  if (rule.summer === null) return rule.minutes;
  const [from, to] = rule.summer(year, rule.minutes);
  return instantMs >= from && instantMs < to ? rule.minutes + 60 : rule.minutes;
}
