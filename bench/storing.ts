import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderArchive, openDatabase, saveOutlets, saveRegister } from '../db/index.ts';
import { generatePress, type Press, pressOutlets, simulatedClock } from '../src/demo/index.ts';
import { type CapturedPage, ColumnInchesError, type Outlet } from '../src/domain/index.ts';
import { analyzerFor, keepPage, outletsAtOnce, type PipelineParts } from '../src/pipeline.ts';
import { type Bench, compare } from './comparison.ts';
import type { Contender } from './measure.ts';
import { processTree } from './process-tree.ts';
import { pressPages, type SamplePage } from './sample-press.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const wantedMs = 2.4;
/** So that compiled code and PostgreSQL's caches are measured, not their making: a night's work. */
const warmUpPages = 1200;

const unused = () => Promise.reject(new TypeError('nothing is fetched here'));
const door = { fetch: unused, close: () => Promise.resolve() };

/** The pages as a crawl of one round captured them: every round has stories of its own. */
function capture(pages: readonly SamplePage[], outlet: Outlet, round: number): CapturedPage[] {
  return pages.map(({ url, html }, index) => ({
    outletId: outlet.id,
    kind: 'article',
    sourceKind: 'feed',
    attempt: {
      url,
      finalUrl: url,
      startedAt: new Date(Date.UTC(2026, 2, 10, 0, 0, index)),
      durationMs: 1,
      outcome: 'ok',
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', etag: `"${round}-${index}"` },
      bytes: Buffer.from(`${html}<!-- ${round} -->`),
      error: null,
    },
    lead: null,
    leads: [],
  }));
}

interface Spent {
  readonly ownMs: number;
  readonly databaseMs: number;
}

/** CPU of the processes of the embedded server, in the kernel's steps of 10 ms. */
function databaseCpuMs(): number {
  const others = processTree().filter(({ pid }) => pid !== process.pid);
  return others.reduce((sum, { cpuMs, endedCpuMs }) => sum + cpuMs + endedCpuMs, 0);
}

/** Keeps all pages of a round, as many at once as a crawl does, under an outlet of its own. */
function keeper({ press, pages }: { press: Press; pages: readonly SamplePage[] }) {
  const origin = 'http://press.example';
  const [paper] = pressOutlets(press, {
    'bao-song-thanh': origin,
    'dai-song-thanh': origin,
    'luu-giang-online': origin,
  });
  if (!paper) throw notKept(origin);
  let round = 0;
  return async (parts: PipelineParts): Promise<Spent> => {
    round += 1;
    const outlet = { ...paper, id: `${paper.id}-${round}`, selectors: [] };
    await saveOutlets(parts.database.db, [outlet]);
    const setting = { outlet, parts, analyze: await analyzerFor(outlet, parts) };
    const captured = capture(pages, outlet, round);
    const databaseBefore = databaseCpuMs();
    const before = process.cpuUsage();
    const worker = async () => {
      for (let page = captured.shift(); page; page = captured.shift()) {
        const kept = await keepPage(page, setting);
        if (kept !== 'article') throw notKept(page.attempt.url);
      }
    };
    await Promise.all(Array.from({ length: outletsAtOnce }, worker));
    const { user, system } = process.cpuUsage(before);
    return { ownMs: (user + system) / 1000, databaseMs: databaseCpuMs() - databaseBefore };
  };
}

function notKept(url: string): ColumnInchesError {
  const message = `The page ${url} of the demo press was not kept as an article.`;
  return new ColumnInchesError({ code: 'bench/not-kept', verdict: 'stop-run', message });
}

/** Raw bytes are named, and not kept. */
function hashOnly(bytes: Uint8Array): Promise<string> {
  return Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
}

/** A contender whose parts are told beside its sum. */
function measured(keep: () => Promise<Spent>) {
  let latest: Spent = { ownMs: Number.NaN, databaseMs: Number.NaN };
  return {
    run: () => undefined,
    measureMs: async () => {
      latest = await keep();
      return latest.ownMs + latest.databaseMs;
    },
    spent: () => latest,
  };
}

function named(name: string, measureMs: () => number): Contender {
  return { name, run: () => undefined, measureMs };
}

/** Stories from their bytes to stored rows, each page in its own transaction; then archived too. */
export const storingBench: Bench = {
  name: 'storing',
  async *run({ rounds, pages: most }) {
    const press = generatePress();
    const pages = pressPages(press, most);
    const folder = await mkdtemp(join(tmpdir(), 'column-inches-storing-'));
    const database = await openDatabase({ dataFolder: join(folder, 'data'), purpose: 'bench' });
    try {
      await saveRegister(database.db, press.register, { demo: true });
      const archive = folderArchive(join(folder, 'archive'));
      const clock = simulatedClock(new Date(press.endMs));
      const parts = { database, archive, door, clock, log: quiet };
      const keep = keeper({ press, pages });
      const side = measured(() => keep({ ...parts, archive: { ...archive, put: hashOnly } }));
      const whole = measured(() => keep(parts));
      for (let kept = 0; kept < warmUpPages; kept += pages.length) await whole.measureMs();
      const sides: Contender[] = [
        { name: 'this program and PostgreSQL', ...side },
        named('… of which this program', () => side.spent().ownMs),
        named('… of which PostgreSQL', () => side.spent().databaseMs),
        { name: 'the same, the page archived', ...whole },
        named('… of which this program, archived', () => whole.spent().ownMs),
      ];
      yield await compare(
        {
          title: 'a story from its bytes to stored mentions',
          unit: 'story',
          count: pages.length,
          contenders: sides,
          claims: [{ text: `≤ ${wantedMs} ms`, holds: ({ ownMs }) => ownMs <= wantedMs }],
        },
        rounds,
      );
    } finally {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
