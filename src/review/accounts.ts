import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import {
  type AccountRole,
  addInvitation,
  type Database,
  forgetSignInTries,
  invitationRole,
  listAccounts,
  noteSignInTry,
  restoreInvitation,
  spendInvitation,
  stateOrFirst,
  withdrawInvitation,
  writeAudit,
} from '../../db/index.ts';

/** Who is signed in. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly sessionId: string;
  readonly secondFactor: boolean;
}

/** What became of a request to the accounts: cookies to set, and what is next. */
export interface AccountAnswer {
  readonly outcome: 'done' | 'second-factor' | 'refused' | 'too-many';
  /** Set-Cookie lines. */
  readonly cookies: readonly string[];
  /** Seconds to wait where there were too many tries. */
  readonly retryAfterSeconds?: number;
}

/** From where a request came. */
export interface Caller {
  readonly cookie: string | undefined;
  readonly address: string;
  readonly userAgent: string | undefined;
}

export interface NewAccount {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Why an account was not made. */
export type JoinFault = 'invitation' | 'name' | 'email' | 'password' | 'email-taken';

/** Accounts on the project's own database; nothing is asked of any other service. */
export interface Accounts {
  signedIn(caller: Caller): Promise<SignedIn | null>;
  signIn(caller: Caller, given: { email: string; password: string }): Promise<AccountAnswer>;
  /** The second step where an account has a second factor: its six digits or a backup code. */
  signInSecond(caller: Caller, code: string): Promise<AccountAnswer>;
  signOut(caller: Caller): Promise<AccountAnswer>;
  /** Makes the account an invitation is for, and signs it in. */
  join(caller: Caller, given: NewAccount): Promise<AccountAnswer | JoinFault>;
  /** A link's token for a new account; it is shown once and stored as its hash only. */
  invite(invitation: {
    readonly role: AccountRole;
    readonly note: string;
    readonly invitedBy: string | null;
  }): Promise<string>;
  roleOfInvitation(token: string): Promise<AccountRole | null>;
  /** Until there is an account: a fresh token for the first administrator. Null afterwards. */
  firstAdministratorToken(): Promise<string | null>;
  /** Whether a password is one's own, asked before what must not be done with a lost browser. */
  confirmPassword(caller: Caller, password: string): Promise<AccountAnswer>;
  changePassword(caller: Caller, given: { current: string; next: string }): Promise<AccountAnswer>;
  /** Begins a second factor; its secret and backup codes are shown once. Null: wrong password. */
  beginSecondFactor(
    caller: Caller,
    password: string,
  ): Promise<{ readonly uri: string; readonly backupCodes: readonly string[] } | null>;
  confirmSecondFactor(caller: Caller, code: string): Promise<AccountAnswer>;
  endSecondFactor(caller: Caller, password: string): Promise<AccountAnswer>;
  /** Binds a form to the browser that asked for it and to its session. */
  formToken(browser: string): string;
  isFormToken(browser: string, token: string): boolean;
}

export interface AccountsOptions {
  readonly database: Database;
  /** Address of the pages; https makes cookies secure. */
  readonly publicUrl: string;
}

/** Fewest characters of a password. */
export const passwordLength = 12;

const invitationHours = 24 * 7;
const windowMinutes = 15;
/** Tries within the window after which each next one must wait longer. */
const freeTries = { pair: 5, address: 30, email: 60 };

const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex');

function createAuth({ database, publicUrl }: AccountsOptions, secret: string) {
  return betterAuth({
    appName: 'Column Inches',
    baseURL: publicUrl,
    basePath: '/accounts',
    secret,
    database: { db: database.db, type: 'postgres' },
    // The forms of this site are the only callers; they have their own, stricter limits.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength,
      maxPasswordLength: 256,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: 'auth_users',
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'coder' } },
    },
    session: { modelName: 'auth_sessions', expiresIn: 14 * 86_400, updateAge: 86_400 },
    account: { modelName: 'auth_accounts' },
    verification: { modelName: 'auth_verifications' },
    advanced: {
      cookiePrefix: 'column-inches',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-caller-address'] },
    },
    plugins: [
      twoFactor({
        issuer: 'Column Inches',
        schema: { twoFactor: { modelName: 'auth_two_factors' } },
      }),
    ],
  });
}

type Auth = ReturnType<typeof createAuth>;

interface Desk {
  readonly auth: Auth;
  readonly database: Database;
  readonly publicUrl: string;
  readonly secret: string;
}

interface Answered {
  readonly ok: boolean;
  readonly body: unknown;
  readonly cookies: readonly string[];
}

/** Speaks to better-auth as a browser on this site would. */
async function ask(
  { auth, publicUrl }: Desk,
  caller: Caller,
  request: { readonly path: string; readonly body?: object },
): Promise<Answered> {
  const headers = new Headers({ origin: new URL(publicUrl).origin });
  headers.set('x-caller-address', caller.address);
  if (caller.cookie !== undefined) headers.set('cookie', caller.cookie);
  if (caller.userAgent !== undefined) headers.set('user-agent', caller.userAgent);
  if (request.body) headers.set('content-type', 'application/json');
  const answer = await auth.handler(
    new Request(`${publicUrl}/accounts${request.path}`, {
      method: request.body ? 'POST' : 'GET',
      headers,
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    }),
  );
  const text = await answer.text();
  return {
    ok: answer.ok,
    body: text === '' ? null : (JSON.parse(text) as unknown),
    cookies: answer.headers.getSetCookie(),
  };
}

const plain = ({ ok, cookies }: Answered): AccountAnswer => ({
  outcome: ok ? 'done' : 'refused',
  cookies,
});

interface SessionBody {
  readonly session: { readonly id: string };
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: AccountRole;
    readonly twoFactorEnabled?: boolean | null;
  };
}

async function signedIn(desk: Desk, caller: Caller): Promise<SignedIn | null> {
  if (!caller.cookie?.includes('column-inches.session_token')) return null;
  const { body } = await ask(desk, caller, { path: '/get-session' });
  if (body === null) return null;
  const { session, user } = body as SessionBody;
  return {
    accountId: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    sessionId: session.id,
    secondFactor: user.twoFactorEnabled === true,
  };
}

/** Seconds a further try must wait: none at first, then twice as long each time, 5 min at most. */
async function waitSeconds(desk: Desk, tries: Readonly<Record<string, number>>): Promise<number> {
  let longest = 0;
  for (const [subject, free] of Object.entries(tries)) {
    const { count, secondsSince } = await noteSignInTry(desk.database.db, subject, windowMinutes);
    if (count < free) continue;
    const wait = Math.min(300, 2 ** (count - free + 1));
    longest = Math.max(longest, wait - (secondsSince ?? wait));
  }
  return Math.ceil(longest);
}

/** Runs a try at a password or code unless there were too many; good ones are forgotten. */
async function slowly(
  desk: Desk,
  guard: { readonly email: string; readonly address: string },
  attempt: () => Promise<AccountAnswer>,
): Promise<AccountAnswer> {
  const email = guard.email.toLowerCase();
  const pair = `pair ${email} ${guard.address}`;
  const seconds = await waitSeconds(desk, {
    [pair]: freeTries.pair,
    [`address ${guard.address}`]: freeTries.address,
    [`email ${email}`]: freeTries.email,
  });
  if (seconds > 0) return { outcome: 'too-many', cookies: [], retryAfterSeconds: seconds };
  const answer = await attempt();
  if (answer.outcome !== 'refused') {
    const { db } = desk.database;
    await forgetSignInTries(db, [pair, `email ${email}`], [`address ${guard.address}`]);
  }
  return answer;
}

function signIn(
  desk: Desk,
  caller: Caller,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<AccountAnswer> {
  return slowly(desk, { email, address: caller.address }, async () => {
    const body = { email: email.trim().toLowerCase(), password };
    // No cookie goes along: a session somebody planted can never become this one's.
    const answer = await ask(
      desk,
      { ...caller, cookie: undefined },
      {
        path: '/sign-in/email',
        body,
      },
    );
    const second = (answer.body as { twoFactorRedirect?: boolean } | null)?.twoFactorRedirect;
    const outcome = !answer.ok ? 'refused' : second ? 'second-factor' : 'done';
    const { db } = desk.database;
    const { user } = (answer.body ?? {}) as { readonly user?: { readonly id: string } };
    const userId = answer.ok ? (user?.id ?? null) : null;
    await writeAudit(db, { userId, action: `sign-in ${outcome}`, subject: body.email });
    return { outcome, cookies: answer.cookies };
  });
}

/** Whose second step it is: the first step's cookie, or the session that sets a factor up. */
function stepOf({ cookie = '' }: Caller): string | null {
  const found = /column-inches\.(?:two_factor|session_token)=([^;]+)/.exec(cookie)?.[1];
  return found === undefined ? null : hashOfToken(found);
}

async function secondStep(desk: Desk, caller: Caller, code: string): Promise<AccountAnswer> {
  const isBackup = !/^\d{6}$/.test(code.trim());
  const path = isBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
  const step = stepOf(caller);
  // Without a first step there is no second; a guess at nothing must not slow anybody down.
  if (step === null) return { outcome: 'refused', cookies: [] };
  const guard = { email: `second factor ${step}`, address: caller.address };
  return slowly(desk, guard, async () => {
    const answer = plain(await ask(desk, caller, { path, body: { code: code.trim() } }));
    const { db } = desk.database;
    await writeAudit(db, { userId: null, action: `second step ${answer.outcome}` });
    return answer;
  });
}

/** Does something with one's own account, and writes that it was done. */
async function changeOwn(
  desk: Desk,
  caller: Caller,
  change: { readonly path: string; readonly body: object; readonly action: string },
): Promise<AccountAnswer> {
  const person = await signedIn(desk, caller);
  const answer = plain(await ask(desk, caller, change));
  if (person && answer.outcome === 'done') {
    const { db } = desk.database;
    await writeAudit(db, { userId: person.accountId, action: change.action });
  }
  return answer;
}

function faultOf(given: NewAccount): JoinFault | null {
  if (given.name.trim().length < 2 || given.name.length > 100) return 'name';
  if (!/^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,9}$/.test(given.email.trim()))
    return 'email';
  return given.password.length < passwordLength || given.password.length > 256 ? 'password' : null;
}

async function join(
  desk: Desk,
  caller: Caller,
  given: NewAccount,
): Promise<AccountAnswer | JoinFault> {
  const { db } = desk.database;
  const fault = faultOf(given);
  if (fault) return fault;
  const email = given.email.trim().toLowerCase();
  const tokenHash = hashOfToken(given.token);
  const role = await spendInvitation(db, tokenHash);
  if (role === null) return 'invitation';
  const { internalAdapter, password } = await desk.auth.$context;
  if (await internalAdapter.findUserByEmail(email)) {
    await restoreInvitation(db, tokenHash);
    return 'email-taken';
  }
  const name = given.name.trim();
  const user = await internalAdapter.createUser(
    { email, name, role, emailVerified: true },
    { method: 'email' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await password.hash(given.password),
  });
  await writeAudit(db, { userId: user.id, action: 'account made', details: { role } });
  return signIn(desk, caller, { email, password: given.password });
}

async function invite(
  desk: Desk,
  invitation: {
    readonly role: AccountRole;
    readonly note: string;
    readonly invitedBy: string | null;
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { db } = desk.database;
  await addInvitation(db, {
    ...invitation,
    tokenHash: hashOfToken(token),
    hours: invitationHours,
  });
  await writeAudit(db, {
    userId: invitation.invitedBy,
    action: 'invitation made',
    details: { role: invitation.role, note: invitation.note },
  });
  return token;
}

async function firstToken(desk: Desk): Promise<string | null> {
  const { db } = desk.database;
  if ((await listAccounts(db)).length > 0) return null;
  await withdrawInvitation(db, null);
  return invite(desk, { role: 'administrator', note: '', invitedBy: null });
}

async function beginSecondFactor(desk: Desk, caller: Caller, password: string) {
  const { ok, body } = await ask(desk, caller, { path: '/two-factor/enable', body: { password } });
  if (!ok) return null;
  const { totpURI, backupCodes } = body as { totpURI: string; backupCodes: string[] };
  return { uri: totpURI, backupCodes };
}

async function confirmSecondFactor(desk: Desk, caller: Caller, code: string) {
  const person = await signedIn(desk, caller);
  const answer = await secondStep(desk, caller, code);
  if (person && answer.outcome === 'done') {
    const { db } = desk.database;
    await writeAudit(db, { userId: person.accountId, action: 'second factor on' });
  }
  return answer;
}

async function confirmPassword(
  desk: Desk,
  caller: Caller,
  password: string,
): Promise<AccountAnswer> {
  const person = await signedIn(desk, caller);
  if (person === null) return { outcome: 'refused', cookies: [] };
  const guard = { email: `password of ${person.accountId}`, address: caller.address };
  return slowly(desk, guard, async () =>
    plain(await ask(desk, caller, { path: '/verify-password', body: { password } })),
  );
}

function tokenOf(secret: string, browser: string): string {
  return createHmac('sha256', secret).update(`form ${browser}`).digest('base64url');
}

function isTokenOf(secret: string, browser: string, token: string): boolean {
  const [wanted, given] = [Buffer.from(tokenOf(secret, browser)), Buffer.from(token)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Opens the accounts; their secret is made at the first time and kept in the database. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { database, publicUrl } = options;
  const secret = await stateOrFirst(
    database.db,
    'accountsSecret',
    randomBytes(48).toString('base64url'),
  );
  const desk: Desk = { auth: createAuth(options, secret), database, publicUrl, secret };
  return {
    signedIn: (caller) => signedIn(desk, caller),
    signIn: (caller, given) => signIn(desk, caller, given),
    signInSecond: (caller, code) => secondStep(desk, caller, code),
    signOut: (caller) =>
      changeOwn(desk, caller, { path: '/sign-out', body: {}, action: 'signed out' }),
    join: (caller, given) => join(desk, caller, given),
    invite: (invitation) => invite(desk, invitation),
    roleOfInvitation: (token) => invitationRole(database.db, hashOfToken(token)),
    firstAdministratorToken: () => firstToken(desk),
    confirmPassword: (caller, password) => confirmPassword(desk, caller, password),
    changePassword: (caller, { current, next }) =>
      changeOwn(desk, caller, {
        path: '/change-password',
        body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
        action: 'password changed',
      }),
    beginSecondFactor: (caller, password) => beginSecondFactor(desk, caller, password),
    confirmSecondFactor: (caller, code) => confirmSecondFactor(desk, caller, code),
    endSecondFactor: (caller, password) =>
      changeOwn(desk, caller, {
        path: '/two-factor/disable',
        body: { password },
        action: 'second factor off',
      }),
    formToken: (browser) => tokenOf(secret, browser),
    isFormToken: (browser, token) => isTokenOf(secret, browser, token),
  };
}
