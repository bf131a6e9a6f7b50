import {
  frontPageLooks,
  type Handle,
  pageLooks,
  personsOfItems,
  type StoredLook,
} from '../../db/index.ts';
import {
  type AttentionDay,
  dayIn,
  type FigureQuery,
  type HourBracket,
  type PageHours,
  type PageKind,
  type PersonFrontPage,
  type ViewportName,
} from '../domain/index.ts';
import { daysOf } from './coverage-days.ts';
import { hoursOfPages, noPageHours, personHours } from './page-hours.ts';

type Kept = ReadonlyMap<string, PageHours> | null;

async function hoursOf(
  db: Handle,
  query: FigureQuery,
  look: { readonly viewport: ViewportName; readonly pageKind: PageKind },
): Promise<Kept> {
  const pages = hoursOfPages(await pageLooks(db, query, look));
  // Single looks tell of no time at all: that is not a time of zero.
  if (pages.every(({ knownHours, unknownHours }) => knownHours + unknownHours === 0)) return null;
  const items = pages.flatMap(({ stories }) => [...stories.keys()]);
  return personHours(pages, await personsOfItems(db, items));
}

/** Front-page share-hours of every person with items on them; null where none was looked at. */
export async function personFrontPages(
  db: Handle,
  query: FigureQuery,
): Promise<((personId: string) => PersonFrontPage) | null> {
  const front = await hoursOf(db, query, { viewport: 'desktop', pageKind: 'front' });
  if (front === null) return null;
  const phone = await hoursOf(db, query, { viewport: 'phone', pageKind: 'front' });
  const section = await hoursOf(db, query, { viewport: 'desktop', pageKind: 'section' });
  const of = (kept: Kept, id: string) => (kept === null ? null : (kept.get(id) ?? noPageHours));
  return (id) => ({
    ...(front.get(id) ?? noPageHours),
    phone: of(phone, id),
    section: of(section, id),
  });
}

/** Looks of each local day with the first of the next, so that no interval is lost between days. */
function looksByDay(looks: readonly StoredLook[]): ReadonlyMap<string, StoredLook[]> {
  const days = new Map<string, StoredLook[]>();
  const add = (day: string, look: StoredLook) => {
    const known = days.get(day);
    if (known) known.push(look);
    else days.set(day, [look]);
  };
  for (const page of Map.groupBy(looks, ({ outletId }) => outletId).values()) {
    for (const [index, look] of page.entries()) {
      const day = dayIn(look.timeZone, look.scheduledAt);
      add(day, look);
      const before = page[index - 1];
      const dayBefore = before && dayIn(before.timeZone, before.scheduledAt);
      if (dayBefore && dayBefore !== day) add(dayBefore, look);
    }
  }
  return days;
}

/** A person's part of the front pages, day by day; null where none was looked at. */
export async function personAttention(
  db: Handle,
  personId: string,
  query: FigureQuery,
): Promise<readonly AttentionDay[] | null> {
  const looks = await frontPageLooks(db, query, 'desktop');
  if (looks.length < 2) return null;
  const items = [...new Set(looks.flatMap(({ shares }) => Object.keys(shares)))];
  const persons = await personsOfItems(db, items);
  const days = looksByDay(looks);
  return daysOf(query.period).map((day) => {
    const pages = hoursOfPages(days.get(day) ?? []);
    const knownHours = pages.reduce((sum, page) => sum + page.knownHours, 0);
    const unknownHours = pages.reduce((sum, page) => sum + page.unknownHours, 0);
    const hours = knownHours + unknownHours;
    const own = personHours(pages, persons).get(personId) ?? noPageHours;
    const part = ({ low, high }: HourBracket): HourBracket | null =>
      knownHours === 0 ? null : { low: low / hours, high: Math.min(1, high / hours) };
    return {
      day,
      knownHours,
      unknownHours,
      inclusive: part(own.inclusive),
      fractional: part(own.fractional),
      share: knownHours === 0 ? null : own.share,
    };
  });
}
