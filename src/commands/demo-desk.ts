import {
  type AuditedAddress,
  auditedAddresses,
  type Database,
  getState,
  type Handle,
  importCoding,
  setState,
} from '../../db/index.ts';
import { type ArticleReading, articleReadings, type Press } from '../demo/index.ts';
import type { CodingValue, FigureQuery, Period } from '../domain/index.ts';
import {
  acceptChallenge,
  challengeOptions,
  createNumbers,
  createPublication,
  decideTakedownRequest,
  noteDeviation,
  type PublicationOptions,
  rejectChallenge,
  sealPlan,
} from '../publish/index.ts';
import { createReviewDesk } from '../review/index.ts';

/** What the fictional coders, readers and operator work with. */
export interface DemoDesk {
  readonly database: Database;
  readonly press: Press;
  readonly publication: PublicationOptions;
}

/** Enough of the demo's items that its figures are corrected, and not all of them. */
const auditedItems = 180;
/** Disputes left for whoever tries the adjudicator's page. */
const openDisputes = 3;
const dayMs = 86_400_000;

/**
 * What people would have done with the fictional press: an audit read by two coders who know its
 * truth and slip now and then, challenges, a text taken down, a sealed plan. All of it is fiction,
 * in the demo's world and time alone, and done once: as a whole, since a program that is cut off
 * here would do a part of it again. What the machine read is not changed by it; one figure is
 * restated after a challenge.
 */
export async function workAtDemoDesk(given: DemoDesk): Promise<void> {
  const { database, press } = given;
  if ((await getState(database.db, 'demoDesk')) === 'done') return;
  const period = periodOf(press);
  const publication = { ...given.publication, now: () => new Date(press.endMs) };
  await database.transaction(async (db) => {
    const whole = { ...database, db, transaction: inThis(db) };
    const desk = { database: whole, press, publication };
    await codeAudit(desk, period);
    await answerReaders(desk, period);
    await planAhead(desk, period);
    await setState(db, 'demoDesk', 'done');
  });
}

const inThis =
  (db: Handle): Database['transaction'] =>
  (action) =>
    action(db);

function periodOf({ startMs, days }: Press): Period {
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  // The press's midnight lies seven hours before that of UTC.
  const start = startMs + 12 * 3_600_000;
  return { from: dayOf(start), to: dayOf(start + (days - 1) * dayMs) };
}

async function codeAudit({ database, press }: DemoDesk, period: Period): Promise<void> {
  const { db } = database;
  const review = await createReviewDesk(database);
  await review.openAudit('demo', { ...period, items: auditedItems, seed: 'demo' });
  const readings = readingsByAddress(press);
  const truths = new Map<string, CodingValue>();
  for (const item of await auditedAddresses(db, { demo: true })) {
    const reading = readings.get(addressKey(item));
    if (!reading) continue;
    truths.set(item.itemId, reading.truth);
    await codeTwice(db, item.itemId, reading);
  }
  await review.refresh(null);
  const disputes = await review.disputes('demo-adjudicator');
  for (const { task } of disputes.slice(openDisputes)) {
    const truth = truths.get(task.itemId);
    if (truth) await review.adjudicate('demo-adjudicator', task.taskId, truth);
  }
}

async function codeTwice(db: Handle, itemId: string, reading: ArticleReading): Promise<void> {
  for (const [index, value] of reading.readers.entries()) {
    await importCoding(db, { demo: true, itemId, coder: `demo-coder-${index + 1}` }, value);
  }
}

function addressKey({ outletId, url }: Pick<AuditedAddress, 'outletId' | 'url'>): string {
  return `${outletId} ${new URL(url).pathname}`;
}

function readingsByAddress(press: Press): ReadonlyMap<string, ArticleReading> {
  const readings = articleReadings(press, new Date(press.endMs));
  return new Map(readings.map((reading) => [`${reading.outletId} ${reading.path}`, reading]));
}

const by = 'Lan';

/** One accepted, one rejected, one that waits; one that restates a figure; a text taken down. */
async function answerReaders(desk: DemoDesk, period: Period): Promise<void> {
  const { db } = desk.database;
  const { challenges } = createPublication(db, desk.publication);
  const options = challengeOptions(desk.publication);
  const query = { period, outlets: null, demo: true };
  const about = { itemId: null, outletId: null, address: '/', query, claim: 'other' } as const;
  const ids = desk.press.register.persons.map(({ id }) => id);
  const raise = (place: number, reason: string) =>
    challenges.raise({ ...about, personId: ids[place] ?? null, reason });
  const { id: accepted } = await raise(0, 'Nên nói rõ số chữ có kể tiêu đề bài hay không.');
  const { id: rejected } = await raise(1, 'Con số này thấp hơn tôi nghĩ, xin đếm lại giúp.');
  await raise(2, 'Hai bài ngày đầu tuần hình như cùng một nội dung, xin xem lại.');
  const told = 'Đúng vậy, trang Cách đo nay nói rõ: không kể tiêu đề. Con số không đổi.';
  await acceptChallenge(db, { id: accepted, by, answer: told }, options);
  const checked = 'Đã mở từng tin trong danh sách và đối chiếu với bản gốc: con số đúng.';
  await rejectChallenge(db, { id: rejected, by, answer: checked }, options);
  await contestNamesake(desk, query);
  const [item] = await auditedAddresses(db, { demo: true });
  if (!item) return;
  const reason = 'Bài có nêu tên một người không giữ chức vụ nào.';
  const { id } = await challenges.askTakedown({ itemId: item.itemId, reason });
  const answer = 'Bài nêu tên một người không giữ chức vụ; tiêu đề và câu trích được ẩn.';
  await decideTakedownRequest(db, { id, by, answer, accept: true }, options);
}

/**
 * What no text says and a reader may know: that somebody named in full, once and without an office,
 * is a namesake. The figure is restated in public; what the machine read stays as it is.
 */
async function contestNamesake(desk: DemoDesk, query: FigureQuery): Promise<void> {
  const { db } = desk.database;
  const named = await namedWithoutOffice(desk, query);
  if (!named) return;
  const { id } = await createPublication(db, desk.publication).challenges.raise({
    ...named,
    claim: 'another-person',
    outletId: null,
    address: `/items/${named.itemId}`,
    query,
    reason: 'Người được nêu ở đây chỉ trùng họ tên với người giữ chức vụ; tôi quen cả hai.',
  });
  const answer = 'Tòa soạn xác nhận: đó là một người trùng họ tên, không giữ chức vụ nào.';
  await acceptChallenge(db, { id, by, answer }, challengeOptions(desk.publication));
}

/** Outside the audit, whose readers have decided what its items say. */
async function namedWithoutOffice({ database, press, publication }: DemoDesk, query: FigureQuery) {
  const { db } = database;
  const numbers = createNumbers(db, publication);
  const audited = new Set((await auditedAddresses(db, { demo: true })).map(({ itemId }) => itemId));
  for (const { id: personId } of press.register.persons) {
    const { items = [] } = (await numbers.person(personId, query)) ?? {};
    for (const { itemId } of items.filter((item) => item.mentions === 1)) {
      if (audited.has(itemId)) continue;
      const { sentences = [] } = (await numbers.item(itemId)) ?? {};
      const mark = sentences.flatMap(({ marks }) => marks).find((one) => one.personId === personId);
      if (mark?.kind === 'full-name' && mark.postId === null) return { itemId, personId };
    }
  }
  return null;
}

/** Sealed two days before the period, and not kept to on the day of the outage. */
async function planAhead({ database, press }: DemoDesk, period: Period): Promise<void> {
  const title = 'Theo dõi báo chí tỉnh Sông Thanh, hai tuần';
  const now = new Date(press.startMs - 2 * dayMs);
  const { hash } = await sealPlan(database.db, { title, period, now });
  const [outage] = press.truth.outages;
  if (!outage) return;
  const what = 'Một cơ quan báo chí không truy cập được cả ngày; ngày ấy để trống.';
  await noteDeviation(database.db, { hash, what, at: new Date(outage.untilMs) });
}
