import type { SnapshotFault, Viewport } from './front-page.ts';
import type { Reason, PersonRole } from './mention.ts';
import type { IsoInstant } from './time.ts';

/** `audit` is drawn by lot and coded blind; `uncertain` is what the machine doubts. */
export type ReviewStream = 'audit' | 'uncertain';

/** Whether the text is the article, the whole article and nothing else. */
export type TextState = 'whole' | 'part' | 'none';

/** Most prominent place of a person, as coders see it. */
export type CodedPlace = 'headline' | 'lead' | 'later';

/** A person who is in the item, as a coder read it. */
export interface CodedPerson {
  readonly personId: string;
  readonly role: PersonRole;
  readonly place: CodedPlace;
}

/** What one reading of one item says; `persons` in order of their ids, each once. */
export interface CodingValue {
  readonly text: TextState;
  readonly persons: readonly CodedPerson[];
}

/**
 * Whether a look at a front page shows what its readers saw: rightly; another page (an error, a
 * question, a foreign address); something covers it; its styles or pictures are missing; a part is.
 */
export type LookState = 'right' | 'other-page' | 'covered' | 'unstyled' | 'part';

/** What one person says of the picture of a look. */
export interface LookReading {
  readonly look: LookState;
}

/** What a person hands in: of an item's text, or of a look's picture. */
export type TaskReading = CodingValue | LookReading;

/** A look to be judged by its whole picture. */
export interface LookTask {
  readonly taskId: string;
  readonly snapshotId: string;
  readonly outletName: string;
  readonly url: string;
  readonly viewport: Viewport;
  readonly takenAt: IsoInstant;
  readonly timeZone: string;
  readonly reasons: readonly Reason[];
  readonly submitted: LookReading | null;
  readonly locked: boolean;
}

/** Both judgements of a look, for the one who decides. */
export interface LookDispute {
  readonly task: LookTask;
  readonly readings: readonly [LookReading, LookReading];
}

/** The machine's reading at the time a task was made. */
export interface MachineReading {
  /** Ids of persons with a counted mention, in order. */
  readonly persons: readonly string[];
}

/**
 * `open` waits for coders; `disputed` for an adjudicator; `done` has its result; `overtaken`: the
 * text or the method changed, and another task took its place.
 */
export type TaskStatus = 'open' | 'disputed' | 'done' | 'overtaken';

/** A task as its coder gets it; `reasons` is empty in the audit, which is coded blind. */
export interface CodingTask {
  readonly taskId: string;
  readonly stream: ReviewStream;
  readonly itemId: string;
  readonly outletName: string;
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly reasons: readonly Reason[];
  /** Persons the machine doubts about; empty in the audit. */
  readonly candidates: readonly string[];
  readonly draft: CodingValue | null;
  readonly submitted: CodingValue | null;
  /** A change to a submitted coding is possible until the other coder has submitted too. */
  readonly locked: boolean;
}

/** Both codings of a task, for the one who decides; coders are not named. */
export interface Dispute {
  readonly task: CodingTask;
  readonly codings: readonly [CodingValue, CodingValue];
}

/** How far a stream has come; of the person asking, and of all. */
export interface StreamProgress {
  readonly stream: ReviewStream;
  readonly tasks: number;
  readonly waitingForMe: number;
  readonly codedByMe: number;
  readonly disputed: number;
  readonly done: number;
}

interface Exported<Value extends TaskReading, Machine> {
  readonly taskId: string;
  readonly url: string;
  /** Of the text, or of the whole picture. */
  readonly contentHash: string;
  readonly methodVersion: string;
  readonly stream: ReviewStream;
  readonly machine: Machine;
  readonly coder: string;
  readonly value: Value;
  readonly submittedAt: IsoInstant;
  /** The result of the task, once there is one. */
  readonly result: Value | null;
  readonly decided: 'agreed' | 'adjudicated' | null;
}

/** One coding for export; coders are numbered by nothing that names them. */
export interface ExportedCoding extends Exported<CodingValue, MachineReading> {
  readonly itemId: string;
}

/** One judgement of a look at a front page for export; `fault` is null where it was only odd. */
export interface ExportedLook
  extends Exported<LookReading, { readonly fault: SnapshotFault | null }> {
  readonly snapshotId: string;
}
