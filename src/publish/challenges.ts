import { randomBytes } from 'node:crypto';
import {
  countChallenges,
  countsInItem,
  type Decision,
  decideChallenge,
  decideTakedown,
  demoIsShown,
  type Handle,
  inTransaction,
  listAnswered,
  listCorrections,
  listTakedowns,
  loadChallenge,
  saveChallenge,
  saveCorrection,
  saveTakedown,
  setCorrectedFigure,
  targetExists,
} from '../../db/index.ts';
import {
  type Challenge,
  type ChallengeDraft,
  type Challenges,
  ColumnInchesError,
  type Correction,
  type FigureQuery,
  type FigureSet,
  type Takedown,
  type CorrectionPage,
} from '../domain/index.ts';
import { readNumberCursor, writeNumberCursor } from './cursor.ts';

export interface ChallengeOptions {
  /** Told the time at which something is raised or decided. */
  readonly now: () => Date;
  /** The figures of a query, read from the given picture of the database: `numbers.ts`. */
  readonly figures: (db: Handle, query: FigureQuery) => Promise<FigureSet>;
}

/** 80 random bits as 16 characters a–f, 0–9: nobody finds another reader's challenge. */
function newId(): string {
  return randomBytes(10).toString('hex').slice(0, 16);
}

/** Challenges and takedowns as readers use them; deciding is in the functions below. */
export function createChallenges(db: Handle, options: Pick<ChallengeOptions, 'now'>): Challenges {
  return {
    raise: (draft) => raise(db, draft, options.now()),
    challenge: (id) => loadChallenge(db, id),
    corrections: async (of = {}) => listCorrections(db, { demo: await demoIsShown(db), ...of }),
    correctionPage: async (cursor) => correctionPage(db, cursor),
    answered: async () => listAnswered(db, await demoIsShown(db)),
    counts: async () => countChallenges(db, await demoIsShown(db)),
    askTakedown: (request) => askTakedown(db, { ...request, askedAt: options.now() }),
    takedown: async (id) =>
      (await listTakedowns(db, { demo: await demoIsShown(db), id }))[0] ?? null,
    takedowns: async () => listTakedowns(db, { demo: await demoIsShown(db), state: 'accepted' }),
  };
}

/** Corrections on one page of their list. */
const correctionsOnPage = 100;

async function correctionPage(db: Handle, cursor: string | undefined): Promise<CorrectionPage> {
  const [before, demo] = [readNumberCursor(cursor), await demoIsShown(db)];
  const found = await listCorrections(db, { demo, before, most: correctionsOnPage + 1 });
  const corrections = found.slice(0, correctionsOnPage);
  const last = found.length > correctionsOnPage ? corrections.at(-1) : undefined;
  return { corrections, cursor: last === undefined ? null : writeNumberCursor(last.id) };
}

async function raise(db: Handle, draft: ChallengeDraft, raisedAt: Date): Promise<Challenge> {
  const demo = await demoIsShown(db);
  if (!(await targetExists(db, { ...draft, demo }))) throw unknownTarget();
  const id = newId();
  await saveChallenge(db, { ...draft, query: { ...draft.query, demo }, id, raisedAt });
  return (await loadChallenge(db, id)) as Challenge;
}

async function askTakedown(
  db: Handle,
  request: { readonly itemId: string; readonly reason: string; readonly askedAt: Date },
): Promise<Takedown> {
  const demo = await demoIsShown(db);
  if (!(await targetExists(db, { demo, itemId: request.itemId, personId: null })))
    throw unknownTarget();
  const id = newId();
  await saveTakedown(db, { ...request, id, demo });
  const [saved] = await listTakedowns(db, { demo, id });
  return saved as Takedown;
}

function unknownTarget() {
  return new ColumnInchesError({
    code: 'challenge/unknown-target',
    verdict: 'skip-item',
    message: 'No item or person with this id is on screen. Open its page and start from there.',
    messageVietnamese: 'Không có tin hay người với mã này. Hãy mở trang của tin rồi bắt đầu từ đó.',
  });
}

/** How somebody decides: their name and what is answered in public. */
export interface Verdict {
  readonly id: string;
  readonly by: string;
  /** In public, beside "12 → 11". */
  readonly answer: string;
  /** Who was meant, where the words are about another person of the register. */
  readonly toPersonId?: string;
}

/**
 * Accepts a challenge. Where it says that a counted person is not meant in an item, the figures
 * leave the person out from now on, and the restated figure is recorded with its reason; machine
 * values stay. Answers the correction, null where no figure changes. Throws `challenge/not-open`
 * and `challenge/unknown-person`.
 */
export async function acceptChallenge(
  db: Handle,
  verdict: Verdict,
  options: ChallengeOptions,
): Promise<Correction | null> {
  const decided = decisionOf(verdict, 'accepted', options.now());
  return inTransaction(db, async (now) => {
    const challenge = await loadChallenge(now, verdict.id);
    if (!challenge || !(await decideChallenge(now, decided))) throw notOpen(verdict.id);
    return restate(now, { challenge, verdict }, options);
  });
}

async function restate(
  db: Handle,
  given: { readonly challenge: Challenge; readonly verdict: Verdict },
  options: ChallengeOptions,
): Promise<Correction | null> {
  const { challenge, verdict } = given;
  const { itemId, personId, query, claim } = challenge;
  const takesOut = claim === 'another-person' || claim === 'not-mentioned';
  if (!takesOut || itemId === null || personId === null) return null;
  if (!(await countsInItem(db, { itemId, personId }))) return null;
  const toPersonId = await heir(db, challenge, verdict.toPersonId);
  const itemsOf = async () => {
    const { persons } = await options.figures(db, query);
    return persons.find((person) => person.personId === personId)?.items ?? 0;
  };
  const before = await itemsOf();
  const id = await saveCorrection(db, {
    challengeId: challenge.id,
    itemId,
    personId,
    toPersonId,
    query,
    before,
    why: verdict.answer,
    at: options.now(),
    by: verdict.by,
  });
  await setCorrectedFigure(db, id, await itemsOf());
  const made = await listCorrections(db, { demo: query.demo, itemId });
  return made.find((one) => one.id === id) ?? null;
}

/** Somebody already counted in the item is not counted twice. */
async function heir(db: Handle, challenge: Challenge, personId: string | undefined) {
  if (personId === undefined) return null;
  const { query, itemId } = challenge;
  if (await targetExists(db, { demo: query.demo, itemId, personId }))
    return (await countsInItem(db, { itemId: itemId ?? '', personId })) ? null : personId;
  throw new ColumnInchesError({
    code: 'challenge/unknown-person',
    verdict: 'stop-run',
    message: `The register has no person "${personId}". List them: column-inches register list`,
    messageVietnamese: `Danh bạ không có người “${personId}”. Xem: column-inches register list`,
  });
}

/** Rejects a challenge with an answer. Throws `challenge/not-open`. */
export async function rejectChallenge(
  db: Handle,
  verdict: Verdict,
  options: Pick<ChallengeOptions, 'now'>,
): Promise<void> {
  const decision = decisionOf(verdict, 'rejected', options.now());
  if (!(await decideChallenge(db, decision))) throw notOpen(verdict.id);
}

/** Decides a takedown: an accepted one hides the text at once. Throws `challenge/not-open`. */
export async function decideTakedownRequest(
  db: Handle,
  verdict: Verdict & { readonly accept: boolean },
  options: Pick<ChallengeOptions, 'now'>,
): Promise<void> {
  const state = verdict.accept ? 'accepted' : 'rejected';
  const decision = decisionOf(verdict, state, options.now());
  if (!(await decideTakedown(db, decision))) throw notOpen(verdict.id);
}

function decisionOf(verdict: Verdict, state: Decision['state'], at: Date): Decision {
  return { id: verdict.id, state, by: verdict.by, answer: verdict.answer, at };
}

function notOpen(id: string) {
  return new ColumnInchesError({
    code: 'challenge/not-open',
    verdict: 'stop-run',
    message: `No open request has the number "${id}". See: column-inches challenges list`,
    messageVietnamese: `Không có yêu cầu nào đang chờ với số “${id}”. Xem: column-inches challenges list`,
  });
}
