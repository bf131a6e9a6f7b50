import {
  ColumnInchesError,
  type PartialDate,
  type Person,
  type Post,
  type Register,
  type Term,
} from '../../src/domain/index.ts';

/** More holders of the posts asked for than this are not fetched. */
const MOST_ROWS = 5000;

/** The SPARQL query for all holders of posts, given by their Wikidata items (Q…), with dates. */
export function wikidataQuery(posts: readonly string[]): string {
  const time = (property: string, name: string) =>
    `OPTIONAL { ?held pqv:${property} [ wikibase:timeValue ?${name}; ` +
    `wikibase:timePrecision ?${name}Precision ] }`;
  return [
    'SELECT ?person ?personLabel ?gender ?post ?postLabel ?start ?startPrecision ?end',
    ' ?endPrecision WHERE {',
    ` VALUES ?post { ${posts.map((id) => `wd:${id}`).join(' ')} }`,
    ' ?person p:P39 ?held . ?held ps:P39 ?post .',
    ' FILTER NOT EXISTS { ?held wikibase:rank wikibase:DeprecatedRank }',
    ` ${time('P580', 'start')} ${time('P582', 'end')} OPTIONAL { ?person wdt:P21 ?gender }`,
    ' SERVICE wikibase:label { bd:serviceParam wikibase:language "vi,en". }',
    `} ORDER BY ?post ?start ?person LIMIT ${MOST_ROWS}`,
  ].join('');
}

type Binding = Readonly<Record<string, { readonly value?: unknown } | undefined>>;

/**
 * Reads what a SPARQL endpoint answers to `wikidataQuery`. Every term names its Wikidata page and
 * is unchecked: anyone may have written it. Throws `register/not-sparql` where it is no answer.
 */
export function parseWikidataHolders(text: string): Register {
  const persons = new Map<string, Person>();
  const posts = new Map<string, Post>();
  const terms = new Map<string, Term>();
  for (const binding of bindingsOf(text)) {
    const person = itemOf(binding, 'person');
    const post = itemOf(binding, 'post');
    const name = valueOf(binding, 'personLabel');
    // Without a label the query service repeats the item's number: no name to look for.
    if (person === null || post === null || name === null || name === person) continue;
    const gender = genders.get(itemOf(binding, 'gender') ?? '');
    persons.set(person, { id: person, name, otherNames: [], ...(gender ? { gender } : {}) });
    posts.set(post, postOf(post, valueOf(binding, 'postLabel') ?? post));
    const term = termOf(binding, person, post);
    terms.set(term.id, term);
  }
  return {
    persons: [...persons.values()],
    organizations: [],
    places: [],
    posts: [...posts.values()],
    terms: [...terms.values()],
  };
}

const genders: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ['Q6581097', 'male'],
  ['Q6581072', 'female'],
]);

function postOf(id: string, label: string): Post {
  const unknown = { genericTitle: null, organization: null, place: null, from: null, until: null };
  return { id, label, otherLabels: [], ...unknown };
}

function termOf(binding: Binding, person: string, post: string): Term {
  const from = dateOf(binding, 'start');
  return {
    id: [person, post, from ?? 'unknown'].join('-'),
    person,
    post,
    organization: null,
    from,
    until: dateOf(binding, 'end'),
    kind: 'holder',
    source: `https://www.wikidata.org/wiki/${person}`,
    checked: false,
  };
}

function bindingsOf(text: string): readonly Binding[] {
  try {
    const answer = JSON.parse(text) as { results?: { bindings?: unknown } } | null;
    const bindings = answer?.results?.bindings;
    // Each value is looked at one by one below.
    if (Array.isArray(bindings)) return bindings as readonly Binding[];
  } catch {
    // Said below, like any other answer that is none.
  }
  throw new ColumnInchesError({
    code: 'register/not-sparql',
    verdict: 'stop-run',
    message:
      'What came is no SPARQL answer in JSON. Give the address of a query service with ' +
      '--endpoint, such as https://query.wikidata.org/sparql, or try again later.',
    messageVietnamese:
      'Câu trả lời không phải kết quả SPARQL dạng JSON. Hãy cho địa chỉ dịch vụ truy vấn bằng ' +
      '--endpoint, ví dụ https://query.wikidata.org/sparql, hoặc thử lại sau.',
  });
}

function valueOf(binding: Binding, name: string): string | null {
  const value = binding[name]?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : null;
}

/** `http://www.wikidata.org/entity/Q42` → `Q42`. */
function itemOf(binding: Binding, name: string): string | null {
  return /\/(Q[1-9]\d*)$/.exec(valueOf(binding, name) ?? '')?.[1] ?? null;
}

/** Wikidata's precision 9 is a year, 10 a month, 11 a day; less is no date for a term. */
function dateOf(binding: Binding, name: string): PartialDate | null {
  const parts = /^\+?(\d{4})-(\d\d)-(\d\d)T/.exec(valueOf(binding, name) ?? '');
  const precision = Number(valueOf(binding, `${name}Precision`) ?? 11);
  if (!parts || precision < 9) return null;
  return parts.slice(1, precision - 7).join('-');
}
