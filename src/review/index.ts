// The review room: what people read, how far they agree, and what that says of the machine.
export type { Level } from './agreement.ts';
export { keepTasksCurrent, openAudit, openUncertain, renewTasks } from './assign.ts';
export {
  type CorrectionReader,
  type Corrections,
  correctionInput,
  createCorrections,
} from './corrections.ts';
export type { CodingPlan } from './plan.ts';
export {
  type AccountAnswer,
  type Accounts,
  type Caller,
  createAccounts,
  type JoinFault,
  passwordLength,
  type SignedIn,
} from './accounts.ts';
export type { CodebookRule, RuleAgreement } from './agreement-rules.ts';
export { createReviewDesk, type RegisterPerson, type ReviewDesk } from './desk.ts';
export type {
  Account,
  AccountRole,
  AccountSession,
  AuditEntry,
  Invitation,
} from '../../db/index.ts';
export { type Administration, createAdministration } from './administration.ts';
export { readCodings, writeCodings } from './exchange.ts';
