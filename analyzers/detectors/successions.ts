import {
  type Day,
  firstDay,
  lastDay,
  type PartialDate,
  type Place,
} from '../../src/domain/index.ts';

/** Which place a place is on a day: itself, or what it was merged into by then. */
export type PlaceOn = (id: string, day: Day | null) => string;

/** Mergers follow one another at most so often; more is a circle in the register. */
const mostMergers = 10;

/**
 * Follows mergers of places by date ("Kon Tum" is Quảng Ngãi since 2025-07-01). A place of the
 * register stands before one of the same id that the language brings. Undated items know no merger.
 */
export function placesByDay(...lists: readonly (readonly Place[])[]): PlaceOn {
  const places = new Map(lists.flat().map((place) => [place.id, place]));
  return (id, day) => {
    let current = id;
    for (let step = 0; day !== null && step < mostMergers; step++) {
      const place = places.get(current);
      if (!place?.successor || place.until === null || day <= lastDay(place.until)) break;
      current = place.successor;
    }
    return current;
  };
}

/** Something with dates: a term, and the post, organization and place it hangs on. */
interface Dated {
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
}

/**
 * Days on which all of these held, both inclusive: nobody holds a post of a province, department or
 * ministry that is no more, though the register gives their term no end.
 */
export function daysOfAll(dated: readonly Dated[]): { from: Day; until: Day } {
  const starts = dated.map(({ from }) => (from === null ? '0000-01-01' : firstDay(from)));
  const ends = dated.map(({ until }) => (until === null ? '9999-12-31' : lastDay(until)));
  return { from: starts.toSorted().at(-1) ?? '0000-01-01', until: ends.toSorted()[0] ?? '' };
}
