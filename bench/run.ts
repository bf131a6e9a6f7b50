import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ColumnInchesError } from '../src/domain/index.ts';
import type { Bench, BenchSetting, Comparison } from './comparison.ts';
import { printComparison } from './print.ts';

const defaultRounds = 7;
const defaultPages = 60;

const usage = [
  'npm run bench -- [--only extraction,names] [--data FOLDER] [--rounds 7] [--pages 60] [--json]',
  '',
  'Compares CPU times with named peers in the same run. A figure of a bench is never a test.',
  '  --only NAMES   these groups only, separated by commas',
  '  --data FOLDER  pages from a folder of evaluation sets instead of the demo press',
  '  --rounds N     counted rounds, at least 1; the median is shown',
  '  --pages N      most pages a round, at least 1',
  '  --json         one JSON document instead of tables',
];

export interface BenchParts {
  readonly benches: readonly Bench[];
  readonly print: (line: string) => void;
  readonly tell: (line: string) => void;
}

interface Wish extends BenchSetting {
  readonly only: readonly string[] | null;
  readonly json: boolean;
}

function inputFault(message: string, cause?: unknown): ColumnInchesError {
  const details = { code: 'input/option', verdict: 'stop-run' as const, message };
  return new ColumnInchesError(cause === undefined ? details : { ...details, cause });
}

function readCount(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw inputFault(`--${name} must be a whole number from 1, not "${text}".`);
}

function readWish(words: readonly string[]): Wish | 'help' {
  const options = {
    only: { type: 'string' },
    data: { type: 'string' },
    rounds: { type: 'string' },
    pages: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...words], options, strict: true }));
  } catch (thrown) {
    throw inputFault(`${(thrown as Error).message} Add --help.`, thrown);
  }
  if (values.help) return 'help';
  return {
    rounds: readCount(values.rounds, 'rounds', defaultRounds),
    pages: readCount(values.pages, 'pages', defaultPages),
    dataFolder: values.data === undefined ? null : resolve(values.data),
    only: values.only?.split(',').map((name) => name.trim()) ?? null,
    json: values.json === true,
  };
}

function machine(): string {
  const [first] = cpus();
  return `Node ${process.versions.node}, ${cpus().length} × ${first?.model ?? 'unknown processor'}`;
}

async function runWished(wish: Wish, { benches, print }: BenchParts): Promise<void> {
  const unknown = wish.only?.find((name) => benches.every((bench) => bench.name !== name));
  if (unknown !== undefined) {
    const known = benches.map(({ name }) => name).join(', ');
    throw inputFault(`There is no group "${unknown}". Known: ${known}.`);
  }
  const done: (Comparison & { readonly group: string })[] = [];
  if (!wish.json) print(`CPU time, user and system. ${machine()}.`);
  for (const bench of benches.filter(({ name }) => wish.only?.includes(name) ?? true)) {
    for await (const comparison of bench.run(wish)) {
      done.push({ group: bench.name, ...comparison });
      if (!wish.json) for (const line of printComparison(comparison)) print(line);
    }
  }
  if (wish.json) print(JSON.stringify({ machine: machine(), comparisons: done }, null, 1));
}

/** Runs the benches a user asks for; 0 whatever the figures are, 2 where the words are wrong. */
export async function runBench(words: readonly string[], parts: BenchParts): Promise<0 | 2> {
  try {
    const wish = readWish(words);
    if (wish === 'help') for (const line of usage) parts.print(line);
    else await runWished(wish, parts);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    parts.tell(`${thrown.message} (${thrown.code})`);
    return 2;
  }
}
