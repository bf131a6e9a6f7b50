import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type Json<Value> = ColumnType<Value, string, string>;

/** Tables of what runs by itself. */
export interface OperationsTables {
  slots: {
    id: string;
    kind: string;
    target: string;
    label: string;
    due_at: Instant;
    manual: boolean;
    missed: number;
    state: string;
    queued_at: Instant;
    started_at: Instant | null;
    finished_at: Instant | null;
    attempts: number;
    worker: string | null;
    result: Json<unknown> | null;
    error_code: string | null;
    error_message: string | null;
  };
  slot_marks: { kind: string; target: string; next_at: Instant };
  workers: { id: string; started_at: Instant; seen_at: Instant; version: string };
  host_leases: {
    host: string;
    holder: string | null;
    held_until: Instant | null;
    free_at: Instant;
    paused_until: Instant;
    strikes: number;
  };
  alarms: {
    id: ColumnType<string, never, never>;
    demo: boolean;
    kind: string;
    outlet_id: string;
    about: string;
    facts: Json<unknown>;
    raised_at: Instant;
    seen_at: Instant;
    resolved_at: Instant | null;
    told_raised: boolean;
    told_resolved: boolean;
  };
  feed_shapes: {
    outlet_id: string;
    url: string;
    day: string;
    seen_at: Instant;
    entries: number;
    with_text: number;
    median_characters: number;
  };
  subscribers: {
    id: string;
    address: string;
    address_key: string;
    language: string;
    state: string;
    token: string;
    asked_at: Instant;
    confirmed_at: Instant | null;
    ended_at: Instant | null;
    bounces: number;
    confirm_token: string | null;
  };
  digests: {
    demo: boolean;
    week: string;
    language: string;
    subject: string;
    finding: string;
    content: Json<unknown>;
    method_version: string;
    written_at: Instant;
  };
  deliveries: {
    demo: boolean;
    week: string;
    subscriber_id: string;
    message_id: string;
    state: string;
    attempts: number;
    resent: boolean;
    queued_at: Instant;
    next_at: Instant;
    claimed_until: Instant | null;
    sent_at: Instant | null;
    bounced_at: Instant | null;
    answer: string | null;
  };
}
