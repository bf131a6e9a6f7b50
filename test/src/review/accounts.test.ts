import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  accountSessions,
  endSessions,
  forgetSpentAccess,
  setAccountRole,
} from '../../../db/index.ts';
import {
  type AccountAnswer,
  type Accounts,
  type Caller,
  createAccounts,
} from '../../../src/review/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';

let database: TestDatabase;
let accounts: Accounts;

beforeAll(async () => {
  database = await testDatabase();
  accounts = await createAccounts({ database, publicUrl: 'http://127.0.0.1:8080' });
});

const password = 'a long enough password';
let lastAddress = 0;
const stranger = (): Caller => {
  lastAddress += 1;
  return { cookie: undefined, address: `192.0.2.${lastAddress}`, userAgent: 'test' };
};
const withCookies = (caller: Caller, { cookies }: AccountAnswer): Caller => ({
  ...caller,
  cookie: cookies.map((line) => line.split(';', 1)[0]).join('; '),
});

async function newAccount(email: string, role: 'coder' | 'administrator' = 'coder') {
  const token = await accounts.invite({ role, note: '', invitedBy: null });
  const answer = await accounts.join(stranger(), { token, name: 'Anna', email, password });
  if (typeof answer === 'string') throw new TypeError(answer);
  return withCookies(stranger(), answer);
}

/** RFC 6238: the six digits of a moment. */
function totp(uri: string): string {
  const letters = new URL(uri).searchParams.get('secret') ?? '';
  const bits = letters
    .replace(/=+$/, '')
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter))
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('accounts', () => {
  test('the first administrator comes by a link that holds once', async () => {
    const lost = await accounts.firstAdministratorToken();
    const token = (await accounts.firstAdministratorToken()) ?? '';
    const given = { name: 'Chủ nhiệm', email: 'first@example.org', password };
    expect(await accounts.join(stranger(), { ...given, token: lost ?? '' })).toBe('invitation');
    expect(await accounts.join(stranger(), { ...given, token, password: 'short' })).toBe(
      'password',
    );
    const both = await Promise.all([
      accounts.join(stranger(), { ...given, token }),
      accounts.join(stranger(), { ...given, email: 'second@example.org', token }),
    ]);
    expect(both.filter((answer) => answer === 'invitation')).toHaveLength(1);
    const answer = both.find((one) => typeof one !== 'string') as AccountAnswer;
    const signedIn = await accounts.signedIn(withCookies(stranger(), answer));
    expect(signedIn).toMatchObject({ role: 'administrator', name: 'Chủ nhiệm' });
    expect(await accounts.firstAdministratorToken()).toBeNull();
    const { rows } = await sql<{ value: string }>`
      select string_agg(token_hash, ' ') as value from invitations`.execute(database.db);
    expect(rows[0]?.value).not.toContain(token);
  });

  test('a session lasts until it is ended, by its owner only', async () => {
    const anna = await newAccount('anna@example.org');
    const binh = await newAccount('binh@example.org');
    const { accountId = '' } = (await accounts.signedIn(anna)) ?? {};
    const other = (await accounts.signedIn(binh))?.accountId ?? '';
    const [session] = await accountSessions(database.db, accountId);
    expect(await endSessions(database.db, other, session?.id ?? '')).toBe(0);
    expect(await accounts.signedIn(anna)).not.toBeNull();
    expect(await endSessions(database.db, accountId, session?.id ?? '')).toBe(1);
    expect(await accounts.signedIn(anna)).toBeNull();
  });

  test('signing in never goes on with a session that was planted', async () => {
    const planted = await newAccount('planter@example.org');
    await newAccount('victim@example.org');
    const answer = await accounts.signIn(planted, { email: 'victim@example.org', password });
    const after = withCookies(stranger(), answer);
    expect((await accounts.signedIn(after))?.email).toBe('victim@example.org');
    expect((await accounts.signedIn(planted))?.email).toBe('planter@example.org');
    expect(after.cookie).not.toBe(planted.cookie);
    const forged = { ...after, cookie: `${after.cookie?.slice(0, -6)}aaaaaa` };
    expect(await accounts.signedIn(forged)).toBeNull();
  });

  test('a flood of tries is slowed, also when it comes all at once', async () => {
    await newAccount('target@example.org');
    const flooder = stranger();
    const wrong = { email: 'target@example.org', password: 'not this password' };
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => accounts.signIn(flooder, wrong)),
    );
    const outcomes = answers.map(({ outcome }) => outcome);
    expect(outcomes).not.toContain('done');
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeLessThanOrEqual(6);
    const now = await accounts.signIn(flooder, { ...wrong, password });
    expect(now.outcome).toBe('too-many');
    expect(now.retryAfterSeconds).toBeGreaterThan(1);
    expect((await accounts.signIn(stranger(), { ...wrong, password })).outcome).toBe('done');
  });

  test('a second factor is asked for once it is set up', async () => {
    const anna = await newAccount('careful@example.org');
    expect(await accounts.beginSecondFactor(anna, 'not this password')).toBeNull();
    const begun = await accounts.beginSecondFactor(anna, password);
    const digits = totp(begun?.uri ?? '');
    expect((await accounts.confirmSecondFactor(anna, '000000')).outcome).toBe('refused');
    expect((await accounts.confirmSecondFactor(anna, digits)).outcome).toBe('done');
    const asked = await accounts.signIn(stranger(), { email: 'careful@example.org', password });
    expect(asked.outcome).toBe('second-factor');
    const between = withCookies(stranger(), asked);
    expect(await accounts.signedIn(between)).toBeNull();
    expect((await accounts.signInSecond(between, '123456')).outcome).toBe('refused');
    const backup = await accounts.signInSecond(between, begun?.backupCodes[0] ?? '');
    expect((await accounts.signedIn(withCookies(stranger(), backup)))?.secondFactor).toBe(true);
  });

  test('the last administrator stays one', async () => {
    const { rows } = await sql<{ id: string }>`
      select id from auth_users where role = 'administrator'`.execute(database.db);
    expect(await setAccountRole(database.db, rows[0]?.id ?? '', 'coder')).toBe(false);
  });

  test('form tokens hold for one browser only', () => {
    const token = accounts.formToken('browser-1');
    expect(accounts.isFormToken('browser-1', token)).toBe(true);
    expect(accounts.isFormToken('browser-2', token)).toBe(false);
    expect(accounts.isFormToken('browser-1', '')).toBe(false);
  });

  test('leave nothing behind that gives no access any more', async () => {
    await newAccount('forgetful@example.org');
    const { db } = database;
    const counts = async () => {
      const { rows } = await sql<{ sessions: number; other: number }>`select
        (select count(*)::int from auth_sessions) as sessions,
        (select count(*)::int from auth_verifications) + (select count(*)::int from invitations)
          + (select count(*)::int from sign_in_failures) as other`.execute(db);
      return rows[0];
    };
    await sql`insert into auth_verifications (id, identifier, value, "expiresAt")
      values ('old', 'x', 'y', now() - interval '1 hour'), ('new', 'x', 'y',
        now() + interval '1 hour')`.execute(db);
    const before = await counts();
    expect(await forgetSpentAccess(db, new Date())).toBe(1);
    const later = new Date(Date.now() + 60 * 86_400_000);
    await forgetSpentAccess(db, later);
    expect(before?.sessions).toBeGreaterThan(0);
    expect(await counts()).toEqual({ sessions: 0, other: 0 });
  });
});
