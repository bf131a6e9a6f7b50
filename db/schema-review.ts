import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type Stamped = ColumnType<Date, Date | string | undefined, Date | string>;
type Json<Value> = ColumnType<Value, string, string>;

/** Rows of the tables around review and accounts; the migrations 0008, 0015 and 0016 make them. */
export interface ReviewTables {
  review_tasks: {
    id: string;
    demo: boolean;
    stream: string;
    /** Null where the task is a look at a front page. */
    item_id: string | null;
    snapshot_id: string | null;
    version: number;
    content_hash: string;
    method_version: string;
    machine: Json<unknown>;
    reasons: Json<unknown>;
    stratum: string | null;
    priority: number;
    places_taken: ColumnType<number, number | undefined, number>;
    status: ColumnType<string, string | undefined, string>;
    created_at: Stamped;
    /** The challenge that asks for an item once more; null for its first reading. */
    challenge_id: ColumnType<string | null, string | null | undefined, string | null>;
  };
  review_codings: {
    task_id: string;
    coder: string;
    place: number;
    taken_at: Stamped;
    draft: Json<unknown> | null;
    draft_at: Instant | null;
    value: Json<unknown> | null;
    submitted_at: Instant | null;
  };
  review_results: {
    task_id: string;
    value: Json<unknown>;
    decided_by: string | null;
    decided_at: Stamped;
  };
  audit_trail: {
    id: ColumnType<string, never, never>;
    at: Stamped;
    user_id: string | null;
    action: string;
    subject: string | null;
    details: Json<unknown> | null;
  };
  invitations: {
    token_hash: string;
    role: string;
    note: string;
    invited_by: string | null;
    created_at: Stamped;
    expires_at: Instant;
    used_at: Instant | null;
  };
  sign_in_failures: { subject: string; failed_at: Stamped };
  auth_users: {
    id: string;
    name: string;
    email: string;
    role: string;
    twoFactorEnabled: boolean | null;
    createdAt: Stamped;
  };
}
