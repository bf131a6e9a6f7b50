import type { Detection, Detector, ResolvedShort } from './detector.ts';
import type { FieldReading } from './field-reader.ts';
import type { OtherOccurrence } from './people.ts';
import type { ParsedTitle } from './title-parser.ts';
import { type NameMemory, resolveShortName, shortNameOf } from './short-names.ts';
import type { JudgedOccurrence } from './support.ts';

/** Announced short names ("ông Thăng"), resolved by the full names before and after them. */
export const givenNames: Detector = {
  id: 'given-names',
  detect: (found) => ({ ...found, shorts: detectShortNames(found) }),
};

function detectShortNames({ names, near, others, context }: Detection): ResolvedShort[] {
  const memories: NameMemory[] = [
    ...near.map(({ other, person }) => ({
      order: other.order,
      person,
      name: nameOf(other, person),
      uncertain: false,
      gender: null,
    })),
    ...names.map(({ occurrence, verdict }) => ({
      order: occurrence.order,
      person: verdict === 'dropped' ? null : occurrence.person,
      name: wordsOf(occurrence.reading, occurrence.span.from, occurrence.span.to),
      uncertain: verdict === 'uncertain',
      gender: verdict === 'dropped' ? genderOf(occurrence) : null,
    })),
    ...others
      .filter((other) => isFullName(other))
      .map((other) => ({
        order: other.order,
        person: null,
        name: wordsOf(other.reading, other.span.from, other.span.to),
        uncertain: false,
        gender: genderOf(other),
      })),
  ];
  const ranked = rankedPersons(names);
  const found: ResolvedShort[] = [];
  for (const other of others) {
    const short = shortNameOf(other);
    const resolution = short ? resolveShortName(short, { memories, ranked, context }) : null;
    if (!short || !resolution) continue;
    found.push({ short, resolution });
    const { person, uncertain } = resolution;
    const name = nameOf(other, person);
    memories.push({ order: other.order, person, name, uncertain, gender: null });
  }
  return found;
}

/** As the name is addressed, or by a syllable that only women bear. */
function genderOf({
  reading,
  span,
  announcement,
}: Pick<OtherOccurrence, 'reading' | 'span' | 'announcement'>): NameMemory['gender'] {
  const addressed = announcement.honorific?.honorific.gender ?? null;
  if (addressed !== null) return addressed;
  const { femaleSyllables } = reading.index.lexicon;
  const words = reading.tokens.word.slice(span.from + 1, span.to - 1);
  return words.some((word) => femaleSyllables.has(word)) ? 'female' : null;
}

function rankedPersons(names: readonly JudgedOccurrence[]): Set<number> {
  const ranked = names.filter(({ occurrence: { announcement, reading } }) =>
    [announcement.title, ...announcement.before, ...announcement.after].some(
      (title) => title && (title.kind === 'rank' || isUniformedOffice(reading, title)),
    ),
  );
  return new Set(ranked.map(({ occurrence }) => occurrence.person));
}

/** "Nguyên Giám đốc Công an TP": whoever is or was that bears a rank. */
function isUniformedOffice({ tokens, index }: FieldReading, title: ParsedTitle): boolean {
  const { uniformed } = index.lexicon.context;
  for (let at = title.coreFrom; at < title.to; at++)
    if (uniformed.startingAt(tokens, at)) return true;
  return false;
}

function nameOf({ reading }: OtherOccurrence, person: number): string {
  return reading.index.persons[person]?.words ?? '';
}

function wordsOf(reading: FieldReading, from: number, to: number): string {
  return reading.tokens.word.slice(from, to).join(' ');
}

/**
 * Family name and two more syllables, or two syllables that are no registered short name ("Kim
 * Tiến").
 */
function isFullName({ reading, span }: OtherOccurrence): boolean {
  const { lexicon, shortNames } = reading.index;
  if (!lexicon.familyNames.has(reading.tokens.word[span.from] as string)) return false;
  const length = span.to - span.from;
  return length > 2 || (length === 2 && !shortNames.has(wordsOf(reading, span.from, span.to)));
}
