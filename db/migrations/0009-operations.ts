import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const timetable = [
  `create table slots (
    id text collate "C" primary key,
    kind text not null,
    target text collate "C" not null,
    label text not null,
    due_at timestamptz not null,
    manual boolean not null default false,
    missed integer not null default 0,
    state text not null default 'queued',
    queued_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempts integer not null default 0,
    worker text,
    result jsonb,
    error_code text,
    error_message text
  )`,
  'create index slots_by_line on slots (kind, target, due_at desc)',
  'create index slots_by_time on slots (queued_at desc)',
  // Lines by habit: when each is due next.
  `create table slot_marks (
    kind text not null,
    target text collate "C" not null,
    next_at timestamptz not null,
    primary key (kind, target)
  )`,
  `create table workers (
    id text collate "C" primary key,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    version text not null
  )`,
];

const fleet = [
  // One host is spoken to by one worker at a time; who dies loses it when the lease ends.
  `create table host_leases (
    host text collate "C" primary key,
    holder text,
    held_until timestamptz,
    free_at timestamptz not null default '-infinity',
    paused_until timestamptz not null default '-infinity',
    strikes integer not null default 0
  )`,
];

const alarms = [
  `create table alarms (
    id bigint generated always as identity primary key,
    demo boolean not null,
    kind text not null,
    outlet_id text collate "C" not null references outlets on delete cascade,
    about text not null,
    facts jsonb not null,
    raised_at timestamptz not null,
    seen_at timestamptz not null,
    resolved_at timestamptz,
    told_raised boolean not null default false,
    told_resolved boolean not null default false
  )`,
  `create unique index alarms_open on alarms (kind, outlet_id, about)
    where resolved_at is null`,
  'create index alarms_by_time on alarms (raised_at desc)',
];

const digest = [
  `create table subscribers (
    id text collate "C" primary key,
    address text not null,
    address_key text collate "C" not null unique,
    language text not null,
    state text not null,
    token text collate "C" not null unique,
    asked_at timestamptz not null,
    confirmed_at timestamptz,
    ended_at timestamptz,
    bounces integer not null default 0
  )`,
  `create table digests (
    demo boolean not null,
    week text collate "C" not null,
    language text not null,
    subject text not null,
    finding text not null,
    content jsonb not null,
    method_version text not null,
    written_at timestamptz not null,
    primary key (demo, week, language)
  )`,
  // One row a reader and week: the idempotency key of a letter.
  `create table deliveries (
    week text collate "C" not null,
    subscriber_id text collate "C" not null references subscribers on delete cascade,
    message_id text not null,
    state text not null default 'queued',
    attempts integer not null default 0,
    -- Sent again because nobody knows whether the first copy arrived: at most once.
    resent boolean not null default false,
    next_at timestamptz not null,
    claimed_by text,
    claimed_until timestamptz,
    sent_at timestamptz,
    answer text,
    primary key (week, subscriber_id)
  )`,
  'create index deliveries_due on deliveries (week, state, next_at)',
];

/** What runs by itself: the timetable's slots, workers, alarms, and the weekly letter. */
export const operations: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [...timetable, ...fleet, ...alarms, ...digest];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
