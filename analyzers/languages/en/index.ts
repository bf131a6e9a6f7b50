import type { AttendanceWords, ContextWords, Language } from '../language.ts';
import { vietnamese } from '../vi/index.ts';
import { englishOrganizations } from './organizations.ts';
import { englishCountries, englishPlaces } from './places.ts';
import { englishHeads } from './titles.ts';

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

const attendance: AttendanceWords = {
  heads: ['also present', 'also attending', 'present', 'those present', 'among those present'],
  compounds: [],
  links: ['were', 'was', 'included', 'include'],
  complete: ['attended by', 'in the presence of', 'accompanied by'],
  tails: ['also attended', 'were also present', 'were present', 'attended'],
  acts: list('said, told, chaired, chairing, spoke, announced, presided, opened, stressed, urged'),
};

const context: ContextWords = {
  former: list('former, ex, late, then, when he was, when she was, one time, retired'),
  acting: list('acting, interim, incumbent'),
  incoming: list('newly elected, new, newly appointed'),
  predicate:
    list(`as, become, became, be, been, is, was, elected, appointed, named, post of, position of,
    office of,
    role of, candidate for, run for, running for, served as, serving as, sworn in as,
    resigned as, seat of`),
  institutional:
    list(`submitted to, submit to, submits to, authorised by, authorized by, proposed to, propose to,
    report to, reports to, reported to, asked for approval from, sought approval from, petitioned,
    authorisation of, authorization of, permission from, recommended to, sent to, forwarded to,
    submission to, proposal to, petition to, request to`),
  addressedAfter: list('to explain, to clarify, to answer, to respond, to say'),
  connectors: list('of, of the, for, for the'),
  articles: ['the'],
  nearby: list(
    `office of, spokesman for, spokeswoman for, spokesperson for, aide to, wife of, husband of, adviser to, advisor to, assistant to,
      secretary to, envoy of, special envoy of, delegation of, residence of, website of`,
  ),
  bodies: [],
  plural: list(
    'two, three, four, five, six, several, many, all, both, other, some, each, every, any, a, an, no',
  ),
  pluralAfter: list('at the time, at that time, then, to be, elect, designate, of any, of every'),
  pluralAtEnd: [],
  counted: [],
  elsewhere: list('of that country, of the country, of his country, of her country'),
  qualifiers: list('standing, permanent, of vietnam, of viet nam, province, provincial, municipal'),
  standing: [],
  leads: list('now, currently, also, then, a, an, the, who is, currently the'),
  acts: list(
    'decision, directive, resolution, decree, dispatch, document, notice, circular, order',
  ),
  toWord: 'to',
  ofWord: 'of',
  joiners: list('and concurrently, and concurrent'),
  namedAfter: list('street, avenue, school, stadium, park, bridge, airport, award, prize'),
  namedBefore: list(
    `street, avenue, road, boulevard, bridge, school, high school, primary school, stadium, park,
    airport, award, prize, foundation, university, hospital, square, scholarship, museum`,
  ),
  addressing: list(
    `submitted, submit, submits, submitting, proposed, reported, forwarded, sent, recommended,
    presented, sending`,
  ),
  breaks:
    list(`is, was, has, had, said, says, told, met, visited, in, on, at, by, to, from, with, who,
    that, which, will,
    would, after, before, when, but, as, were, are, have, he, she, they, it, also, not`),
  organizationNouns: list(
    'club, company, group, bank, board, university, association, federation, union, commission',
  ),
  provinceKinds: list('provincial, municipal, city'),
  districtKinds: list('district, ward, commune, town'),
  countryKinds: list('republic of, kingdom of'),
  homeNames: list('vietnam, viet nam, vietnamese'),
  homeMarks: list('vietnam, viet nam, hanoi, ha noi, vietnamese'),
  privateAfter: [],
  privateRoles: [],
  homesAfter: [],
  indefinite: [],
  another: [],
  privateLife: list('his wife, her husband, his neighbours, her neighbours'),
  realNames: list('real name, real name is, real name was'),
  copulas: [],
  eventRoles: [],
  organizationLike: [],
  sentenceWords: [],
  smallHeads: list('hiệu trưởng, trưởng phòng'),
  privateBodies: list('company, corporation, enterprise, club, hotel, restaurant'),
  askers: list('deputy, voter, reporter'),
  asking: list('asked, urged'),
  petitions: list('to approve, to consider, to allow, to permit'),
  rules: list('must be, serves a term, may serve, shall be'),
  electedBy: [],
  electing: [],
  fiction: list('film, movie, series, drama, novel'),
  birthAfter: list('born in, aged, years old'),
  credits: list('photo, photo by, source, by'),
  uniformed: list('public security, defence, defense, police, military, army, navy, border guard'),
  untilNow: list('present, now'),
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
  heads: englishHeads,
  labels: vietnamese,
  literalLabels: true,
  placesBefore: true,
  bareShortNames: true,
  honorifics: [
    { words: 'mr', gender: 'male', familiar: false },
    { words: 'mrs', gender: 'female', familiar: false },
    { words: 'ms', gender: 'female', familiar: false },
    { words: 'miss', gender: 'female', familiar: false },
    { words: 'comrade', gender: null, familiar: false },
    { words: 'sir', gender: 'male', familiar: false },
  ],
  organizations: englishOrganizations,
  implied: [
    { head: 'chủ tịch', organization: 'ubnd', needsPlace: true },
    { head: 'bí thư', organization: 'cap-uy', needsPlace: true },
    { head: 'thủ tướng', organization: 'chinh-phu', needsPlace: false },
    { head: 'tổng bí thư', organization: 'trung-uong-dang', needsPlace: false },
  ],
  ministry: { word: 'ministry', heads: [] },
  departmentWord: null,
  provinceWord: 'provincial',
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
  places: englishPlaces,
  countries: englishCountries,
};
