import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Day } from '../src/domain/index.ts';
import type { OperationsTables } from './schema-operations.ts';
import type { ReviewTables } from './schema-review.ts';

// Rows as PostgreSQL gives them; they never leave this room. Domain types do.

type Instant = ColumnType<Date, Date | string, Date | string>;
type Json<Value> = ColumnType<Value, string, string>;
type World = { demo: boolean };
/** By which the big tables are parted and can be sharded. */
type MonthKey = { outlet_id: string; month: string };

/** Whether a query runs alone or inside a transaction is its caller's choice. */
export type Handle = Kysely<Tables> | Transaction<Tables>;

/** Table names and their rows; the migrations make exactly these. */
export interface Tables {
  outlets: {
    id: string;
    name: string;
    medium: string;
    place: string | null;
    time_zone: string;
    verified: boolean;
    demo: boolean;
    details: Json<unknown>;
  };
  sources: {
    outlet_id: string;
    kind: string;
    url: string;
    title: string | null;
    position: number;
  };
  blobs: {
    hash: string;
    size_bytes: ColumnType<string, number, number>;
    stored_at: ColumnType<Date, Date | undefined, Date>;
    removed_at: Instant | null;
    cleared_at: Instant | null;
  };
  fetches: {
    id: string;
    outlet_id: string;
    kind: string;
    source_kind: string;
    url: string;
    url_key: string;
    final_url: string;
    started_at: Instant;
    day: Day;
    duration_ms: number;
    outcome: string;
    status: number | null;
    headers: Json<Record<string, string>>;
    blob_hash: string | null;
    error_code: string | null;
    error_message: string | null;
    lead: Json<unknown> | null;
    /** The item this attempt yielded or confirmed; null where it yielded none. */
    item_id: string | null;
  };
  site_looks: {
    id: string;
    outlet_id: string | null;
    url: string;
    final_url: string;
    started_at: Instant;
    day: Day;
    duration_ms: number;
    outcome: string;
    status: number | null;
    headers: Json<Record<string, string>>;
    blob_hash: string | null;
    error_code: string | null;
    error_message: string | null;
  };
  leads: {
    outlet_id: string;
    url_key: string;
    url: string;
    title: string | null;
    published_at: Instant | null;
    via: string[];
    first_seen: Instant;
    day: Day;
  };
  items: ItemRow;
  item_versions: VersionRow;
  analyses: MonthKey & {
    item_id: string;
    version: number;
    method_version: string;
    language: string;
  };
  mentions: MentionRow;
  item_persons: PersonRow;
  measurements: MeasurementRow;
  clusters: { item_id: string; cluster_id: string; method_version: string };
  persons: World & {
    id: string;
    name: string;
    gender: string | null;
    family_name: string | null;
    given_name: string | null;
  };
  names: World & { person_id: string; position: number; name: string; kind: string };
  places: World & Dated & { id: string; name: string; other_names: string[] } & PlaceLinks;
  organizations: World &
    Dated & { id: string; name: string; other_names: string[]; place: string | null } & PlaceLinks;
  posts: World &
    Dated & {
      id: string;
      label: string;
      other_labels: string[];
      generic_title: string | null;
      organization: string | null;
      place: string | null;
    };
  terms: World &
    Dated & {
      id: string;
      person_id: string;
      post_id: string;
      organization: string | null;
      kind: string;
      source: string | null;
      checked: boolean;
    };
  register_changes: World & {
    id: string;
    entity: string;
    entity_id: string;
    before: Json<unknown> | null;
    after: Json<unknown> | null;
    changed_at: ColumnType<Date, Date | undefined, Date>;
    changed_by: string | null;
    reason: string | null;
  };
  listing_versions: {
    outlet_id: string;
    channel: string;
    day: Day;
    source_url: string;
    version: number;
    source_rank: number;
    seen_at: Instant;
    last_seen: Instant;
    list_hash: string;
    programmes: Json<unknown>;
  };
  programmes: ProgrammeRow;
  bulletins: BulletinRow;
  bulletin_parts: {
    bulletin_id: string;
    position: number;
    kind: string;
    slot: number | null;
    title: string;
    start_seconds: number | null;
    seconds: number | null;
    url: string | null;
    in_headlines: boolean | null;
  };
  bulletin_persons: {
    bulletin_id: string;
    position: number;
    person_id: string;
    about_ms: number | null;
    speaking_ms: number | null;
    mentions: number;
    in_title: boolean;
    fraction: number;
    sentences: Json<unknown>;
  };
  coverage: {
    outlet_id: string;
    day: Day;
    captured: number | null;
    expected: number | null;
    failed: number;
    gap: string | null;
  };
  coverage_months: { outlet_id: string; month: string; days: string };
  snapshots: SnapshotRow;
  placements: {
    snapshot_id: string;
    rank: number;
    story_key: string;
    details: Json<unknown>;
  };
  front_page_stories: {
    snapshot_id: string;
    story_key: string;
    item_id: string | null;
    exposure: number;
    share: number | null;
    automatic_exposure: number;
  };
  exports: World & {
    hash: string;
    created_at: ColumnType<Date, Date | undefined, Date>;
    query: Json<unknown>;
    method_version: string;
    package: string;
  };
  export_files: {
    export_hash: string;
    position: number;
    path: string;
    media_type: string;
    rows: number;
    size_bytes: number;
    sha256: string;
    /** Hashes of its pieces in the archive, in order. */
    parts: string[];
  };
  challenges: World & ChallengeRow;
  corrections: World & CorrectionRow;
  takedowns: World & Decided & { id: string; item_id: string; reason: string; asked_at: Instant };
  plans: World & { hash: string; title: string; content: string; sealed_at: Instant };
  stale_days: { outlet_id: string; day: Day };
  search_texts: World & {
    item_id: string;
    outlet_id: string;
    day: Day;
    sorted_at: Instant;
    sentences: string[];
    words: string;
  };
  plan_deviations: {
    id: string;
    plan_hash: string;
    noted_at: Instant;
    what: string;
    part: string | null;
  };
  slots: OperationsTables['slots'];
  slot_marks: OperationsTables['slot_marks'];
  workers: OperationsTables['workers'];
  host_leases: OperationsTables['host_leases'];
  alarms: OperationsTables['alarms'];
  subscribers: OperationsTables['subscribers'];
  digests: OperationsTables['digests'];
  deliveries: OperationsTables['deliveries'];
  review_tasks: ReviewTables['review_tasks'];
  review_codings: ReviewTables['review_codings'];
  review_results: ReviewTables['review_results'];
  audit_trail: ReviewTables['audit_trail'];
  invitations: ReviewTables['invitations'];
  sign_in_failures: ReviewTables['sign_in_failures'];
  auth_users: ReviewTables['auth_users'];
  app_state: {
    key: string;
    value: Json<unknown>;
    updated_at: ColumnType<Date, Date | undefined, Date>;
  };
}

interface Decided {
  state: string;
  decided_at: Instant | null;
  decided_by: string | null;
  answer: string | null;
}

interface ChallengeRow extends Decided {
  id: string;
  claim: string;
  /** Path and query of the page on which it was raised. */
  address: string;
  item_id: string | null;
  person_id: string | null;
  outlet_id: string | null;
  /** Period and outlets of the figure it is about. */
  query: Json<unknown>;
  reason: string;
  raised_at: Instant;
}

interface CorrectionRow {
  id: string;
  challenge_id: string;
  item_id: string;
  person_id: string;
  /** Who was meant; null where nobody of the register was. */
  to_person_id: string | null;
  query: Json<unknown>;
  items_before: number;
  items_after: number;
  why: string;
  made_at: Instant;
  made_by: string;
}

interface Dated {
  from_date: string | null;
  until_date: string | null;
}

interface PlaceLinks {
  parent: string | null;
  successor: string | null;
}

interface ItemRow {
  id: string;
  outlet_id: string;
  canonical_url: string;
  published_at: Instant | null;
  /** As the page said it, with its offset. */
  published_text: string | null;
  first_seen: Instant;
  /** First publication, or when first seen where undated. */
  sorted_at: Instant;
  day: Day;
  latest_version: number;
}

interface VersionRow {
  item_id: string;
  version: number;
  fetch_id: string;
  first_seen: Instant;
  url: string;
  content_hash: string;
  title: string;
  text: string;
  paragraphs: Json<unknown>;
  pictures: Json<unknown>;
  published_text: string | null;
  modified_text: string | null;
  language: string | null;
  section: string | null;
  confidence: number;
  reasons: Json<unknown>;
  origins: Json<unknown>;
}

interface MentionRow extends MonthKey {
  item_id: string;
  version: number;
  position: number;
  person_id: string;
  field: string;
  start_offset: number;
  end_offset: number;
  core_start: number;
  core_end: number;
  surface: string;
  kind: string;
  post_id: string | null;
  confidence: number;
  uncertain: boolean;
  institutional: boolean;
  former: boolean;
  counted: boolean;
  reason_vi: string;
  reason_en: string;
}

interface PersonRow {
  item_id: string;
  version: number;
  person_id: string;
  role: string;
  mentions: number;
  words: number;
  paragraph_share: number;
  first_offset: number | null;
  first_place: string;
  fraction: number;
}

interface SnapshotRow {
  id: string;
  outlet_id: string;
  page_kind: string;
  url: string;
  final_url: string;
  viewport: string;
  width: number;
  height: number;
  scheduled_at: Instant;
  taken_at: Instant;
  /** Minutes between two scheduled looks when this one was taken. */
  every_minutes: number;
  duration_ms: number;
  fault: string | null;
  fault_text: string | null;
  page_height: number;
  /** Part of the first screen that stories covered; null where failed. */
  above_fold: number | null;
  facts: Json<unknown>;
  screenshot_hash: string | null;
  thumbnail_hash: string | null;
  page_hash: string | null;
  method_version: string;
}

interface MeasurementRow extends MonthKey {
  item_id: string;
  version: number;
  position: number;
  measure: string;
  measure_version: number;
  unit: string;
  person_id: string | null;
  value_number: number | null;
  value_text: string | null;
  evidence: Json<Record<string, unknown>>;
}

interface ProgrammeRow {
  id: string;
  outlet_id: string;
  channel: string;
  day: Day;
  start_at: Instant;
  end_at: Instant | null;
  title: string;
  medium: string;
  is_news: boolean;
  is_relay: boolean;
  is_repeat: boolean;
  work_title: string;
  first_airing_id: string | null;
  /** How many versions of its day's listing were seen. */
  versions: number;
}

interface BulletinRow {
  id: string;
  outlet_id: string;
  url: string;
  title: string;
  channel: string;
  medium: string;
  start_at: Instant | null;
  start_from: string | null;
  published_at: Instant | null;
  first_seen: Instant;
  day: Day;
  duration_seconds: number | null;
  thumbnail_url: string | null;
  subtitle_url: string | null;
  rundown: Json<unknown>;
  cues: Json<unknown> | null;
  /** 1 = read from its page, 0 = from a feed or sitemap alone. */
  reading_rank: number;
  programme_id: string | null;
  repeat_of: string | null;
  method_version: string;
}
