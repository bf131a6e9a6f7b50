import { sql } from 'kysely';
import { inTransaction, json } from './batch.ts';
import type { Handle } from './schema.ts';

/** What an account may do; each may all that those before it may. */
export type AccountRole = 'coder' | 'adjudicator' | 'administrator';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly secondFactor: boolean;
  readonly createdAt: Date;
}

/** Every account, oldest first. */
export async function listAccounts(db: Handle): Promise<Account[]> {
  const { rows } = await sql<Account>`select id, name, email, role,
      coalesce("twoFactorEnabled", false) as "secondFactor", "createdAt"
    from auth_users order by "createdAt", id`.execute(db);
  return rows;
}

/** Changes a role; false where there is no such account or it is the last administrator's. */
export async function setAccountRole(
  db: Handle,
  accountId: string,
  role: AccountRole,
): Promise<boolean> {
  const { rows } = await sql`update auth_users set role = ${role}, "updatedAt" = now()
    where id = ${accountId} and (role <> 'administrator' or ${role} = 'administrator'
      or exists (select from auth_users where role = 'administrator' and id <> ${accountId}))
    returning id`.execute(db);
  return rows.length === 1;
}

/** Removes an account and its sessions; codings stay. False as in `setAccountRole`. */
export async function removeAccount(db: Handle, accountId: string): Promise<boolean> {
  const { rows } = await sql`delete from auth_users where id = ${accountId}
    and (role <> 'administrator' or exists (select from auth_users
      where role = 'administrator' and id <> ${accountId})) returning id`.execute(db);
  return rows.length === 1;
}

/** A place where an account is signed in; the token itself never leaves the database. */
export interface AccountSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
  readonly address: string | null;
}

export async function accountSessions(db: Handle, accountId: string): Promise<AccountSession[]> {
  const { rows } = await sql<AccountSession>`select id, "createdAt", "expiresAt", "userAgent",
      "ipAddress" as address
    from auth_sessions where "userId" = ${accountId} and "expiresAt" > now()
    order by "createdAt" desc`.execute(db);
  return rows;
}

/** Ends one session of an account, or all; never one of another account. Returns how many. */
export async function endSessions(
  db: Handle,
  accountId: string,
  sessionId: string | null,
): Promise<number> {
  const { rows } = await sql`delete from auth_sessions where "userId" = ${accountId}
    and (${sessionId}::text is null or id = ${sessionId}) returning id`.execute(db);
  return rows.length;
}

/** An invitation as an administrator sees it. */
export interface Invitation {
  readonly tokenHash: string;
  readonly role: AccountRole;
  readonly note: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function addInvitation(
  db: Handle,
  invitation: {
    readonly tokenHash: string;
    readonly role: AccountRole;
    readonly note: string;
    readonly invitedBy: string | null;
    readonly hours: number;
  },
): Promise<void> {
  const { tokenHash, role, note, invitedBy, hours } = invitation;
  await sql`insert into invitations (token_hash, role, note, invited_by, expires_at)
    values (${tokenHash}, ${role}, ${note}, ${invitedBy},
      now() + make_interval(hours => ${hours}))`.execute(db);
}

/** Invitations nobody has used and that still hold. */
export async function openInvitations(db: Handle): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`select token_hash as "tokenHash", role, note,
      created_at as "createdAt", expires_at as "expiresAt"
    from invitations where used_at is null and expires_at > now() order by created_at`.execute(db);
  return rows;
}

/** The role an open invitation gives; null for any other token. */
export async function invitationRole(db: Handle, tokenHash: string): Promise<AccountRole | null> {
  const open = await openInvitations(db);
  return open.find((invitation) => invitation.tokenHash === tokenHash)?.role ?? null;
}

/** Uses an invitation up; of two at once only one gets its role, the other null. */
export async function spendInvitation(db: Handle, tokenHash: string): Promise<AccountRole | null> {
  const { rows } = await sql<{ role: AccountRole }>`update invitations set used_at = now()
    where token_hash = ${tokenHash} and used_at is null and expires_at > now()
    returning role`.execute(db);
  return rows[0]?.role ?? null;
}

/** Gives an invitation back whose account could not be made. */
export async function restoreInvitation(db: Handle, tokenHash: string): Promise<void> {
  await sql`update invitations set used_at = null where token_hash = ${tokenHash}`.execute(db);
}

/** Withdraws an invitation; also, with null, every open one that nobody in particular gave. */
export async function withdrawInvitation(db: Handle, tokenHash: string | null): Promise<void> {
  await sql`delete from invitations where used_at is null
    and (token_hash = ${tokenHash} or (${tokenHash}::text is null and invited_by is null))
  `.execute(db);
}

/** How often a sign-in was tried under a subject of late, this try not among them. */
export interface SignInTries {
  readonly count: number;
  /** Seconds since the latest; null if none. */
  readonly secondsSince: number | null;
}

/**
 * Notes a try before it is made; tries under one subject wait for each other, so that a flood at
 * one moment counts whole.
 */
export async function noteSignInTry(
  db: Handle,
  subject: string,
  minutes: number,
): Promise<SignInTries> {
  return inTransaction(db, async (now) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 8))`.execute(now);
    const { rows } = await sql<SignInTries>`select count(*)::int as count,
        extract(epoch from clock_timestamp() - max(failed_at))::float8 as "secondsSince"
      from sign_in_failures where subject = ${subject}
        and failed_at > clock_timestamp() - make_interval(mins => ${minutes})`.execute(now);
    await sql`insert into sign_in_failures (subject, failed_at)
      values (${subject}, clock_timestamp())`.execute(now);
    return rows[0] ?? { count: 0, secondsSince: null };
  });
}

/**
 * A good sign-in wipes the tries of its own subjects and this one try of those it shares with
 * others: whoever has an account must not clear an address to go on guessing others' passwords.
 */
export async function forgetSignInTries(
  db: Handle,
  own: readonly string[],
  shared: readonly string[],
): Promise<void> {
  await sql`delete from sign_in_failures where subject = any(${own}::text[])
    or failed_at < now() - interval '1 day'`.execute(db);
  await sql`delete from sign_in_failures f using (
      select subject, max(failed_at) as latest from sign_in_failures
      where subject = any(${shared}::text[]) group by subject) last
    where f.subject = last.subject and f.failed_at = last.latest`.execute(db);
}

/** Days for which a used or expired invitation can still be told from one that never was. */
const keptInvitationDays = 30;

/**
 * Removes what gives no access any more: expired sessions, spent verifications, old invitations and
 * tries; answers how many rows.
 */
export async function forgetSpentAccess(db: Handle, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`with
    sessions as (delete from auth_sessions where "expiresAt" < ${now} returning 1),
    verifications as (delete from auth_verifications where "expiresAt" < ${now} returning 1),
    invited as (delete from invitations
      where coalesce(used_at, expires_at) < ${now}::timestamptz
        - make_interval(days => ${keptInvitationDays}) returning 1),
    tries as (delete from sign_in_failures
      where failed_at < ${now}::timestamptz - interval '1 day' returning 1)
    select ((select count(*) from sessions) + (select count(*) from verifications)
      + (select count(*) from invited) + (select count(*) from tries))::int as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One line of the trail: who did what to what. */
export interface AuditEntry {
  readonly at: Date;
  readonly userId: string | null;
  readonly userName: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly details: unknown;
}

/** Writes a line that nothing in the program changes or removes later. */
export async function writeAudit(
  db: Handle,
  entry: {
    readonly userId: string | null;
    readonly action: string;
    readonly subject?: string | null;
    readonly details?: unknown;
  },
): Promise<void> {
  const { userId, action, subject = null, details } = entry;
  await sql`insert into audit_trail (user_id, action, subject, details)
    values (${userId}, ${action}, ${subject},
      ${details === undefined ? null : json(details)}::jsonb)`.execute(db);
}

/** The trail, latest first, from before an id; 100 lines at most. */
export async function readAudit(
  db: Handle,
  beforeId: string | null,
): Promise<readonly (AuditEntry & { readonly id: string })[]> {
  const { rows } = await sql<AuditEntry & { id: string }>`select t.id::text as id, t.at,
      t.user_id as "userId", u.name as "userName", t.action, t.subject, t.details
    from audit_trail t left join auth_users u on u.id = t.user_id
    where ${beforeId}::bigint is null or t.id < ${beforeId}::bigint
    order by t.id desc limit 100`.execute(db);
  return rows;
}
