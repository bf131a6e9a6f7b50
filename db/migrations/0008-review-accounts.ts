import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Column names of the accounts tables are better-auth's own.
const accounts = [
  `create table auth_users (
    id text collate "C" primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null default false,
    image text,
    role text not null default 'coder',
    "twoFactorEnabled" boolean default false,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`,
  `create table auth_sessions (
    id text collate "C" primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "ipAddress" text,
    "userAgent" text,
    "userId" text collate "C" not null references auth_users on delete cascade
  )`,
  'create index auth_sessions_by_user on auth_sessions ("userId")',
  `create table auth_accounts (
    id text collate "C" primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text collate "C" not null references auth_users on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`,
  'create index auth_accounts_by_user on auth_accounts ("userId")',
  `create table auth_verifications (
    id text collate "C" primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`,
  'create index auth_verifications_by_identifier on auth_verifications (identifier)',
  `create table auth_two_factors (
    id text collate "C" primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" text collate "C" not null references auth_users on delete cascade,
    verified boolean default true,
    "failedVerificationCount" integer default 0,
    "lockedUntil" timestamptz
  )`,
  `create table invitations (
    token_hash text collate "C" primary key,
    role text not null,
    note text not null,
    invited_by text collate "C",
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create table sign_in_failures (
    subject text collate "C" not null,
    failed_at timestamptz not null default now()
  )`,
  'create index sign_in_failures_by_subject on sign_in_failures (subject, failed_at)',
  `create table audit_trail (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    user_id text collate "C",
    action text not null,
    subject text,
    details jsonb
  )`,
];

const review = [
  `create table review_tasks (
    id text collate "C" primary key,
    demo boolean not null,
    stream text not null,
    item_id text collate "C" not null references items on delete cascade,
    version integer not null,
    content_hash text collate "C" not null,
    method_version text collate "C" not null,
    machine jsonb not null,
    reasons jsonb not null,
    stratum text collate "C",
    priority double precision not null,
    places_taken integer not null default 0 check (places_taken between 0 and 2),
    status text not null default 'open',
    created_at timestamptz not null default now()
  )`,
  // One live task for each item and stream; one that was overtaken stays as a record.
  `create unique index review_tasks_live on review_tasks (item_id, stream)
    where status <> 'overtaken'`,
  `create index review_tasks_waiting on review_tasks (demo, stream, priority desc, id)
    where status = 'open' and places_taken < 2`,
  'create index review_tasks_by_status on review_tasks (demo, status, stream)',
  `create table review_codings (
    task_id text collate "C" not null references review_tasks on delete cascade,
    coder text collate "C" not null,
    place integer not null check (place in (1, 2)),
    taken_at timestamptz not null default now(),
    draft jsonb,
    draft_at timestamptz,
    value jsonb,
    submitted_at timestamptz,
    primary key (task_id, coder),
    unique (task_id, place)
  )`,
  'create index review_codings_by_coder on review_codings (coder, submitted_at)',
  `create table review_results (
    task_id text collate "C" primary key references review_tasks on delete cascade,
    value jsonb not null,
    decided_by text collate "C",
    decided_at timestamptz not null default now()
  )`,
];

/** Coder accounts, tasks of the two streams, codings and results, and who did what. */
export const reviewAccounts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...accounts, ...review]) await sql.raw(statement).execute(db);
  },
};
