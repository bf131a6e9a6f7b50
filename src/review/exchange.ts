import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CodingValue, ExportedCoding, ExportedLook } from '../domain/index.ts';

/** A coding made elsewhere, as read from a file. */
export interface ForeignCoding {
  readonly itemId: string;
  /** Name of the reader in the file; becomes an anonymous coder of its own. */
  readonly coder: string;
  readonly value: CodingValue;
}

/** What a file of codings held; `unread` rows could not be understood. */
export interface ReadCodings {
  readonly codings: readonly ForeignCoding[];
  readonly unread: number;
  /** Judgements of looks at front pages: never taken in, since looks are not drawn by lot. */
  readonly looks: number;
}

const role = z.enum(['subject', 'mentioned', 'listed']);
const place = z.enum(['headline', 'lead', 'later']);
const text = z.enum(['whole', 'part', 'none']);

const columns = [
  'item',
  'coder',
  'stream',
  'text',
  'persons',
  'machine',
  'result_text',
  'result_persons',
  'decided',
  'submitted_at',
  'url',
  'content_hash',
  'method_version',
  'snapshot',
  'look',
  'result_look',
] as const;

const personsText = (value: CodingValue) =>
  value.persons.map((person) => [person.personId, person.role, person.place].join(':')).join(' ');

/** A cell that no spreadsheet takes for a formula and no reader for two cells. */
function cell(value: string): string {
  const tame = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

function itemRow({ itemId, value, machine, result }: ExportedCoding): Row {
  return {
    item: itemId,
    text: value.text,
    persons: personsText(value),
    machine: machine.persons.join(' '),
    ...(result ? { result_text: result.text, result_persons: personsText(result) } : {}),
  };
}

function lookRow({ snapshotId, value, machine, result }: ExportedLook): Row {
  return {
    snapshot: snapshotId,
    look: value.look,
    machine: machine.fault ?? '',
    result_look: result?.look ?? '',
  };
}

/**
 * Codings as CSV, one row a coding; machine, coder and result in columns of their own. A judgement
 * of a look has its snapshot in place of an item, and the fault under `machine`.
 */
export function writeCodings(codings: readonly (ExportedCoding | ExportedLook)[]): string {
  const rows = codings.map((coding) => {
    const row: Row = {
      ...('itemId' in coding ? itemRow(coding) : lookRow(coding)),
      coder: coding.coder,
      stream: coding.stream,
      decided: coding.decided ?? '',
      submitted_at: coding.submittedAt,
      url: coding.url,
      content_hash: coding.contentHash,
      method_version: coding.methodVersion,
    };
    return columns.map((column) => cell(row[column] ?? '')).join(',');
  });
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

function personOf(words: string) {
  const [personId = '', given = 'mentioned', where = 'later'] = words.split(':');
  const parsed = z
    .object({ personId: z.string().min(1), role, place })
    .safeParse({ personId, role: given, place: where });
  return parsed.success ? parsed.data : null;
}

function valueOf(given: string, persons: readonly string[]): CodingValue | null {
  const state = text.safeParse(given);
  const people = persons.map(personOf);
  if (!state.success || people.includes(null)) return null;
  const known = people.filter((person) => person !== null);
  const ids = new Set(known.map(({ personId }) => personId));
  if (ids.size !== known.length) return null;
  return {
    text: state.data,
    persons: known.toSorted((one, other) => (one.personId < other.personId ? -1 : 1)),
  };
}

function readCsv(file: string): ReadCodings {
  const rows = parse(file, { columns: true, bom: true, relax_column_count: true }) as Record<
    string,
    string | undefined
  >[];
  const ofItems = rows.filter((row) => !row['snapshot'] || row['item']);
  const codings = ofItems.flatMap((row): ForeignCoding[] => {
    const value = valueOf(row['text'] ?? '', (row['persons'] ?? '').split(/\s+/).filter(Boolean));
    const { item: itemId, coder } = row;
    return value && itemId && coder ? [{ itemId, coder, value }] : [];
  });
  const looks = rows.length - ofItems.length;
  return { codings, unread: ofItems.length - codings.length, looks };
}

// Label Studio's export: tasks with annotations, each a list of results by the tag's name. Choices
// named "text" give its state; choices named "persons" give `id`, `id:role` or `id:role:place`.
const labelStudioTask = z.object({
  data: z.object({ item: z.union([z.string(), z.number()]).transform(String) }),
  annotations: z.array(z.unknown()),
});
const name = z.union([z.number(), z.string()]);
const annotation = z.object({
  completed_by: z.union([name, z.object({ id: name }).transform(({ id }) => id)]).transform(String),
  was_cancelled: z.boolean().optional(),
  // Relations between results stand among them and have neither name nor value.
  result: z.array(
    z.object({
      from_name: z.string().optional(),
      value: z.object({ choices: z.array(z.string()).optional() }).optional(),
    }),
  ),
});
const ownCoding = z.object({
  itemId: z.string().min(1),
  coder: z.string().min(1),
  value: z.object({
    text: z.string(),
    persons: z.array(z.object({ personId: z.string(), role, place })),
  }),
});
const ownLook = z.object({ snapshotId: z.string(), value: z.object({ look: z.string() }) });

type Entry = ForeignCoding | 'look' | 'unread';

function annotated(itemId: string, given: unknown): Entry[] {
  const read = annotation.safeParse(given);
  if (!read.success) return ['unread'];
  if (read.data.was_cancelled === true) return [];
  const { completed_by: coder, result } = read.data;
  const choices = (tag: string) =>
    result.filter((one) => one.from_name === tag).flatMap((one) => one.value?.choices ?? []);
  const value = valueOf(choices('text')[0] ?? 'whole', choices('persons'));
  return [value ? { itemId, coder, value } : 'unread'];
}

function entriesOf(given: unknown): Entry[] {
  const task = labelStudioTask.safeParse(given);
  if (task.success) {
    const { data, annotations } = task.data;
    return annotations.flatMap((one) => annotated(data.item, one));
  }
  if (ownLook.safeParse(given).success) return ['look'];
  const own = ownCoding.safeParse(given);
  if (!own.success) return ['unread'];
  const { itemId, coder, value } = own.data;
  const persons = value.persons.map((one) => `${one.personId}:${one.role}:${one.place}`);
  const checked = valueOf(value.text, persons);
  return [checked ? { itemId, coder, value: checked } : 'unread'];
}

function readJson(file: string): ReadCodings {
  const read: unknown = JSON.parse(file);
  const entries = [read].flat().flatMap(entriesOf);
  return {
    codings: entries.filter((entry) => typeof entry !== 'string'),
    unread: entries.filter((entry) => entry === 'unread').length,
    looks: entries.filter((entry) => entry === 'look').length,
  };
}

/**
 * Reads codings made elsewhere: Label Studio's JSON export, or JSON and CSV as exported here. What
 * cannot be understood is counted; a file that is neither counts as one row.
 */
export function readCodings(file: string): ReadCodings {
  try {
    return /^\s*[[{]/.test(file) ? readJson(file) : readCsv(file);
  } catch {
    return { codings: [], unread: 1, looks: 0 };
  }
}
