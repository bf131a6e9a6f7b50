import { feedOrderShares } from '../../analyzers/index.ts';
import { feedPlaces, type Handle, personsOfItems } from '../../db/index.ts';
import type { FeedOrder, FigureQuery } from '../domain/index.ts';

/**
 * Every person's mean share of the order of feeds over a period's readings; null where no feed was
 * read.
 */
export async function personFeedOrder(
  db: Handle,
  query: FigureQuery,
): Promise<((personId: string) => FeedOrder) | null> {
  const readings = await feedPlaces(db, query);
  if (readings.length === 0) return null;
  const ofItem = new Map<string, number>();
  for (const { length, items } of readings) {
    const shares = feedOrderShares(length);
    for (const { itemId, place } of items) {
      const share = (shares[place - 1] ?? 0) / readings.length;
      ofItem.set(itemId, (ofItem.get(itemId) ?? 0) + share);
    }
  }
  const sums = new Map<string, FeedOrder>();
  for (const { itemId, personId, fraction } of await personsOfItems(db, [...ofItem.keys()])) {
    const share = ofItem.get(itemId) ?? 0;
    const { inclusive, fractional } = sums.get(personId) ?? nothing;
    sums.set(personId, {
      inclusive: inclusive + share,
      fractional: fractional + share * fraction,
    });
  }
  return (personId) => sums.get(personId) ?? nothing;
}

const nothing: FeedOrder = { inclusive: 0, fractional: 0 };
