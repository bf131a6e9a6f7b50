import type { AttendanceWords, ContextWords, HeadKind, Language, TitleHead } from '../language.ts';

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

function heads(kind: HeadKind, text: string): TitleHead[] {
  return list(text).map((words) => ({ words, head: words, deputy: false, kind }));
}

function withDeputies(text: string): TitleHead[] {
  return list(text).flatMap((head) =>
    [head, `deputy ${head}`, `vice ${head}`].map((words, index) => ({
      words,
      head,
      deputy: index > 0,
      kind: 'office' as const,
    })),
  );
}

const attendance: AttendanceWords = {
  heads: ['also present', 'also attending', 'present', 'those present', 'among those present'],
  compounds: [],
  links: ['were', 'was', 'included', 'include'],
  complete: ['attended by', 'in the presence of', 'accompanied by'],
  tails: ['also attended', 'were also present', 'were present', 'attended'],
  acts: list('said, told, chaired, chairing, spoke, announced, presided, opened, stressed, urged'),
};

const context: ContextWords = {
  former: list('former, ex, late, then, the late, the former, when he was, when she was'),
  acting: list('acting, interim, newly elected, incumbent'),
  predicate:
    list(`as, become, became, be, been, is, was, elected, appointed, named, post of, position of,
    office of,
    role of, candidate for, run for, running for, served as, serving as, sworn in as,
    resigned as, seat of`),
  institutional: list(
    'submitted to, submit to, on behalf of, authorised by, authorized by, proposed to, report to',
  ),
  addressedAfter: [],
  nearby: list(
    `office of, spokesman for, spokeswoman for, spokesperson for, aide to, wife of, husband
      of, adviser to`,
  ),
  bodies: [],
  plural: list('two, three, four, several, many, all, both, other, some, each, every, any, a'),
  pluralAfter: [],
  pluralAtEnd: [],
  counted: [],
  elsewhere: list('of that country, of the country'),
  qualifiers: list('standing, permanent'),
  standing: [],
  leads: list('now, currently, also, then'),
  acts: [],
  ofWord: 'of',
  joiners: list('and concurrently, and concurrent'),
  namedAfter: list('street, avenue, school, stadium, park, bridge, airport, award, prize'),
  breaks:
    list(`is, was, has, had, said, says, told, met, visited, in, on, at, by, to, from, with, who,
    that, which, will,
    would, after, before, when, but, as, were, are, have, he, she, they, it, also, not`),
  organizationNouns: list(
    'club, company, group, bank, board, university, association, federation, union, commission',
  ),
  provinceKinds: list('province, city'),
  districtKinds: list('district, ward, commune, town'),
  countryKinds: list('republic of, kingdom of'),
  homeNames: list('vietnam, viet nam'),
  homeMarks: list('vietnam, viet nam, hanoi, ha noi, vietnamese'),
  privateAfter: [],
  birthAfter: list('born in, aged, years old'),
  credits: list('photo, photo by, source, by'),
  uniformed: list('public security, defence, defense, police, military, army, navy, border guard'),
  conjunctions: list('and'),
};

/**
 * English as Vietnam's English-language press and Popolo registers write it; given name first or
 * Vietnamese order.
 */
export const english: Language = {
  id: 'en',
  hasMarks: false,
  abbreviations: list(
    'mr, mrs, ms, dr, prof, st, gen, col, lt, sen, rep, gov, jr, sr, no, vs, etc, inc, ltd, co',
  ),
  gluedStarts: [],
  heads: [
    ...withDeputies(
      `president, prime minister, minister, governor, mayor, chairman, chairwoman,
        chairperson, chair, secretary`,
    ),
    ...withDeputies(
      `party secretary, general secretary, director, speaker, premier, chancellor,
        commissioner, attorney general`,
    ),
    ...heads(
      'office',
      `senator, congressman, congresswoman, representative, councillor, councilor, mp,
        ambassador, king, queen`,
    ),
    ...heads(
      'rank',
      'general, lieutenant general, major general, colonel, admiral, professor, dr, prof',
    ),
    ...heads(
      'role',
      `lawyer, singer, actor, actress, player, coach, striker, midfielder, goalkeeper,
        suspect, defendant, student`,
    ),
  ],
  honorifics: [
    { words: 'mr', gender: 'male', familiar: false },
    { words: 'mrs', gender: 'female', familiar: false },
    { words: 'ms', gender: 'female', familiar: false },
    { words: 'miss', gender: 'female', familiar: false },
    { words: 'comrade', gender: null, familiar: false },
    { words: 'sir', gender: 'male', familiar: false },
  ],
  organizations: [],
  implied: [],
  ministry: { word: 'ministry', heads: [] },
  departmentWord: null,
  provinceWord: 'province',
  context,
  attendance,
  names: {
    familyNames: [],
    frequentFamilies: [],
    sharedFamilies: [],
    sharedSyllables: [],
    commonSyllables: [],
    maxSyllables: 4,
  },
  places: [],
  countries: [],
};
