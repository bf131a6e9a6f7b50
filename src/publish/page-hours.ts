import {
  type Capture,
  type FrontPageHours,
  frontPageShareHours,
  type ShareHours,
} from '../../analyzers/index.ts';
import type { StoredLook } from '../../db/index.ts';
import type { HourBracket, PageHours } from '../domain/index.ts';

const minuteMs = 60_000;
/** Two looks further apart than this many intervals have a missed one between them. */
const missedAfter = 1.5;

/** Scheduled looks at one page as a series in which a missed slot is a look that failed. */
export function withMissedSlots(looks: readonly StoredLook[]): Capture[] {
  const series: Capture[] = [];
  let before: StoredLook | null = null;
  for (const look of looks) {
    if (before && isMissedBetween(before, look)) {
      const at = new Date(before.scheduledAt.getTime() + before.everyMinutes * minuteMs);
      series.push({ at, shares: null });
    }
    const shares = look.good ? new Map(Object.entries(look.shares)) : null;
    series.push({ at: look.scheduledAt, shares });
    before = look;
  }
  return series;
}

/** Whether a slot between two stored looks was never looked at. */
export function isMissedBetween(before: StoredLook, look: StoredLook): boolean {
  const apartMs = look.scheduledAt.getTime() - before.scheduledAt.getTime();
  const everyMs = Math.max(before.everyMinutes, look.everyMinutes) * minuteMs;
  return apartMs > everyMs * missedAfter;
}

/** Share-hours of each page's stories; a page is one address of one outlet. */
export function hoursOfPages(looks: readonly StoredLook[]): readonly FrontPageHours[] {
  const pages = Map.groupBy(looks, ({ outletId, url }) => `${outletId} ${url}`);
  return [...pages.values()].map((own) => frontPageShareHours(withMissedSlots(own)));
}

/** Who is counted in an item, by 1/n. */
export interface ItemShareOfPerson {
  readonly itemId: string;
  readonly personId: string;
  readonly fraction: number;
}

interface Sum {
  inclusive: HourBracket;
  fractional: HourBracket;
}

/**
 * Share-hours of every person with items on the pages. In unknown hours a person's items together
 * could hold the whole page and no more: they widen the bracket once, not for each item.
 */
export function personHours(
  pages: readonly FrontPageHours[],
  persons: readonly ItemShareOfPerson[],
): ReadonlyMap<string, PageHours> {
  const ofItem = Map.groupBy(persons, ({ itemId }) => itemId);
  const sums = new Map<string, Sum>();
  for (const page of pages) {
    for (const [personId, own] of sumsOfPage(page, ofItem)) {
      const sum = sums.get(personId) ?? { inclusive: noHours, fractional: noHours };
      const unknown = { low: 0, high: page.unknownHours };
      sums.set(personId, {
        inclusive: plus(plus(sum.inclusive, own.inclusive), unknown),
        fractional: plus(plus(sum.fractional, own.fractional), unknown),
      });
    }
  }
  let all = 0;
  for (const { fractional } of sums.values()) all += fractional.low;
  const withShare = [...sums].map(([id, sum]): [string, PageHours] => [
    id,
    { ...sum, share: all === 0 ? null : sum.fractional.low / all },
  ]);
  return new Map(withShare);
}

function sumsOfPage(
  page: FrontPageHours,
  ofItem: ReadonlyMap<string, readonly ItemShareOfPerson[]>,
): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const [itemId, { low, high }] of page.stories) {
    const known = { low, high: Math.max(0, high - page.unknownHours) };
    for (const { personId, fraction } of ofItem.get(itemId) ?? []) {
      const sum = sums.get(personId) ?? { inclusive: noHours, fractional: noHours };
      sums.set(personId, {
        inclusive: plus(sum.inclusive, known),
        fractional: plus(sum.fractional, known, fraction),
      });
    }
  }
  return sums;
}

const noHours: ShareHours = { low: 0, high: 0 };

/** Nobody’s share-hours. */
export const noPageHours: PageHours = { inclusive: noHours, fractional: noHours, share: 0 };

function plus(sum: HourBracket, more: HourBracket, weight = 1): HourBracket {
  return { low: sum.low + more.low * weight, high: sum.high + more.high * weight };
}
