import { composite } from '../../analyzers/index.ts';
import { overlaps, type PersonSums } from '../../db/index.ts';
import type {
  FeedOrder,
  FigureQuery,
  FirstPlace,
  OfficeTerm,
  Period,
  PersonFigures,
  PersonFrontPage,
  Register,
} from '../domain/index.ts';
import type { Corrections } from '../review/index.ts';
import { officeTerms } from './offices.ts';

const noFirstPlaces: Readonly<Record<FirstPlace, number>> = {
  headline: 0,
  standfirst: 0,
  'first-paragraph': 0,
  'first-third': 0,
  later: 0,
  'caption-only': 0,
};

/** What one person's figures are made from. */
export interface PersonParts {
  readonly register: Register;
  readonly query: FigureQuery;
  readonly persons: ReadonlyMap<string, PersonSums>;
  /** null where no front page was looked at. */
  readonly frontPages: ((personId: string) => PersonFrontPage) | null;
  /** null where no feed was read. */
  readonly feedOrder: ((personId: string) => FeedOrder) | null;
  readonly itemsCaptured: number;
  readonly corrections: Corrections;
}

/** What is read where only raw figures are wanted. */
export const notCorrected: Corrections = {
  audited: 0,
  needed: 0,
  readItems: 0,
  persons: new Map(),
};

/** Who is covered, waits for review, or held (or stood for) a post: a zero is a finding too. */
export function personFigures(parts: PersonParts): PersonFigures[] {
  const { register, query, persons, corrections } = parts;
  const termsOf = Map.groupBy(register.terms, (term) => term.person);
  const onScreen = register.persons.filter(({ id }) => {
    const terms = termsOf.get(id);
    const serving = !terms || terms.some((term) => overlaps(term, query.period));
    const wasMissed = (corrections.persons.get(id)?.items.low ?? 0) > 0;
    return serving || persons.has(id) || wasMissed;
  });
  return onScreen
    .map(figuresOfPerson(parts))
    .toSorted(
      (one, other) =>
        (other.shareOfCoverage ?? 0) - (one.shareOfCoverage ?? 0) ||
        (one.personId < other.personId ? -1 : 1),
    );
}

/** The figures of any person of the register; what all have in common is summed once. */
export function figuresOfPerson(
  parts: PersonParts,
): (person: { readonly id: string; readonly name: string }) => PersonFigures {
  const { query, itemsCaptured, frontPages } = parts;
  const everyone = [...parts.persons.values()];
  const allFractional = sumOf(everyone, (row) => row.itemsFractional);
  const allWords = sumOf(everyone, (row) => row.words);
  const termsOf = officeTerms(parts.register);
  return (person) => {
    const sums = parts.persons.get(person.id);
    const { items = 0, itemsFractional = 0, words = 0 } = sums ?? {};
    const firstPlaces = { ...noFirstPlaces, ...sums?.firstPlaces };
    const shareOfCoverage = ratio(itemsFractional, allFractional);
    const wordShare = ratio(words, allWords);
    const frontPage = frontPages?.(person.id);
    const corrected = parts.corrections.persons.get(person.id);
    return {
      personId: person.id,
      name: person.name,
      posts: postsHeld(termsOf(person.id), query.period),
      items,
      distinctItems: sums?.distinctItems ?? 0,
      itemsFractional,
      mentions: sums?.mentions ?? 0,
      frequency: ratio(items, itemsCaptured),
      shareOfCoverage,
      words,
      wordShare,
      columnInches: sums?.columnInches ?? 0,
      firstPlaces,
      leadShare: ratio(firstPlaces.headline + firstPlaces.standfirst, items),
      uncertainItems: sums?.uncertainItems ?? 0,
      ...(corrected ? { corrected } : {}),
      ...(frontPage ? { frontPage } : {}),
      ...(parts.feedOrder ? { feedOrder: parts.feedOrder(person.id) } : {}),
      // Shares of several outlets have no common measure: one outlet, one composite.
      ...(query.outlets?.length === 1
        ? { composite: composite(shareOfCoverage, wordShare, frontPage?.share ?? null) }
        : {}),
    };
  };
}

/** Undefined where there is nothing to divide by: never 0. */
function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function sumOf<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + pick(row), 0);
}

/** Standing for a post is not holding it. Latest first. */
function postsHeld(terms: readonly OfficeTerm[], period: Period) {
  const held = terms.filter((term) => term.kind !== 'candidate' && overlaps(term, period));
  return held.map(({ label, checked }) => ({ label, checked }));
}
