import { sql } from 'kysely';
import type { Day, Subscriber } from '../src/domain/index.ts';
import { storable } from './batch.ts';
import type { Handle } from './schema.ts';

/** Letters of one week in one world. */
export interface LetterWeek {
  readonly demo: boolean;
  readonly week: Day;
}

/** A letter to one reader, claimed by one sender. */
export interface Delivery extends LetterWeek {
  readonly subscriber: Subscriber;
  readonly messageId: string;
  /** 1 at the first try; whoever holds an older number has lost the letter. */
  readonly attempt: number;
  readonly queuedAt: Date;
}

/** Makes one delivery a reader who is active now; those that exist stay as they are. */
export async function addDeliveries(
  db: Handle,
  given: LetterWeek & { readonly domain: string; readonly now: Date },
): Promise<number> {
  const { demo, week, domain, now } = given;
  const added = await sql`insert into deliveries (demo, week, subscriber_id, message_id, queued_at,
      next_at)
    select ${demo}, ${week}, id, '<' || gen_random_uuid()::text || '@' || ${domain}::text || '>',
      ${now}::timestamptz, ${now}::timestamptz
    from subscribers where state = 'active'
    on conflict do nothing`.execute(db);
  return Number(added.numAffectedRows ?? 0n);
}

const ofWeek = ({ demo, week }: LetterWeek) => sql`demo = ${demo} and week = ${week}`;

/**
 * Takes back letters whose sender died, for who is alone in sending. One that never left the house
 * is due again; one that was being handed over may have arrived, and is `unknown` once its time is
 * over. Letters of readers who left are called off.
 */
export async function takeBackDeliveries(db: Handle, of: LetterWeek, now: Date): Promise<void> {
  await sql`update deliveries set
      state = case when state = 'sending' then 'queued' else 'unknown' end,
      claimed_until = null, next_at = ${now}
    where ${ofWeek(of)} and (state = 'sending'
      or (state = 'handing-over' and claimed_until < ${now}))`.execute(db);
  await sql`update deliveries d set state = 'called-off' from subscribers s
    where ${ofWeek(of)} and s.id = d.subscriber_id and s.state <> 'active'
      and d.state = 'queued'`.execute(db);
}

/**
 * Claims one letter that is due, for so long that its sending is surely over; null where none is.
 * One that may have arrived is sent once more, with the same id, and never again.
 */
export async function claimDelivery(
  db: Handle,
  by: LetterWeek & { readonly now: Date; readonly leaseMs: number },
): Promise<Delivery | null> {
  const { demo, week, now, leaseMs } = by;
  const { rows } = await sql<Omit<Delivery, 'demo' | 'week'>>`
    with due as (
      select d.subscriber_id from deliveries d
        join subscribers s on s.id = d.subscriber_id and s.state = 'active'
      where ${ofWeek(by)} and d.next_at <= ${now}
        and (d.state = 'queued' or (d.state = 'unknown' and not d.resent))
      order by d.next_at, d.subscriber_id limit 1 for update of d skip locked
    ), claimed as (
      update deliveries d set resent = d.resent or d.state = 'unknown', state = 'sending',
        attempts = attempts + 1, claimed_until = ${new Date(now.getTime() + leaseMs)}
      from due where ${ofWeek(by)} and d.subscriber_id = due.subscriber_id
      returning d.subscriber_id, d.message_id, d.attempts, d.queued_at
    )
    select c.message_id as "messageId", c.attempts as attempt, c.queued_at as "queuedAt",
      json_build_object('id', s.id, 'address', s.address, 'language', s.language,
        'state', s.state, 'token', s.token) as subscriber
    from claimed c join subscribers s on s.id = c.subscriber_id`.execute(db);
  const row = rows[0];
  return row ? { demo, week, ...row } : null;
}

/**
 * Notes, before the server can keep a letter, that it may from now on: false where the letter was
 * taken from this sender, or its reader has left, and then it must not be ended.
 */
export async function noteHandover(db: Handle, delivery: Delivery, now: Date): Promise<boolean> {
  const { subscriber, attempt } = delivery;
  const { rows } = await sql`update deliveries d set state = 'handing-over'
    where ${ofWeek(delivery)} and subscriber_id = ${subscriber.id} and attempts = ${attempt}
      and state = 'sending' and claimed_until > ${now}
      and exists (select from subscribers s where s.id = d.subscriber_id and s.state = 'active')
    returning 1`.execute(db);
  return rows.length === 1;
}

/** `sent` · `refused` for good · `queued` to be tried again · `unknown` whether it arrived. */
export type DeliveryState = 'sent' | 'refused' | 'queued' | 'unknown';

/** Notes what became of a claimed letter. */
export async function settleDelivery(
  db: Handle,
  delivery: Delivery,
  end: {
    readonly state: DeliveryState;
    readonly now: Date;
    readonly nextAt?: Date;
    readonly answer: string;
  },
): Promise<void> {
  const { state, now, nextAt = now, answer } = end;
  const { subscriber, attempt } = delivery;
  await sql`update deliveries set state = ${state}, claimed_until = null, next_at = ${nextAt},
      sent_at = case when ${state} = 'sent' then ${now}::timestamptz else sent_at end,
      answer = ${storable(answer).slice(0, 300)}
    where ${ofWeek(delivery)} and subscriber_id = ${subscriber.id} and attempts = ${attempt}
      and state <> 'sent'`.execute(db);
  if (state === 'sent') {
    await sql`update subscribers set bounces = 0 where id = ${subscriber.id}`.execute(db);
  }
}

/** How many letters of a week are in which state. */
export async function deliveryCounts(
  db: Handle,
  of: LetterWeek,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from deliveries where ${ofWeek(of)}
    group by state`.execute(db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Weeks with letters that are still to be sent, the oldest first. */
export async function openWeeks(db: Handle, demo: boolean): Promise<Day[]> {
  const { rows } = await sql<{ week: Day }>`select distinct d.week from deliveries d
    join subscribers s on s.id = d.subscriber_id and s.state = 'active'
    where d.demo = ${demo} and (d.state in ('queued', 'sending', 'handing-over')
      or (d.state = 'unknown' and not d.resent))
    order by d.week`.execute(db);
  return rows.map(({ week }) => week);
}
