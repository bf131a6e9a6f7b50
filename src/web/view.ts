import {
  type Day,
  type IsoInstant,
  type Period,
  type UnreadRegister,
  uncheckedWord,
} from '../domain/index.ts';
import { type Formats, formatsFor, type Language } from './charts.ts';
import { type Translate, translator } from './language.ts';
import { type AddressChanges, addressOf, type ReaderQuery } from './query.ts';

/** The data world on screen, as the figures' source tells it. */
export interface World {
  readonly demo: boolean;
  readonly period: Period | null;
  readonly outlets: number;
  /** Persons of whom no term is checked. */
  readonly unchecked: readonly string[];
  /** Edits of the register that items were not read with; null or left out: none. */
  readonly olderThanRegister?: UnreadRegister | null;
}

/** All that a page knows besides its own figures. */
export interface View {
  readonly language: Language;
  readonly t: Translate;
  readonly formats: Formats;
  readonly query: ReaderQuery;
  /** Path of this page, without its query. */
  readonly path: string;
  readonly world: World;
  /** What is shown; null where there are no data at all. */
  readonly period: Period | null;
  /** Of the program. */
  readonly version: string;
  /** Folder of style sheet, fonts and scripts, named by their content: `/assets/1f3a…`. */
  readonly assets: string;
  /** Zone of what is done once for all outlets, such as keeping an export. */
  readonly timeZone: string;
  /** Origin of absolute links; null where the operator has named none. */
  readonly publicUrl: string | null;
  /** There is a timetable to show. */
  readonly hasOperations: boolean;
  /** There are pages of administrators, behind a sign-in. */
  readonly hasAdministration: boolean;
  /** Parameters of this page alone, kept by its filter and by the language switch. */
  readonly kept: AddressChanges;
  /** Whole days since the last day with data; 0 in the demo, whose clock is simulated. */
  readonly staleDays: number;
  /** The day that is not over and is part of what is shown; null: every day shown is over. */
  readonly openDay: Day | null;
  /** Address of another page with the same period, outlets and language. */
  href(path: string, changes?: AddressChanges): string;
  /** When something was done once for all outlets: in this installation's zone, which is named. */
  moment(instant: IsoInstant): string;
  /** No term of this person is checked: said wherever the name is. */
  isUnchecked(personId: string): boolean;
  /** Items were not read for this person yet: none found is unknown, not 0. */
  isUnread(personId: string): boolean;
  /** The name where only text may stand, with the word in brackets after an unchecked one. */
  nameOf(person: { readonly personId: string; readonly name: string }): string;
}

type Made = 't' | 'formats' | 'href' | 'moment' | 'isUnchecked' | 'isUnread' | 'nameOf';

/** A view of what is known of a request; words, formats and addresses follow from it. */
export function makeView(options: Omit<View, Made>): View {
  const unchecked = new Set(options.world.unchecked);
  const unread = new Set(options.world.olderThanRegister?.persons);
  const formats = formatsFor(options.language);
  return {
    ...options,
    t: translator(options.language),
    formats,
    moment: (instant) => formats.zonedInstant(instant, options.timeZone),
    href: (path, changes) => addressOf(path, options.query, changes),
    isUnchecked: (personId) => unchecked.has(personId),
    isUnread: (personId) => unread.has(personId),
    nameOf: ({ personId, name }) =>
      unchecked.has(personId) ? `${name} (${uncheckedWord[options.language]})` : name,
  };
}
