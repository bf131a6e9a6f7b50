import { correctionsOfDays, type Handle } from '../../../db/index.ts';
import type {
  Day,
  DigestContent,
  DigestPerson,
  FigureQuery,
  FigureSet,
  PersonFigures,
} from '../../domain/index.ts';
import { type Corrections, createCorrections } from '../../review/index.ts';
import { addDays } from '../charts/index.ts';
import { periodOfWeek } from './week.ts';

/** Where a letter's figures come from: the same source as everyone's. */
export interface ContentParts {
  readonly figures: (db: Handle, query: FigureQuery) => Promise<FigureSet>;
  /** Zone of the days on which corrections are made. */
  readonly timeZone: string;
}

/** The figures of one week's letter, beside those of the week before. */
export async function gatherContent(
  db: Handle,
  asked: { readonly week: Day; readonly demo: boolean },
  parts: ContentParts,
): Promise<DigestContent> {
  const { week, demo } = asked;
  const period = periodOfWeek(week);
  const query = { period, outlets: null, demo };
  const now = await parts.figures(db, query);
  const earlier = { ...query, period: periodOfWeek(addDays(week, -7)) };
  const before = await parts.figures(db, earlier);
  const corrected = await createCorrections()(db, query);
  return {
    demo,
    week,
    period,
    methodVersion: now.methodVersion,
    itemsCaptured: now.itemsCaptured,
    itemsWithPersons: now.outlets.reduce((sum, outlet) => sum + outlet.itemsWithPersons, 0),
    outlets: now.outlets.length,
    persons: personsOf({ now, before, corrected }),
    outletDays: now.coverage.length,
    gapDays: gapDaysOf(now),
    gapDaysBefore: before.coverage.length === 0 ? null : gapDaysOf(before),
    audited: corrected.audited,
    auditNeeded: corrected.needed,
    corrections: await correctionsOfDays(db, { demo, period, timeZone: parts.timeZone }),
  };
}

interface Weeks {
  readonly now: FigureSet;
  readonly before: FigureSet;
  readonly corrected: Corrections;
}

/** Everyone mentioned in the week or in the week before: who is no longer named changed most. */
function personsOf(weeks: Weeks): DigestPerson[] {
  const { now, before, corrected } = weeks;
  const shares = new Map(before.persons.map((one) => [one.personId, one.shareOfCoverage]));
  const known = before.itemsCaptured > 0;
  return now.persons
    .filter((person) => person.items > 0 || (shares.get(person.personId) ?? 0) > 0)
    .map((person) => ({
      personId: person.personId,
      name: person.name,
      post: person.posts[0]?.label ?? null,
      unchecked: person.posts[0]?.checked === false,
      items: person.items,
      itemsFractional: person.itemsFractional,
      share: person.shareOfCoverage,
      shareBefore: known ? (shares.get(person.personId) ?? 0) : null,
      corrected: corrected.persons.get(person.personId)?.shareOfCoverage ?? null,
      frontPage: frontPageOf(person),
    }));
}

function frontPageOf({ frontPage }: PersonFigures): DigestPerson['frontPage'] {
  if (!frontPage) return null;
  const { share, fractional } = frontPage;
  return { share, low: fractional.low, high: fractional.high };
}

function gapDaysOf({ coverage }: FigureSet): number {
  return coverage.filter(({ gap, captured }) => gap !== null || captured === null).length;
}
