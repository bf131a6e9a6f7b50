import type {
  Day,
  Organization,
  Person,
  Place,
  Post,
  Register,
  Term,
} from '../../src/domain/index.ts';
import type { Language } from '../languages/index.ts';
import { normalWord, tokenize } from '../text/prepare.ts';
import { withoutMarks } from '../text/tone.ts';
import {
  addLiteralHead,
  compileLexicon,
  type Lexicon,
  phraseWords,
  type TitleLevel,
} from './lexicon.ts';
import { daysOfAll, type PlaceOn, placesByDay } from './successions.ts';
import { createNameMatcher, type NameMatcher } from './name-matcher.ts';
import { PhraseTrie } from './phrase-trie.ts';
import { parseTitle, type TitleReference } from './title-parser.ts';

export interface NameEntry {
  readonly persons: readonly number[];
  /** A typing error seen before and entered as such. */
  readonly typo: boolean;
}

/** A post with every structure its labels have. */
export interface PostEntry {
  readonly post: Post;
  readonly references: readonly TitleReference[];
  readonly place: string | null;
  readonly district: string | null;
  readonly level: TitleLevel | null;
  readonly terms: readonly TermEntry[];
}

export interface TermEntry {
  readonly term: Term;
  readonly person: number;
  readonly from: Day;
  readonly until: Day;
}

export interface PersonEntry {
  readonly person: Person;
  readonly posts: readonly number[];
  /** The full name in the normal form of a text, lower case. */
  readonly words: string;
  /** Frequent enough a name that several people may bear it. */
  readonly common: boolean;
  /** Holds or held a post whose holders bear a rank ("Đại tướng Khôi"). */
  readonly uniformed: boolean;
}

/** A register made ready for one language, with or without diacritics. */
export interface RegisterIndex {
  readonly lexicon: Lexicon;
  readonly persons: readonly PersonEntry[];
  readonly names: ReadonlyMap<string, NameEntry>;
  readonly matchNames: NameMatcher;
  /** Given names and short forms, lower case: needs an honorific or title. */
  readonly shortNames: ReadonlyMap<string, readonly number[]>;
  readonly posts: readonly PostEntry[];
  readonly postsByHead: ReadonlyMap<string, readonly number[]>;
  /** Heads for which a standing deputy is told apart. */
  readonly standingHeads: ReadonlySet<string>;
  /** Organizations of posts as written, to support a common name. */
  readonly organizationNames: PhraseTrie<readonly number[]>;
  /** Which place a place was merged into by a day. */
  readonly placeOn: PlaceOn;
  /** Names without marks, to find one-mark typing errors. */
  readonly plainNames: ReadonlyMap<string, readonly string[]>;
}

/** Head and deputy as one key. */
export function headKey(reference: { readonly head: string; readonly deputy: boolean }): string {
  return reference.deputy ? `phó|${reference.head}` : reference.head;
}

/** Compiles a register for a language; costs milliseconds, so callers keep the result. */
export function indexRegister(
  register: Register,
  language: Language,
  plain: boolean,
): RegisterIndex {
  const lexicon = compileLexicon(language, plain, register.places);
  const positions = new Map(register.persons.map((person, index) => [person.id, index]));
  const labels = readLabels(register, lexicon);
  const terms = Map.groupBy(register.terms, ({ post }) => post);
  const places = new Map([...language.places, ...register.places].map((one) => [one.id, one]));
  const organizations = new Map(register.organizations.map((one) => [one.id, one]));
  const posts = register.posts.map((post, index) =>
    postEntry({
      post,
      labels: labels[index] ?? [],
      positions,
      terms: terms.get(post.id) ?? [],
      organization: organizations.get(post.organization ?? '') ?? null,
      places,
    }),
  );
  const postsHeld = postsByPerson(posts);
  const uniformed = uniformedPosts(posts, lexicon);
  const names = nameEntries(register.persons, plain, language.hasMarks);
  const persons = register.persons.map((person, index) => ({
    person,
    posts: postsHeld.get(index) ?? [],
    words: normalWord(person.name, plain).toLowerCase(),
    common: isCommonName(person.name, lexicon),
    uniformed: (postsHeld.get(index) ?? []).some((post) => uniformed.has(post)),
  }));
  return {
    lexicon,
    persons,
    names,
    matchNames: createNameMatcher(names.keys()),
    shortNames: shortNameEntries(register.persons, plain, language),
    posts,
    postsByHead: groupByHead(posts),
    standingHeads: new Set(
      posts.flatMap(({ references }) => references.filter(({ standing }) => standing).map(headKey)),
    ),
    organizationNames: organizationTrie(register, plain),
    placeOn: placesByDay(language.places, register.places),
    plainNames: groupPlain(names.keys()),
  };
}

function postsByPerson(posts: readonly PostEntry[]): Map<number, number[]> {
  const held = new Map<number, number[]>();
  posts.forEach((post, at) => {
    for (const person of new Set(post.terms.map((term) => term.person))) {
      append(held, person, at);
    }
  });
  return held;
}

function uniformedPosts(posts: readonly PostEntry[], { language, plain }: Lexicon): Set<number> {
  const words = [...language.context.uniformed, ...(language.labels?.context.uniformed ?? [])];
  const phrases = words.map((word) => normalWord(word, plain).toLowerCase());
  const found = posts.flatMap(({ post }, at) => {
    const label = ` ${normalWord(post.label, plain).toLowerCase()} `;
    return phrases.some((phrase) => label.includes(` ${phrase} `)) ? [at] : [];
  });
  return new Set(found);
}

/** Adds to the list under a key in place: registers of 100,000 persons are compiled too. */
function append<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

interface PostParts {
  readonly post: Post;
  readonly terms: readonly Term[];
  readonly organization: Organization | null;
  readonly labels: readonly TitleReference[];
  readonly positions: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, Place>;
}

function postEntry(parts: PostParts): PostEntry {
  const { post, labels, positions, organization } = parts;
  const province = labels.find(({ place }) => place?.kind === 'province')?.place;
  const district = labels.find(({ place }) => place?.kind === 'district')?.place;
  const place =
    post.place ??
    (province?.kind === 'province' ? province.id : null) ??
    organization?.place ??
    null;
  const level = labels.find((label) => label.level !== null)?.level ?? null;
  const home = place === null ? undefined : parts.places.get(place);
  const standing = [post, ...(organization ? [organization] : []), ...(home ? [home] : [])];
  const terms = parts.terms.flatMap((term): TermEntry[] => {
    const person = positions.get(term.person);
    if (person === undefined || term.kind === 'candidate') return [];
    return [{ term, person, ...daysOfAll([term, ...standing]) }];
  });
  return {
    post,
    references: labels,
    place,
    district: district?.kind === 'district' && district.name !== '' ? district.name : null,
    level,
    terms: terms.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

/**
 * The structures of every post's labels; a label the language cannot take apart is a head of its
 * own.
 */
function readLabels(register: Register, lexicon: Lexicon): TitleReference[][] {
  const { organizations, literalLabels, labels: written } = lexicon.language;
  const keepsLiteral = organizations.length === 0 || literalLabels === true;
  const other = written ? compileLexicon(written, lexicon.plain, register.places) : null;
  return register.posts.map((post) => {
    const labels = [
      ...new Set([
        post.label,
        ...post.otherLabels,
        ...(post.genericTitle ? [post.genericTitle] : []),
      ]),
    ];
    return labels.flatMap((label): TitleReference[] => {
      const reference = readLabel(label, lexicon) ?? (other ? readLabel(label, other) : null);
      if (label === post.genericTitle) return reference ? [reference] : [];
      if (reference && !keepsLiteral) return [reference];
      const literal = literalReference(addLiteralHead(lexicon, label));
      return reference ? [reference, literal] : [literal];
    });
  });
}

function literalReference(head: string): TitleReference {
  return {
    head,
    deputy: false,
    organizations: null,
    place: null,
    level: null,
    standing: false,
    literal: true,
  };
}

/**
 * A label as a title; for "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ" the last of the chain, which
 * says which post.
 */
function readLabel(label: string, lexicon: Lexicon): TitleReference | null {
  const tokens = tokenize(normalWord(label, lexicon.plain), lexicon.prepare);
  const scan = {
    lexicon,
    tokens,
    nameStarts: new Set<number>(),
    shortNames: new Map<string, unknown>(),
  };
  let found: TitleReference | null = null;
  for (let at = 0; at < tokens.count; ) {
    const title = parseTitle(scan, at);
    if (title?.kind === 'office') found = title;
    at = title ? Math.max(title.to, at + 1) : at + 1;
  }
  const isUnknown = found?.organizations?.length === 0 || found?.place?.kind === 'foreign';
  return isUnknown ? null : found;
}

function nameEntries(
  persons: readonly Person[],
  plain: boolean,
  hasMarks: boolean,
): Map<string, NameEntry> {
  const names = new Map<string, { persons: number[]; typo: boolean }>();
  persons.forEach((person, index) => {
    for (const { name, kind } of namesOf(person)) {
      if (kind === 'given' || kind === 'short') continue;
      const normal = titleCase(normalWord(name, plain));
      const isStripped = hasMarks && !plain && isAscii(normal) && !isAscii(person.name);
      if (!normal.includes(' ') || isStripped) continue;
      const entry = names.get(normal) ?? { persons: [], typo: kind === 'typo' };
      if (!entry.persons.includes(index)) entry.persons.push(index);
      names.set(normal, entry);
      // Where a language writes no marks, its texts write Vietnamese names with or without them.
      const bare = hasMarks || plain ? normal : withoutMarks(normal);
      if (bare !== normal) names.set(bare, entry);
    }
  });
  return names;
}

function namesOf(person: Person) {
  return [{ name: person.name, kind: 'full' as const }, ...person.otherNames];
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** "NGUYỄN VĂN A" → "Nguyễn Văn A"; mixed case stays. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, first: string) => gap + first.toUpperCase());
}

function shortNameEntries(
  persons: readonly Person[],
  plain: boolean,
  { hasMarks, names }: Language,
): Map<string, number[]> {
  const shorts = new Map<string, number[]>();
  persons.forEach((person, index) => {
    const full = normalWord(person.name, plain).toLowerCase().split(' ');
    const forms = new Set<string>(full.length > 1 ? [full.at(-1) as string] : []);
    if (full.length > 2) forms.add(full.slice(-2).join(' '));
    if (full.length > 3) forms.add(full.slice(-3).join(' '));
    if (full.length > 2 && names.leadingParticles?.includes(full[0] as string)) {
      forms.add(full[1] as string).add(full.slice(0, 2).join(' '));
    }
    for (const { name, kind } of person.otherNames) {
      if (kind === 'short' || kind === 'given') forms.add(normalWord(name, plain).toLowerCase());
    }
    forms.delete(full.join(' '));
    if (!hasMarks) for (const form of Array.from(forms, withoutMarks)) forms.add(form);
    for (const form of forms) append(shorts, form, index);
  });
  return shorts;
}

function groupByHead(posts: readonly PostEntry[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  posts.forEach((post, index) => {
    for (const key of new Set(post.references.map(headKey))) {
      append(groups, key, index);
    }
  });
  return groups;
}

function organizationTrie(register: Register, plain: boolean): PhraseTrie<readonly number[]> {
  const trie = new PhraseTrie<readonly number[]>((known, added) => known?.concat(added) ?? added);
  const posts = new Map<string, number[]>();
  register.posts.forEach((post, index) => {
    if (post.organization) append(posts, post.organization, index);
  });
  for (const organization of register.organizations) {
    for (const name of [organization.name, ...organization.otherNames]) {
      trie.add(phraseWords(name, plain), posts.get(organization.id) ?? []);
    }
  }
  return trie;
}

function groupPlain(names: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const plain = normalWord(name, true).toLowerCase();
    groups.set(plain, [...(groups.get(plain) ?? []), name]);
  }
  return groups;
}

/**
 * Family name and every other syllable are frequent, and there are at most three: several people
 * may bear it.
 */
function isCommonName(name: string, lexicon: Lexicon): boolean {
  const [family, ...others] = normalWord(name, lexicon.plain).toLowerCase().split(' ');
  if (family === undefined || !lexicon.sharedFamilies.has(family)) return false;
  return others.length <= 2 && others.every((syllable) => lexicon.sharedSyllables.has(syllable));
}
