import { recordLook } from '../../db/index.ts';
import type { FetchAttempt, FetchDoor } from '../domain/index.ts';
import type { Station } from './command.ts';

/**
 * The station's door, for commands that look at a site without crawling it: every attempt is kept,
 * also a failed one and the door's own (robots.txt). `outletId` is null where nobody follows it.
 */
export function keepingLooks(station: Station, outletId: string | null): FetchDoor {
  const keep = async (attempt: FetchAttempt) => {
    const blobHash = attempt.bytes === null ? null : await station.archive.put(attempt.bytes);
    await recordLook(station.database.db, attempt, { outletId, blobHash });
  };
  return {
    fetch: async (request) => {
      const attempt = await station.door.fetch(request);
      for (const own of station.ownAttempts.splice(0)) await keep(own);
      await keep(attempt);
      return attempt;
    },
    close: () => station.door.close(),
  };
}
