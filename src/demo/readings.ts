import type { CodedPerson, CodedPlace, CodingValue, FirstPlace } from '../domain/index.ts';
import { type Press, truthAt } from './press.ts';
import { type Random, randomFor } from './random.ts';
import type { TruthVersion } from './truth.ts';

/** What an article says of persons, and how two fictional readers coded it. */
export interface ArticleReading {
  readonly outletId: string;
  /** Of its address at its outlet. */
  readonly path: string;
  readonly truth: CodingValue;
  /** Each slips now and then, independently of the other, as readers do. */
  readonly readers: readonly [CodingValue, CodingValue];
}

const places: Readonly<Record<FirstPlace, CodedPlace>> = {
  headline: 'headline',
  standfirst: 'lead',
  'first-paragraph': 'lead',
  'first-third': 'later',
  later: 'later',
  'caption-only': 'later',
};

function truthOf({ persons }: TruthVersion): CodingValue {
  return {
    text: 'whole',
    persons: persons
      .map(({ personId, role, firstPlace }) => ({ personId, role, place: places[firstPlace] }))
      .toSorted((one, other) => (one.personId < other.personId ? -1 : 1)),
  };
}

/** How often a reader overlooks a person, takes a role for another, or misjudges a place. */
const slips = { overlooked: 0.02, role: 0.05, place: 0.04 } as const;

function readBy(random: Random, { text, persons }: CodingValue): CodingValue {
  const read = persons.flatMap((person): CodedPerson[] => {
    if (random.chance(slips.overlooked)) return [];
    const role = random.chance(slips.role) ? otherRole(person.role) : person.role;
    const place = random.chance(slips.place) ? otherPlace(person.place) : person.place;
    return [{ ...person, role, place }];
  });
  return { text, persons: read };
}

function otherRole(role: CodedPerson['role']): CodedPerson['role'] {
  return role === 'mentioned' ? 'subject' : 'mentioned';
}

function otherPlace(place: CodedPlace): CodedPlace {
  return place === 'lead' ? 'later' : 'lead';
}

/** Every article as it stood at a time, with what two readers made of it; the same every time. */
export function articleReadings(press: Press, at: Date): ArticleReading[] {
  return truthAt(press, at).map(({ id, outletId, path, version }) => {
    const truth = truthOf(version);
    const read = (reader: number) => readBy(randomFor('reading', reader, id), truth);
    return { outletId, path, truth, readers: [read(1), read(2)] };
  });
}
