import type { Day, IsoInstant } from './time.ts';

export type BroadcastMedium = 'television' | 'radio';

/** Parts of the broadcasting day in the outlet's zone; see METHOD.md. */
export type Daypart = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** Something in a listing or subtitle file that could not be read; the rest is kept. */
export interface ReadingFault {
  /** 1-based line of the file. */
  readonly line: number;
  /** Kebab-case, e.g. `bad-time`. */
  readonly code: string;
  readonly message: string;
  readonly messageVietnamese: string;
}

export interface ListingChannel {
  /** As the listing's programmes name it. */
  readonly id: string;
  readonly name: string;
}

/** One programme as a listing gives it. All text is NFC with single spaces. */
export interface ListedProgramme {
  /** Channel id; empty where the listing is of one channel and does not name it. */
  readonly channel: string;
  /** The broadcasting day: what runs after midnight belongs to the day before. */
  readonly day: Day;
  /** With the offset that the listing states, else the outlet's. */
  readonly startAt: IsoInstant;
  /** null where the listing does not say. */
  readonly endAt: IsoInstant | null;
  /** Empty where the listing leaves it blank. */
  readonly title: string;
  readonly subtitle: string | null;
  readonly description: string | null;
  readonly categories: readonly string[];
  /** The listing itself calls it a repeat (`previously-shown`, a rerun flag). */
  readonly saidRepeat: boolean;
  /** 1-based line of the file. */
  readonly line: number;
}

export type ListingFormat = 'xmltv' | 'text' | 'html' | 'json-ld' | 'ical';

/** A listing as read: what it announces and what could not be read. */
export interface Listing {
  readonly format: ListingFormat;
  readonly channels: readonly ListingChannel[];
  /** In the listing's order. */
  readonly programmes: readonly ListedProgramme[];
  readonly faults: readonly ReadingFault[];
}

/** Rules of an outlet for its programmes; RegExp sources, tried without regard to case. */
export interface BroadcastRules {
  /** What the outlet calls itself when it has one channel, or the channels it has. */
  readonly channels?: readonly {
    /** As in its listings. */
    readonly id: string;
    readonly name?: string;
    readonly medium?: BroadcastMedium;
  }[];
  /** Medium of channels that are not named above. Default television. */
  readonly medium?: BroadcastMedium;
  /** Titles of news programmes, beside the defaults. */
  readonly news?: readonly string[];
  /** Titles that are no news although a rule says so. */
  readonly notNews?: readonly string[];
  /** Titles of what is taken over from another outlet, beside the defaults. */
  readonly relays?: readonly string[];
  /** Addresses of bulletin pages, where the generic reading is weak. */
  readonly bulletinUrls?: readonly string[];
  /** Local hour at which a broadcasting day begins, 0–12. Default 4. */
  readonly dayStartsAtHour?: number;
}

/** What a programme is by the rules of its outlet. */
export interface ProgrammeKind {
  readonly medium: BroadcastMedium;
  /** A news programme of the outlet itself, first airing or repeat. */
  readonly isNews: boolean;
  /** Another outlet's production taken over. */
  readonly isRelay: boolean;
  readonly isRepeat: boolean;
  /** The title without what says repeat, for finding the first airing. */
  readonly workTitle: string;
}

/** One part of a bulletin as its page lists it. */
export interface RundownEntry {
  readonly kind: 'headlines' | 'report';
  readonly title: string;
  /** Seconds from the bulletin's start; null where only the order is known. */
  readonly startSeconds: number | null;
  /** null where neither the page nor the next entry tells. */
  readonly seconds: number | null;
  readonly url: string | null;
}

/** A published bulletin or single report, from its page, feed entry or sitemap entry. */
export interface BulletinReading {
  readonly url: string;
  readonly title: string;
  readonly channel: string | null;
  /** When it went on air; null where the source does not say. */
  readonly startAt: IsoInstant | null;
  /** How the start is known: stated as such, or written in the title. */
  readonly startFrom: 'stated' | 'title' | null;
  readonly publishedAt: IsoInstant | null;
  readonly durationSeconds: number | null;
  readonly description: string | null;
  readonly thumbnailUrl: string | null;
  readonly subtitles: readonly { readonly url: string; readonly language: string | null }[];
  /** In order of time; empty where the source lists none. */
  readonly rundown: readonly RundownEntry[];
}

/** One subtitle; milliseconds from the start of the recording. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  /** Plain NFC text on one line. */
  readonly text: string;
  /** As marked (`<v …>`, `NAME:`); null where nobody is. */
  readonly speaker: string | null;
}

export type SubtitleFormat = 'webvtt' | 'srt' | 'ttml';

/** A subtitle file as read, cues in order of time, without rolled-over repeats. */
export interface Subtitles {
  readonly format: SubtitleFormat;
  readonly language: string | null;
  readonly cues: readonly Cue[];
  readonly faults: readonly ReadingFault[];
}

/** A sentence spoken on air that mentions a registered person, with the seconds it took. */
export interface SpokenSentence {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** UTF-16 offsets in `text` of the counted mentions of the person. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A person in one part of a bulletin. */
export interface PersonOnAir {
  readonly personId: string;
  /** Union of the cues whose sentence mentions the person; null where there are no cues. */
  readonly aboutMs: number | null;
  /** Union of the cues the person speaks; null where no speaker is marked. */
  readonly speakingMs: number | null;
  /** Counted mentions in what is said and in the part's title. */
  readonly mentions: number;
  readonly inTitle: boolean;
  /** 1/n, n = counted persons of the part. */
  readonly fraction: number;
  readonly sentences: readonly SpokenSentence[];
}

/**
 * `report` from the rundown, `headlines` read before them, `whole` where no times are known, `rest`
 * for what is said outside the rundown's parts.
 */
export type BulletinPartKind = 'headlines' | 'report' | 'whole' | 'rest';

/** A part of a bulletin with whom it mentions; parts stand in order of time. */
export interface BulletinPart {
  readonly kind: BulletinPartKind;
  /** k of n among the reports, 1 = opener; null for the other kinds. */
  readonly slot: number | null;
  readonly title: string;
  readonly startSeconds: number | null;
  readonly seconds: number | null;
  readonly url: string | null;
  /** Its title is read in the headlines; null where no headlines can be heard. */
  readonly inHeadlines: boolean | null;
  readonly persons: readonly PersonOnAir[];
}

/** What the method says of a bulletin. */
export interface BulletinAnalysis {
  readonly parts: readonly BulletinPart[];
  /** Speakers' labels in the subtitles that name a person of the register; no other is stored. */
  readonly registeredLabels: readonly string[];
  readonly methodVersion: string;
}

/** What of a bulletin is analyzed. */
export interface AnalyzableBulletin {
  readonly id: string;
  readonly outlet: string;
  /** When it went on air, else was published: by it offices are resolved. */
  readonly at: IsoInstant | Day | null;
  readonly title: string;
  readonly language: string;
  readonly place: string | null;
  readonly durationSeconds: number | null;
  readonly rundown: readonly RundownEntry[];
  /** null where no subtitles are known. */
  readonly cues: readonly Cue[] | null;
}
