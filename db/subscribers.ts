import { sql } from 'kysely';
import type { Subscriber, SubscriberState } from '../src/domain/index.ts';
import { storable } from './batch.ts';
import { idOf } from './identity.ts';
import type { Handle } from './schema.ts';

const columns = sql`id, address, language, state, token`;

/** Addresses compare without regard to case: nobody gets two letters by writing it differently. */
function keyOf(address: string): string {
  return address.trim().toLowerCase();
}

/** How long a link that confirms holds, and how soon another may be asked for. */
const confirmDays = 7;
const quietHours = 1;

/** Who is to be written to because somebody asked for the letter. */
export interface AskedSubscriber {
  readonly subscriber: Subscriber;
  readonly confirmToken: string;
}

/**
 * Takes up who asks for the letter: `pending` until the link is used; an active one stays active,
 * one who left or bounced begins anew. Null where the address was written to within the hour: a
 * form is no way to fill someone's mailbox.
 */
export async function askSubscriber(
  db: Handle,
  asked: {
    readonly address: string;
    readonly language: Subscriber['language'];
    readonly token: string;
    readonly confirmToken: string;
    readonly now: Date;
  },
): Promise<AskedSubscriber | null> {
  const { address, language, token, confirmToken, now } = asked;
  const key = keyOf(address);
  const { rows } = await sql<Subscriber & { readonly confirmToken: string }>`
    insert into subscribers (id, address, address_key, language, state, token, confirm_token,
      asked_at)
    values (${idOf('subscriber', key)}, ${storable(address.trim())}, ${key}, ${language},
      'pending', ${token}, ${confirmToken}, ${now})
    on conflict (address_key) do update set
      state = case when subscribers.state = 'active' then 'active' else 'pending' end,
      confirm_token = case
        when subscribers.state = 'pending'
          and subscribers.asked_at > ${now}::timestamptz - make_interval(days => ${confirmDays})
        then coalesce(subscribers.confirm_token, excluded.confirm_token)
        else excluded.confirm_token end,
      language = case when subscribers.state = 'active' then subscribers.language
        else excluded.language end,
      asked_at = excluded.asked_at, bounces = 0, ended_at = null
      where subscribers.asked_at <= ${now}::timestamptz - make_interval(hours => ${quietHours})
    returning ${columns}, confirm_token as "confirmToken"`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { confirmToken: link, ...subscriber } = row;
  return { subscriber, confirmToken: link };
}

/** Lets an address be asked again at once: the letter to it could not be sent. */
export async function forgetAsking(db: Handle, id: string): Promise<void> {
  await sql`update subscribers set asked_at = asked_at - make_interval(hours => ${quietHours})
    where id = ${id}`.execute(db);
}

/** Whose link this is: `token` ends the letters, `confirmToken` begins them; null = nobody's. */
export async function subscriberByToken(
  db: Handle,
  by: { readonly token: string } | { readonly confirmToken: string },
): Promise<Subscriber | null> {
  const isOwn = 'token' in by ? sql`token = ${by.token}` : sql`confirm_token = ${by.confirmToken}`;
  const { rows } = await sql<Subscriber>`select ${columns} from subscribers
    where ${isOwn}`.execute(db);
  return rows[0] ?? null;
}

/** The reader confirms; false where the link is too old, or ended meanwhile. */
export async function confirmSubscriber(
  db: Handle,
  confirmToken: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update subscribers set state = 'active',
      confirmed_at = coalesce(confirmed_at, ${now}::timestamptz)
    where confirm_token = ${confirmToken} and (state = 'active' or (state = 'pending'
      and asked_at > ${now}::timestamptz - make_interval(days => ${confirmDays})))
    returning id`.execute(db);
  return rows.length === 1;
}

/** No letter goes to this reader from now on; true also where it had ended before. */
export async function endSubscriber(
  db: Handle,
  by: { readonly token: string } | { readonly address: string },
  now: Date,
): Promise<boolean> {
  const isOwn = 'token' in by ? sql`token = ${by.token}` : sql`address_key = ${keyOf(by.address)}`;
  const { rows } = await sql`update subscribers set state = 'ended',
      ended_at = coalesce(ended_at, ${now}::timestamptz)
    where ${isOwn} returning id`.execute(db);
  return rows.length === 1;
}

/** How often an address fails before it gets no more letters. */
const mostBounces = 3;

/**
 * Notes that a letter was refused for good; the third time in a row (or the first, where the
 * mailbox does not exist) ends it. By the letter's own id, which nobody else can know.
 */
export async function noteBounce(
  db: Handle,
  bounce: { readonly messageId: string; readonly isMissing: boolean; readonly now: Date },
): Promise<SubscriberState | null> {
  const { messageId, isMissing, now } = bounce;
  const isLast = sql`(${isMissing}::boolean or s.bounces + 1 >= ${mostBounces})`;
  const { rows } = await sql<{ state: SubscriberState }>`
    with refused as (
      update deliveries set state = 'refused', bounced_at = ${now}
        where message_id = ${messageId} and bounced_at is null returning subscriber_id
    )
    update subscribers s set bounces = s.bounces + 1,
      state = case when s.state = 'active' and ${isLast} then 'bounced' else s.state end,
      ended_at = case when s.state = 'active' and ${isLast} then ${now}::timestamptz
        else s.ended_at end
    from refused where s.id = refused.subscriber_id returning s.state`.execute(db);
  return rows[0]?.state ?? null;
}

/** A subscriber as the operator sees one. */
export interface ListedSubscriber extends Subscriber {
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  readonly bounces: number;
}

/** Subscribers in the order in which they asked. */
export async function listSubscribers(db: Handle): Promise<ListedSubscriber[]> {
  const { rows } = await sql<ListedSubscriber>`select ${columns}, asked_at as "askedAt",
      confirmed_at as "confirmedAt", ended_at as "endedAt", bounces from subscribers
    order by asked_at, id`.execute(db);
  return rows;
}

/**
 * Forgets whoever never confirmed, left or bounced more than 30 days ago: their addresses are no
 * longer needed. Answers how many.
 */
export async function forgetFormerSubscribers(db: Handle, now: Date): Promise<number> {
  const done = await sql`delete from subscribers where state <> 'active'
    and coalesce(ended_at, asked_at) < ${now}::timestamptz - interval '30 days'`.execute(db);
  return Number(done.numAffectedRows ?? 0n);
}
