import { setTimeout as delay } from 'node:timers/promises';
import {
  alone,
  claimDelivery,
  type Database,
  type Delivery,
  deliveryCounts,
  type Handle,
  type LetterWeek,
  noteBounce,
  noteHandover,
  settleDelivery,
  takeBackDeliveries,
} from '../../../db/index.ts';
import type { DigestLetter, Log, MailDoor, MailOutcome } from '../../domain/index.ts';
import type { Language } from '../charts/index.ts';

/** What letters are sent with. */
export interface SendParts {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly mail: MailDoor;
  readonly log: Log;
  readonly now: () => Date;
  /** The letter of a reader's language with that reader's own link to end it. */
  readonly letterFor: (language: Language, leaveAt: string) => Promise<DigestLetter>;
  readonly leaveAt: (token: string) => string;
  /** Names the list in every letter: `Column Inches <digest.example.org>`. */
  readonly listId: string;
  /**
   * How long a letter may be in a sender's hands, milliseconds; at least as long as the mail door
   * takes with one, default 15 minutes. One that was being handed over when its sender died waits
   * for this end before it goes out again.
   */
  readonly leaseMs?: number;
}

/** How a week's letters stand. */
export interface SendSummary {
  readonly sent: number;
  readonly refused: number;
  /** To be tried again later. */
  readonly waiting: number;
  /** Handed over twice without an answer: nobody knows whether they arrived. */
  readonly unknown: number;
  /** Why the mail server takes no letters at all now; null where it does. */
  readonly fault: string | null;
}

const minuteMs = 60_000;
/** A letter that is put off for so long is given up: the next one is near. */
const giveUpMs = 5 * 24 * 60 * minuteMs;
const mostWaitMs = 6 * 60 * minuteMs;

/**
 * Sends what is due of a week's letters, one after another; of several machines one at a time. Ends
 * when nothing is due, when the mail server takes no letter at all, or when told to.
 */
export async function sendDue(
  parts: SendParts,
  of: LetterWeek & { readonly signal: AbortSignal },
): Promise<SendSummary> {
  const { database, log } = parts;
  const { demo, week } = of;
  const fault = await alone(database, 'digest', async () => {
    await takeBackDeliveries(database.db, of, parts.now());
    return sendWhileDue(parts, of);
  });
  await parts.mail.close();
  if (fault !== null) log.warn({ week, fault }, 'the mail server takes no letters');
  return { ...(await summaryOf(database.db, { demo, week })), fault };
}

/** Why the mail server takes no letters; null where nothing is due any more. */
async function sendWhileDue(
  parts: SendParts,
  of: LetterWeek & { readonly signal: AbortSignal },
): Promise<string | null> {
  const { leaseMs = 15 * minuteMs } = parts;
  const { demo, week, signal } = of;
  while (!signal.aborted) {
    const claim = { demo, week, leaseMs, now: parts.now() };
    const delivery = await claimDelivery(parts.database.db, claim);
    if (delivery === null) break;
    const outcome = await sendOne(parts, delivery);
    await settle(parts, delivery, outcome);
    if (outcome.state === 'later' && outcome.ofHouse) return outcome.answer;
  }
  return null;
}

async function summaryOf(db: Handle, of: LetterWeek): Promise<Omit<SendSummary, 'fault'>> {
  const { sent = 0, refused = 0, ...rest } = await deliveryCounts(db, of);
  const waiting = (rest['queued'] ?? 0) + (rest['sending'] ?? 0) + (rest['handing-over'] ?? 0);
  return { sent, refused, waiting, unknown: rest['unknown'] ?? 0 };
}

async function sendOne(parts: SendParts, delivery: Delivery): Promise<MailOutcome> {
  const { subscriber, messageId, queuedAt } = delivery;
  const leaveAt = parts.leaveAt(subscriber.token);
  const letter = await parts.letterFor(subscriber.language, leaveAt);
  const mail = {
    to: subscriber.address,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    pictures: letter.pictures,
    language: letter.language,
    messageId,
    // The same at every try, like the id.
    date: queuedAt,
    headers: {
      'List-Id': parts.listId,
      // RFC 8058: one click, by the mail program itself.
      'List-Unsubscribe': `<${leaveAt}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'bulk',
      'Auto-Submitted': 'auto-generated',
    },
  };
  return parts.mail.send(mail, () => noteHandover(parts.database.db, delivery, parts.now()));
}

/** Writes down what became of a letter; a database that is away for a moment loses nothing. */
async function settle(parts: SendParts, delivery: Delivery, outcome: MailOutcome): Promise<void> {
  const { database, now, log } = parts;
  for (let tries = 1; ; tries += 1) {
    try {
      await settleOnce(database.db, { delivery, outcome, now: now() });
      return;
    } catch (thrown) {
      // Without it the letter stays "handed over" and goes out once more.
      if (tries >= 8) throw thrown;
      log.warn({ tries }, 'a letter’s end could not be noted; it is tried again');
      await delay(100 * 2 ** tries);
    }
  }
}

async function settleOnce(
  db: Handle,
  settled: { readonly delivery: Delivery; readonly outcome: MailOutcome; readonly now: Date },
): Promise<void> {
  const { delivery, outcome, now } = settled;
  const { answer } = outcome;
  if (outcome.state === 'refused' || isGivenUp(settled)) {
    const address = outcome.state === 'refused' ? outcome.address : 'failing';
    await settleDelivery(db, delivery, { state: 'refused', now, answer });
    const bounce = { messageId: delivery.messageId, isMissing: address === 'missing', now };
    if (address !== 'unharmed') await noteBounce(db, bounce);
    return;
  }
  if (outcome.state === 'sent') await settleDelivery(db, delivery, { state: 'sent', now, answer });
  else {
    const state = outcome.state === 'later' ? 'queued' : 'unknown';
    const nextAt = new Date(now.getTime() + waitMs(delivery, outcome));
    await settleDelivery(db, delivery, { state, now, nextAt, answer });
  }
}

function isGivenUp(settled: {
  readonly delivery: Delivery;
  readonly outcome: MailOutcome;
  readonly now: Date;
}): boolean {
  const { delivery, outcome, now } = settled;
  const isPutOff = outcome.state === 'later' && !outcome.ofHouse;
  return isPutOff && now.getTime() - delivery.queuedAt.getTime() > giveUpMs;
}

/** A house that takes nothing is asked again soon; a reader's server, ever more seldom. */
function waitMs({ attempt }: Delivery, outcome: MailOutcome): number {
  if (outcome.state === 'later' && outcome.ofHouse) return minuteMs;
  return Math.min(mostWaitMs, 5 * minuteMs * 2 ** Math.min(attempt - 1, 10));
}
