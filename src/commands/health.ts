import { databaseAnswers } from '../../db/index.ts';
import { answersWithin, type Health } from '../domain/index.ts';
import type { Station } from './command.ts';

const patienceMs = 5_000;
/** No bytes hash to it: asking for it only tells whether the archive answers. */
const nobodysHash = '0'.repeat(64);

/** Whether database and archive answer, each within five seconds. */
export function healthOf(station: Station): Health {
  const check = async (name: string, asked: Promise<unknown>) => ({
    name,
    ok: await answersWithin(asked, patienceMs),
  });
  return {
    checks: async () =>
      Promise.all([
        check('database', databaseAnswers(station.database.db)),
        check('archive', station.archive.has(nobodysHash)),
      ]),
  };
}
