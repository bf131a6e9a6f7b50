import {
  type Archive,
  capturedDays,
  changeStamp,
  dataExtent,
  demoIsShown,
  getState,
  type Handle,
  inSnapshot,
  type ItemEvidence,
  itemEvidence,
  storedVersions,
  uncheckedPersons,
  unreadRegister,
  ledgerDays,
  listOutlets,
  lookIds,
  loadRegister,
  methodVersions,
  once,
  outletDayCounts,
  type OutletSums,
  outletSums,
  periodItems,
  personDaySums,
  personItems,
  personOutletDays,
  type PersonSums,
  personSums,
} from '../../db/index.ts';
import {
  captionText,
  ColumnInchesError,
  numberOf,
  type CoverageDay,
  type FigureQuery,
  type FigureSet,
  type FrontPageNumbers,
  type ItemPage,
  type Numbers,
  type Outlet,
  type OutletFigures,
  type OutletSuccession,
  type PersonPage,
  type TrendNumbers,
} from '../domain/index.ts';
import { type CorrectionReader, createCorrections } from '../review/index.ts';
import { airNumbers } from './broadcasts.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { defaultMeasures } from './default-measures.ts';
import { editSize, textDifferences } from './differences.ts';
import { daysOf, everyDay, seriesOf, sharedPeriod } from './coverage-days.ts';
import { officeTerms, postPage } from './offices.ts';
import {
  figuresOfPerson,
  notCorrected,
  personFigures,
  type PersonParts,
  sumOf,
} from './person-figures.ts';
import { registerHistory } from './register-history.ts';
import { doubtedIn, doubtedPage, itemsPage } from './listed-items.ts';
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

interface Settings extends NumbersOptions {
  readonly pageLength: number;
  readonly corrections: CorrectionReader;
}

/** The figures of a query, raw and corrected, read from the given picture of the database. */
export function readFigures(
  db: Handle,
  query: FigureQuery,
  corrections: CorrectionReader = createCorrections(),
): Promise<FigureSet> {
  return once(db, ['readFigures', query], async () => {
    const gathered = await gather(db, query, corrections);
    const { outlets, coverage, itemsCaptured } = gathered;
    const { persons: _persons, ...audit } = gathered.corrections;
    const gaps = Map.groupBy(
      coverage.filter(({ gap }) => gap !== null),
      ({ outletId }) => outletId,
    );
    return {
      query,
      methodVersion: await methodVersionOf(db, query),
      itemsCaptured,
      outlets: outlets.map((sums) => outletFigures(sums, gaps.get(sums.outletId)?.length ?? 0)),
      persons: personFigures(gathered),
      coverage,
      audit,
    };
  });
}

/** The only source of figures, over a database; METHOD.md defines each of them. */
export function createNumbers(db: Handle, options: NumbersOptions): Numbers {
  const settings: Settings = { pageLength: 50, ...options, corrections: createCorrections() };
  return numbersOver(db, settings);
}

function numbersOver(db: Handle, settings: Settings): Numbers {
  const { archive, corrections } = settings;
  return {
    // In a transaction each of them reads from the transaction's own picture.
    together: (read) => inSnapshot(db, (now) => read(numbersOver(now, settings))),
    figures: (query) => inSnapshot(db, (now) => readFigures(now, query, corrections)),
    person: (id, query, { cursor, lines } = {}) =>
      inSnapshot(db, (now) => personPage(now, { id, query, cursor, lines, settings })),
    outlet: (id, query, cursor) =>
      inSnapshot(db, (now) => outletPage(now, { id, query, cursor, settings })),
    doubted: (id, query, cursor) =>
      inSnapshot(db, (now) => doubtedPage(now, { id, query, cursor, limit: settings.pageLength })),
    items: (query, choice) =>
      inSnapshot(db, (now) => itemsPage(now, query, { ...choice, limit: settings.pageLength })),
    item: (id) => inSnapshot(db, (now) => itemPage(now, id, settings)),
    post: (id) =>
      inSnapshot(db, async (now) => postPage(now, { id, demo: await demoIsShown(now) })),
    history: (id) =>
      inSnapshot(db, async (now) => registerHistory(now, { id, demo: await demoIsShown(now) })),
    stamp: () => changeStamp(db),
    outletIds: () => inSnapshot(db, outletsOnScreen),
    extent: () => inSnapshot(db, worldOnScreen),
    whole: wholeItems(db, {
      archive,
      itemPage: (now, id) => itemPage(now, id, settings),
    }),
    air: airNumbers(db),
    frontPages: frontPageNumbers(db, archive),
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
    shares: (query, spans, most) =>
      inSnapshot(db, async (now) => {
        const { persons } = await readShares(now, query);
        const coverage = await readCoverage(now, query);
        const covered = persons.filter(({ items }) => items > 0).slice(0, most);
        return shareTrend(now, query, { spans, coverage, persons: covered });
      }),
    outletDays: (query, most) =>
      inSnapshot(db, async (now) => {
        const chosen = (await chosenOutlets(now, query)).slice(0, most);
        const coverage = await readCoverage(now, query);
        const own = coverage.filter(({ outletId }) => chosen.includes(outletId));
        return outletDays(now, { ...query, outlets: chosen }, own);
      }),
    personLines: (query, personIds) =>
      inSnapshot(db, async (now) =>
        personLines(now, query, { personIds, coverage: await readCoverage(now, query) }),
      ),
    outletShares: (query, personIds) =>
      inSnapshot(db, (now) => outletShares(now, query, personIds)),
    change: (query) =>
      inSnapshot(db, (now) =>
        shareChange(now, query, { shares: readShares, coverage: readCoverage }),
      ),
    events: (query) => inSnapshot(db, (now) => timelineEvents(now, query)),
  };
}

/** Ids of the query's outlets, in their order. */
async function chosenOutlets(db: Handle, query: FigureQuery): Promise<string[]> {
  const outlets = await listOutlets(db, { demo: query.demo });
  return outlets.map(({ id }) => id).filter((id) => query.outlets?.includes(id) ?? true);
}

async function readCoverage(db: Handle, query: FigureQuery): Promise<readonly CoverageDay[]> {
  const chosen = await chosenOutlets(db, query);
  return coverageOf(
    db,
    query,
    chosen.map((outletId) => ({ outletId })),
  );
}

/** What figures have of shares of coverage, and nothing that costs more to read. */
function readShares(db: Handle, query: FigureQuery): Promise<ShareFigures> {
  return once(db, ['readShares', query], async () => {
    const { outlets: _outlets, ...counts } = await gatherCounts(db, query);
    const noOthers = { frontPages: null, feedOrder: null, corrections: notCorrected };
    return {
      itemsCaptured: counts.itemsCaptured,
      persons: personFigures({ query, ...counts, ...noOthers }),
    };
  });
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

function gather(db: Handle, query: FigureQuery, corrections: CorrectionReader): Promise<Gathered> {
  return once(db, ['gather', query], async () => {
    const counts = await gatherCounts(db, query);
    return {
      query,
      ...counts,
      frontPages: await personFrontPages(db, query),
      feedOrder: await personFeedOrder(db, query),
      coverage: await coverageOf(db, query, counts.outlets),
      corrections: await corrections(db, query),
    };
  });
}

/** Rather no figure than one that leaves out what was never measured. */
function refuseUnmeasured(sums: OutletSums | PersonSums) {
  if (sums.unmeasured === 0) return;
  const whose = 'personId' in sums ? `person ${sums.personId}` : `outlet ${sums.outletId}`;
  throw new ColumnInchesError({
    code: 'numbers/unmeasured',
    verdict: 'stop-run',
    message:
      `${numberOf(sums.unmeasured, 'analyzed item')} of ${whose} without ${defaultMeasures.words} or ` +
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

/** The ledger of the query's outlets. */
function coverageOf(
  db: Handle,
  query: FigureQuery,
  outlets: readonly { readonly outletId: string }[],
): Promise<readonly CoverageDay[]> {
  return once(db, ['coverageOf', query], async () => {
    const extent = await dataExtent(db, query.demo);
    const period = extent && sharedPeriod(query.period, extent);
    if (!period) return [];
    const lives = new Map(
      (await listOutlets(db, { demo: query.demo })).map((one) => [one.id, one]),
    );
    return everyDay({
      outlets: outlets.map(({ outletId }) => {
        const { from, until } = lives.get(outletId) ?? {};
        return { outletId, ...(from ? { from } : {}), ...(until ? { until } : {}) };
      }),
      days: daysOf(period),
      ledger: await ledgerDays(db, query),
    });
  });
}

function outletFigures(sums: OutletSums, gapDays: number): OutletFigures {
  const { outletId, name, medium, verified, items, itemsWithPersons } = sums;
  const { distinctItems, mentions, words, columnInches } = sums;
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
    gapDays,
  };
}

interface PageRequest {
  readonly id: string;
  readonly query: FigureQuery;
  readonly cursor: string | undefined;
  readonly settings: Settings;
}

async function personPage(
  db: Handle,
  request: PageRequest & { readonly lines: number | undefined },
): Promise<PersonPage | null> {
  const { id, query, settings } = request;
  const after = readCursor(request.cursor);
  const gathered = await gather(db, query, settings.corrections);
  const person = gathered.register.persons.find((known) => known.id === id);
  if (!person) return null;
  const { pageLength: limit } = settings;
  const list = await personItems(db, id, { query, measures: defaultMeasures, after, limit });
  return {
    figures: figuresOfPerson(gathered)(person),
    terms: officeTerms(gathered.register)(id),
    series: await personSeries(db, request, gathered.coverage),
    items: list.items,
    cursor: writeCursor(list.next),
  };
}

/** Day by day, of all outlets and of as many as there are to be lines of. */
async function personSeries(
  db: Handle,
  { id, query, lines }: PageRequest & { readonly lines: number | undefined },
  coverage: readonly CoverageDay[],
) {
  const outlets = (await chosenOutlets(db, query)).slice(0, lines);
  const some = { ...query, outlets };
  const together = <Row extends object>(row: Row) => ({ ...row, outletId: null });
  return seriesOf({
    coverage,
    outletIds: new Set(outlets),
    own: [
      ...(await personDaySums(db, [id], query)).map(together),
      ...(await personOutletDays(db, id, some)),
    ],
    captured: [
      ...(await capturedDays(db, query)).map(together),
      ...(await outletDayCounts(db, some)),
    ],
  });
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

/** A successor that is only in the catalogue: it has a name and no page. */
function unfollowed(outlet: Outlet | undefined): OutletSuccession['successor'] {
  const { successor, successorName } = outlet ?? {};
  if (successor === undefined) return null;
  return { outletId: successor, name: successorName ?? successor, isFollowed: false };
}

/** What an outlet took the place of and what took its own; null where nothing is known. */
function successionOf(outlets: readonly Outlet[], id: string): OutletSuccession | null {
  const named = outlets.map(({ id: outletId, name, successor }) => ({ outletId, name, successor }));
  const own = outlets.find((one) => one.id === id);
  const { from = null, until = null, successor } = own ?? {};
  const short = ({ outletId, name }: { outletId: string; name: string }) => ({ outletId, name });
  const predecessors = named.filter((one) => one.successor === id).map(short);
  if (from === null && until === null && !successor && predecessors.length === 0) return null;
  const next = named.find(({ outletId }) => outletId === successor);
  return { from, until, successor: next ? short(next) : unfollowed(own), predecessors };
}

async function itemPage(db: Handle, id: string, settings: Settings): Promise<ItemPage | null> {
  const stored = await itemEvidence(db, id, defaultMeasures);
  if (!stored) return null;
  const { summary, demo, text, pictures, mentions, language, ...page } = stored;
  // Demo items leave the screen with the demo, also for who kept their address.
  if (demo !== (await demoIsShown(db))) return null;
  const texts = { title: summary.title, text, caption: captionText(pictures) };
  // A text taken down shows none of its words; its figures stay.
  const sentences = summary.takenDown
    ? []
    : evidenceSentences(texts, mentions, (whole) => settings.sentencesOf(whole, language));
  const doubted = summary.takenDown ? [] : doubtedIn(stored, sentences);
  return {
    item: summary,
    ...page,
    versions: await withEdits(db, id, page.versions),
    sentences,
    ...(doubted.length === 0 ? {} : { doubted }),
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

async function outletsOnScreen(db: Handle): Promise<string[]> {
  const outlets = await listOutlets(db, { demo: await demoIsShown(db) });
  return outlets.map(({ id }) => id);
}

async function worldOnScreen(db: Handle) {
  const demo = await demoIsShown(db);
  const outlets = await listOutlets(db, { demo });
  const unchecked = await uncheckedPersons(db, { demo });
  const olderThanRegister = await unreadRegister(db, { demo });
  const period = await dataExtent(db, demo);
  return { demo, period, outlets: outlets.length, unchecked, olderThanRegister };
}
