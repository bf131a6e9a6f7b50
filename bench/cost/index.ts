import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetchDoor } from '../../crawlers/index.ts';
import {
  type Database,
  folderArchive,
  listOutlets,
  openDatabase,
  saveOutlets,
  saveRegister,
  tableSizes,
} from '../../db/index.ts';
import { generatePress, pressOutlets, servePress, simulatedClock } from '../../src/demo/index.ts';
import { finishRun, runOutlets } from '../../src/pipeline.ts';
import { treeCpuMs } from '../process-tree.ts';

// What an item costs: the demo press crawled through the whole pipeline into an embedded PostgreSQL
// and a folder. The press is served by this process too, so our share is a little too high.

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const crawlHours = [8, 14, 21];
const hourMs = 3_600_000;

/** Crawls every day of the press three times and brings the figures up to date. */
async function crawlAll(database: Database, folder: string): Promise<void> {
  const press = generatePress();
  const clock = simulatedClock(new Date(press.startMs));
  const served = await servePress(press, { clock });
  const door = createFetchDoor({ clock, log: quiet });
  try {
    await saveRegister(database.db, press.register, { demo: true });
    await saveOutlets(database.db, pressOutlets(press, served.origins));
    const outlets = await listOutlets(database.db, { demo: true });
    const parts = { database, archive: folderArchive(folder), door, clock, log: quiet };
    for (let day = 0; day < press.days; day += 1) {
      for (const hour of crawlHours) {
        clock.set(new Date(press.startMs + (day * 24 + hour) * hourMs));
        await runOutlets(outlets, parts, {});
      }
      await finishRun(parts, { demo: true });
    }
  } finally {
    await door.close();
    await served.close();
  }
}

async function folderSize(folder: string): Promise<{ files: number; bytes: number }> {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(names.map((name) => stat(join(folder, name))));
  const files = found.filter((one) => one.isFile());
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const round = (value: number, digits = 1) => value.toFixed(digits);

async function report(database: Database, archive: string, cpuMs: number): Promise<void> {
  const sizes = await tableSizes(database.db);
  const rowsOf = (table: string) => sizes.find((one) => one.table === table)?.rows ?? 0;
  const items = rowsOf('items');
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  const kept = await folderSize(archive);
  print(`${items} items in ${rowsOf('item_versions')} versions, ${rowsOf('fetches')} attempts`);
  print(`CPU an item, all processes: ${round(cpuMs / items)} ms`);
  print(
    `database an item: ${round(bytes / items / 1024)} KiB; archive: ${kept.files} files, ` +
      `${round(kept.bytes / items / 1024)} KiB an item`,
  );
  for (const { table, bytes: size, rows } of sizes.slice(0, 14)) {
    print(`  ${table}: ${round(rows / items, 2)} rows, ${round(size / items, 0)} bytes an item`);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'column-inches-cost-'));
const archive = join(folder, 'archive');
const database = await openDatabase({ dataFolder: join(folder, 'data'), purpose: 'bench' });
try {
  const cpuMs = await treeCpuMs(() => crawlAll(database, archive));
  await report(database, archive, cpuMs);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
