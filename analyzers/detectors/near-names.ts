import { differInOneMark, withoutMarks } from '../text/tone.ts';
import { isFactAfter } from './facts.ts';
import { isPrivateRoleAfter } from './private-person.ts';
import type { OtherOccurrence } from './people.ts';
import { personFits } from './post-match.ts';
import type { RegisterIndex } from './register-index.ts';
import type { JudgedOccurrence } from './support.ts';

/** A name that differs from a registered one in one mark: a misprint, or another person. */
export interface NearName {
  readonly other: OtherOccurrence;
  readonly to: number;
  readonly person: number;
  /** The title beside it is a post of that person: two independent signs, so it counts. */
  readonly titled: boolean;
}

export interface NearNames {
  readonly near: readonly NearName[];
  /** The other names that are nobody's in the register. */
  readonly rest: readonly OtherOccurrence[];
}

/**
 * Tells misprinted registered names from other people; never silently: they carry a note or wait
 * for review.
 */
export function splitNearNames(
  others: readonly OtherOccurrence[],
  names: readonly JudgedOccurrence[],
): NearNames {
  const named = new Set(
    names.filter(({ verdict }) => verdict === 'counted').map(({ occurrence }) => occurrence.person),
  );
  const near: NearName[] = [];
  const rest: OtherOccurrence[] = [];
  const found = others.map((other) => nearName(other, named));
  const strangers = strangersOf(found);
  for (const [at, other] of others.entries()) {
    const candidate = found[at];
    const isMisprint = candidate && (candidate.titled || !strangers.has(spellingOf(candidate)));
    if (candidate && isMisprint && candidate.isPlausible) near.push(candidate);
    else rest.push(other);
  }
  return { near, rest };
}

interface Candidate extends NearName {
  readonly isPlausible: boolean;
}

function spellingOf({ other: { reading, span }, to }: Candidate): string {
  return reading.tokens.word.slice(span.from, to).join(' ');
}

/**
 * Spellings that are someone else's: a misprint happens once, and bears no other post or trade.
 */
function strangersOf(found: readonly (Candidate | null)[]): Set<string> {
  const seen = new Set<string>();
  const strangers = new Set<string>();
  for (const candidate of found) {
    if (!candidate || candidate.titled) continue;
    const spelling = spellingOf(candidate);
    if (seen.has(spelling) || !candidate.isPlausible) strangers.add(spelling);
    seen.add(spelling);
  }
  return strangers;
}

function nearName(other: OtherOccurrence, named: ReadonlySet<number>): Candidate | null {
  const { reading, span, announcement } = other;
  const { index, prepared } = reading;
  if (prepared.plain) return null;
  for (let to = span.to; to - span.from >= 2; to--) {
    const person = nearPerson(index, reading.tokens.word.slice(span.from, to).join(' '));
    if (person === null) continue;
    const titles = [
      ...(announcement.title ? [announcement.title] : []),
      ...announcement.before,
      ...announcement.after,
    ];
    const offices = titles.filter(({ kind }) => kind !== 'rank');
    const titled = offices.some((title) => personFits(index, person, title) !== null);
    const isPlausible =
      titled || (named.has(person) && offices.length === 0 && !isPrivate(other, to));
    return { other, to, person, titled, isPlausible };
  }
  return null;
}

function isPrivate(other: OtherOccurrence, to: number): boolean {
  return (
    isPrivateRoleAfter(other, to) ||
    isFactAfter(other.reading, to, 'privateAfter') ||
    isFactAfter(other.reading, to, 'birthAfter')
  );
}

/** The one person whose name differs in a single mark; null if nobody or several. */
function nearPerson(index: RegisterIndex, words: string): number | null {
  const candidates = index.plainNames.get(withoutMarks(words)) ?? [];
  const persons = new Set(
    candidates
      .filter((name) => differInOneMark(name.toLowerCase(), words))
      .flatMap((name) => index.names.get(name)?.persons ?? []),
  );
  return persons.size === 1 ? ([...persons][0] as number) : null;
}
