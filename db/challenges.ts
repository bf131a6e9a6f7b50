import { type RawBuilder, sql } from 'kysely';
import type {
  AnsweredChallenge,
  Challenge,
  ChallengeDraft,
  Correction,
  DecisionState,
  FigureQuery,
} from '../src/domain/index.ts';
import { json, storable } from './batch.ts';
import { languageOfItem } from './item-summary.ts';
import type { Handle } from './schema.ts';

type Dated<Row, Keys extends keyof Row> = Omit<Row, Keys> & { readonly [Key in Keys]: Date | null };

/** A title the public may see: empty once the text was taken down. */
const shownTitle = sql`(select case when h.item_id is null then v.title else '' end
  from items i join item_versions v on v.item_id = i.id and v.version = i.latest_version
    left join hidden_items h on h.item_id = i.id where i.id = c.item_id)`;

/** In which that title is written; null without an item. */
const titleLanguage = sql`(select ${languageOfItem}
  from items i join item_versions v on v.item_id = i.id and v.version = i.latest_version
    join outlets o on o.id = i.outlet_id where i.id = c.item_id)`;

const personName = (column: string) => sql`(select r.name from persons r
  where r.demo = c.demo and r.id = ${sql.ref(column)})`;

/** Those chosen, in the order of their names; an outlet that is gone keeps its id. */
const outletNames = sql`case when jsonb_typeof(c.query -> 'outlets') = 'array' then array(
  select coalesce(o.name, chosen.id) from jsonb_array_elements_text(c.query -> 'outlets')
    as chosen (id) left join outlets o on o.id = chosen.id order by 1) end`;

const challengeColumns = sql`c.id, c.claim, c.address, c.item_id as "itemId",
  c.person_id as "personId", c.outlet_id as "outletId", c.query, c.reason,
  c.raised_at as "raisedAt", c.state, c.decided_at as "decidedAt", c.decided_by as "decidedBy",
  c.answer, ${shownTitle} as "itemTitle", ${titleLanguage} as "itemLanguage",
  ${personName('c.person_id')} as "personName", ${outletNames} as "outletNames"`;

type ChallengeRow = Dated<Challenge, 'raisedAt' | 'decidedAt'>;

function challengeOf(row: ChallengeRow): Challenge {
  const { raisedAt, decidedAt, ...same } = row;
  return {
    ...same,
    raisedAt: raisedAt?.toISOString() ?? '',
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

/** Stores a challenge under an id nobody can guess. */
export async function saveChallenge(
  db: Handle,
  given: ChallengeDraft & { readonly id: string; readonly raisedAt: Date },
): Promise<void> {
  const { id, claim, address, itemId, personId, outletId, query, reason, raisedAt } = given;
  await sql`insert into challenges (id, demo, claim, address, item_id, person_id, outlet_id, query,
      reason, raised_at)
    values (${id}, ${query.demo}, ${claim}, ${storable(address)}, ${itemId}, ${personId},
      ${outletId}, ${json(query)}::jsonb, ${storable(reason)}, ${raisedAt})`.execute(db);
}

/** One challenge; null where there is none. */
export async function loadChallenge(db: Handle, id: string): Promise<Challenge | null> {
  const { rows } = await sql<ChallengeRow>`select ${challengeColumns} from challenges c
    where c.id = ${id}`.execute(db);
  return rows[0] ? challengeOf(rows[0]) : null;
}

/** Challenges of one world, the oldest first; of one state where it is given. */
export async function listChallenges(
  db: Handle,
  options: { readonly demo: boolean; readonly state?: DecisionState },
): Promise<Challenge[]> {
  const { demo, state = null } = options;
  const { rows } = await sql<ChallengeRow>`select ${challengeColumns} from challenges c
    where c.demo = ${demo} and (${state}::text is null or c.state = ${state})
    order by c.raised_at, c.id`.execute(db);
  return rows.map(challengeOf);
}

/** Accepted challenges of one world that restated no person's items, latest first, at most 200. */
export async function listAnswered(db: Handle, demo: boolean): Promise<AnsweredChallenge[]> {
  const { rows } = await sql<ChallengeRow>`select ${challengeColumns} from challenges c
    where c.demo = ${demo} and c.state = 'accepted'
      and not exists (select from corrections made where made.challenge_id = c.id)
    order by c.decided_at desc, c.id limit 200`.execute(db);
  return rows.map((row) => {
    const { id: _id, reason: _reason, decidedBy: _by, state: _state, ...shown } = challengeOf(row);
    return shown;
  });
}

/** How many challenges of one world are in each state. */
export async function countChallenges(
  db: Handle,
  demo: boolean,
): Promise<Record<DecisionState, number>> {
  const { rows } = await sql<{ state: DecisionState; count: number }>`
    select state, count(*)::int as count from challenges where demo = ${demo}
    group by state`.execute(db);
  const counts = { open: 0, accepted: 0, rejected: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** Who decided what, when, and what is answered in public. */
export interface Decision {
  readonly id: string;
  readonly state: 'accepted' | 'rejected';
  readonly by: string;
  readonly answer: string;
  readonly at: Date;
}

/** Decides an open challenge; false where it is not open (any more). */
export async function decideChallenge(db: Handle, decision: Decision): Promise<boolean> {
  return decide(db, sql`challenges`, decision);
}

/** Decides an open request in either table. */
export async function decide(
  db: Handle,
  table: RawBuilder<unknown>,
  decision: Decision,
): Promise<boolean> {
  const { id, state, by, answer, at } = decision;
  const changed = await sql`update ${table} set state = ${state}, decided_by = ${storable(by)},
      answer = ${storable(answer)}, decided_at = ${at}
    where id = ${id} and state = 'open'`.execute(db);
  return changed.numAffectedRows === 1n;
}

/** A correction to store: from then on every figure leaves the person out of the item. */
export interface CorrectionDraft {
  readonly challengeId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly toPersonId: string | null;
  readonly query: FigureQuery;
  readonly before: number;
  readonly why: string;
  readonly at: Date;
  readonly by: string;
}

/** Stores a correction; `after` is what it is for now, see `setCorrectedFigure`. */
export async function saveCorrection(db: Handle, given: CorrectionDraft): Promise<string> {
  const { challengeId, itemId, personId, toPersonId, query, before, why, at, by } = given;
  const { rows } = await sql<{ id: string }>`insert into corrections (challenge_id, demo, item_id,
      person_id, to_person_id, query, items_before, items_after, why, made_at, made_by)
    values (${challengeId}, ${query.demo}, ${itemId}, ${personId}, ${toPersonId},
      ${json(query)}::jsonb, ${before}, ${before}, ${storable(why)}, ${at}, ${storable(by)})
    returning id::text`.execute(db);
  return rows[0]?.id ?? '';
}

/** Writes down what the figure is after its correction. */
export async function setCorrectedFigure(db: Handle, id: string, after: number): Promise<void> {
  await sql`update corrections set items_after = ${after} where id = ${id}::bigint`.execute(db);
}

/** Whether a person counts in an item, corrections applied. */
export async function countsInItem(
  db: Handle,
  of: { readonly itemId: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql`select from items i join counted_persons p
      on p.item_id = i.id and p.version = i.latest_version and p.person_id = ${of.personId}
    where i.id = ${of.itemId}`.execute(db);
  return rows.length > 0;
}

/** Which item and person a challenge may be about: those of the world on screen. */
export async function targetExists(
  db: Handle,
  of: {
    readonly demo: boolean;
    readonly itemId: string | null;
    readonly personId: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql<{ item: boolean; person: boolean }>`select
    ${of.itemId}::text is null or exists (select from items i join outlets o
      on o.id = i.outlet_id and o.demo = ${of.demo} where i.id = ${of.itemId}) as item,
    ${of.personId}::text is null or exists (select from persons r
      where r.demo = ${of.demo} and r.id = ${of.personId}) as person`.execute(db);
  return rows[0]?.item === true && rows[0].person;
}

type CorrectionRow = Dated<Correction, 'madeAt'>;

/** Corrections of one world, latest first, at most 200; of one person or item where given. */
export async function listCorrections(
  db: Handle,
  options: {
    readonly demo: boolean;
    readonly personId?: string;
    readonly itemId?: string;
    /** The latest ones; null = all. Default 200. */
    readonly most?: number | null;
    /** Only those made before this one. */
    readonly before?: string | null;
  },
): Promise<Correction[]> {
  const { demo, personId = null, itemId = null, most = 200, before = null } = options;
  const { rows } = await sql<CorrectionRow>`select c.id::text, c.challenge_id as "challengeId",
      c.item_id as "itemId", coalesce(${shownTitle}, '') as "itemTitle", ${titleLanguage} as "itemLanguage",
      c.person_id as "personId", coalesce(${personName('c.person_id')}, c.person_id) as "personName",
      c.to_person_id as "toPersonId", ${personName('c.to_person_id')} as "toPersonName", c.query,
      c.items_before as before, c.items_after as after, c.why, c.made_at as "madeAt"
    from corrections c where c.demo = ${demo}
      and (${personId}::text is null or ${personId} in (c.person_id, c.to_person_id))
      and (${itemId}::text is null or c.item_id = ${itemId})
      and (${before}::bigint is null or c.id < ${before}::bigint)
    order by c.id desc limit ${most}::bigint`.execute(db);
  return rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt?.toISOString() ?? '' }));
}
