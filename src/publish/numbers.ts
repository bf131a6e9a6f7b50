import {
  type Archive,
  changeStamp,
  dataExtent,
  demoIsShown,
  getState,
  type Handle,
  inSnapshot,
  type ItemEvidence,
  itemEvidence,
  storedVersions,
  ledgerDays,
  type LengthMeasures,
  listOutlets,
  lookIds,
  loadRegister,
  methodVersions,
  outletDayCounts,
  type OutletSums,
  outletSums,
  overlaps,
  periodItems,
  personItems,
  personOutletDays,
  type PersonSums,
  personSums,
} from '../../db/index.ts';
import { composite } from '../../analyzers/index.ts';
import {
  captionText,
  ColumnInchesError,
  type CoverageDay,
  type FeedOrder,
  type FigureQuery,
  type FigureSet,
  type FirstPlace,
  type FrontPageNumbers,
  type PersonFrontPage,
  type ItemPage,
  type Numbers,
  type Outlet,
  type OutletSuccession,
  type OutletFigures,
  type Period,
  type PersonFigures,
  type PersonPage,
  type Register,
  type TrendNumbers,
} from '../domain/index.ts';
import { type CorrectionReader, type Corrections, createCorrections } from '../review/index.ts';
import { airNumbers } from './broadcasts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { editSize, textDifferences } from './differences.ts';
import { daysOf, everyDay, seriesOf, sharedPeriod } from './coverage-days.ts';
import { postPage, termsOf } from './offices.ts';
import { registerHistory } from './register-history.ts';
import { wholeItems } from './whole-items.ts';
import { timelineEvents } from './timeline.ts';
import {
  outletDays,
  outletShares,
  personLines,
  type ShareFigures,
  shareChange,
  shareTrend,
} from './trends.ts';
import { evidenceSentences, type LanguageSplitter } from './evidence-sentences.ts';
import { personFeedOrder } from './feed-order.ts';
import { personAttention, personFrontPages } from './front-page-persons.ts';
import { frontPageStrip, itemDwell, pictureHash, snapshotPage } from './front-pages.ts';

export interface NumbersOptions {
  /** The analyzers' own sentence splitter, so that what is shown is what was measured. */
  readonly sentencesOf: LanguageSplitter;
  /** Where the evidence of front pages lies; without it no picture is shown. */
  readonly archive?: Pick<Archive, 'get'>;
  /** Items on one page of a list; minimum 1, default 50. */
  readonly pageLength?: number;
}

interface Settings extends Required<Omit<NumbersOptions, 'archive'>> {
  readonly corrections: CorrectionReader;
}

/** The measures whose sums are figures. */
export const defaultMeasures: LengthMeasures = {
  words: 'length.words',
  columnInches: 'length.column-inches',
};

/** The figures of a query, raw and corrected, read from the given picture of the database. */
export async function readFigures(
  db: Handle,
  query: FigureQuery,
  corrections: CorrectionReader = createCorrections(),
): Promise<FigureSet> {
  const gathered = await gather(db, query, corrections);
  const { outlets, coverage, itemsCaptured } = gathered;
  const { persons: _persons, ...audit } = gathered.corrections;
  return {
    query,
    methodVersion: await methodVersionOf(db, query),
    itemsCaptured,
    outlets: outlets.map((outlet) => outletFigures(outlet, coverage)),
    persons: personFigures(gathered),
    coverage,
    audit,
  };
}

/** The only source of figures, over a database; METHOD.md defines each of them. */
export function createNumbers(db: Handle, options: NumbersOptions): Numbers {
  const corrections = createCorrections();
  const settings: Settings = { pageLength: 50, ...options, corrections };
  return {
    figures: (query) => inSnapshot(db, (now) => readFigures(now, query, corrections)),
    person: (id, query, cursor) =>
      inSnapshot(db, (now) => personPage(now, { id, query, cursor, settings })),
    outlet: (id, query, cursor) =>
      inSnapshot(db, (now) => outletPage(now, { id, query, cursor, settings })),
    item: (id) => inSnapshot(db, (now) => itemPage(now, id, settings)),
    post: (id) =>
      inSnapshot(db, async (now) => postPage(now, { id, demo: await demoIsShown(now) })),
    history: (id) =>
      inSnapshot(db, async (now) => registerHistory(now, { id, demo: await demoIsShown(now) })),
    stamp: () => changeStamp(db),
    extent: () => inSnapshot(db, worldOnScreen),
    whole: wholeItems(db, {
      archive: options.archive,
      itemPage: (now, id) => itemPage(now, id, settings),
    }),
    air: airNumbers(db),
    frontPages: frontPageNumbers(db, options.archive),
    trends: trendNumbers(db),
  };
}

function frontPageNumbers(db: Handle, archive: NumbersOptions['archive']): FrontPageNumbers {
  return {
    snapshot: (id) => inSnapshot(db, (now) => snapshotPage(now, id)),
    picture: async (id, reader) => {
      const hash = await pictureHash(db, id, reader);
      return hash === null || !archive ? null : await archive.get(hash);
    },
    looks: (query) => inSnapshot(db, (now) => lookIds(now, query)),
    strip: (query, personId) => inSnapshot(db, (now) => frontPageStrip(now, query, personId)),
    dwell: (itemId) => inSnapshot(db, (now) => itemDwell(now, itemId)),
    attention: (id, query) => inSnapshot(db, (now) => personAttention(now, id, query)),
  };
}

function trendNumbers(db: Handle): TrendNumbers {
  return {
    shares: (query, spanDays, most) =>
      inSnapshot(db, async (now) => {
        const { coverage, persons } = await readShares(now, query);
        const covered = persons.filter(({ items }) => items > 0).slice(0, most);
        return shareTrend(now, query, { spanDays, coverage, persons: covered });
      }),
    outletDays: (query) =>
      inSnapshot(db, async (now) => outletDays(now, query, await readCoverage(now, query))),
    personLines: (query, personIds) =>
      inSnapshot(db, async (now) =>
        personLines(now, query, { personIds, coverage: await readCoverage(now, query) }),
      ),
    outletShares: (query, personIds) =>
      inSnapshot(db, (now) => outletShares(now, query, personIds)),
    change: (query) => inSnapshot(db, (now) => shareChange(now, query, readShares)),
    events: (query) => inSnapshot(db, (now) => timelineEvents(now, query)),
  };
}

async function readCoverage(db: Handle, query: FigureQuery): Promise<CoverageDay[]> {
  const outlets = await listOutlets(db, { demo: query.demo });
  const chosen = outlets.filter(({ id }) => query.outlets?.includes(id) ?? true);
  return coverageOf(
    db,
    query,
    chosen.map(({ id }) => ({ outletId: id })),
  );
}

/** What figures have of shares of coverage, and nothing that costs more to read. */
async function readShares(db: Handle, query: FigureQuery): Promise<ShareFigures> {
  const { outlets, ...counts } = await gatherCounts(db, query);
  const parts = { query, ...counts, frontPages: null, feedOrder: null, corrections: notCorrected };
  return {
    itemsCaptured: counts.itemsCaptured,
    persons: personFigures(parts),
    coverage: await coverageOf(db, query, outlets),
  };
}

interface Gathered extends PersonParts {
  readonly outlets: readonly OutletSums[];
  readonly coverage: readonly CoverageDay[];
}

async function gatherCounts(db: Handle, query: FigureQuery) {
  const outlets = await outletSums(db, query);
  const persons = await personSums(db, query);
  for (const sums of [...outlets, ...persons]) refuseUnmeasured(sums);
  return {
    outlets,
    persons: new Map(persons.map((person) => [person.personId, person])),
    register: await loadRegister(db, { demo: query.demo }),
    itemsCaptured: sumOf(outlets, (outlet) => outlet.items),
  };
}

/** What is read where only raw figures are wanted. */
const notCorrected: Corrections = { audited: 0, needed: 0, readItems: 0, persons: new Map() };

async function gather(
  db: Handle,
  query: FigureQuery,
  corrections: CorrectionReader,
): Promise<Gathered> {
  const counts = await gatherCounts(db, query);
  return {
    query,
    ...counts,
    frontPages: await personFrontPages(db, query),
    feedOrder: await personFeedOrder(db, query),
    coverage: await coverageOf(db, query, counts.outlets),
    corrections: await corrections(db, query),
  };
}

/** Rather no figure than one that leaves out what was never measured. */
function refuseUnmeasured(sums: OutletSums | PersonSums) {
  if (sums.unmeasured === 0) return;
  const whose = 'personId' in sums ? `person ${sums.personId}` : `outlet ${sums.outletId}`;
  throw new ColumnInchesError({
    code: 'numbers/unmeasured',
    verdict: 'stop-run',
    message:
      `${sums.unmeasured} analyzed items of ${whose} lack ${defaultMeasures.words} or ` +
      `${defaultMeasures.columnInches}. Run \`column-inches recompute\`.`,
    messageVietnamese:
      `${sums.unmeasured} tin đã phân tích của ${whose} thiếu ${defaultMeasures.words} hoặc ` +
      `${defaultMeasures.columnInches}. Chạy \`column-inches recompute\`.`,
  });
}

/** All versions behind the figures, so that a half-done recompute shows. */
async function methodVersionOf(db: Handle, query: FigureQuery) {
  const versions = await methodVersions(db, query);
  return versions.length > 0 ? versions.join(' + ') : ((await getState(db, 'methodVersion')) ?? '');
}

async function coverageOf(
  db: Handle,
  query: FigureQuery,
  outlets: readonly { readonly outletId: string }[],
): Promise<CoverageDay[]> {
  const extent = await dataExtent(db, query.demo);
  const period = extent && sharedPeriod(query.period, extent);
  if (!period) return [];
  return everyDay({
    outlets: outlets.map((outlet) => outlet.outletId),
    days: daysOf(period),
    ledger: await ledgerDays(db, query),
  });
}

function outletFigures(sums: OutletSums, coverage: readonly CoverageDay[]): OutletFigures {
  const { outletId, name, medium, verified, items, itemsWithPersons } = sums;
  const { distinctItems, mentions, words, columnInches } = sums;
  const gaps = coverage.filter((day) => day.outletId === outletId && day.gap !== null);
  return {
    outletId,
    name,
    medium,
    verified,
    items,
    itemsWithPersons,
    distinctItems,
    mentions,
    words,
    columnInches,
    gapDays: gaps.length,
  };
}

const noFirstPlaces: Readonly<Record<FirstPlace, number>> = {
  headline: 0,
  standfirst: 0,
  'first-paragraph': 0,
  'first-third': 0,
  later: 0,
  'caption-only': 0,
};

interface PersonParts {
  readonly register: Register;
  readonly query: FigureQuery;
  readonly persons: ReadonlyMap<string, PersonSums>;
  /** null where no front page was looked at. */
  readonly frontPages: ((personId: string) => PersonFrontPage) | null;
  /** null where no feed was read. */
  readonly feedOrder: ((personId: string) => FeedOrder) | null;
  readonly itemsCaptured: number;
  readonly corrections: Corrections;
}

/** Who is covered, waits for review, or held (or stood for) a post: a zero is a finding too. */
function personFigures(parts: PersonParts): PersonFigures[] {
  const { register, query, persons, corrections } = parts;
  const termsOf = Map.groupBy(register.terms, (term) => term.person);
  const onScreen = register.persons.filter(({ id }) => {
    const terms = termsOf.get(id);
    const serving = !terms || terms.some((term) => overlaps(term, query.period));
    const wasMissed = (corrections.persons.get(id)?.items.low ?? 0) > 0;
    return serving || persons.has(id) || wasMissed;
  });
  return onScreen
    .map((person) => figuresOf(person, parts))
    .toSorted(
      (one, other) =>
        (other.shareOfCoverage ?? 0) - (one.shareOfCoverage ?? 0) ||
        (one.personId < other.personId ? -1 : 1),
    );
}

function figuresOf(
  person: { readonly id: string; readonly name: string },
  parts: PersonParts,
): PersonFigures {
  const { register, query, itemsCaptured, frontPages } = parts;
  const sums = parts.persons.get(person.id);
  const { items = 0, itemsFractional = 0, words = 0 } = sums ?? {};
  const firstPlaces = { ...noFirstPlaces, ...sums?.firstPlaces };
  const everyone = [...parts.persons.values()];
  const allFractional = sumOf(everyone, (row) => row.itemsFractional);
  const allWords = sumOf(everyone, (row) => row.words);
  const shareOfCoverage = ratio(itemsFractional, allFractional);
  const wordShare = ratio(words, allWords);
  const frontPage = frontPages?.(person.id);
  const corrected = parts.corrections.persons.get(person.id);
  return {
    personId: person.id,
    name: person.name,
    posts: postsHeld(register, person.id, query.period),
    items,
    distinctItems: sums?.distinctItems ?? 0,
    itemsFractional,
    mentions: sums?.mentions ?? 0,
    frequency: ratio(items, itemsCaptured),
    shareOfCoverage,
    words,
    wordShare,
    columnInches: sums?.columnInches ?? 0,
    firstPlaces,
    leadShare: ratio(firstPlaces.headline + firstPlaces.standfirst, items),
    uncertainItems: sums?.uncertainItems ?? 0,
    ...(corrected ? { corrected } : {}),
    ...(frontPage ? { frontPage } : {}),
    ...(parts.feedOrder ? { feedOrder: parts.feedOrder(person.id) } : {}),
    // Shares of several outlets have no common measure: one outlet, one composite.
    ...(query.outlets?.length === 1
      ? { composite: composite(shareOfCoverage, wordShare, frontPage?.share ?? null) }
      : {}),
  };
}

/** Undefined where there is nothing to divide by: never 0. */
function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sumOf<Row>(rows: readonly Row[], pick: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + pick(row), 0);
}

/** Standing for a post is not holding it. Latest first. */
function postsHeld(register: Register, personId: string, period: Period) {
  const held = termsOf(register, personId).filter(
    (term) => term.kind !== 'candidate' && overlaps(term, period),
  );
  return held.map(({ label, checked }) => ({ label, checked }));
}

interface PageRequest {
  readonly id: string;
  readonly query: FigureQuery;
  readonly cursor: string | undefined;
  readonly settings: Settings;
}

async function personPage(db: Handle, request: PageRequest): Promise<PersonPage | null> {
  const { id, query, settings } = request;
  const after = readCursor(request.cursor);
  const gathered = await gather(db, query, settings.corrections);
  const person = gathered.register.persons.find((known) => known.id === id);
  if (!person) return null;
  const { pageLength: limit } = settings;
  const list = await personItems(db, id, { query, measures: defaultMeasures, after, limit });
  const days = await personOutletDays(db, id, query);
  return {
    figures: figuresOf(person, gathered),
    terms: termsOf(gathered.register, id),
    series: seriesOf(gathered.coverage, days, await outletDayCounts(db, query)),
    items: list.items,
    cursor: writeCursor(list.next),
  };
}

async function outletPage(db: Handle, request: PageRequest) {
  const { id, settings } = request;
  const after = readCursor(request.cursor);
  if (request.query.outlets && !request.query.outlets.includes(id)) return null;
  const query = { ...request.query, outlets: [id] };
  const { outlets, persons, coverage } = await readFigures(db, query, settings.corrections);
  const [figures] = outlets;
  if (!figures) return null;
  const { pageLength: limit } = settings;
  const list = await periodItems(db, { query, measures: defaultMeasures, after, limit });
  const succession = successionOf(await listOutlets(db, { demo: query.demo }), id);
  const page = { figures, persons, coverage, items: list.items, cursor: writeCursor(list.next) };
  return succession === null ? page : { ...page, succession };
}

/** What an outlet took the place of and what took its own; null where nothing is known. */
function successionOf(outlets: readonly Outlet[], id: string): OutletSuccession | null {
  const named = outlets.map(({ id: outletId, name, successor }) => ({ outletId, name, successor }));
  const { from = null, until = null, successor } = outlets.find((one) => one.id === id) ?? {};
  const short = ({ outletId, name }: { outletId: string; name: string }) => ({ outletId, name });
  const predecessors = named.filter((one) => one.successor === id).map(short);
  if (from === null && until === null && !successor && predecessors.length === 0) return null;
  // One that is in the catalogue but was never followed has no page to lead to.
  const next = named.find(({ outletId }) => outletId === successor);
  return { from, until, successor: next ? short(next) : null, predecessors };
}

async function itemPage(db: Handle, id: string, settings: Settings): Promise<ItemPage | null> {
  const stored = await itemEvidence(db, id, defaultMeasures);
  if (!stored) return null;
  const { summary, demo, text, pictures, mentions, language, ...page } = stored;
  // Demo items leave the screen with the demo, also for who kept their address.
  if (demo !== (await demoIsShown(db))) return null;
  const texts = { title: summary.title, text, caption: captionText(pictures) };
  return {
    item: summary,
    ...page,
    versions: await withEdits(db, id, page.versions),
    // A text taken down shows none of its words; its figures stay.
    sentences: summary.takenDown
      ? []
      : evidenceSentences(texts, mentions, (whole) => settings.sentencesOf(whole, language)),
  };
}

/** How much each version changed the one before; most items have one version, and no edit. */
async function withEdits(db: Handle, id: string, versions: ItemEvidence['versions']) {
  const texts = versions.length < 2 ? [] : await storedVersions(db, id);
  return versions.map((version, index) => {
    const [before, after] = [texts[index - 1], texts[index]];
    if (!before || !after) return { ...version, edit: null };
    const title = textDifferences(before.title, after.title);
    return { ...version, edit: editSize([...title, ...textDifferences(before.text, after.text)]) };
  });
}

async function worldOnScreen(db: Handle) {
  const demo = await demoIsShown(db);
  const outlets = await listOutlets(db, { demo });
  return { demo, period: await dataExtent(db, demo), outlets: outlets.length };
}
