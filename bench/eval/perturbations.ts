import { sentencesOf } from '../../analyzers/index.ts';
import type { Person, Register, Term } from '../../src/domain/index.ts';
import type { MentionGold } from './sets.ts';

/** A gold set changed so that nothing but names, places or order differs. */
export interface Perturbed {
  readonly golds: readonly MentionGold[];
  readonly register: Register;
}

/** Changes a set; the same seed gives the same change. */
export type Perturbation = (set: Perturbed, random: () => number) => Perturbed;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document with parts of its text replaced and every offset moved along. */
export function withEdits(gold: MentionGold, edits: readonly Edit[]): MentionGold {
  const ordered = edits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((edit, at, all) => at === 0 || edit.start >= (all[at - 1] as Edit).end);
  let text = '';
  let copied = 0;
  for (const { start, end, text: fresh } of ordered) {
    text += gold.text.slice(copied, start) + fresh;
    copied = end;
  }
  text += gold.text.slice(copied);
  const moved = (position: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { start, end, text: fresh } of ordered) {
      if (end <= position && !(isEnd && end === position && start === end)) {
        shift += fresh.length - (end - start);
      } else if (start < position) {
        return start + shift + (isEnd ? fresh.length : 0);
      }
    }
    return position + shift;
  };
  return movedDocument(gold, text, moved);
}

function movedDocument(
  gold: MentionGold,
  text: string,
  moved: (position: number, isEnd: boolean) => number,
): MentionGold {
  const span = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: moved(one.start, false),
    end: moved(one.end, true),
  });
  return {
    ...gold,
    text,
    mentions: gold.mentions.map((mention) => {
      const { start, end, ...rest } = span(mention);
      const core = {
        coreStart: moved(mention.coreStart, false),
        coreEnd: moved(mention.coreEnd, true),
      };
      return { ...rest, start, end, ...core, surface: text.slice(start, end) };
    }),
    ignore: gold.ignore.map(span),
    hardNegatives: gold.hardNegatives.map(span),
  };
}

const families = 'Nguyễn Trần Lê Phạm Hoàng Vũ Cao Tạ Thái Lương Khuất Nghiêm Doãn Uông'.split(' ');
const middles = 'Văn Đức Minh Thị Quang Bá Thế Khắc Đình Trọng Hữu Gia Mỹ Xuân'.split(' ');
const givens =
  'Sơn Hà Tùng Lệ Khuê Nghị Thoa Vỹ Khải Điền Bách Trạch Thuần Hoan Nhiệm Lẫm Quế Sửu'.split(' ');

const syllables = (name: string): string[] => name.split(/\s+/);
const pick = <T>(items: readonly T[], random: () => number): T =>
  items[Math.floor(random() * items.length)] as T;

/** An invented name of as many syllables, unlike any given so far. */
function freshName(count: number, taken: Set<string>, random: () => number): string {
  for (;;) {
    const middle = Array.from({ length: Math.max(0, count - 2) }, () => pick(middles, random));
    const name = [pick(families, random), ...middle, pick(givens, random)].join(' ');
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Everybody of the register is called something else, in the texts too. */
const renamedPersons: Perturbation = ({ golds, register }, random) => {
  const taken = new Set(register.persons.map(({ name }) => name));
  const names = new Map(
    register.persons.map(({ id, name }) => [id, freshName(syllables(name).length, taken, random)]),
  );
  const persons = register.persons.map((person) => renamed(person, names.get(person.id) ?? ''));
  const old = new Map(register.persons.map(({ id, name }) => [name, id]));
  return {
    register: { ...register, persons },
    golds: golds.map((gold) => withEdits(gold, nameEdits(gold, old, names))),
  };
};

function renamed(person: Person, name: string): Person {
  const parts = syllables(name);
  const otherNames = person.otherNames.flatMap((other) =>
    other.kind === 'short' || other.kind === 'given'
      ? [{ ...other, name: parts.slice(-syllables(other.name).length).join(' ') }]
      : [],
  );
  return { ...person, name, otherNames };
}

function nameEdits(
  gold: MentionGold,
  old: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Edit[] {
  const edits: Edit[] = gold.mentions
    .filter(({ kind }) => kind !== 'title-only')
    .map(({ coreStart: start, coreEnd: end, personId }) => {
      const written = gold.text.slice(start, end);
      const parts = syllables(names.get(personId) ?? '');
      const text = parts.slice(-syllables(written).length).join(' ');
      const isUpper = written === written.toUpperCase();
      return { start, end, text: isUpper ? text.toUpperCase() : text };
    });
  // Namesakes that are somebody else are renamed too, or they would be namesakes no more.
  for (const [name, id] of old) {
    for (const { index } of gold.text.matchAll(new RegExp(`${name}(?![\\p{L}\\p{M}])`, 'gu'))) {
      edits.push({ start: index, end: index + name.length, text: names.get(id) ?? '' });
    }
  }
  return edits;
}

const provincePairs = [
  ['Đà Nẵng', 'Cần Thơ', 'da-nang', 'can-tho'],
  ['Yên Bái', 'Lạng Sơn', 'yen-bai', 'lang-son'],
  ['Bình Định', 'Kiên Giang', 'binh-dinh', 'kien-giang'],
  ['Hà Tĩnh', 'Bắc Giang', 'ha-tinh', 'bac-giang'],
  ['Quảng Ninh', 'Tây Ninh', 'quang-ninh', 'tay-ninh'],
  ['Y tế', 'Tư pháp', 'y-te', 'tu-phap'],
] as const;

/** Provinces and two ministries change places, in the texts and in the register. */
const swappedPlaces: Perturbation = ({ golds, register }) => {
  const swaps = new Map<string, string>(
    provincePairs.flatMap(([one, other, id, otherId]) => [
      [one, other],
      [other, one],
      [id, otherId],
      [otherId, id],
    ]),
  );
  const pattern = new RegExp([...swaps.keys()].join('|'), 'g');
  const swapped = JSON.stringify(register).replace(pattern, (found) => swaps.get(found) ?? found);
  return {
    // Safe: only names and ids inside strings were exchanged, the shape is the register's own.
    register: JSON.parse(swapped) as Register,
    golds: golds.map((gold) => {
      const edits = [...gold.text.matchAll(pattern)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        text: swaps.get(found) ?? found,
      }));
      return withEdits(gold, edits);
    }),
  };
};

/** Every other person leaves the register: nobody else may take over their mentions. */
const halfRegister: Perturbation = ({ golds, register }) => {
  const kept = new Set(register.persons.filter((_, at) => at % 2 === 0).map(({ id }) => id));
  const stays = ({ personId }: { personId?: string | null | undefined }): boolean =>
    !personId || kept.has(personId);
  return {
    register: {
      ...register,
      persons: register.persons.filter(({ id }) => kept.has(id)),
      terms: register.terms.filter(({ person }) => kept.has(person)),
    },
    golds: golds.map((gold) => ({
      ...gold,
      mentions: gold.mentions.filter(stays),
      ignore: gold.ignore.filter(stays),
      story: gold.story.filter(stays),
    })),
  };
};

const provinces =
  'Nghệ An|Thanh Hóa|Cà Mau|An Giang|Gia Lai|Lâm Đồng|Sơn La|Điện Biên|Phú Thọ|Đồng Nai|Long An|Hải Dương|Thái Bình|Quảng Trị|Ninh Thuận'.split(
    '|',
  );
const provincialPosts = [
  ['Bí thư Tỉnh ủy', 'Tỉnh ủy', 'Bí thư'],
  ['Chủ tịch UBND tỉnh', 'UBND tỉnh', 'Chủ tịch'],
  ['Chủ tịch HĐND tỉnh', 'HĐND tỉnh', 'Chủ tịch'],
  ['Phó Chủ tịch UBND tỉnh', 'UBND tỉnh', 'Phó Chủ tịch'],
] as const;

/** Sixty holders of other provinces, of other years, join: they may not be seen anywhere. */
const widerRegister: Perturbation = ({ golds, register }, random) => {
  const taken = new Set(register.persons.map(({ name }) => name));
  const seats = provinces.flatMap((province) =>
    provincialPosts.map((kinds) => ({ province, kinds })),
  );
  const added = seats.map(({ province, kinds: [label, body, generic] }, at) => {
    const id = `added-${at}`;
    const person: Person = { id, name: freshName(4, taken, random), otherNames: [] };
    const post = {
      id,
      label: `${label} ${province}`,
      otherLabels: [label],
      genericTitle: generic,
      organization: id,
      place: null,
      from: null,
      until: null,
    };
    const body_ = { id, name: `${body} ${province}`, otherNames: [], place: null };
    const organization = { ...body_, from: null, until: null, successor: null };
    const term: Term = {
      id,
      person: id,
      post: id,
      organization: id,
      from: '2001',
      until: '2005',
      kind: 'holder',
      source: null,
      checked: false,
    };
    return { person, post, organization, term };
  });
  return {
    golds,
    register: {
      ...register,
      persons: [...register.persons, ...added.map(({ person }) => person)],
      posts: [...register.posts, ...added.map(({ post }) => post)],
      organizations: [...register.organizations, ...added.map((one) => one.organization)],
      terms: [...register.terms, ...added.map(({ term }) => term)],
    },
  };
};

/** The sentences of each paragraph in turned order: short names and titles come before names. */
const turnedSentences: Perturbation = ({ golds, register }) => ({
  register,
  golds: golds.map(withTurnedSentences),
});

function withTurnedSentences(gold: MentionGold): MentionGold {
  const order = sentencesOf(gold.text).map(({ start, end }) => ({ start, end }));
  const paragraphs = Map.groupBy(
    order,
    ({ start }) => gold.text.slice(0, start).split('\n').length,
  );
  const turned = [...paragraphs.values()].flatMap((sentences) =>
    sentences.toReversed().map((sentence, at) => ({ ...sentence, isFirst: at === 0 })),
  );
  let text = '';
  const places = turned.map(({ start, end, isFirst }) => {
    if (text !== '') text += isFirst ? '\n' : ' ';
    const to = text.length;
    text += gold.text.slice(start, end);
    return { start, end, to };
  });
  return movedDocument(gold, text, (position, isEnd) => {
    const place = places.find(({ start, end }) =>
      isEnd ? start < position && position <= end : start <= position && position < end,
    );
    return place ? place.to + position - place.start : text.length;
  });
}

/** What is done to the set, by the name printed; the seed is the same on every run. */
export const perturbations: Readonly<Record<string, Perturbation>> = {
  'persons renamed': renamedPersons,
  'provinces exchanged': swappedPlaces,
  'half the register': halfRegister,
  'sixty more holders': widerRegister,
  'sentences turned': turnedSentences,
};
