import type { HeadKind, Honorific, Language } from '../languages/language.ts';
import type { Place } from '../../src/domain/index.ts';
import { normalWord, type PrepareOptions, tokenize } from '../text/prepare.ts';
import { PhraseTrie } from './phrase-trie.ts';

export interface HeadEntry {
  readonly head: string;
  readonly deputy: boolean;
  readonly kind: HeadKind;
  /** A whole label of the register, taken as it stands. */
  readonly literal: boolean;
  readonly organization: string | null;
  readonly several: boolean;
  readonly needsBearer: boolean;
  /** A rank of the army or police. */
  readonly uniformed: boolean;
}

/** Which kind of place a title names without its name. */
export type TitleLevel = 'province' | 'city' | 'district';

export interface OrganizationEntry {
  readonly keys: readonly string[];
  readonly level: TitleLevel | null;
}

export type PlaceEntry =
  | { readonly kind: 'province'; readonly id: string }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'home' };

/** Which list of `ContextWords` a phrase is in; a phrase may be in several. */
export type ContextClass =
  | 'former'
  | 'acting'
  | 'incoming'
  | 'predicate'
  | 'institutional'
  | 'addressedAfter'
  | 'nearby'
  | 'bodies'
  | 'plural'
  | 'pluralAfter'
  | 'pluralAtEnd'
  | 'counted'
  | 'elsewhere'
  | 'qualifiers'
  | 'connectors'
  | 'standing'
  | 'leads'
  | 'acts'
  | 'joiners'
  | 'namedAfter'
  | 'namedBefore'
  | 'provinceKinds'
  | 'districtKinds'
  | 'countryKinds'
  | 'homeMarks'
  | 'privateAfter'
  | 'privateRoles'
  | 'homesAfter'
  | 'indefinite'
  | 'another'
  | 'privateLife'
  | 'realNames'
  | 'copulas'
  | 'eventRoles'
  | 'organizationLike'
  | 'sentenceWords'
  | 'rules'
  | 'electedBy'
  | 'electing'
  | 'privateBodies'
  | 'askers'
  | 'asking'
  | 'petitions'
  | 'fiction'
  | 'birthAfter'
  | 'credits'
  | 'uniformed';

/** A language made ready for look-ups, once with and once without diacritics. */
export interface Lexicon {
  readonly language: Language;
  readonly plain: boolean;
  readonly prepare: PrepareOptions;
  readonly heads: PhraseTrie<HeadEntry>;
  readonly honorifics: PhraseTrie<Honorific>;
  readonly organizations: PhraseTrie<OrganizationEntry>;
  /** Ministries without "Bộ": only after a head that asks for one. */
  readonly ministries: PhraseTrie<OrganizationEntry>;
  readonly initials: ReadonlyMap<string, OrganizationEntry>;
  readonly places: PhraseTrie<PlaceEntry>;
  /** Keys of the bodies that every province has. */
  readonly localOrganizations: ReadonlySet<string>;
  readonly context: Readonly<Record<ContextClass, PhraseTrie<true>>>;
  readonly breaks: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly addressing: ReadonlySet<string>;
  readonly organizationNouns: PhraseTrie<true>;
  /** Single words of the language, in the normal form of a text. */
  readonly words: {
    readonly ministry: string;
    readonly department: string | null;
    readonly province: string;
    readonly of: string;
  };
  readonly femaleSyllables: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly untilNow: ReadonlySet<string>;
  readonly smallHeads: ReadonlySet<string>;
  readonly familyNames: ReadonlySet<string>;
  readonly frequentFamilies: ReadonlySet<string>;
  readonly commonSyllables: ReadonlySet<string>;
  readonly sharedFamilies: ReadonlySet<string>;
  readonly sharedSyllables: ReadonlySet<string>;
}

const noAbbreviations: PrepareOptions = { abbreviations: new Set(), hasMarks: false };

/** Splits a phrase of a list into tokens in the normal form of a text. */
export function phraseWords(phrase: string, plain: boolean): string[] {
  return [...tokenize(normalWord(phrase, plain), noAbbreviations).word];
}

const contextClasses: readonly ContextClass[] = [
  'former',
  'acting',
  'incoming',
  'predicate',
  'institutional',
  'addressedAfter',
  'nearby',
  'bodies',
  'plural',
  'pluralAfter',
  'pluralAtEnd',
  'counted',
  'elsewhere',
  'qualifiers',
  'connectors',
  'standing',
  'leads',
  'acts',
  'joiners',
  'namedAfter',
  'namedBefore',
  'provinceKinds',
  'districtKinds',
  'countryKinds',
  'homeMarks',
  'privateAfter',
  'privateRoles',
  'homesAfter',
  'indefinite',
  'another',
  'privateLife',
  'realNames',
  'copulas',
  'eventRoles',
  'organizationLike',
  'sentenceWords',
  'rules',
  'electedBy',
  'electing',
  'privateBodies',
  'askers',
  'asking',
  'petitions',
  'fiction',
  'birthAfter',
  'credits',
  'uniformed',
];

/** Compiles a language; `places` are the register's own beside the language's. */
export function compileLexicon(
  language: Language,
  plain: boolean,
  places: readonly Place[],
): Lexicon {
  const setOf = (phrases: readonly string[]): Set<string> =>
    new Set(phrases.map((phrase) => phraseWords(phrase, plain).join(' ')));
  const trieOf = (phrases: readonly string[]): PhraseTrie<true> => {
    const trie = new PhraseTrie<true>();
    for (const phrase of phrases) trie.add(phraseWords(phrase, plain), true);
    return trie;
  };
  const lost = new Set(plain ? language.lostWithoutMarks : []);
  const context = Object.fromEntries(
    contextClasses.map((name) => [
      name,
      trieOf(language.context[name].filter((phrase) => !lost.has(phrase))),
    ]),
  ) as Record<ContextClass, PhraseTrie<true>>;
  return {
    language,
    plain,
    prepare: { abbreviations: new Set(language.abbreviations), hasMarks: language.hasMarks },
    heads: headTrie(language, plain, lost),
    honorifics: honorificTrie(language, plain),
    ...organizationTries(language, plain),
    places: placeTrie(language, plain, places),
    localOrganizations: new Set(
      language.organizations.filter(({ local }) => local).map(({ key }) => key),
    ),
    context,
    breaks: setOf(language.context.breaks),
    articles: setOf(language.context.articles),
    addressing: setOf(language.context.addressing),
    organizationNouns: trieOf(language.context.organizationNouns),
    words: {
      ministry: normalWord(language.ministry.word, plain),
      department:
        language.departmentWord === null ? null : normalWord(language.departmentWord, plain),
      province: normalWord(language.provinceWord, plain),
      of: normalWord(language.context.ofWord, plain),
    },
    femaleSyllables: setOf(language.names.femaleSyllables ?? []),
    conjunctions: setOf(language.context.conjunctions),
    smallHeads: new Set(language.context.smallHeads),
    untilNow: setOf(language.context.untilNow),
    familyNames: setOf(language.names.familyNames),
    frequentFamilies: setOf(language.names.frequentFamilies),
    commonSyllables: setOf(language.names.commonSyllables),
    sharedFamilies: setOf(language.names.sharedFamilies),
    sharedSyllables: setOf(language.names.sharedSyllables),
  };
}

function headTrie(
  language: Language,
  plain: boolean,
  lost: ReadonlySet<string>,
): PhraseTrie<HeadEntry> {
  const trie = new PhraseTrie<HeadEntry>((known, added) =>
    // Without organizations a whole label says more than a head of the same words.
    known && !(added.literal && language.organizations.length === 0) ? known : added,
  );
  for (const {
    words,
    head,
    deputy,
    kind,
    organization = null,
    several = false,
    needsBearer = false,
    uniformed = false,
  } of language.heads) {
    if (lost.has(words)) continue;
    const said = { organization, several, needsBearer, uniformed };
    const entry = { head, deputy, kind, literal: false, ...said };
    trie.add(phraseWords(words, plain), entry);
  }
  return trie;
}

/** Adds a label of the register as a head of its own, where the language cannot take it apart. */
export function addLiteralHead(lexicon: Lexicon, label: string): string {
  const words = phraseWords(label, lexicon.plain);
  const head = `=${words.join(' ')}`;
  const said = { organization: null, several: false, needsBearer: false, uniformed: false };
  lexicon.heads.add(words, { head, deputy: false, kind: 'office', literal: true, ...said });
  return head;
}

function honorificTrie(language: Language, plain: boolean): PhraseTrie<Honorific> {
  const trie = new PhraseTrie<Honorific>();
  for (const honorific of language.honorifics)
    trie.add(phraseWords(honorific.words, plain), honorific);
  return trie;
}

function mergeOrganizations(
  known: OrganizationEntry | undefined,
  added: OrganizationEntry,
): OrganizationEntry {
  if (!known) return added;
  return { keys: [...new Set([...known.keys, ...added.keys])], level: known.level ?? added.level };
}

function organizationTries(language: Language, plain: boolean) {
  const organizations = new PhraseTrie<OrganizationEntry>(mergeOrganizations);
  const ministries = new PhraseTrie<OrganizationEntry>(mergeOrganizations);
  const initials = new Map<string, OrganizationEntry>();
  const skip = new Set(language.context.conjunctions.map((word) => normalWord(word, plain)));
  const wordsOf = (phrase: string) => phraseWords(phrase, plain).filter((word) => !skip.has(word));
  for (const { key, forms, fields, level } of language.organizations) {
    const entry: OrganizationEntry = { keys: [key], level: level ?? null };
    for (const form of forms) organizations.add(wordsOf(form), entry);
    if (!fields) continue;
    for (let count = 1; count <= fields.length; count++) {
      ministries.add(wordsOf(fields.slice(0, count).join(' ')), entry);
    }
    // "Nông nghiệp và PTNT": the leading field in full, the others by their initials.
    const rest = wordsOf(fields.slice(1).join(' ')).map((word) => word[0]);
    if (rest.length > 1) ministries.add([...wordsOf(fields[0] ?? ''), rest.join('')], entry);
    const all = wordsOf(fields.join(' '));
    if (all.length > 2) addInitials(initials, all.map((word) => word[0]).join(''), entry);
  }
  return { organizations, ministries, initials };
}

function addInitials(
  initials: Map<string, OrganizationEntry>,
  letters: string,
  entry: OrganizationEntry,
): void {
  initials.set(letters, mergeOrganizations(initials.get(letters), entry));
}

function placeTrie(
  language: Language,
  plain: boolean,
  places: readonly Place[],
): PhraseTrie<PlaceEntry> {
  const trie = new PhraseTrie<PlaceEntry>();
  for (const name of language.countries)
    trie.add(phraseWords(name, plain), { kind: 'foreign', name });
  for (const place of [...language.places, ...places]) {
    for (const name of [place.name, ...place.otherNames]) {
      trie.add(phraseWords(name, plain), { kind: 'province', id: place.id });
    }
  }
  for (const name of language.context.homeNames)
    trie.add(phraseWords(name, plain), { kind: 'home' });
  return trie;
}
