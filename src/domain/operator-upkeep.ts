import type { TwoLanguages } from './open-data.ts';
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

/** A command that a page began and that goes on while pages are served. */
export interface BackgroundState<Result> {
  readonly runningSince: IsoInstant | null;
  readonly pagesSoFar: number;
  /** How the last one ended, since the program was started. */
  readonly last: {
    readonly endedAt: IsoInstant;
    /** Null where something stopped it. */
    readonly result: Result | null;
    /** What stopped it. */
    readonly problem: TwoLanguages | null;
    /** What it told on its way: pages passed over, lines that could not be read. */
    readonly notes: readonly TwoLanguages[];
  } | null;
}

/** Reading everything stored again. */
export type RecomputeState = BackgroundState<{
  readonly pages: number;
  readonly failed: number;
  /** Pages whose bytes are gone: their figures stay. */
  readonly gone: number;
}>;

/** Keeping an export of a period; its hash is its address. */
export type ExportState = BackgroundState<{ readonly hash: string }>;

/** A copy of everything in a folder of the machine. */
export interface BackupState extends BackgroundState<true> {
  readonly folder: string;
  /** The whole backup that lies there; null: none. */
  readonly kept: {
    readonly madeAt: IsoInstant;
    readonly program: string;
    readonly rows: number;
    readonly pages: number;
    /** Raw pages that were lost or damaged before. */
    readonly lost: number;
  } | null;
  /** What to type, line by line, to put a downloaded backup back. */
  readonly restoreLines: readonly string[];
}

export interface BackupDesk {
  backupState(): Promise<BackupState>;
  /** Begins a backup, or brings the one that is there up to date; false while one is in use. */
  startBackup(by: SignedChange): Promise<boolean>;
  /** The backup as a tar file; null where there is none, or one is being made. */
  backupFile(by: SignedChange): Promise<AsyncIterable<Uint8Array> | null>;
}

/** A file somebody sent: saved pages, a listing or subtitles. */
export interface ReplayFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a page that does not name its own address; empty: it does. */
  readonly address: string;
  /** Of a listing or of subtitles. */
  readonly outletId: string | null;
  readonly day: Day | null;
  /** Page of the bulletin that subtitles are of; empty: none. */
  readonly bulletin: string;
}

/** What was stored of it; what it is not is left out. */
export interface ReplayResult {
  readonly article?: number;
  readonly source?: number;
  readonly failed?: number;
  readonly programmes?: number;
  readonly cues?: number;
}

export interface ReplayDesk {
  replayState(): BackgroundState<ReplayResult>;
  /** Begins to store a file as if it had been crawled; false while another runs. */
  startReplay(by: SignedChange, file: ReplayFile): Promise<boolean>;
}

/** One thing about the machine or the installation. */
export interface CheckupFinding {
  readonly check: string;
  readonly ok: boolean;
  /** Nothing is broken, but a person should know it. */
  readonly note?: true;
  readonly text: TwoLanguages;
}

/** Where a command's work is done without it. */
export interface CommandPlace {
  readonly name: string;
  /** Address of a page; null where it cannot be done on one. */
  readonly page: string | null;
  /** Why it cannot, or what is different there. */
  readonly why: TwoLanguages | null;
}

/** The machine and the commands. */
export interface CheckupDesk {
  checkup(): Promise<readonly CheckupFinding[]>;
  readonly commands: readonly CommandPlace[];
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
  exportState(): ExportState;
  /** Begins to keep the open data of a period; false while another is made. */
  startExport(by: SignedChange, period: { readonly from: Day; readonly to: Day }): Promise<boolean>;
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
