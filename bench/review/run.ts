import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/index.ts';
import { createReviewDesk, type ReviewDesk } from '../../src/review/index.ts';
import { medianOf } from '../measure.ts';
import { fillStore, yearOfSixtyOutlets } from '../store/fill.ts';
import { textPool } from '../store/texts.ts';

export interface ReviewBench {
  /** Numbers of tasks that wait; the first is what the others are told against. */
  readonly tasks: readonly number[];
  /** Tasks one coder reads while the clock runs. */
  readonly reads: number;
  /** Coders who read at the same time. */
  readonly coders: number;
  readonly print: (line: string) => void;
  readonly tell: (line: string) => void;
}

/** What one number of waiting tasks costs. */
interface Cost {
  readonly tasks: number;
  /** Median milliseconds until a coder has the next task's text, and for handing it in. */
  readonly nextMs: number;
  readonly submitMs: number;
  readonly slowestMs: number;
  /** Of all coders at once: the same median, and tasks a second. */
  readonly crowdNextMs: number;
  readonly crowdRate: number;
}

const nobody = { text: 'whole', persons: [] } as const;

/** Builds a store for each number of tasks and reads from it, one coder first, then all at once. */
export async function runReviewBench(bench: ReviewBench): Promise<void> {
  const { print } = bench;
  const [processor] = cpus();
  print(
    `${cpus().length} × ${processor?.model ?? 'unknown processor'}, Node ${process.versions.node}, ` +
      `load ${(loadavg()[0] ?? 0).toFixed(1)}; wall clock, database on the same machine`,
  );
  const costs: Cost[] = [];
  for (const tasks of bench.tasks) costs.push(await costOf(bench, tasks));
  const [first] = costs;
  print(
    '| tasks waiting | next task, ms | growth | handing in, ms | slowest, ms | at once, ms | a second |',
  );
  print('|---|---|---|---|---|---|---|');
  for (const cost of costs) {
    const growth = cost.nextMs / (first?.nextMs ?? cost.nextMs);
    const cells = [
      cost.nextMs,
      growth,
      cost.submitMs,
      cost.slowestMs,
      cost.crowdNextMs,
      cost.crowdRate,
    ];
    print(`| ${[cost.tasks, ...cells.map((cell) => cell.toFixed(1))].join(' | ')} |`);
  }
}

async function costOf(bench: ReviewBench, tasks: number): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-bench-review-'));
  const database = await openDatabase({ dataFolder: folder, durable: false });
  try {
    const size = { ...yearOfSixtyOutlets, items: tasks + 2000 };
    await fillStore(database, size, { pool: textPool('store'), tell: () => {} });
    const desk = await createReviewDesk(database);
    const draw = { from: '2000-01-01', to: '2099-12-31', items: tasks, seed: 'bench' };
    const opened = await desk.openAudit('bench', draw);
    bench.tell(`${opened} tasks`);
    const { nextMs, submitMs, all } = await readSome(desk, 'one', bench.reads);
    const crowd = Array.from({ length: bench.coders }, (_none, index) => `coder ${index}`);
    const each = Math.max(1, Math.floor(Math.min(bench.reads, (tasks * 2) / bench.coders / 2)));
    const begun = performance.now();
    const read = await Promise.all(crowd.map((coder) => readSome(desk, coder, each)));
    const seconds = (performance.now() - begun) / 1000;
    const waits = read.flatMap((one) => one.all);
    return {
      tasks: opened,
      nextMs,
      submitMs,
      slowestMs: Math.max(...all),
      crowdNextMs: medianOf(waits),
      crowdRate: waits.length / seconds,
    };
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function readSome(desk: ReviewDesk, coder: string, reads: number) {
  const [nexts, submits]: number[][] = [[], []];
  for (let read = 0; read < reads; read++) {
    const begun = performance.now();
    const id = await desk.take(coder, 'audit');
    const task = id === null ? null : await desk.task(coder, id);
    if (task === null) break;
    const has = performance.now();
    nexts?.push(has - begun);
    await desk.submit(coder, task.taskId, nobody);
    submits?.push(performance.now() - has);
  }
  return { nextMs: medianOf(nexts ?? []), submitMs: medianOf(submits ?? []), all: nexts ?? [] };
}
