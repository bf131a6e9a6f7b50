import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, refreshRollups, takeStaleDays } from '../../db/index.ts';
import { medianOf } from '../measure.ts';
import { paintCost } from './browser.ts';
import { beginCrawl } from './crawl.ts';
import { exportCost } from './export.ts';
import { countStore, fillStore, lastDay, sumStore, touchDay, yearOfSixtyOutlets } from './fill.ts';
import { databaseCpuMs, type PageCost, pageCost, pages, searches } from './pages.ts';
import { readAtOnce } from './readers.ts';
import { archiveOf, siteOf } from './site.ts';
import { pageLines } from './tables.ts';
import { beside, targets, verdict } from './targets.ts';
import { textPool } from './texts.ts';

export interface StoreBench {
  readonly folder: string;
  readonly items: number;
  readonly small: number;
  /** How often a page is asked for. */
  readonly times: number;
  readonly only: ReadonlySet<string>;
  /** Lines of the report, Markdown. */
  readonly print: (line: string) => void;
  readonly tell: (line: string) => void;
}

/** Fills what is missing, then measures the small store and the large one. */
export async function runStoreBench(bench: StoreBench): Promise<void> {
  const { print, only } = bench;
  const [processor] = cpus();
  print(
    `${cpus().length} × ${processor?.model ?? 'unknown processor'}, Node ${process.versions.node}, ` +
      `load ${loadavg()[0]?.toFixed(1)}`,
  );
  const small = await withStore(bench, bench.small, (store) => pagesOf(bench, store));
  await withStore(bench, bench.items, async (store) => {
    print(`\nLarge store: ${JSON.stringify(await countStore(store.database))}\n`);
    const large = await pagesOf(bench, store);
    for (const line of pageLines(large, small)) print(line);
    if (only.has('refresh')) print(await refreshLine(store.database));
    if (only.has('export')) for (const line of await exportLines(store)) print(line);
    if (only.has('readers')) print(await readersLine(store));
    if (only.has('paint')) for (const keeps of [false, true]) print(await paintLine(store, keeps));
  });
}

interface Store {
  readonly database: Database;
  readonly folder: string;
}

async function withStore<Result>(
  bench: StoreBench,
  items: number,
  use: (store: Store) => Promise<Result>,
): Promise<Result> {
  const folder = join(bench.folder, String(items));
  const isNew = !existsSync(folder);
  const database = await openDatabase({ dataFolder: folder, durable: false });
  try {
    if (bench.only.has('fill')) {
      const size = { ...yearOfSixtyOutlets, items };
      if (isNew) await fillStore(database, size, { pool: textPool('store'), tell: bench.tell });
      // What a run that was cut off had left goes on here.
      await sumStore(database, bench.tell);
    }
    return await use({ database, folder });
  } finally {
    await database.close();
  }
}

async function pagesOf(bench: StoreBench, store: Store): Promise<PageCost[]> {
  const app = await siteOf(store.database, { folder: store.folder, keeps: false });
  const { item, story } = await someIds(app);
  const asked = [
    ...(bench.only.has('pages') ? pages : []),
    ...(bench.only.has('search') ? searches : []),
  ];
  const costs: PageCost[] = [];
  for (const [name, address] of asked) {
    const url = address.replace(':item', item).replace(':story', story);
    costs.push(await pageCost(app, [name, url], bench.times));
    bench.tell(JSON.stringify(costs.at(-1)));
  }
  await app.close();
  return costs;
}

/** An item of the most named person, and the story of one that has copies. */
async function someIds(app: Awaited<ReturnType<typeof siteOf>>) {
  const person = await app.inject({ url: '/api/persons/person-001' });
  const { data } = person.json<{ data: { items: { itemId: string }[] } }>();
  let story = '';
  for (const { itemId } of data.items) {
    const page = await app.inject({ url: `/items/${itemId}` });
    story = /\/stories\/([\w-]+)/.exec(page.body)?.[1] ?? story;
    if (story !== '') break;
  }
  return { item: data.items[0]?.itemId ?? '', story };
}

/** One outlet's day and the same day of all outlets, as after a crawl. */
async function refreshLine(database: Database): Promise<string> {
  const one = await refreshCost(database, 1);
  const all = await refreshCost(database, 1_000);
  const told = ({ clockMs, cpuMs }: typeof one) =>
    `${cpuMs.toFixed(0)} ms of CPU, ${clockMs.toFixed(0)} ms by the clock`;
  const isHeld = verdict(one.cpuMs, targets.refreshMs);
  return `Refresh: one outlet's day ${told(one)} (≤ ${targets.refreshMs}: ${isHeld}), all outlets' ${told(all)}`;
}

const refreshes = 7;

/**
 * What summing so many outlets' last day takes once a tenth of its items have changed; the clock's
 * is the middle of all times.
 */
async function refreshCost(database: Database, outlets: number) {
  const took: number[] = [];
  let cpuMs = 0;
  for (let turn = 0; turn < refreshes; turn += 1) {
    await touchDay(database, { day: lastDay, outlets, turn });
    const [beganMs, beforeMs] = [performance.now(), databaseCpuMs()];
    await database.transaction(async (now) => {
      await refreshRollups(now, await takeStaleDays(now, outlets));
    });
    took.push(performance.now() - beganMs);
    cpuMs += (databaseCpuMs() - beforeMs) / refreshes;
  }
  return { clockMs: medianOf(took), cpuMs };
}

/** A table as Parquet, of a day, a month and a quarter: rows grow, memory should not. */
async function exportLines(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for (const from of [lastDay, '2026-06-01', '2026-04-01']) {
    const period = { from, to: lastDay };
    const cost = await exportCost(store.database, { ...store, period });
    const { rows, megabytes, seconds, heldMegabytes } = cost;
    lines.push(
      `Items from ${from} as Parquet: ${rows} rows, ${megabytes.toFixed(1)} MB in ` +
        `${seconds.toFixed(1)} s, at most ${heldMegabytes.toFixed(1)} MB held`,
    );
  }
  return lines;
}

async function readersLine({ database, folder }: Store): Promise<string> {
  const app = await siteOf(database, { folder, keeps: true });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const addresses = pages.map(([, address]) => address).filter((address) => !address.includes(':'));
  for (const address of addresses) await fetch(`${origin}${address}`);
  const stop = new AbortController();
  const crawl = beginCrawl(database, { archive: archiveOf(folder), signal: stop.signal });
  await crawl.isUnderWay;
  const before = crawl.articles();
  const cost = await readAtOnce({ origin, readers: 100, seconds: 30, addresses });
  const articles = crawl.articles() - before;
  stop.abort();
  await crawl.ended;
  await app.close();
  return (
    `100 readers, 30 s, pages kept: ${cost.requests} pages (${cost.failed} failed), ` +
    `${cost.perSecond.toFixed(0)} a second, median ${cost.medianMs.toFixed(0)} ms, p95 ` +
    `${beside(cost.p95Ms, targets.readersP95Ms, ' ms')}; meanwhile ${articles} articles stored` +
    `${articles === 0 ? ' (so it says nothing: there was no crawl beside it)' : ''}; ` +
    `load of the machine ${loadavg()[0]?.toFixed(1)}`
  );
}

/** The overview made for each visit anew, and as it is kept for the next reader. */
async function paintLine({ database, folder }: Store, keeps: boolean): Promise<string> {
  const app = await siteOf(database, { folder, keeps });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  for (let turn = 0; turn < 3; turn += 1) await (await fetch(`${origin}/`)).text();
  const cost = await paintCost(`${origin}/`, 5);
  await app.close();
  return [
    `Overview in Chromium, ${keeps ? 'kept' : 'fresh'}: first byte`,
    `${beside(cost.firstByteMs, targets.firstByteMs, ' ms')}, largest paint`,
    `${beside(cost.largestPaintMs, targets.largestPaintMs, ' ms')}, layout shift`,
    `${beside(cost.layoutShift, targets.layoutShift, '')}, without pictures`,
    beside(cost.transferredBytes / 1000, targets.overviewKilobytes, ' kB'),
  ].join(' ');
}
