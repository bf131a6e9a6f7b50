import type { BroadcastMedium, BulletinPart, Daypart } from './broadcast.ts';
import type { FigureQuery } from './figure-query.ts';
import type { Day, IsoInstant } from './time.ts';

/** A sum of seconds over what is known of so many reports; null where nothing is. */
export interface KnownSeconds {
  readonly seconds: number | null;
  /** Reports of which the source does not say: in no sum above. */
  readonly unknownReports: number;
}

/** A person's reports in one part of the day. */
export interface DaypartFigures {
  readonly daypart: Daypart;
  readonly reports: number;
  readonly about: KnownSeconds;
}

/** A person on air in a period, first airings only; radio and television apart. */
export interface PersonAirFigures {
  readonly personId: string;
  readonly name: string;
  readonly medium: BroadcastMedium;
  /** Reports with a counted mention of the person, or in which they speak. */
  readonly reports: number;
  /** Σ 1/n. */
  readonly reportsFractional: number;
  readonly bulletins: number;
  /** Whole length of these reports. */
  readonly reportLength: KnownSeconds;
  readonly about: KnownSeconds;
  readonly speaking: KnownSeconds;
  readonly openers: number;
  /** Of the reports whose headlines can be heard, those in them. */
  readonly inHeadlines: number;
  readonly headlinesKnown: number;
  /** Later airings of the bulletins these reports are in, by the listings: counted apart. */
  readonly repeats: number;
  /** In the order of the day; parts of the day without a report are left out. */
  readonly dayparts: readonly DaypartFigures[];
  /** Reports of bulletins whose start is not known. */
  readonly reportsWithoutTime: number;
}

/** What of one outlet's air was captured in a period; radio and television apart. */
export interface OutletAirFigures {
  readonly outletId: string;
  readonly name: string;
  readonly medium: BroadcastMedium;
  readonly bulletins: number;
  readonly bulletinLength: { readonly seconds: number | null; readonly unknownBulletins: number };
  readonly reports: number;
  /** Bulletins with subtitles or a transcript: only of these are seconds about anyone known. */
  readonly withSubtitles: number;
  /** By the listings. */
  readonly programmes: number;
  readonly newsProgrammes: number;
  readonly newsRepeats: number;
  readonly relays: number;
  readonly newsSeconds: number | null;
}

/** Figures of the air in a period. */
export interface AirFigures {
  readonly query: FigureQuery;
  readonly methodVersion: string;
  readonly outlets: readonly OutletAirFigures[];
  /** Most seconds about them first, within each medium. */
  readonly persons: readonly PersonAirFigures[];
}

/** A bulletin in a list. */
export interface BulletinSummary {
  readonly id: string;
  readonly title: string;
  readonly startAt: IsoInstant | null;
  readonly startFrom: 'stated' | 'title' | 'listing' | null;
  readonly day: Day;
  readonly durationSeconds: number | null;
  readonly reports: number;
  readonly persons: number;
  readonly hasSubtitles: boolean;
}

/** A programme as the week grid shows it. */
export interface GridProgramme {
  readonly channel: string;
  readonly day: Day;
  readonly startAt: IsoInstant;
  readonly endAt: IsoInstant | null;
  readonly title: string;
  readonly isNews: boolean;
  readonly isRelay: boolean;
  readonly isRepeat: boolean;
  readonly firstAiringAt: IsoInstant | null;
  /** Of its day's listing. */
  readonly versions: number;
  /** The bulletin captured of it; null where none was. */
  readonly bulletinId: string | null;
}

/** Seven broadcasting days of an outlet, and what was captured of them. */
export interface AirWeek {
  readonly outletId: string;
  readonly outletName: string;
  /** BCP 47 tag of its programmes' titles. */
  readonly language: string;
  readonly timeZone: string;
  /** First and last broadcasting day shown. */
  readonly from: Day;
  readonly to: Day;
  readonly dayStartsAtHour: number;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly programmes: readonly GridProgramme[];
  readonly bulletins: readonly BulletinSummary[];
  readonly figures: readonly OutletAirFigures[];
  readonly methodVersion: string;
}

/** Seconds within a local clock hour, 0 to 23. */
export interface ClockHour {
  readonly hour: number;
  readonly seconds: number;
}

/** One bulletin as the public sees it: titles, times, and the sentences that mention someone. */
export interface BulletinPage {
  readonly id: string;
  readonly outletId: string;
  readonly outletName: string;
  /** BCP 47 tag of its titles and of what is said. */
  readonly language: string;
  readonly timeZone: string;
  readonly channel: string;
  readonly medium: BroadcastMedium;
  readonly url: string;
  readonly title: string;
  readonly startAt: IsoInstant | null;
  readonly startFrom: 'stated' | 'title' | 'listing' | null;
  readonly day: Day;
  readonly durationSeconds: number | null;
  readonly hasSubtitles: boolean;
  /** The bulletin this one repeats. */
  readonly repeatOf: string | null;
  /** Later airings of its programme, by the listings. */
  readonly repeats: readonly IsoInstant[];
  readonly parts: readonly BulletinPart[];
  /** By part, its seconds in each local clock hour; null where a time is not known. */
  readonly clockHours: readonly (readonly ClockHour[] | null)[];
  readonly names: Readonly<Record<string, string>>;
  readonly methodVersion: string;
}

/** A report on air in which a person counts, or speaks. */
export interface PersonReport {
  readonly bulletinId: string;
  /** Of the report in its bulletin. */
  readonly position: number;
  /** Of the report; of the bulletin where it has none of its own. */
  readonly title: string;
  readonly bulletinTitle: string;
  /** BCP 47 tag of both. */
  readonly language: string;
  readonly outletName: string;
  readonly medium: BroadcastMedium;
  readonly day: Day;
  /** null where nobody knows. */
  readonly aboutSeconds: number | null;
}

/** A page of the reports that a person's figures of the air count, the latest first. */
export interface PersonReports {
  readonly personId: string;
  readonly name: string;
  /** Of all pages; radio and television are never summed. */
  readonly counts: readonly { readonly medium: BroadcastMedium; readonly reports: number }[];
  readonly reports: readonly PersonReport[];
  /** For the next page; null at the end. */
  readonly cursor: string | null;
}

/** Figures of what is on air; part of `Numbers`. Never summed with print. */
export interface AirNumbers {
  /** null where nothing on air was captured in the period. */
  figures(query: FigureQuery, personId?: string): Promise<AirFigures | null>;
  /** The last week of the period with programmes or bulletins; null where there is none. */
  week(outletId: string, query: FigureQuery): Promise<AirWeek | null>;
  bulletin(id: string): Promise<BulletinPage | null>;
  /** null where the person is unknown. */
  reports(id: string, query: FigureQuery, cursor?: string): Promise<PersonReports | null>;
}
