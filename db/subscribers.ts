import { sql } from 'kysely';
import type { Day, Subscriber, SubscriberState } from '../src/domain/index.ts';
import { storable } from './batch.ts';
import { idOf } from './identity.ts';
import type { Handle } from './schema.ts';

const columns = sql`id, address, language, state, token`;

/** Addresses compare without regard to case: nobody gets two letters by writing it differently. */
function keyOf(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Adds or reminds a subscriber, who stays `pending` until the link is used; an active one stays
 * active. One who left or bounced begins anew, with a new token.
 */
export async function askSubscriber(
  db: Handle,
  asked: {
    readonly address: string;
    readonly language: Subscriber['language'];
    readonly token: string;
    readonly now: Date;
  },
): Promise<Subscriber> {
  const { address, language, token, now } = asked;
  const key = keyOf(address);
  const { rows } = await sql<Subscriber>`
    insert into subscribers (id, address, address_key, language, state, token, asked_at)
    values (${idOf('subscriber', key)}, ${storable(address.trim())}, ${key}, ${language},
      'pending', ${token}, ${now})
    on conflict (address_key) do update set
      state = case when subscribers.state = 'active' then 'active' else 'pending' end,
      token = case when subscribers.state in ('active', 'pending') then subscribers.token
        else excluded.token end,
      language = case when subscribers.state = 'active' then subscribers.language
        else excluded.language end,
      asked_at = excluded.asked_at, bounces = 0
    returning ${columns}`.execute(db);
  return rows[0] as Subscriber;
}

/** Whose link this is; null where there is none. */
export async function subscriberByToken(db: Handle, token: string): Promise<Subscriber | null> {
  const { rows } = await sql<Subscriber>`select ${columns} from subscribers
    where token = ${token}`.execute(db);
  return rows[0] ?? null;
}

/** Sets the state behind a token; true where there is one. */
export async function setSubscriberState(
  db: Handle,
  token: string,
  to: { readonly state: SubscriberState; readonly now: Date },
): Promise<boolean> {
  const { state, now } = to;
  const { rows } = await sql`update subscribers set state = ${state},
      confirmed_at = case when ${state} = 'active' then coalesce(confirmed_at, ${now}::timestamptz)
        else confirmed_at end,
      ended_at = case when ${state} in ('ended', 'bounced') then ${now}::timestamptz else null end
    where token = ${token} returning id`.execute(db);
  return rows.length === 1;
}

/** How often an address bounces before it gets no more letters. */
const mostBounces = 3;

/**
 * Notes that an address refused a letter for good; the third time in a row (or the first, where the
 * mailbox does not exist) ends it. True where the address is known.
 */
export async function noteBounce(
  db: Handle,
  address: string,
  bounce: { readonly isMissing: boolean; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql`update subscribers set bounces = bounces + 1,
      state = case when state <> 'active' then state
        when ${bounce.isMissing} or bounces + 1 >= ${mostBounces} then 'bounced' else state end,
      ended_at = case when state = 'active' and (${bounce.isMissing} or bounces + 1 >= ${mostBounces})
        then ${bounce.now}::timestamptz else ended_at end
    where address_key = ${keyOf(address)} returning id`.execute(db);
  return rows.length === 1;
}

/** Subscribers in the order in which they asked. */
export async function listSubscribers(db: Handle): Promise<Subscriber[]> {
  const { rows } = await sql<Subscriber>`select ${columns} from subscribers
    order by asked_at, id`.execute(db);
  return rows;
}

/** A letter to one reader, claimed by one sender. */
export interface Delivery {
  readonly week: Day;
  readonly subscriber: Subscriber;
  readonly messageId: string;
  /** 1 at the first try. */
  readonly attempt: number;
}

/** Makes one delivery a reader who is active now; those that exist stay as they are. */
export async function addDeliveries(
  db: Handle,
  given: { readonly week: Day; readonly domain: string; readonly now: Date },
): Promise<number> {
  const { week, domain, now } = given;
  const added = await sql`insert into deliveries (week, subscriber_id, message_id, next_at)
    select ${week}, id, '<digest.' || ${week}::text || '.' || left(id, 24) || '@' || ${domain}::text
      || '>', ${now}::timestamptz
    from subscribers where state = 'active'
    on conflict do nothing`.execute(db);
  return Number(added.numAffectedRows ?? 0n);
}

/**
 * Claims one letter that is due, for so long that its sending is surely over; null where none is.
 * One whose sender died meanwhile may have arrived: it is `unknown` and sent once more.
 */
export async function claimDelivery(
  db: Handle,
  by: { readonly week: Day; readonly worker: string; readonly now: Date; readonly leaseMs: number },
): Promise<Delivery | null> {
  const until = new Date(by.now.getTime() + by.leaseMs);
  await sql`update deliveries set state = 'unknown', claimed_until = null,
      attempts = attempts, next_at = ${by.now}
    where week = ${by.week} and state = 'sending' and claimed_until < ${by.now}`.execute(db);
  const { rows } = await sql<{
    messageId: string;
    attempt: number;
    subscriber: Subscriber;
  }>`
    with due as (
      select d.week, d.subscriber_id from deliveries d
        join subscribers s on s.id = d.subscriber_id and s.state = 'active'
      where d.week = ${by.week} and d.next_at <= ${by.now}
        and (d.state = 'queued' or (d.state = 'unknown' and not d.resent))
      order by d.next_at, d.subscriber_id limit 1 for update of d skip locked
    ), claimed as (
      update deliveries d set resent = d.resent or d.state = 'unknown', state = 'sending',
        attempts = attempts + 1, claimed_by = ${by.worker}, claimed_until = ${until}
      from due where d.week = due.week and d.subscriber_id = due.subscriber_id
      returning d.subscriber_id, d.message_id, d.attempts
    )
    select c.message_id as "messageId", c.attempts as attempt,
      json_build_object('id', s.id, 'address', s.address, 'language', s.language,
        'state', s.state, 'token', s.token) as subscriber
    from claimed c join subscribers s on s.id = c.subscriber_id`.execute(db);
  const row = rows[0];
  return row ? { week: by.week, ...row } : null;
}

/** `sent` · `refused` for good · `queued` to be tried again · `unknown` whether it arrived. */
export type DeliveryState = 'sent' | 'refused' | 'queued' | 'unknown';

/** Notes what became of a claimed letter. */
export async function settleDelivery(
  db: Handle,
  delivery: Pick<Delivery, 'week' | 'subscriber'>,
  end: {
    readonly state: DeliveryState;
    readonly now: Date;
    readonly nextAt?: Date;
    readonly answer: string;
  },
): Promise<void> {
  const { state, now, nextAt = now, answer } = end;
  await sql`update deliveries set state = ${state}, claimed_until = null, next_at = ${nextAt},
      sent_at = case when ${state} = 'sent' then ${now}::timestamptz else sent_at end,
      answer = ${storable(answer).slice(0, 300)}
    where week = ${delivery.week} and subscriber_id = ${delivery.subscriber.id}
      and state = 'sending'`.execute(db);
  if (state === 'sent') {
    await sql`update subscribers set bounces = 0
      where id = ${delivery.subscriber.id}`.execute(db);
  }
}

/** How many letters of a week are in which state. */
export async function deliveryCounts(
  db: Handle,
  week: Day,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from deliveries where week = ${week}
    group by state`.execute(db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Weeks with letters that are still to be sent, the oldest first. */
export async function openWeeks(db: Handle): Promise<Day[]> {
  const { rows } = await sql<{ week: Day }>`select distinct week from deliveries
    where state in ('queued', 'sending') or (state = 'unknown' and not resent)
    order by week`.execute(db);
  return rows.map(({ week }) => week);
}
