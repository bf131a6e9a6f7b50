import {
  type Account,
  type AccountRole,
  type AccountSession,
  accountSessions,
  type AuditEntry,
  type Database,
  endSessions,
  type Invitation,
  listAccounts,
  openInvitations,
  readAudit,
  removeAccount,
  setAccountRole,
  withdrawInvitation,
  writeAudit,
} from '../../db/index.ts';

/** What administrators do with accounts; every change is a line of the trail. */
export interface Administration {
  accounts(): Promise<readonly Account[]>;
  invitations(): Promise<readonly Invitation[]>;
  sessions(accountId: string): Promise<readonly AccountSession[]>;
  /** Ends one session of an account, or with null all of them; returns how many. */
  endSessions(
    by: string,
    ending: { readonly accountId: string; readonly sessionId: string | null },
  ): Promise<number>;
  /** False where there is no such account, or nobody would be left to administer. */
  setRole(
    by: string,
    change: { readonly accountId: string; readonly role: AccountRole },
  ): Promise<boolean>;
  remove(by: string, accountId: string): Promise<boolean>;
  /** Takes an open invitation back; false where there is none. */
  withdraw(by: string, tokenHash: string): Promise<boolean>;
  /** Writes something that was done on a page into the trail. */
  note(by: string, action: string, subject?: string): Promise<void>;
  /** The trail, latest first, from before a line's id. */
  trail(beforeId: string | null): Promise<readonly (AuditEntry & { readonly id: string })[]>;
}

/** Opens the administration over a database. */
export function createAdministration({ db }: Database): Administration {
  return {
    accounts: () => listAccounts(db),
    invitations: () => openInvitations(db),
    sessions: (accountId) => accountSessions(db, accountId),
    endSessions: async (by, { accountId, sessionId }) => {
      const ended = await endSessions(db, accountId, sessionId);
      const details = { ended };
      await writeAudit(db, { userId: by, action: 'sessions ended', subject: accountId, details });
      return ended;
    },
    setRole: async (by, { accountId, role }) => {
      const isDone = await setAccountRole(db, accountId, role);
      const details = { role, isDone };
      await writeAudit(db, { userId: by, action: 'role changed', subject: accountId, details });
      return isDone;
    },
    remove: async (by, accountId) => {
      const isDone = await removeAccount(db, accountId);
      const details = { isDone };
      await writeAudit(db, { userId: by, action: 'account removed', subject: accountId, details });
      return isDone;
    },
    withdraw: async (by, tokenHash) => {
      const open = await openInvitations(db);
      if (!open.some((invitation) => invitation.tokenHash === tokenHash)) return false;
      await withdrawInvitation(db, tokenHash);
      await writeAudit(db, { userId: by, action: 'invitation withdrawn' });
      return true;
    },
    note: (by, action, subject) =>
      writeAudit(db, { userId: by, action, ...(subject === undefined ? {} : { subject }) }),
    trail: (beforeId) => readAudit(db, beforeId),
  };
}
