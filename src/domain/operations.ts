import type { IsoInstant } from './time.ts';

/** What runs by itself, in the order of the operations page. */
export const jobKinds = [
  'crawl',
  'feeds',
  'homepage',
  'listings',
  'rollups',
  'retention',
  'ledger',
  'digest',
  'letters',
] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * `skipped`: nothing was to be done, and why stands in the result. `failed`: with an error it was
 * tried again; without one the result says what failed, and trying again would help nothing.
 */
export type SlotState = 'queued' | 'running' | 'done' | 'failed' | 'skipped';

/** What a slot came to, in numbers a page can name; text only where a reason is due. */
export type SlotResult = Readonly<Record<string, number | string>>;

/** One place of the timetable: of one job, for one outlet or (empty target) the installation. */
export interface Slot {
  /** `kind target label`: the same place of the timetable has the same id, however often asked. */
  readonly id: string;
  readonly kind: JobKind;
  /** Outlet id; empty for what is done once for all. */
  readonly target: string;
  /** Local day and time, or the instant of a slot that repeats by the minute. */
  readonly label: string;
  readonly dueAt: IsoInstant;
  readonly state: SlotState;
  /** Slots before this one that passed while nothing ran; this one stands for them. */
  readonly missed: number;
  /** By a person's button, beside the timetable. */
  readonly manual: boolean;
  readonly startedAt: IsoInstant | null;
  readonly finishedAt: IsoInstant | null;
  readonly attempts: number;
  readonly worker: string | null;
  readonly result: SlotResult | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** A line of the timetable with its latest slot. */
export interface TimetableLine {
  readonly kind: JobKind;
  readonly target: string;
  /** Name of the outlet; null where the job is for all. */
  readonly outletName: string | null;
  readonly timeZone: string;
  /** How often, in signs: `02:30`, `1 07:00` (Mondays), `15 min`, `5–120 min`. */
  readonly rule: string;
  readonly nextAt: IsoInstant | null;
  readonly last: Slot | null;
}

/** A process that takes up work. */
export interface WorkerSeen {
  readonly id: string;
  readonly startedAt: IsoInstant;
  readonly seenAt: IsoInstant;
  readonly version: string;
}

/** All that the operations page shows. */
export interface OperationsStatus {
  readonly lines: readonly TimetableLine[];
  /** Latest first. */
  readonly recent: readonly Slot[];
  readonly workers: readonly WorkerSeen[];
  /** Open ones first, then those that were resolved in the last days. */
  readonly alarms: readonly Alarm[];
}

export const alarmKinds = [
  'silent-source',
  'truncated-feed',
  'redesign-suspected',
  'blocked',
  'homepage-failing',
  'below-expected',
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** What is amiss with the capture at the moment it was looked at. */
export interface Trouble {
  readonly kind: AlarmKind;
  readonly outletId: string;
  /** Address of the source, or empty where the whole outlet is meant. */
  readonly about: string;
  readonly facts: SlotResult;
}

/** Something about the capture that a person should look at; it resolves itself when over. */
export interface Alarm {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly outletId: string;
  readonly outletName: string;
  /** Address of the source, or empty where the whole outlet is meant. */
  readonly about: string;
  /** The figures that raised it. */
  readonly facts: SlotResult;
  readonly raisedAt: IsoInstant;
  readonly resolvedAt: IsoInstant | null;
}

/** The timetable as the web sees it. */
export interface Operations {
  status(): Promise<OperationsStatus>;
  /** What is and was amiss with the capture, as in the status, for pages that show no more. */
  alarms(): Promise<readonly Alarm[]>;
  /** Whether a text is the operator's token. */
  isOperator(token: string): Promise<boolean>;
  /**
   * Runs a job now, beside its timetable, if the token is the operator's; or for an administrator,
   * whom the pages know by their session. Throws `operations/wrong-token` and
   * `operations/unknown-job`.
   */
  runNow(asked: {
    readonly kind: string;
    readonly target: string;
    readonly by: 'administrator' | { readonly token: string };
  }): Promise<Slot>;
}

/** A letter to the operator, plain text. */
export interface OperatorLetter {
  readonly subject: string;
  readonly text: string;
}

/** How the operator is told of alarms; who sends it is passed in. */
export interface OperatorMail {
  readonly language: 'vi' | 'en';
  /** Origin of the pages, for links. */
  readonly address: string;
  /** Resolves once the mail server has taken the letter. */
  send(letter: OperatorLetter): Promise<void>;
}
