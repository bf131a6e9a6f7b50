import {
  type FrozenPage,
  type LiveFinding,
  lookAtFrozen,
  readFrozenPages,
} from '../../crawlers/index.ts';
import { recordLook } from '../../db/index.ts';
import {
  asColumnInchesError,
  type FetchDoor,
  type Outlet,
  type SlotResult,
} from '../domain/index.ts';
import type { CommandContext, Station } from './command.ts';
import { frozenFolders } from './outlets-page.ts';

/** Pages that are gone are passed over, but no more than so many a night. */
const mostTries = 2;
/** Of a redesign speaks that less of the frozen text is found, or that it stands elsewhere. */
const leastKept = 0.8;

/**
 * Looks at the live address of an outlet's newest frozen page, once a night: what the slot's result
 * says of it raises and resolves an alarm. `frozen` is `none`, `as-frozen`, `differs`, `gone` or
 * `unknown`.
 */
export function frozenLookOf(context: CommandContext, station: Station) {
  return async (outlet: Outlet, signal: AbortSignal): Promise<SlotResult> => {
    try {
      const pages = await newestFirst(context, outlet.id);
      if (pages.length === 0) return { frozen: 'none' };
      const door = recording(station, outlet.id);
      for (const page of pages.slice(0, mostTries)) {
        const finding = await lookAtFrozen(page, outlet, { door, signal });
        if (finding !== 'gone') return told(page.url, finding);
      }
      return { frozen: 'gone' };
    } catch (thrown) {
      // A file that cannot be read must not fail the crawl that was done before.
      const fallback = { code: 'outlets/frozen-look-failed', verdict: 'skip-item' } as const;
      const { code, message } = asColumnInchesError(thrown, fallback);
      context.log.warn({ outletId: outlet.id, code }, message);
      return { frozen: 'unknown' };
    }
  };
}

function told(url: string, finding: Exclude<LiveFinding, 'gone'>): SlotResult {
  if (finding === null) return { frozen: 'unknown' };
  const differs = finding.isMoved || finding.kept < leastKept;
  return {
    frozen: differs ? 'differs' : 'as-frozen',
    frozenUrl: url,
    keptPercent: Math.round(finding.kept * 100),
    moved: finding.isMoved ? 1 : 0,
  };
}

/** Frozen pages of the site itself; those with words of our own have no live address. */
async function newestFirst(context: CommandContext, outletId: string): Promise<FrozenPage[]> {
  const pages: FrozenPage[] = [];
  for (const folder of frozenFolders(context, outletId)) {
    pages.push(...(await readFrozenPages(folder)));
  }
  const live = pages.filter(({ written }) => !written);
  return live.toSorted((one, other) => (one.capturedAt < other.capturedAt ? 1 : -1));
}

/** The station's door; what it answers is kept as every attempt is. */
function recording(station: Station, outletId: string): Pick<FetchDoor, 'fetch'> {
  return {
    fetch: async (request) => {
      const attempt = await station.door.fetch(request);
      const blobHash = attempt.bytes === null ? null : await station.archive.put(attempt.bytes);
      await recordLook(station.database.db, attempt, { outletId, blobHash });
      return attempt;
    },
  };
}
