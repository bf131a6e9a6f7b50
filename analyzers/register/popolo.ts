import {
  ColumnInchesError,
  type NameKind,
  type Organization,
  type Person,
  type PersonName,
  type Place,
  type Post,
  type Register,
  type Term,
} from '../../src/domain/index.ts';
import { isPartialDate } from './partial-date.ts';

type Row = Readonly<Record<string, unknown>>;

/** As it says of itself; where it says nothing, a term that names no source is unchecked. */
function isChecked({ sure, checked }: Row, source: string | null): boolean {
  if (sure === false || checked === false) return false;
  return source !== null || sure === true || checked === true;
}

/**
 * Reads Popolo JSON, also as EveryPolitician exports it (posts implied by `role`, organization and
 * area).
 */
export function parsePopolo(text: string, fileName: string): Register {
  const document = readJson(text, fileName);
  const reader = new PopoloReader(fileName);
  const organizations = rows(document, 'organizations').map((row) => reader.organization(row));
  const places = [...rows(document, 'places'), ...rows(document, 'areas')].map((row) =>
    reader.place(row),
  );
  const events = new Map(rows(document, 'events').map((row) => [string(row, 'id') ?? '', row]));
  const posts = new Map(
    rows(document, 'posts').map((row) => [string(row, 'id') ?? '', reader.post(row)]),
  );
  const terms = rows(document, 'memberships').flatMap((row, index) =>
    reader.term({ row, index, posts, events }),
  );
  return {
    persons: rows(document, 'persons').map((row) => reader.person(row)),
    organizations,
    places,
    posts: [...posts.values()],
    terms,
  };
}

function readJson(text: string, fileName: string): Row {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (isRow(value)) return value;
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'register/not-json',
      verdict: 'stop-run',
      message:
        `${fileName} is not valid JSON. Export it again, or save it as CSV with ` +
        'the columns of the codebook.',
      messageVietnamese:
        `${fileName} không phải JSON hợp lệ. Hãy xuất lại, hoặc lưu thành CSV với các cột trong ` +
        'sách mã.',
      cause,
    });
  }
  throw new ColumnInchesError({
    code: 'register/not-popolo',
    verdict: 'stop-run',
    message:
      `${fileName} holds no JSON object. Popolo needs an object with "persons", ` +
      '"posts" and "memberships".',
    messageVietnamese:
      `${fileName} không chứa đối tượng JSON. Popolo cần một đối tượng có "persons", "posts" và ` +
      '"memberships".',
  });
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rows(row: Row, key: string): Row[] {
  const value = row[key];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function string(row: Row, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = row[key];
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC').trim();
    if (typeof value === 'number') return String(value);
  }
  return null;
}

function strings(row: Row, key: string): string[] {
  const value = row[key];
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) =>
    typeof entry === 'string'
      ? [entry.normalize('NFC')]
      : isRow(entry)
        ? (string(entry, 'name') ?? [])
        : [],
  );
}

interface TermRow {
  readonly row: Row;
  readonly index: number;
  readonly posts: Map<string, Post>;
  readonly events: ReadonlyMap<string, Row>;
}

class PopoloReader {
  private readonly fileName: string;

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  person(row: Row): Person {
    const id = this.needed(row, 'id', 'persons');
    const gender = string(row, 'gender');
    const familyName = string(row, 'family_name');
    const givenName = string(row, 'given_name');
    return {
      id,
      name: this.needed(row, 'name', 'persons'),
      otherNames: rows(row, 'other_names').flatMap(otherName),
      ...(gender === 'female' || gender === 'male' ? { gender } : {}),
      ...(familyName ? { familyName } : {}),
      ...(givenName ? { givenName } : {}),
    };
  }

  organization(row: Row): Organization {
    return {
      id: this.needed(row, 'id', 'organizations'),
      name: this.needed(row, 'name', 'organizations'),
      otherNames: strings(row, 'other_names'),
      place: string(row, 'place', 'area_id', 'place_id'),
      parent: string(row, 'parent_id', 'parent'),
      ...this.dates(row),
      successor: string(row, 'successor'),
    };
  }

  place(row: Row): Place {
    return {
      id: this.needed(row, 'id', 'places'),
      name: this.needed(row, 'name', 'places'),
      otherNames: strings(row, 'other_names'),
      parent: string(row, 'parent', 'parent_id'),
      ...this.dates(row),
      successor: string(row, 'successor'),
    };
  }

  post(row: Row): Post {
    const label = this.needed(row, 'label', 'posts');
    return {
      id: this.needed(row, 'id', 'posts'),
      label,
      otherLabels: strings(row, 'other_labels').filter((other) => other !== label),
      genericTitle: string(row, 'generic_title'),
      organization: string(row, 'organization_id', 'organization'),
      place: string(row, 'place', 'area_id', 'place_id'),
      ...this.dates(row),
    };
  }

  term({ row, index, posts, events }: TermRow): Term[] {
    const person = this.needed(row, 'person_id', 'memberships');
    const organization = string(row, 'organization_id');
    const post = string(row, 'post_id') ?? impliedPost(row, organization, posts);
    if (post === null) return [];
    const period = events.get(string(row, 'legislative_period_id') ?? '');
    const own = this.dates(row);
    const of = period ? this.dates(period) : { from: null, until: null };
    const source = string(row, 'source') ?? string(rows(row, 'sources')[0] ?? {}, 'url', 'note');
    const kind = string(row, 'kind', 'status');
    return [
      {
        id: string(row, 'id') ?? `${person}:${post}:${own.from ?? of.from ?? index}`,
        person,
        post,
        organization,
        from: own.from ?? of.from,
        until: own.until ?? of.until,
        kind: kind === 'acting' || kind === 'candidate' ? kind : 'holder',
        source,
        checked: isChecked(row, source),
      },
    ];
  }

  private needed(row: Row, key: string, list: string): string {
    const value = string(row, key);
    if (value !== null) return value;
    const which = string(row, 'id', 'name') ?? JSON.stringify(row).slice(0, 80);
    throw new ColumnInchesError({
      code: 'register/missing-field',
      verdict: 'stop-run',
      message:
        `${this.fileName}: an entry of "${list}" (${which}) has no "${key}". Add ` +
        'it and import again.',
      messageVietnamese:
        `${this.fileName}: một mục trong "${list}" (${which}) không có "${key}". Thêm vào rồi nhập ` +
        'lại.',
    });
  }

  private dates(row: Row): { from: string | null; until: string | null } {
    return {
      from: this.date(row, 'start_date', 'founding_date', 'from'),
      until: this.date(row, 'end_date', 'dissolution_date', 'until'),
    };
  }

  private date(row: Row, ...keys: readonly string[]): string | null {
    const value = string(row, ...keys);
    if (value === null || isPartialDate(value)) return value;
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return value.slice(0, 10);
    throw new ColumnInchesError({
      code: 'register/bad-date',
      verdict: 'stop-run',
      message:
        `${this.fileName}: "${value}" (${keys[0]}) is no date. Write YYYY-MM-DD, ` +
        'YYYY-MM or YYYY.',
      messageVietnamese:
        `${this.fileName}: "${value}" (${keys[0]}) không phải ngày có thật. Viết NĂM-THÁNG-NGÀY, ` +
        'NĂM-THÁNG hoặc NĂM.',
    });
  }
}

/** EveryPolitician has no posts: role + organization + area make one. */
function impliedPost(
  row: Row,
  organization: string | null,
  posts: Map<string, Post>,
): string | null {
  const label = string(row, 'label', 'role');
  if (label === null) return null;
  const place = string(row, 'area_id');
  const id = [label, organization, place]
    .filter(Boolean)
    .join(':')
    .toLowerCase()
    .replace(/\s+/g, '-');
  if (!posts.has(id)) {
    posts.set(id, {
      id,
      label,
      otherLabels: [],
      genericTitle: null,
      organization,
      place,
      from: null,
      until: null,
    });
  }
  return id;
}

function otherName(row: Row): PersonName[] {
  const name = string(row, 'name');
  return name === null ? [] : [{ name, kind: kindOf(name, string(row, 'kind', 'note') ?? '') }];
}

const kinds: readonly NameKind[] = ['full', 'variant', 'short', 'given', 'typo'];

function kindOf(name: string, note: string): NameKind {
  const named = kinds.find((kind) => kind === note);
  if (named) return named;
  if (/typo|misprint|error/i.test(note)) return 'typo';
  if (/^given/i.test(note) || !/\s/.test(name)) return 'given';
  return /short/i.test(note) ? 'short' : 'variant';
}
