import type { Press } from '../src/demo/index.ts';
import { truthAt } from '../src/demo/index.ts';
import type { FirstPlace } from '../src/domain/index.ts';

/** What numbers.ts must answer for one person, worked out from the press's own truth. */
export interface ExpectedPerson {
  items: number;
  itemsFractional: number;
  mentions: number;
  words: number;
  firstPlaces: Record<FirstPlace, number>;
}

/** Figures of the demo press as its generator knows them, at the time of the last crawl. */
export function expectedFigures(press: Press, at: Date) {
  const persons = new Map<string, ExpectedPerson>();
  let words = 0;
  const articles = truthAt(press, at);
  for (const { version } of articles) {
    words += version.words;
    for (const person of version.persons) {
      const figures = persons.get(person.personId) ?? emptyPerson();
      figures.items += 1;
      figures.itemsFractional += person.fraction;
      figures.mentions += person.mentions;
      figures.words += person.words;
      figures.firstPlaces[person.firstPlace] += 1;
      persons.set(person.personId, figures);
    }
  }
  return { items: articles.length, words, persons };
}

function emptyPerson(): ExpectedPerson {
  return {
    items: 0,
    itemsFractional: 0,
    mentions: 0,
    words: 0,
    firstPlaces: {
      headline: 0,
      standfirst: 0,
      'first-paragraph': 0,
      'first-third': 0,
      later: 0,
      'caption-only': 0,
    },
  };
}
