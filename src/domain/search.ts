import type { FigureQuery } from './figure-query.ts';
import type { ItemSummary } from './figures.ts';

/** A stretch of a text; `found` where it is what was looked for. */
export interface SearchPiece {
  readonly text: string;
  readonly found: boolean;
}

/** An item whose title or public sentences hold all the words. */
export interface SearchHit {
  readonly item: ItemSummary;
  readonly title: readonly SearchPiece[];
  /** Public sentences with a word that was looked for, at most three. */
  readonly sentences: readonly (readonly SearchPiece[])[];
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** For the next page; null at the end. */
  readonly cursor: string | null;
}

/** Search over titles and the sentences that mention someone, and nothing else of a text. */
export interface Search {
  /**
   * Latest first. A word with diacritics is looked for as it is written, one without finds every
   * accent; words in quotation marks must follow each other.
   */
  find(words: string, query: FigureQuery, cursor?: string): Promise<SearchPage>;
}

/** One outlet's copy of a story. */
export interface StoryCopy extends ItemSummary {
  /** IANA zone of its outlet. */
  readonly timeZone: string;
}

/** The copies of one story at several outlets. */
export interface StoryPage {
  readonly storyId: string;
  /** In order of publication; the first is where it was seen first. */
  readonly items: readonly StoryCopy[];
  readonly persons: readonly {
    readonly personId: string;
    readonly name: string;
    /** Copies that mention the person. */
    readonly items: number;
  }[];
}

/** Story clusters. */
export interface Stories {
  /** null where there is no such story on screen. */
  story(id: string): Promise<StoryPage | null>;
  /** The story an item belongs to; null where no other item tells it. */
  storyOf(itemId: string): Promise<string | null>;
}
