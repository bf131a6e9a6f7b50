import { clockSeconds, daypartBegins, daypartOf, localSeconds } from '../../analyzers/index.ts';
import {
  type AiredPart,
  type AiredPerson,
  bulletinParts,
  demoIsShown,
  type Handle,
  loadBulletin,
  loadOutlet,
  loadRegister,
  type StoredBulletin,
  storedProgrammes,
} from '../../db/index.ts';
import type {
  AirFigures,
  AirNumbers,
  BulletinPage,
  ClockHour,
  Daypart,
  DaypartFigures,
  FigureQuery,
  PersonAirFigures,
  PersonReport,
  PersonReports,
} from '../domain/index.ts';
import { readNumberCursor, writeNumberCursor } from './cursor.ts';
import {
  type AirScope,
  fractionSum,
  knownSum,
  media,
  outletFigures,
  readAir,
} from './air-scope.ts';
import { airWeek } from './air-week.ts';

/** Figures of the air; null where nothing of it was captured. With a person, of them alone. */
export async function airFigures(
  db: Handle,
  query: FigureQuery,
  personId?: string,
): Promise<AirFigures | null> {
  const scope = await readAir(db, query);
  if (scope.bulletins.length === 0 && scope.programmes.length === 0) return null;
  const { persons: known } = await loadRegister(db, { demo: query.demo });
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const persons = personFigures(scope, names).filter(
    (one) => personId === undefined || one.personId === personId,
  );
  const versions = new Set(scope.bulletins.map(({ methodVersion }) => methodVersion));
  return {
    query,
    methodVersion: [...versions].filter(Boolean).sort().join(', '),
    outlets: outletFigures(scope),
    persons,
  };
}

/** Every person of every report that the figures of the air count, in order of bulletins. */
export async function airReports(db: Handle, query: FigureQuery): Promise<readonly AirReport[]> {
  return appearances(await readAir(db, query));
}

/** Reports on one page of a list. */
const reportsOnPage = 100;

/** A page of the reports that figures of a person count; both media, told apart. */
async function personReports(
  db: Handle,
  of: { readonly id: string; readonly query: FigureQuery; readonly cursor: string | undefined },
): Promise<PersonReports | null> {
  const { id, query, cursor } = of;
  const { persons } = await loadRegister(db, { demo: query.demo });
  const known = persons.find((person) => person.id === id);
  if (!known) return null;
  const scope = await readAir(db, query);
  const outlets = new Map(scope.outlets.map((outlet) => [outlet.id, outlet]));
  const all = appearances(scope)
    .filter(({ person }) => person.personId === id)
    .toSorted((one, other) => latestFirst(one, other));
  const start = Number(readNumberCursor(cursor) ?? 0);
  const end = start + reportsOnPage;
  return {
    personId: id,
    name: known.name,
    counts: media.flatMap((medium) => {
      const reports = all.filter(({ bulletin }) => bulletin.medium === medium).length;
      return reports === 0 ? [] : [{ medium, reports }];
    }),
    reports: all.slice(start, end).map((one) => reportOf(one, outlets)),
    cursor: end < all.length ? writeNumberCursor(String(end)) : null,
  };
}

function latestFirst(one: AirReport, other: AirReport): number {
  const at = ({ bulletin }: AirReport) =>
    `${bulletin.day} ${bulletin.startAt?.toISOString() ?? ''}`;
  if (at(one) !== at(other)) return at(one) < at(other) ? 1 : -1;
  if (one.bulletin.id !== other.bulletin.id) return one.bulletin.id < other.bulletin.id ? -1 : 1;
  return one.part.position - other.part.position;
}

function reportOf(
  { person, part, bulletin }: AirReport,
  outlets: ReadonlyMap<string, AirScope['outlets'][number]>,
): PersonReport {
  const { id, title, outletId, medium, day } = bulletin;
  const outlet = outlets.get(outletId);
  return {
    bulletinId: id,
    position: part.position,
    title: part.title === '' ? title : part.title,
    bulletinTitle: title,
    language: outlet?.language ?? 'vi',
    outletName: outlet?.name ?? outletId,
    medium,
    day,
    aboutSeconds: person.aboutMs === null ? null : person.aboutMs / 1000,
  };
}

/** A person in one report, with the report and the bulletin it is in. */
export interface AirReport {
  readonly person: AiredPerson;
  readonly part: AiredPart;
  readonly bulletin: StoredBulletin;
  readonly daypart: Daypart | null;
}

function appearances({ outlets, bulletins, parts, persons }: AirScope): AirReport[] {
  const zones = new Map(outlets.map(({ id, timeZone }) => [id, timeZone]));
  // A repeat is the same work again: it is counted apart.
  const first = new Map(
    bulletins.filter(({ repeatOf }) => repeatOf === null).map((one) => [one.id, one]),
  );
  const byPlace = new Map(parts.map((part) => [`${part.bulletinId} ${part.position}`, part]));
  const withReports = new Set(
    parts.filter(({ kind }) => kind === 'report').map(({ bulletinId }) => bulletinId),
  );
  return persons.flatMap((person) => {
    const bulletin = first.get(person.bulletinId);
    const part = byPlace.get(`${person.bulletinId} ${person.position}`);
    // Headlines announce reports that are counted themselves.
    if (!bulletin || !part || part.kind === 'headlines' || part.kind === 'rest') return [];
    // What is said in a bulletin without times belongs to none of its reports.
    if (part.kind === 'whole' && withReports.has(bulletin.id)) return [];
    const zone = zones.get(bulletin.outletId) ?? 'UTC';
    return [{ person, part, bulletin, daypart: daypartOfPart(part, bulletin, zone) }];
  });
}

function daypartOfPart(
  { startSeconds }: AiredPart,
  { startAt }: StoredBulletin,
  timeZone: string,
): Daypart | null {
  if (startAt === null || startSeconds === null) return null;
  const seconds = localSeconds(startAt.getTime() + startSeconds * 1000, timeZone);
  return daypartOf(Math.floor(seconds / 60));
}

function personFigures(scope: AirScope, names: ReadonlyMap<string, string>): PersonAirFigures[] {
  const repeats = repeatsByBulletin(scope);
  const groups = Map.groupBy(
    appearances(scope),
    ({ person, bulletin }) => `${bulletin.medium} ${person.personId}`,
  );
  return [...groups.values()]
    .map((own) => personAirFigures(own, { names, repeats }))
    .toSorted(
      (one, other) =>
        media.indexOf(one.medium) - media.indexOf(other.medium) ||
        (other.about.seconds ?? 0) - (one.about.seconds ?? 0) ||
        other.reports - one.reports ||
        (one.personId < other.personId ? -1 : 1),
    );
}

/** Airings of each bulletin's programme after its first, by the listings. */
function repeatsByBulletin({ bulletins, programmes }: AirScope): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { firstAiringId } of programmes) {
    if (firstAiringId !== null) counts.set(firstAiringId, (counts.get(firstAiringId) ?? 0) + 1);
  }
  return new Map(bulletins.map(({ id, programmeId }) => [id, counts.get(programmeId ?? '') ?? 0]));
}

function personAirFigures(
  own: readonly AirReport[],
  known: {
    readonly names: ReadonlyMap<string, string>;
    readonly repeats: ReadonlyMap<string, number>;
  },
): PersonAirFigures {
  const [first] = own as [AirReport];
  const { personId } = first.person;
  const heard = own.filter(({ part }) => part.inHeadlines !== null);
  const bulletinIds = new Set(own.map(({ bulletin }) => bulletin.id));
  return {
    personId,
    name: known.names.get(personId) ?? personId,
    medium: first.bulletin.medium,
    reports: own.length,
    reportsFractional: fractionSum(own.map(({ person }) => person.fraction)),
    bulletins: bulletinIds.size,
    reportLength: knownSum(own.map(({ part }) => part.seconds)),
    about: knownSum(own.map(({ person }) => inSeconds(person.aboutMs))),
    speaking: knownSum(own.map(({ person }) => inSeconds(person.speakingMs))),
    openers: own.filter(({ part }) => part.slot === 1).length,
    inHeadlines: heard.filter(({ part }) => part.inHeadlines).length,
    headlinesKnown: heard.length,
    repeats: [...bulletinIds].reduce((sum, id) => sum + (known.repeats.get(id) ?? 0), 0),
    dayparts: daypartFigures(own),
    reportsWithoutTime: own.filter(({ daypart }) => daypart === null).length,
  };
}

const inSeconds = (milliseconds: number | null) =>
  milliseconds === null ? null : milliseconds / 1000;

function daypartFigures(own: readonly AirReport[]): DaypartFigures[] {
  const order = [...new Set(daypartBegins.map(([daypart]) => daypart))];
  return order.flatMap((daypart) => {
    const within = own.filter((one) => one.daypart === daypart);
    if (within.length === 0) return [];
    const about = knownSum(within.map(({ person }) => inSeconds(person.aboutMs)));
    return [{ daypart, reports: within.length, about }];
  });
}

function clockHours(
  { startSeconds, seconds }: Pick<AiredPart, 'startSeconds' | 'seconds'>,
  startAt: Date | null,
  timeZone: string,
): ClockHour[] | null {
  if (startAt === null || startSeconds === null || seconds === null) return null;
  const hours = clockSeconds(startAt.getTime() + startSeconds * 1000, seconds, timeZone);
  return [...hours].map(([hour, own]) => ({ hour, seconds: own }));
}

/** One bulletin as the public sees it; null where there is none in the world on screen. */
async function bulletinPage(db: Handle, id: string): Promise<BulletinPage | null> {
  const bulletin = await loadBulletin(db, id);
  const outlet = bulletin && (await loadOutlet(db, bulletin.outletId));
  if (!bulletin || !outlet || outlet.demo !== (await demoIsShown(db))) return null;
  const { persons } = await loadRegister(db, { demo: outlet.demo });
  const parts = await bulletinParts(db, id);
  const named = new Set(parts.flatMap((part) => part.persons.map(({ personId }) => personId)));
  const { channel, startAt, programmeId } = bulletin;
  const listed = await storedProgrammes(db, {
    outletIds: [outlet.id],
    from: bulletin.day,
    to: '9999',
  });
  const repeats = listed.filter(
    ({ firstAiringId }) => firstAiringId !== null && firstAiringId === programmeId,
  );
  return {
    id,
    outletId: outlet.id,
    outletName: outlet.name,
    language: outlet.language,
    timeZone: outlet.timeZone,
    channel: outlet.broadcast?.channels?.find((one) => one.id === channel)?.name ?? channel,
    medium: bulletin.medium,
    url: bulletin.url,
    title: bulletin.title,
    startAt: startAt?.toISOString() ?? null,
    startFrom: bulletin.startFrom,
    day: bulletin.day,
    durationSeconds: bulletin.durationSeconds,
    hasSubtitles: bulletin.cues !== null,
    repeatOf: bulletin.repeatOf,
    repeats: repeats.map((one) => one.startAt.toISOString()),
    parts,
    clockHours: parts.map((part) => clockHours(part, startAt, outlet.timeZone)),
    names: Object.fromEntries(
      persons.filter((one) => named.has(one.id)).map((one) => [one.id, one.name]),
    ),
    methodVersion: bulletin.methodVersion,
  };
}

/** The figures of the air over a database. */
export function airNumbers(db: Handle): AirNumbers {
  return {
    figures: (query, personId) => airFigures(db, query, personId),
    week: (outletId, query) => airWeek(db, outletId, query),
    bulletin: (id) => bulletinPage(db, id),
    reports: (id, query, cursor) => personReports(db, { id, query, cursor }),
  };
}
