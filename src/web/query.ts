import { z } from 'zod';
import type { Period } from '../domain/index.ts';
import { addDays } from './charts.ts';

/** 31 February parses as 3 March in some engines: only days that write themselves back are days. */
function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDay, 'not a day of the calendar');

/** A day of the calendar, or nothing where the field was left empty. */
export const dayText = z.preprocess((value) => (value === '' ? undefined : value), day.optional());

const shortText = z.string().max(200);

/** An emptied form field is sent as an empty string and means "not chosen". */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

const chosen = {
  from: optional(day.describe('First day, included; left out: 30 days before the last')),
  to: optional(day.describe('Last day, included; left out: the last day with data')),
  outlet: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat().filter((id) => id !== '')),
    z.array(shortText).max(200).default([]).describe('Ids of outlets; left out: all'),
  ),
};
const paged = {
  cursor: optional(
    z
      .string()
      .max(2000)
      .describe('`cursor` of the answer before: its next page, of the same from, to and outlet'),
  ),
};

/** Longest words a search takes, in characters. */
export const wordsLimitChars = 200;

/** Of the error where a list is asked to go on from a cursor that is not ours. */
export const badCursorCode = 'numbers/bad-cursor';

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
const inOrder = ({ from, to }: Days) => !from || !to || from <= to;
const outOfOrder = { message: 'the first day is after the last', path: ['from'] };

/** What every page understands in its address; anything else is ignored. */
export const readerQuerySchema = z
  .object({
    ...chosen,
    ...paged,
    sort: optional(shortText),
    sortOutlets: optional(shortText),
    /** `all`: every row of a long table of persons. */
    persons: optional(shortText),
    lang: optional(shortText),
  })
  .refine(inOrder, outOfOrder);

/** What the JSON API understands of it: the figures asked for. */
export const figureQuerySchema = z.object(chosen).refine(inOrder, outOfOrder);

/** Where a list is asked for page by page, and nothing else of it can be chosen. */
export const cursorSchema = z.object(paged);

/** And where its answer is a page of a list. */
export const listQuerySchema = z.object({ ...chosen, ...paged }).refine(inOrder, outOfOrder);

export type ReaderQuery = z.infer<typeof readerQuerySchema>;
export type ChosenFigures = z.infer<typeof figureQuerySchema>;

export const emptyReaderQuery: ReaderQuery = { outlet: [] };

export const idSchema = z.object({ id: z.string().min(1).max(300) });

const defaultDays = 30;

/** The period on screen: what the address says, else the last 30 days with data. */
export function periodOf(query: Pick<ChosenFigures, 'from' | 'to'>, extent: Period): Period {
  const to = query.to ?? extent.to;
  const start = addDays(to, 1 - defaultDays);
  const from = query.from ?? (start > extent.from ? start : extent.from);
  return { from: from > to ? to : from, to };
}

/** Changes to an address; null takes a parameter away. */
export type AddressChanges = Readonly<Record<string, string | readonly string[] | null>>;

/** An address on this site that keeps the reader's period, outlets and language. */
export function addressOf(path: string, query: ReaderQuery, changes: AddressChanges = {}): string {
  const kept: AddressChanges = {
    from: query.from ?? null,
    to: query.to ?? null,
    outlet: query.outlet,
    lang: query.lang ?? null,
    ...changes,
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) {
    for (const one of value === null ? [] : [value].flat()) parameters.append(name, one);
  }
  const search = parameters.toString();
  return search === '' ? path : `${path}?${search}`;
}
