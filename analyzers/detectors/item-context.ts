import type { AnalyzableItem, Day } from '../../src/domain/index.ts';
import type { FieldReading, OtherSpan } from './field-reader.ts';
import type { PlaceOn } from './successions.ts';
import { Case } from '../text/prepare.ts';

/** What the whole item says about where and when it plays. */
export interface ItemContext {
  /** Day in the outlet's zone (the item's own offset); null where undated. */
  readonly day: Day | null;
  /** The outlet's province, where known; what it was merged into by the item's day. */
  readonly outletPlace: string | null;
  /** Provinces named, with how often; a merged one as what it has become by the item's day. */
  readonly provinces: ReadonlyMap<string, number>;
  /** More of other countries and their people than of the home country. */
  readonly foreign: boolean;
}

/** Reads dates and places of an item. */
export function readContext(item: AnalyzableItem, readings: readonly FieldReading[]): ItemContext {
  const day = item.publishedAt === null ? null : item.publishedAt.slice(0, 10);
  const placeOn: PlaceOn = readings[0]?.index.placeOn ?? ((id) => id);
  const provinces = new Map<string, number>();
  let foreignMarks = 0;
  let homeMarks = 0;
  for (const reading of readings) {
    const { tokens, index } = reading;
    const { places, context } = index.lexicon;
    for (let at = 0; at < tokens.count; at++) {
      const other = reading.otherAt.get(at);
      if (other && isForeignName(reading, other)) foreignMarks++;
      const name = reading.nameAt.get(at) ?? other;
      if (name) at = name.to - 1;
      if (name || tokens.letterCase[at] === Case.lower) continue;
      if (context.homeMarks.startingAt(tokens, at)) homeMarks++;
      const place = places.startingAt(tokens, at);
      if (!place) continue;
      if (place.value.kind === 'foreign') foreignMarks++;
      if (place.value.kind === 'province') {
        homeMarks++;
        const id = placeOn(place.value.id, day);
        provinces.set(id, (provinces.get(id) ?? 0) + 1);
      }
      at = place.to - 1;
    }
  }
  return {
    day,
    outletPlace: item.place ? placeOn(item.place, day) : null,
    provinces,
    foreign: foreignMarks >= 2 && foreignMarks > 2 * homeMarks,
  };
}

/** "Shunzo Abira": a name of syllables that the language does not have. */
function isForeignName(
  { tokens, index, prepared }: FieldReading,
  { from, to }: OtherSpan,
): boolean {
  const { familyNames, commonSyllables, language } = index.lexicon;
  if (!language.hasMarks || prepared.plain) return false;
  const words = tokens.word.slice(from, to);
  if (words.length < 2) return false;
  return words.every(
    (word) => /^[a-z]{3,}$/.test(word) && !familyNames.has(word) && !commonSyllables.has(word),
  );
}

/**
 * Province the item is about: the only one named, or one named four times as often as any other.
 */
export function mainProvince(context: ItemContext): string | null {
  const ranked = [...context.provinces].toSorted((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first) return null;
  return !second || first[1] >= 4 * second[1] ? first[0] : null;
}
