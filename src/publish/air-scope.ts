// What of the air belongs to a period, and what was captured of it.
import {
  type AiredPart,
  type AiredPerson,
  type Handle,
  listOutlets,
  partsOfBulletins,
  personsOfBulletins,
  type StoredBulletin,
  storedBulletins,
  storedProgrammes,
  type StoredProgramme,
} from '../../db/index.ts';
import type {
  BroadcastMedium,
  FigureQuery,
  KnownSeconds,
  OutletAirFigures,
} from '../domain/index.ts';

/** Everything of the air in a period, as figures read it. */
export interface AirScope {
  readonly query: FigureQuery;
  readonly outlets: readonly {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly language: string;
  }[];
  readonly bulletins: readonly StoredBulletin[];
  readonly programmes: readonly StoredProgramme[];
  readonly parts: readonly AiredPart[];
  readonly persons: readonly AiredPerson[];
}

/** Reads what of the air belongs to a query. */
export async function readAir(db: Handle, query: FigureQuery): Promise<AirScope> {
  const { period, demo } = query;
  const all = await listOutlets(db, { demo });
  const outlets = all.filter(({ id }) => query.outlets === null || query.outlets.includes(id));
  const scope = { outletIds: outlets.map(({ id }) => id), from: period.from, to: period.to };
  const bulletins = await storedBulletins(db, scope);
  const ids = bulletins.map(({ id }) => id);
  return {
    query,
    outlets,
    bulletins,
    programmes: await storedProgrammes(db, scope),
    parts: await partsOfBulletins(db, ids),
    persons: await personsOfBulletins(db, ids),
  };
}

/** Radio and television are never summed. */
export const media: readonly BroadcastMedium[] = ['television', 'radio'];

/** What was captured of each outlet's air, radio and television apart. */
export function outletFigures(scope: AirScope): OutletAirFigures[] {
  const { outlets, bulletins, programmes, parts } = scope;
  const reports = Map.groupBy(
    parts.filter(({ kind }) => kind === 'report'),
    ({ bulletinId }) => bulletinId,
  );
  return outlets.flatMap(({ id, name }) =>
    media.flatMap((medium): OutletAirFigures[] => {
      const aired = bulletins.filter((one) => one.outletId === id && one.medium === medium);
      const listed = programmes.filter((one) => one.outletId === id && one.medium === medium);
      if (aired.length === 0 && listed.length === 0) return [];
      // A repeat is the same work again: as for persons, only its first airing is summed.
      const own = aired.filter(({ repeatOf }) => repeatOf === null);
      const news = listed.filter(({ isNews, isRepeat }) => isNews && !isRepeat);
      const lengths = own.map(({ durationSeconds }) => durationSeconds);
      const length = knownSum(lengths);
      return [
        {
          outletId: id,
          name,
          medium,
          bulletins: own.length,
          bulletinLength: { seconds: length.seconds, unknownBulletins: length.unknownReports },
          reports: own.reduce((sum, one) => sum + (reports.get(one.id)?.length ?? 0), 0),
          withSubtitles: own.filter(({ cues }) => cues !== null).length,
          programmes: listed.length,
          newsProgrammes: news.length,
          newsRepeats: listed.filter(({ isNews, isRepeat }) => isNews && isRepeat).length,
          relays: listed.filter(({ isRelay }) => isRelay).length,
          newsSeconds: knownSum(news.map(secondsOfProgramme)).seconds,
        },
      ];
    }),
  );
}

function secondsOfProgramme({ startAt, endAt }: StoredProgramme): number | null {
  return endAt === null ? null : (endAt.getTime() - startAt.getTime()) / 1000;
}

/** The sum of what is known, to the millisecond, and how many values are not. */
export function knownSum(values: readonly (number | null)[]): KnownSeconds {
  const known = values.filter((value) => value !== null);
  const unknownReports = values.length - known.length;
  if (known.length === 0) return { seconds: null, unknownReports };
  // Whole milliseconds add up exactly; sums of binary fractions would print 50.70000000000001.
  const milliseconds = known.reduce((sum, value) => sum + Math.round(value * 1000), 0);
  return { seconds: milliseconds / 1000, unknownReports };
}

/** A sum of 1/n, to as many decimals as that of articles has. */
export function fractionSum(fractions: readonly number[]): number {
  return Number(fractions.reduce((sum, fraction) => sum + fraction, 0).toFixed(9));
}
