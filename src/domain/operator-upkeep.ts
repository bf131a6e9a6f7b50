import type { Plan } from './plans.ts';
import type { OperatorFinding, SignedChange } from './signed-change.ts';
import type { Day, IsoInstant } from './time.ts';

/** For how many days raw bytes are kept; null = for ever. */
export interface RetentionDays {
  readonly pagesDays: number | null;
  readonly picturesDays: number | null;
}

/** What is kept for how long, what that would remove now, and what was removed. */
export interface RetentionState {
  readonly days: RetentionDays;
  /** Set in the environment of the program: it cannot be changed on a page. */
  readonly isFixed: boolean;
  /** What the rule would give up now. */
  readonly due: { readonly count: number; readonly megabytes: number };
  /** Given up, and removed for good by the next run. */
  readonly waiting: number;
  /** Latest first. */
  readonly runs: readonly RetentionRun[];
}

/** One clearing: by the timetable, or by a person. */
export interface RetentionRun {
  readonly at: IsoInstant;
  /** Name of the administrator; null: the timetable. */
  readonly by: string | null;
  readonly cleared: number;
  readonly givenUp: number;
  readonly megabytes: number;
}

/** Reading everything stored again: what runs, and what came of the last one. */
export interface RecomputeState {
  readonly runningSince: IsoInstant | null;
  readonly pagesSoFar: number;
  readonly last: {
    readonly endedAt: IsoInstant;
    readonly pages: number;
    readonly failed: number;
    /** Pages whose bytes are gone: their figures stay. */
    readonly gone: number;
    /** What stopped it, in both languages; null where it came to its end. */
    readonly problem: { readonly vi: string; readonly en: string } | null;
  } | null;
}

/** Raw pages of an outlet (null: of all) and of days. */
export interface ArchiveScope {
  readonly outletId: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Stored data: how long they are kept, read again, taken out. */
export interface UpkeepDesk {
  retention(): Promise<RetentionState>;
  /** Sets the days; throws `retention/fixed` where the environment sets them. */
  setRetention(by: SignedChange, days: RetentionDays): Promise<void>;
  runRetention(by: SignedChange): Promise<RetentionRun>;
  recomputeState(): RecomputeState;
  /** Begins to read everything again; false where that runs already. */
  startRecompute(by: SignedChange, outletId: string | null): Promise<boolean>;
  /** The raw pages as gzipped WARC. */
  archive(by: SignedChange, scope: ArchiveScope): Promise<AsyncIterable<Uint8Array>>;
}

/** Sealed monitoring plans. */
export interface PlanDesk {
  plans(): Promise<readonly Plan[]>;
  /** Seals outlets, register, period and method; answers the hash. */
  sealPlan(
    by: SignedChange,
    plan: { readonly title: string; readonly from: Day; readonly to: Day },
  ): Promise<string>;
  noteDeviation(by: SignedChange, hash: string, what: string): Promise<void>;
}

/** The weekly letter and those who get it. */
export interface LetterDesk {
  /** Whether a mail server is set. */
  readonly sendsMail: boolean;
  /** Sends the letter that asks to confirm; throws as the form of readers does. */
  addSubscriber(
    by: SignedChange,
    asked: { readonly address: string; readonly language: 'vi' | 'en' },
  ): Promise<void>;
  /** A week's letter as it would go out, without its pictures. */
  previewLetter(
    language: 'vi' | 'en',
    week: Day | null,
  ): Promise<{ readonly subject: string; readonly text: string; readonly isKept: boolean }>;
  sendLetter(
    by: SignedChange,
    week: Day | null,
  ): Promise<{
    readonly sent: number;
    readonly refused: number;
    readonly waiting: number;
    readonly unknown: number;
    readonly fault: string | null;
  }>;
  /** Takes up a notice that a letter was not delivered; null: it was none. */
  readBounce(by: SignedChange, notice: string): Promise<'ended' | 'noted' | null>;
}

/** What is doubtful in the register, and where to ask for more. */
export interface RegisterDesk {
  registerFindings(): Promise<readonly OperatorFinding[]>;
  /** Asks Wikidata who held posts (Q numbers by comma); CSV to be gone through. */
  queryRegister(by: SignedChange, posts: string): Promise<string>;
}

/** Lists of outlets, and pages kept to notice a redesign. */
export interface OutletListDesk {
  /** Feeds of the followed outlets as OPML. */
  opml(): Promise<string>;
  importOpml(by: SignedChange, text: string): Promise<{ added: number; kept: number }>;
  /** Keeps an article page with what is read from it; answers the outlet's id. */
  freezePage(by: SignedChange, address: string): Promise<string>;
}
