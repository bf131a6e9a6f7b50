import { join } from 'node:path';
import { type BrowserDoor, createBrowserDoor } from '../../crawlers/index.ts';
import type { Operations, Outlet, SlotResult } from '../domain/index.ts';
import {
  applyRetention,
  createOperations,
  type JobQueue,
  openQueue,
  openScheduler,
} from '../jobs.ts';
import { failedLooksWords } from '../publish/index.ts';
import type { CommandContext, Station } from './command.ts';
import { tellSummary } from './crawl.ts';
import { frozenLookOf } from './frozen-look.ts';
import { operatorMailOf } from './operator-mail.ts';
import { operatorTimeZone } from './operator-zone.ts';
import { retentionDays } from './retention-days.ts';
import { digestOf } from './digest-parts.ts';
import { publicationParts } from './export.ts';

/** Runs the timetable until the program is stopped; what is in hand ends or is put back first. */
export async function runTimetable(context: CommandContext, station: Station): Promise<void> {
  const { clock, log, signal } = context;
  const browsers: BrowserDoor[] = [];
  const browser = async () => {
    const open = browsers[0] ?? openBrowser(context, station);
    if (browsers.length === 0) browsers.push(open);
    return open;
  };
  const { version } = await publicationParts(context, station);
  const scheduler = await openScheduler(
    {
      ...station,
      clock,
      log,
      browser,
      retention: (stopping) => clearOld(context, station, stopping),
      digests: await digestOf(context, station),
      mail: await operatorMailOf(context),
      frozenLook: frozenLookOf(context, station),
      onCrawled: (summary, outlet) => tellSummary(context, outlet, summary),
      onLooksFailed: (result, outlet) => tellLooksFailed(context, outlet, result),
    },
    { timeZone: operatorTimeZone, version, signal },
  );
  try {
    await scheduler.run();
  } finally {
    for (const open of browsers) await open.close();
  }
}

/** A look that came to nothing is unknown in every figure: who watches hears of it at once. */
function tellLooksFailed(context: CommandContext, { name }: Outlet, result: SlotResult): void {
  const said = failedLooksWords({ kind: 'homepage', result });
  if (said === null) return;
  context.tell({
    vi: `${name}, trang nhất: ${said.vi}. Trong số liệu, lúc ấy là chưa biết.`,
    en: `${name}, front page: ${said.en}. In the figures this time is unknown.`,
  });
}

/** Without a limit there is nothing to clear, and the timetable says so. */
async function clearOld(
  context: CommandContext,
  station: Station,
  signal: AbortSignal,
): Promise<SlotResult | null> {
  const { days } = await retentionDays(context, station);
  if (days.pagesDays === null && days.picturesDays === null) return null;
  return applyRetention(station, { retention: days, now: context.clock.now(), signal });
}

function openBrowser(context: CommandContext, station: Station): BrowserDoor {
  const { clock, log, config } = context;
  return createBrowserDoor({
    door: station.door,
    clock,
    log,
    contact: config.contact,
    chromiumPath: config.chromiumPath,
    folder: join(config.dataFolder, 'browser'),
  });
}

/** The timetable for pages and commands; the queue is opened when a job is asked for. */
export function operationsOf(
  context: CommandContext,
  station: Station,
): { readonly port: Operations; close(): Promise<void> } {
  const { database } = station;
  let opened: Promise<JobQueue> | null = null;
  const queue = () => (opened ??= openQueue(database, { log: context.log, works: false }));
  const now = () => context.clock.now();
  return {
    port: createOperations({ database, queue, now, timeZone: operatorTimeZone }),
    close: async () => {
      await (await opened)?.stop(1000);
    },
  };
}
