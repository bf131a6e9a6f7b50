import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countExpired, countGivenUp, retentionRuns, setState, writeAudit } from '../../db/index.ts';
import {
  asColumnInchesError,
  ColumnInchesError,
  type RecomputeState,
  type RetentionDays,
  saidOf,
  type UpkeepDesk,
} from '../domain/index.ts';
import { applyRetention } from '../jobs.ts';
import { archiveExportCommand } from './archive-export.ts';
import type { CommandContext, Station } from './command.ts';
import type { NoteChange, RunCommand } from './operator-outlets.ts';
import { recomputeCommand } from './recompute.ts';
import { leastRetentionDays, retentionDays } from './retention-days.ts';

interface Parts {
  readonly context: CommandContext;
  readonly station: Station;
  readonly run: RunCommand;
  readonly note: NoteChange;
}

const dayMs = 86_400_000;
const shownRuns = 20;

/** What administrators do with stored data. */
export function upkeepDesk(parts: Parts): UpkeepDesk {
  return { ...retentionDesk(parts), ...recomputeDesk(parts), archive: archiveOf(parts) };
}

function retentionDesk(
  parts: Parts,
): Pick<UpkeepDesk, 'retention' | 'setRetention' | 'runRetention'> {
  const { context, station, note } = parts;
  const { db } = station.database;
  return {
    retention: async () => {
      const { days, isFixed } = await retentionDays(context, station);
      const now = context.clock.now();
      const ago = (count: number | null) =>
        count === null ? null : new Date(now.getTime() - count * dayMs);
      const rule = {
        pagesBefore: ago(days.pagesDays),
        picturesBefore: ago(days.picturesDays),
        now,
      };
      const { count, bytes } = await countExpired(db, rule);
      return {
        days,
        isFixed,
        due: { count, megabytes: Math.round(bytes / 1e5) / 10 },
        waiting: await countGivenUp(db),
        runs: await retentionRuns(db, shownRuns),
      };
    },
    setRetention: async (by, days) => {
      if ((await retentionDays(context, station)).isFixed) throw fixedOutside();
      refuseShort(days);
      await setState(db, 'retention', days);
      const said = (count: number | null) => count ?? 'off';
      await note(by, 'retention set', `${said(days.pagesDays)} / ${said(days.picturesDays)}`);
    },
    runRetention: async (by) => {
      const { days } = await retentionDays(context, station);
      const now = context.clock.now();
      const { signal } = context;
      const done = await applyRetention(station, { retention: days, now, signal });
      const figure = (name: string) => Number(done[name] ?? 0);
      const details = {
        cleared: figure('cleared'),
        givenUp: figure('givenUp'),
        megabytes: figure('megabytes'),
      };
      await writeAudit(db, { userId: by.accountId, action: 'retention run', details });
      return { at: now.toISOString(), by: by.name, ...details };
    },
  };
}

function refuseShort({ pagesDays, picturesDays }: RetentionDays): void {
  const isShort = (days: number | null) => days !== null && days < leastRetentionDays;
  if (!isShort(pagesDays) && !isShort(picturesDays)) return;
  throw new ColumnInchesError({
    code: 'retention/too-short',
    verdict: 'stop-run',
    message: `Raw bytes are kept for ${leastRetentionDays} days at least. Give more days, or none.`,
    messageVietnamese: `Byte gốc phải giữ ít nhất ${leastRetentionDays} ngày. Hãy ghi số ngày lớn hơn, hoặc để trống.`,
  });
}

function fixedOutside() {
  return new ColumnInchesError({
    code: 'retention/fixed',
    verdict: 'stop-run',
    message:
      'The environment sets for how long bytes are kept (COLUMN_INCHES_KEEP_PAGES_DAYS, ' +
      'COLUMN_INCHES_KEEP_PICTURES_DAYS). Change it there, or take it away there first.',
    messageVietnamese:
      'Thời gian giữ byte gốc được đặt trong biến môi trường (COLUMN_INCHES_KEEP_PAGES_DAYS, ' +
      'COLUMN_INCHES_KEEP_PICTURES_DAYS). Hãy đổi ở đó, hoặc bỏ ở đó trước.',
  });
}

interface RecomputeRun {
  since: string | null;
  pages: number;
  last: RecomputeState['last'];
}

/** One reading anew at a time, in this program; it goes on while pages are served. */
function recomputeDesk({
  context,
  station,
  note,
}: Parts): Pick<UpkeepDesk, 'recomputeState' | 'startRecompute'> {
  const state: RecomputeRun = { since: null, pages: 0, last: null };
  const nowText = () => context.clock.now().toISOString();
  return {
    recomputeState: () => ({
      runningSince: state.since,
      pagesSoFar: state.pages,
      last: state.last,
    }),
    startRecompute: async (by, outletId) => {
      if (state.since !== null) return false;
      Object.assign(state, { since: nowText(), pages: 0 });
      await note(by, 'recompute begun', outletId ?? '');
      void readAnew(context, station, { state, outletId })
        .then((last) => Object.assign(state, { last }))
        .finally(() => Object.assign(state, { since: null }));
      return true;
    },
  };
}

async function readAnew(
  context: CommandContext,
  station: Station,
  { state, outletId }: { readonly state: RecomputeRun; readonly outletId: string | null },
): Promise<RecomputeState['last']> {
  const printed: string[] = [];
  const quiet: CommandContext = {
    ...context,
    json: true,
    print: async (line) => void printed.push(line),
    tell: () => {},
    progress: ({ en }) => {
      state.pages = Number.parseInt(en, 10) || state.pages;
    },
    openStation: async () => ({ ...station, close: async () => {} }),
  };
  const endedAt = () => context.clock.now().toISOString();
  try {
    const options = outletId === null ? {} : { outlet: outletId };
    await recomputeCommand.run(quiet, { arguments: [], options });
    const { pages, failed, gone } = JSON.parse(printed.join('')) as {
      readonly pages: number;
      readonly failed: number;
      readonly gone: readonly { readonly pages: number }[];
    };
    const lost = gone.reduce((sum, one) => sum + one.pages, 0);
    return { endedAt: endedAt(), pages, failed, gone: lost, problem: null };
  } catch (thrown) {
    const error = asColumnInchesError(thrown, { code: 'recompute/failed', verdict: 'stop-run' });
    context.log.warn({ code: error.code }, error.message);
    const { pages } = state;
    return { endedAt: endedAt(), pages, failed: 0, gone: 0, problem: saidOf(error) };
  }
}

/** Writes the file whole before any byte of it goes out, and leaves nothing behind. */
function archiveOf({ run, note }: Parts): UpkeepDesk['archive'] {
  return async (by, { outletId, from, to }) => {
    const folder = await mkdtemp(join(tmpdir(), 'column-inches-warc-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      const file = join(folder, 'pages.warc.gz');
      const options = {
        ...(outletId === null ? {} : { outlet: outletId }),
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to }),
      };
      await run(archiveExportCommand, { arguments: [file], options });
      await note(by, 'archive exported', outletId ?? '');
      return streamed(file, remove);
    } catch (thrown) {
      await remove();
      throw thrown;
    }
  };
}

async function* streamed(file: string, remove: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } finally {
    await remove();
  }
}
