import { sql } from 'kysely';
import { sentencesOf } from '../analyzers/index.ts';
import { type Press, truthAt } from '../src/demo/index.ts';
import type { CodedPlace, CodingValue, Estimate, FirstPlace } from '../src/domain/index.ts';
import { createNumbers } from '../src/publish/index.ts';
import type { ReviewDesk } from '../src/review/index.ts';
import type { TestDatabase } from './database.ts';
import { expectedFigures } from './truth.ts';

// Scripted people who read an audit of the demo press, and what the corrected figures then hold.

/** How often each of the two coders leaves out or adds a person. */
export const coderErrors = [0.05, 0.08] as const;

/** Numbers from 0 to 1 by chance, the same for the same seed. */
function chance(seed: string): () => number {
  let state = 7;
  for (const letter of seed) state = (state * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A press with the moment of its last look: its truth is what stood then. */
export interface LookedAtPress {
  readonly press: Press;
  readonly at: Date;
}

/**
 * Takes four of ten findings of the most found person away; gives another some that are wrong.
 * Answers the id of the first.
 */
export async function spoilTheMachine({ db }: TestDatabase): Promise<string> {
  const { rows } = await sql<{ id: string }>`select person_id as id from item_persons
    group by 1 order by count(*) desc limit 2`.execute(db);
  const [first, second] = rows.map(({ id }) => id);
  await sql`delete from item_persons where person_id = ${first} and md5(item_id) < '66'`.execute(
    db,
  );
  await sql`insert into item_persons (item_id, version, person_id, role, mentions, words,
      paragraph_share, first_place, fraction)
    select i.id, i.latest_version, ${second}, 'mentioned', 1, 5, .1, 'later', 1 from items i
    where md5(i.id || 'wrong') < '0c' on conflict do nothing`.execute(db);
  // A finding has its length: figures refuse one without.
  await sql`insert into measurements (outlet_id, month, item_id, version, position, measure,
      measure_version, unit, person_id, value_number, evidence)
    select a.outlet_id, a.month, p.item_id, p.version, 1000, 'length.column-inches', 1,
      'column-inches', p.person_id, 1, '{}'
    from item_persons p join analyses a using (item_id, version)
    where p.person_id = ${second} and not exists (select from measurements m
      where m.item_id = p.item_id and m.version = p.version and m.person_id = p.person_id
        and m.measure = 'length.column-inches')`.execute(db);
  await sql`update item_persons p set fraction = 1.0 / (select count(*) from item_persons o
    where o.item_id = p.item_id and o.version = p.version)`.execute(db);
  return first ?? '';
}

const placeOf = (place: FirstPlace): CodedPlace =>
  place === 'headline'
    ? 'headline'
    : place === 'standfirst' || place === 'first-paragraph'
      ? 'lead'
      : 'later';

/** A text as coders see it, however its lines are broken. */
export const plainText = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The right reading of every text of the press. */
export function rightReadings({ press, at }: LookedAtPress): ReadonlyMap<string, CodingValue> {
  return new Map(
    truthAt(press, at).map(({ version }) => [
      plainText(version.text),
      {
        text: 'whole',
        persons: version.persons.map(({ personId, role, firstPlace }) => ({
          personId,
          role,
          place: placeOf(firstPlace),
        })),
      },
    ]),
  );
}

/** Somebody who reads with a known error rate. */
export interface Reader {
  /** What this one makes of a text; throws where the press did not write it. */
  read(text: string): CodingValue;
}

/** A reader whose errors come by lot: of ten, seven leave a person out, three add one. */
export function createReader(
  known: ReadonlyMap<string, CodingValue>,
  given: {
    readonly errorRate: number;
    readonly everyone: readonly string[];
    readonly seed: string;
  },
): Reader {
  const random = chance(given.seed);
  // The first number is near the seed itself.
  random();
  return {
    read: (text) => {
      const truth = known.get(plainText(text));
      if (!truth) throw new TypeError(`a text the press did not write: ${text}`);
      if (random() >= given.errorRate) return truth;
      return misread(truth, random, given.everyone);
    },
  };
}

function misread(
  value: CodingValue,
  random: () => number,
  everyone: readonly string[],
): CodingValue {
  if (value.persons.length > 0 && random() < 0.7) {
    const left = Math.floor(random() * value.persons.length);
    return { ...value, persons: value.persons.filter((_one, index) => index !== left) };
  }
  const extra = everyone[Math.floor(random() * everyone.length)] ?? '';
  if (value.persons.some(({ personId }) => personId === extra)) return value;
  const added = { personId: extra, role: 'mentioned', place: 'later' } as const;
  return { ...value, persons: [...value.persons, added] };
}

/** Reads every audit task that is left, at the desk itself; answers how many. */
export async function readAtDesk(desk: ReviewDesk, coder: string, reader: Reader): Promise<number> {
  for (let read = 0; ; read++) {
    const taskId = await desk.take(coder, 'audit');
    const task = taskId === null ? null : await desk.task(coder, taskId);
    if (task === null) return read;
    const value = reader.read(task.text);
    const persons = value.persons.toSorted((one, other) =>
      one.personId < other.personId ? -1 : 1,
    );
    await desk.submit(coder, task.taskId, { ...value, persons });
  }
}

const holds = (estimate: Estimate, value: number) =>
  estimate.low <= value && value <= estimate.high;

/** How many of the corrected intervals hold the press's own truth: shares and items of persons. */
export async function heldIntervals(database: TestDatabase, { press, at }: LookedAtPress) {
  const numbers = createNumbers(database.db, { sentencesOf });
  const { period } = await numbers.extent();
  if (period === null) throw new TypeError('nothing was captured');
  const figures = await numbers.figures({ period, outlets: null, demo: true });
  const persons = new Map(figures.persons.map((one) => [one.personId, one]));
  const truth = expectedFigures(press, at);
  let whole = 0;
  for (const one of truth.persons.values()) whole += one.itemsFractional;
  let [held, all] = [0, 0];
  for (const [id, one] of truth.persons) {
    const corrected = persons.get(id)?.corrected;
    if (!corrected?.shareOfCoverage) continue;
    all += 2;
    if (holds(corrected.shareOfCoverage, one.itemsFractional / whole)) held += 1;
    if (holds(corrected.items, one.items)) held += 1;
  }
  return { held, all, figures, persons, truth };
}

/** An audit of the whole press, drawn, read by both coders and settled by a third, at the desk. */
export async function auditByDesk(
  { database, looked, desk }: { database: TestDatabase; looked: LookedAtPress; desk: ReviewDesk },
  given: { readonly seed: string; readonly items: number },
) {
  const { seed, items } = given;
  // Each audit stands alone: one drawn before must not lend it its readings.
  await sql`delete from review_tasks`.execute(database.db);
  const known = rightReadings(looked);
  const everyone = (await desk.persons()).map(({ personId }) => personId);
  await desk.openAudit('administrator', { from: '2000-01-01', to: '2099-12-31', items, seed });
  for (const [index, errorRate] of coderErrors.entries()) {
    const reader = createReader(known, { errorRate, everyone, seed: `${seed} ${index}` });
    await readAtDesk(desk, `coder ${index}`, reader);
  }
  const judge = createReader(known, { errorRate: 0, everyone, seed });
  for (const { task } of await desk.disputes('adjudicator')) {
    await desk.adjudicate('adjudicator', task.taskId, judge.read(task.text));
  }
  return heldIntervals(database, looked);
}

/**
 * Intervals of one audit err together: how many hold the truth varies as if there were half as many
 * of them. test/long/src/commands/demo-audits.test.ts measures it over 60 audits.
 */
export const designEffect = 2;

/** How far a share of so many intervals may lie from 95 % by chance alone: 99 %, two-sided. */
export const allowance = (intervals: number): number =>
  2.576 * Math.sqrt((0.95 * 0.05 * designEffect) / intervals);
