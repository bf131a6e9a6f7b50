import { differInOneMark, withoutMarks } from '../text/tone.ts';
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
  for (const other of others) {
    const found = nearName(other, named);
    if (found) near.push(found);
    else rest.push(other);
  }
  return { near, rest };
}

function nearName(other: OtherOccurrence, named: ReadonlySet<number>): NearName | null {
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
    const isPlausible = named.has(person) && offices.length === 0;
    return titled || isPlausible ? { other, to, person, titled } : null;
  }
  return null;
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
