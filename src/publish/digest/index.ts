import { randomBytes } from 'node:crypto';
import {
  addDeliveries,
  askSubscriber,
  confirmSubscriber,
  type Database,
  demoIsShown,
  digestContent,
  endSubscriber,
  forgetAsking,
  forgetFormerSubscribers,
  type Handle,
  listDigests,
  openWeeks,
  subscriberByToken,
} from '../../../db/index.ts';
import {
  ColumnInchesError,
  type Day,
  type DigestContent,
  type Digests,
  type FigureQuery,
  type FigureSet,
  type Log,
  type MailDoor,
  type Subscriber,
} from '../../domain/index.ts';
import { readAddress } from './address.ts';
import { confirmationMail } from './confirm.ts';
import { type SendSummary, sendDue } from './send.ts';
import {
  contentOf,
  keepLetter,
  letterLanguages,
  lettersToSend,
  webLetter,
  weekMeant,
  type WriteParts,
} from './write.ts';

export { readBounce } from './bounces.ts';
export type { SendSummary } from './send.ts';
export { readWeek } from './week.ts';

/** What the weekly letter is written and sent with. */
export interface DigestOptions {
  /** From `numbers.ts`, like everyone's. */
  readonly figures: (db: Handle, query: FigureQuery) => Promise<FigureSet>;
  readonly log: Log;
  readonly now: () => Date;
  /** Zone of the Monday on which a letter goes out. */
  readonly timeZone: string;
  /** Where readers reach the pages; all links of a letter lead there. */
  readonly origin: string;
  /** Opens the way out for letters; null where no mail server is set. */
  readonly openMail: (() => MailDoor) | null;
  /** See `SendParts`. */
  readonly leaseMs?: number;
}

/** The weekly letter: what the web shows of it, and what the timetable and commands do. */
export interface DigestDesk extends Digests {
  /** Which week is meant where none is said. */
  weekMeant(): Promise<Day>;
  /** The letter as it would be kept, in both languages; pictures by name. */
  preview(week: Day): ReturnType<typeof previewOf>;
  /** Keeps the letter in both languages, if it is not kept yet. */
  write(week: Day): Promise<{ readonly isNew: boolean }>;
  /**
   * Keeps the letter and sends it to every reader who has not got it. Throws `digest/no-mail`.
   */
  send(week: Day, signal: AbortSignal): Promise<SendSummary>;
  /** Sends what was put off, of all weeks; null where nothing waits. */
  sendWaiting(signal: AbortSignal): Promise<SendSummary | null>;
  /** Forgets addresses that are no longer needed; how many. */
  forgetFormer(): Promise<number>;
}

type Desk = DigestOptions & { readonly database: Database };

/** The weekly letter over a database. */
export function createDigests(database: Database, options: DigestOptions): DigestDesk {
  const desk: Desk = { ...options, database };
  const { db } = database;
  const parts: WriteParts = options;
  return {
    sendsMail: options.openMail !== null,
    list: async (language) => listDigests(db, { demo: await demoIsShown(db), language }),
    letter: async (week, language) => {
      const content = await digestContent(db, { demo: await demoIsShown(db), week });
      return content === null ? null : webLetter(content, language, options.origin);
    },
    subscribe: (asked) => subscribe(desk, asked),
    stateOf: async (link) => (await subscriberByToken(db, link))?.state ?? null,
    confirm: (confirmToken) => confirmSubscriber(db, confirmToken, options.now()),
    unsubscribe: (token) => endSubscriber(db, { token }, options.now()),
    weekMeant: () => weekMeant(db, parts),
    preview: (week) => previewOf(desk, week),
    write: (week) => keepLetter(db, week, parts),
    send: (week, signal) => sendWeek(desk, week, signal),
    sendWaiting: (signal) => sendWaiting(desk, signal),
    forgetFormer: () => forgetFormerSubscribers(db, options.now()),
  };
}

async function previewOf(desk: Desk, week: Day) {
  const { content, isKept } = await contentOf(desk.database.db, week, desk);
  const letters = [];
  for (const language of letterLanguages) {
    letters.push(await webLetter(content, language, desk.origin));
  }
  return { content, isKept, letters };
}

function needMail({ openMail }: Desk): () => MailDoor {
  if (openMail !== null) return openMail;
  throw new ColumnInchesError({
    code: 'digest/no-mail',
    verdict: 'stop-run',
    message:
      'No mail server is set, so no letter can be sent. Set COLUMN_INCHES_SMTP_URL and ' +
      'COLUMN_INCHES_MAIL_FROM, then try again.',
    messageVietnamese:
      'Chưa đặt máy chủ thư nên không gửi được. Đặt COLUMN_INCHES_SMTP_URL và ' +
      'COLUMN_INCHES_MAIL_FROM rồi thử lại.',
  });
}

async function sendWeek(desk: Desk, week: Day, signal: AbortSignal): Promise<SendSummary> {
  const openMail = needMail(desk);
  const { db } = desk.database;
  const { content } = await keepLetter(db, week, desk);
  const { demo } = content;
  await addDeliveries(db, { demo, week, domain: domainOf(desk), now: desk.now() });
  return sendKept(desk, { content, mail: openMail(), signal });
}

async function sendKept(
  desk: Desk,
  given: { readonly content: DigestContent; readonly mail: MailDoor; readonly signal: AbortSignal },
): Promise<SendSummary> {
  const { content, mail, signal } = given;
  const letterFor = lettersToSend(content, desk.origin);
  const listId = `Column Inches <digest.${domainOf(desk)}>`;
  const leaveAt = (token: string) => leaveAddress(desk, token);
  const { demo, week } = content;
  return sendDue({ ...desk, mail, letterFor, leaveAt, listId }, { demo, week, signal });
}

/** Whoever has joined since gets the next letter, not one that others wait for. */
async function sendWaiting(desk: Desk, signal: AbortSignal): Promise<SendSummary | null> {
  const { db } = desk.database;
  if (desk.openMail === null) return null;
  const demo = await demoIsShown(db);
  let summary: SendSummary | null = null;
  for (const week of await openWeeks(db, demo)) {
    const content = await digestContent(db, { demo, week });
    if (content) summary = await sendKept(desk, { content, mail: desk.openMail(), signal });
  }
  return summary;
}

/** Host of the pages: message ids and the list are named by it. */
function domainOf({ origin }: Desk): string {
  return new URL(origin).hostname.replaceAll(/[^\w.-]/g, '-');
}

function leaveAddress({ origin }: Desk, token: string): string {
  return `${origin}/digest/leave/${token}`;
}

async function subscribe(
  desk: Desk,
  asked: { readonly address: string; readonly language: Subscriber['language'] },
): Promise<void> {
  const address = readAddress(asked.address);
  const mail = needMail(desk)();
  const { db } = desk.database;
  const now = desk.now();
  const secret = () => randomBytes(20).toString('hex');
  const tokens = { token: secret(), confirmToken: secret() };
  const taken = await askSubscriber(db, { address, language: asked.language, now, ...tokens });
  if (taken === null) return;
  const { subscriber, confirmToken } = taken;
  const letter = await confirmationMail(subscriber, {
    confirmAt: `${desk.origin}/digest/confirm/${confirmToken}`,
    leaveAt: leaveAddress(desk, subscriber.token),
    domain: domainOf(desk),
    now,
  });
  const outcome = await mail.send(letter);
  await mail.close();
  if (outcome.state === 'sent' || outcome.state === 'unknown') return;
  await forgetAsking(db, subscriber.id);
  desk.log.warn({ state: outcome.state, answer: outcome.answer }, 'a confirmation was not sent');
  // Who asks learns the same of every address: whether it exists is nobody else's business.
  if (outcome.state === 'later' && outcome.ofHouse) throw mailFailed();
}

function mailFailed(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'digest/mail-failed',
    verdict: 'retry',
    message: 'The mail server takes no letters now. Please try again in a while.',
    messageVietnamese: 'Máy chủ thư hiện không nhận thư. Xin thử lại sau ít phút.',
  });
}
