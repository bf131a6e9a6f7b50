import type { Challenge, Correction, Takedown } from './challenges.ts';
import type { SubscriberState } from './digest.ts';
import type { TwoLanguages } from './open-data.ts';
import type {
  BackupDesk,
  CheckupDesk,
  LetterDesk,
  OutletListDesk,
  PlanDesk,
  RegisterDesk,
  ReplayDesk,
  UpkeepDesk,
} from './operator-upkeep.ts';
import type { Outlet } from './outlet.ts';
import type { Register } from './register.ts';
import type { SignedChange } from './signed-change.ts';
import type { PartialDate } from './time.ts';

/** An outlet as those see it who look after the installation. */
export interface OutletRow {
  readonly outlet: Outlet;
  /** `paused`: its file is put aside, its items stay; `available`: in the shipped catalogue. */
  readonly state: 'followed' | 'paused' | 'available' | 'replayed';
}

/** An outlet that was just asked to be followed. */
export interface AddedOutlet {
  readonly outlet: Outlet;
  /** False where it was followed already, and its file was left as it is. */
  readonly written: boolean;
  /** Why its site could not be looked at, so that its sources are the catalogue's; else null. */
  readonly problem: TwoLanguages | null;
}

/** What a look at an outlet's sources found. */
export interface OutletLook {
  readonly outletId: string;
  /** Whether each source works and an article could be read. */
  readonly works: boolean;
  readonly sources: readonly {
    readonly kind: string;
    readonly url: string;
    readonly works: boolean;
    /** Articles it named. */
    readonly leads: number;
    /** Programmes of a listing or bulletins. */
    readonly aired: number;
    readonly problem: TwoLanguages | null;
  }[];
  /** The article read for trial; null where none could be. */
  readonly sample: {
    readonly title: string;
    readonly words: number;
    readonly url: string;
  } | null;
}

/** What was read on one page. */
export interface PageLook {
  readonly url: string;
  readonly outletId: string;
  readonly parts: readonly {
    readonly name: TwoLanguages;
    readonly value: string | null;
    /** Where on the page; null where nothing tells. */
    readonly place: string | null;
    /** 0–1. */
    readonly confidence: number;
    readonly why: TwoLanguages;
  }[];
  /** Selectors that were tried on this page, for the outlet's file. */
  readonly proposals: readonly { readonly part: string; readonly selector: string }[];
}

/** One term of office as a form gives it; a person or post that is new has a name only. */
export interface TermDraft {
  /** Of the term that is changed; null for a new one. */
  readonly termId: string | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly postId: string;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly kind: 'holder' | 'acting' | 'candidate';
  readonly source: string | null;
}

/** How many read the weekly letter, by state; addresses are shown to nobody. */
export interface SubscriberCount {
  readonly state: SubscriberState;
  readonly language: 'vi' | 'en';
  readonly count: number;
}

/** A decision about a challenge or a takedown. */
export interface SignedDecision extends SignedChange {
  readonly id: string;
  readonly accept: boolean;
  /** Who is really meant; of a challenge only. */
  readonly toPersonId: string | null;
}

/** Readers' challenges, for those who decide them; every decision is a line of the trail. */
export interface ChallengeDesk {
  /** Those that wait, the oldest first. */
  challenges(): Promise<readonly Challenge[]>;
  /** The restated figure; null where none changes. Throws `challenge/not-open`. */
  decideChallenge(decision: SignedDecision): Promise<Correction | null>;
}

/**
 * All that the commands and files can do for outlets, register, readers' requests and subscribers,
 * for people who use neither; every change is a line of the trail. Errors are the commands' own.
 */
export interface OperatorDesk
  extends UpkeepDesk,
    BackupDesk,
    ReplayDesk,
    CheckupDesk,
    PlanDesk,
    LetterDesk,
    RegisterDesk,
    OutletListDesk,
    ChallengeDesk {
  outlets(): Promise<readonly OutletRow[]>;
  /** Looks at a site, or takes the catalogue's description, and follows it. */
  addOutlet(
    by: SignedChange,
    asked: {
      readonly address: string;
      readonly privateNetwork: boolean;
      /** The file of an outlet that is followed already is written anew. */
      readonly replace: boolean;
    },
  ): Promise<AddedOutlet>;
  lookAtOutlet(id: string): Promise<OutletLook>;
  /** Reads one page and stores nothing. */
  lookAtPage(address: string): Promise<PageLook>;
  /** Puts an outlet's file aside, or back; false where it has none. */
  pauseOutlet(by: SignedChange, id: string, pause: boolean): Promise<boolean>;
  /** Sets how many items a day are usual; false where the outlet is not one of ours. */
  expectItems(
    by: SignedChange,
    id: string,
    expected: { readonly min: number; readonly max: number },
  ): Promise<boolean>;
  /** The file of an outlet that is followed; null where it has none. */
  outletFile(id: string): Promise<string | null>;
  /** Puts another text in its place, if it can be read; throws as the commands do. */
  saveOutletFile(by: SignedChange, id: string, text: string): Promise<boolean>;
  register(): Promise<Register>;
  registerFile(format: 'csv' | 'popolo' | 'ftm' | 'wikidata'): Promise<string>;
  saveTerm(by: SignedChange, draft: TermDraft): Promise<void>;
  /** Takes in CSV or Popolo JSON; answers how many terms it holds. */
  importRegister(by: SignedChange, text: string): Promise<number>;
  /**
   * Takes what CSV or Popolo JSON lists out again; `kept` terms were changed since and stay. Throws
   * `register/nothing-to-remove`.
   */
  removeRegister(
    by: SignedChange,
    text: string,
  ): Promise<{ readonly terms: number; readonly persons: number; readonly kept: number }>;
  takedowns(): Promise<readonly Takedown[]>;
  decideTakedown(decision: SignedDecision): Promise<void>;
  subscribers(): Promise<readonly SubscriberCount[]>;
  /** Ends the letters to an address; false where nobody of that address gets any. */
  endSubscription(by: SignedChange, address: string): Promise<boolean>;
}
