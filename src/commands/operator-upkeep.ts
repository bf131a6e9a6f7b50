import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countExpired, countGivenUp, retentionRuns, setState, writeAudit } from '../../db/index.ts';
import {
  ColumnInchesError,
  numberOf,
  type RetentionDays,
  type UpkeepDesk,
} from '../domain/index.ts';
import { applyRetention } from '../jobs.ts';
import { archiveExportCommand } from './archive-export.ts';
import { exportCommand } from './export.ts';
import { backgroundCommand, type DeskParts } from './operator-run.ts';
import { recomputeCommand } from './recompute.ts';
import { leastRetentionDays, retentionDays } from './retention-days.ts';

const dayMs = 86_400_000;
const shownRuns = 20;

/** What administrators do with stored data. */
export function upkeepDesk(parts: DeskParts): UpkeepDesk {
  return {
    ...retentionDesk(parts),
    ...recomputeDesk(parts),
    ...exportDesk(parts),
    archive: archiveOf(parts),
  };
}

function retentionDesk(
  parts: DeskParts,
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
        due: { count, megabytes: bytes / 1e6 },
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
    message: `Raw bytes are kept for ${numberOf(leastRetentionDays, 'day')} at least. Give more days, or none.`,
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

/** It goes on while pages are served. */
function recomputeDesk(parts: DeskParts): Pick<UpkeepDesk, 'recomputeState' | 'startRecompute'> {
  const recompute = backgroundCommand(parts, recomputeCommand, (printed) => {
    const { pages, failed, gone } = JSON.parse(printed) as {
      readonly pages: number;
      readonly failed: number;
      readonly gone: readonly { readonly pages: number }[];
    };
    return { pages, failed, gone: gone.reduce((sum, one) => sum + one.pages, 0) };
  });
  return {
    recomputeState: recompute.state,
    startRecompute: async (by, outletId) => {
      const options = outletId === null ? {} : { outlet: outletId };
      const isBegun = recompute.start({ input: { arguments: [], options } });
      if (isBegun) await parts.note(by, 'recompute begun', outletId ?? '');
      return isBegun;
    },
  };
}

function exportDesk(parts: DeskParts): Pick<UpkeepDesk, 'exportState' | 'startExport'> {
  const keeping = backgroundCommand(parts, exportCommand, (printed) => {
    const { hash } = JSON.parse(printed) as { readonly hash: string };
    return { hash };
  });
  return {
    exportState: keeping.state,
    startExport: async (by, { from, to }) => {
      const isBegun = keeping.start({ input: { arguments: [], options: { from, to } } });
      if (isBegun) await parts.note(by, 'export kept', `${from} – ${to}`);
      return isBegun;
    },
  };
}

/** Writes the file whole before any byte of it goes out, and leaves nothing behind. */
function archiveOf({ run, note }: DeskParts): UpkeepDesk['archive'] {
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
