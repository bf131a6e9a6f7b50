import {
  type AlarmChange,
  blockSigns,
  type Database,
  daySigns,
  feedSigns,
  frozenSigns,
  homepageSigns,
  inSnapshot,
  keepAlarms,
  markAlarmsTold,
  readingSigns,
  sourceSigns,
  untoldAlarms,
} from '../../db/index.ts';
import {
  type Alarm,
  asColumnInchesError,
  type Log,
  type OperatorMail,
  type Trouble,
} from '../domain/index.ts';
import {
  belowExpected,
  blocked,
  frozenPageDiffers,
  homepageFailing,
  redesignSuspected,
  silentSource,
  truncatedFeed,
} from './alarm-rules.ts';

/** Everything amiss with the capture of one world at a moment, from what is stored. */
async function findTroubles(
  database: Database,
  asked: { readonly demo: boolean; readonly now: Date },
): Promise<Trouble[]> {
  const { now } = asked;
  return inSnapshot(database.db, async (db) => {
    const found = [
      ...(await sourceSigns(db, asked)).map((sign) => silentSource(sign, now)),
      ...(await feedSigns(db, asked)).map(truncatedFeed),
      ...(await readingSigns(db, asked)).map(redesignSuspected),
      ...(await frozenSigns(db, asked)).map(frozenPageDiffers),
      ...(await blockSigns(db, asked)).map((sign) => blocked(sign, now)),
      ...(await homepageSigns(db, asked)).map(homepageFailing),
      ...(await daySigns(db, asked)).map(belowExpected),
    ];
    return found.filter((trouble) => trouble !== null);
  });
}

/** Raises what is amiss and resolves what is over. */
export async function refreshAlarms(
  database: Database,
  asked: { readonly demo: boolean; readonly now: Date },
): Promise<AlarmChange> {
  const troubles = await findTroubles(database, asked);
  return keepAlarms(database.db, { troubles, demo: asked.demo }, asked.now);
}

/** Older ones are on the page; a letter about them would be no news. */
const newsDays = 7;

/**
 * Tells the operator in one letter what was raised and what is over since the last letter. Without
 * a way to send, or where sending fails, it is told the next time.
 */
export async function tellOperator(
  parts: { readonly database: Database; readonly log: Log; readonly mail: OperatorMail | null },
  now: Date,
): Promise<readonly Alarm[]> {
  const { database, log, mail } = parts;
  if (mail === null) return [];
  const since = new Date(now.getTime() - newsDays * 86_400_000);
  const news = await untoldAlarms(database.db, { since });
  const alarms = [...news.raised, ...news.resolved];
  if (alarms.length === 0) return [];
  // Loaded late: the words lie beside the charts, whose libraries no other job needs.
  const { alarmLetter } = await import('./alarm-letter.ts');
  try {
    await mail.send(alarmLetter(news, mail));
  } catch (thrown) {
    const fallback = { code: 'operations/letter-not-sent', verdict: 'retry' } as const;
    const { code, message } = asColumnInchesError(thrown, fallback);
    log.warn({ code }, `the operator could not be told of alarms: ${message}`);
    return [];
  }
  await markAlarmsTold(database.db, news);
  return alarms;
}
