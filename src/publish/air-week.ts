import {
  type Handle,
  loadOutlet,
  type StoredBulletin,
  storedBulletins,
  storedProgrammes,
  type StoredProgramme,
} from '../../db/index.ts';
import type {
  AirWeek,
  BulletinSummary,
  Day,
  FigureQuery,
  GridProgramme,
  Outlet,
} from '../domain/index.ts';
import { type AirScope, outletFigures, readAir } from './air-scope.ts';
import { addDays } from './charts/index.ts';

const weekDays = 7;
const usualDayStart = 4;

/** The last seven days of the period that have programmes or bulletins; null where none has. */
export async function airWeek(
  db: Handle,
  outletId: string,
  query: FigureQuery,
): Promise<AirWeek | null> {
  const outlet = await loadOutlet(db, outletId);
  if (outlet === null || outlet.demo !== query.demo) return null;
  const scope = await readAir(db, { ...query, outlets: [outletId] });
  const to = lastDay(scope);
  if (to === null) return null;
  const from = [addDays(to, 1 - weekDays), query.period.from].toSorted().at(-1) ?? to;
  const inWeek = { outletIds: [outletId], from, to };
  const programmes = await storedProgrammes(db, inWeek);
  const bulletins = await storedBulletins(db, inWeek);
  // Repeats of the first day may be of a day before the week.
  const firsts = await storedProgrammes(db, { ...inWeek, from: addDays(from, -weekDays) });
  return {
    outletId,
    outletName: outlet.name,
    language: outlet.language,
    timeZone: outlet.timeZone,
    from,
    to,
    dayStartsAtHour: outlet.broadcast?.dayStartsAtHour ?? usualDayStart,
    channels: channelsOf(outlet, programmes),
    programmes: programmes.map((one) => gridProgramme(one, { firsts, bulletins })),
    bulletins: bulletins.map((one) => summaryOf(one, scope)),
    figures: outletFigures(scope),
    methodVersion: bulletins.at(-1)?.methodVersion ?? '',
  };
}

/** The last day with a bulletin, else the last with a listing: listings reach into the future. */
function lastDay({ bulletins, programmes }: AirScope): Day | null {
  const days = (bulletins.length > 0 ? bulletins : programmes).map(({ day }) => day);
  return days.toSorted().at(-1) ?? null;
}

function channelsOf(outlet: Outlet, programmes: readonly StoredProgramme[]) {
  const known = outlet.broadcast?.channels ?? [];
  return [...new Set(programmes.map(({ channel }) => channel))].map((id) => ({
    id,
    name: known.find((one) => one.id === id)?.name ?? (id === '' ? outlet.name : id),
  }));
}

function gridProgramme(
  programme: StoredProgramme,
  known: {
    readonly firsts: readonly StoredProgramme[];
    readonly bulletins: readonly StoredBulletin[];
  },
): GridProgramme {
  const { id, channel, day, startAt, endAt, title, isNews, isRelay, isRepeat } = programme;
  const first = known.firsts.find((one) => one.id === programme.firstAiringId);
  const aired = known.bulletins.find(({ programmeId }) => programmeId === (first?.id ?? id));
  return {
    channel,
    day,
    startAt: startAt.toISOString(),
    endAt: endAt?.toISOString() ?? null,
    title,
    isNews,
    isRelay,
    isRepeat,
    firstAiringAt: first?.startAt.toISOString() ?? null,
    versions: programme.versions,
    bulletinId: aired?.id ?? null,
  };
}

function summaryOf(bulletin: StoredBulletin, { parts, persons }: AirScope): BulletinSummary {
  const { id, title, startAt, startFrom, day, durationSeconds, cues } = bulletin;
  const reports = parts.filter((one) => one.bulletinId === id && one.kind === 'report');
  const named = persons.filter((one) => one.bulletinId === id).map(({ personId }) => personId);
  return {
    id,
    title,
    startAt: startAt?.toISOString() ?? null,
    startFrom,
    day,
    durationSeconds,
    reports: reports.length,
    persons: new Set(named).size,
    hasSubtitles: cues !== null,
  };
}
