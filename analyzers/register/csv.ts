import { parse } from 'csv-parse/sync';
import {
  ColumnInchesError,
  type NameKind,
  type Organization,
  type Person,
  type PersonName,
  type Post,
  type Register,
  type Term,
} from '../../src/domain/index.ts';
import { vietnamPlaces } from '../languages/vi/places.ts';
import { normalWord } from '../text/prepare.ts';
import { csvColumns } from './csv-columns.ts';
import { badRows, type CsvRow, fail, noting, type RowContext } from './csv-faults.ts';
import { isPartialDate } from './partial-date.ts';

/**
 * Reads a register from CSV, one row a term. Errors name the file, each line (up to 20) and the
 * mend.
 */
export function parseRegisterCsv(text: string, fileName: string): Register {
  const rows = readRows(text, fileName);
  const persons = new Map<string, Person>();
  const organizations = new Map<string, Organization>();
  const posts = new Map<string, Post>();
  const faults: ColumnInchesError[] = [];
  const terms = rows.map((row) => {
    const context = { row, fileName };
    // A fault of the person does not hide one of the post or the dates: each is told.
    const attempt = <Part>(read: () => Part) => noting(read, faults);
    const person = attempt(() => readPerson(context, persons)) ?? '';
    const organization = readOrganization(context, organizations);
    const post = attempt(() => readPost(context, { organization, posts })) ?? '';
    return attempt(() => readTerm(context, { person, post, organization }));
  });
  if (faults.length > 0) throw badRows(faults, fileName);
  const used = new Set([...posts.values()].map(({ place }) => place));
  return {
    persons: [...persons.values()],
    organizations: [...organizations.values()],
    places: vietnamPlaces.filter(({ id }) => used.has(id)),
    posts: [...posts.values()],
    terms: terms.filter((term) => term !== null),
  };
}

function readRows(text: string, fileName: string): CsvRow[] {
  const records = readRecords(text, fileName);
  const header = (records[0]?.record ?? []).map((cell) => cell.trim().toLowerCase());
  checkHeader(header, fileName);
  return records.slice(1).map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      header.map((name, index) => [name, (record[index] ?? '').normalize('NFC').trim()]),
    ),
  }));
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function readRecords(text: string, fileName: string): CsvRecord[] {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => count(firstLine, b) - count(firstLine, a))[0] ?? ',';
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : 'cannot be read as CSV';
    throw new ColumnInchesError({
      code: 'register/bad-csv',
      verdict: 'stop-run',
      message: `${fileName}: ${fault}. Quote cells that hold quotes or line breaks.`,
      messageVietnamese:
        `${fileName}: không đọc được ở dạng CSV (${fault}). ` +
        'Đặt trong dấu ngoặc kép những ô có dấu ngoặc kép hoặc xuống dòng.',
      cause,
    });
  }
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function checkHeader(header: readonly string[], fileName: string): void {
  const known = csvColumns.map(({ name }) => name);
  const missing = csvColumns.filter(({ name, required }) => required && !header.includes(name));
  const unknown = header.filter((name) => name !== '' && !known.includes(name));
  if (missing.length === 0 && unknown.length === 0) return;
  const faults = [
    ...missing.map(({ name, meaning }) => `column "${name}" (${meaning}) is missing`),
    ...unknown.map((name) => `column "${name}" is not known`),
  ];
  const faultsVietnamese = [
    ...missing.map(({ name }) => `thiếu cột "${name}"`),
    ...unknown.map((name) => `không có cột nào tên "${name}"`),
  ];
  throw new ColumnInchesError({
    code: 'register/bad-header',
    verdict: 'stop-run',
    message: `${fileName}, line 1: ${faults.join('; ')}. The columns are: ${known.join(', ')}.`,
    messageVietnamese: `${fileName}, dòng 1: ${faultsVietnamese.join('; ')}. Các cột là: ${known.join(', ')}.`,
  });
}

function cell({ row }: RowContext, name: string): string {
  return row.cells[name] ?? '';
}

function needed(context: RowContext, name: string): string {
  const value = cell(context, name);
  if (value === '') {
    throw fail(context, {
      vi: `"${name}" để trống. Hãy điền vào hoặc xóa dòng này.`,
      en: `"${name}" is empty. Fill it in or delete the line.`,
    });
  }
  return value;
}

/** Lower-case letters, digits and hyphens: `Nguyễn Văn A` → `nguyen-van-a`. */
function slug(text: string): string {
  return normalWord(text, true)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function readPerson(context: RowContext, persons: Map<string, Person>): string {
  const name = needed(context, 'person');
  const id = cell(context, 'person_id') || slug(name);
  const known = persons.get(id);
  if (known && known.name !== name) {
    throw fail(context, {
      vi: `"${id}" ở trên là ${known.name}, ở đây là ${name}. Đặt "person_id" khác cho một trong hai.`,
      en: `"${id}" is ${known.name} above and ${name} here. Give one of them another "person_id".`,
    });
  }
  const gender = cell(context, 'gender').toLowerCase();
  if (gender !== '' && gender !== 'female' && gender !== 'male') {
    throw fail(context, {
      vi: `"gender" là "${gender}". Viết female, male hoặc để trống.`,
      en: `"gender" is "${gender}". Write female, male or nothing.`,
    });
  }
  const otherNames = [...(known?.otherNames ?? []), ...readNames(cell(context, 'other_names'))];
  const unique = [...new Map(otherNames.map((other) => [other.name, other])).values()];
  const sex = gender === '' ? known?.gender : gender;
  persons.set(id, { id, name, otherNames: unique, ...(sex ? { gender: sex } : {}) });
  return id;
}

const nameKinds: readonly NameKind[] = ['full', 'variant', 'short', 'given', 'typo'];

function readNames(text: string): PersonName[] {
  return parts(text).map((part) => {
    const [name = '', kind = ''] = part.split(':').map((piece) => piece.trim());
    const known = nameKinds.find((candidate) => candidate === kind);
    return { name, kind: known ?? (name.includes(' ') ? 'variant' : 'given') };
  });
}

function parts(text: string): string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
}

function readOrganization(context: RowContext, known: Map<string, Organization>): string | null {
  const name = cell(context, 'organization');
  const id = cell(context, 'organization_id') || slug(name);
  if (id === '') return null;
  if (!known.has(id)) {
    known.set(id, {
      id,
      name: name || id,
      otherNames: [],
      place: placeOf(context),
      parent: null,
      from: null,
      until: null,
      successor: null,
    });
  }
  return id;
}

function placeOf(context: RowContext): string | null {
  const text = cell(context, 'place');
  if (text === '') return null;
  const wanted = text.toLowerCase();
  const place = vietnamPlaces.find(
    ({ id, name, otherNames }) =>
      id === wanted || [name, ...otherNames].some((other) => other.toLowerCase() === wanted),
  );
  return place?.id ?? slug(text);
}

function readPost(
  context: RowContext,
  known: { readonly organization: string | null; readonly posts: Map<string, Post> },
): string {
  const { organization, posts } = known;
  const label = needed(context, 'post');
  const id = cell(context, 'post_id') || slug(label);
  const before = posts.get(id);
  const others = [...(before?.otherLabels ?? []), ...parts(cell(context, 'other_labels'))];
  if (before && before.label !== label) others.push(label);
  posts.set(id, {
    id,
    label: before?.label ?? label,
    otherLabels: [...new Set(others)],
    genericTitle: cell(context, 'generic_title') || (before?.genericTitle ?? null),
    organization: organization ?? before?.organization ?? null,
    place: placeOf(context) ?? before?.place ?? null,
    from: null,
    until: null,
  });
  return id;
}

type TermIds = Pick<Term, 'person' | 'post' | 'organization'>;

function readTerm(context: RowContext, ids: TermIds): Term {
  const from = dateOf(context, 'from');
  const until = dateOf(context, 'until');
  if (from !== null && until !== null && until < from.slice(0, until.length)) {
    throw fail(context, {
      vi: `"until" (${until}) đứng trước "from" (${from}). Hãy sửa một trong hai.`,
      en: `"until" (${until}) is before "from" (${from}). Correct one of them.`,
    });
  }
  const kind = cell(context, 'kind').toLowerCase() || 'holder';
  if (kind !== 'holder' && kind !== 'acting' && kind !== 'candidate') {
    throw fail(context, {
      vi: `"kind" là "${kind}". Viết holder (đương nhiệm), acting (quyền) hoặc candidate (ứng cử).`,
      en: `"kind" is "${kind}". Write holder, acting or candidate.`,
    });
  }
  const checked = !['no', 'false', '0'].includes(cell(context, 'checked').toLowerCase());
  const source = cell(context, 'source') || null;
  if (checked && source === null) {
    throw fail(context, {
      vi: '"source" để trống. Ghi nguồn, hoặc viết no ở cột "checked".',
      en: '"source" is empty. Name the source, or write no in "checked".',
    });
  }
  return {
    id: `${ids.person}:${ids.post}:${from ?? ''}`,
    ...ids,
    from,
    until,
    kind,
    source,
    checked,
  };
}

function dateOf(context: RowContext, name: string): string | null {
  const value = cell(context, name);
  if (value === '') return null;
  if (isPartialDate(value)) return value;
  throw fail(context, {
    vi: `"${name}" là "${value}", không phải ngày có thật. Viết NĂM-THÁNG-NGÀY, NĂM-THÁNG hoặc NĂM.`,
    en: `"${name}" is "${value}", which is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.`,
  });
}
