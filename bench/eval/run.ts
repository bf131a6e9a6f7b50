import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ColumnInchesError } from '../../src/domain/index.ts';
import { printSet, printVerdict } from './print.ts';
import { isHeld, type Scorer, type SetResult } from './result.ts';

/** 0: every target held; 1: one was missed; 2: the words or the set cannot be used. */
export type EvaluationExit = 0 | 1 | 2;

export interface EvaluationParts {
  readonly scorers: readonly Scorer[];
  readonly print: (line: string) => void;
  /** For errors and what was left out. */
  readonly tell: (line: string) => void;
}

const usage = [
  'npm run eval -- --data FOLDER [--only extraction,mentions] [--json]',
  '',
  'Measures the readers and analyzers against sets whose answers are known.',
  '  --data FOLDER  holds one sub-folder a kind of set; bench/README.md says how they are written',
  '  --only NAMES   these kinds only, separated by commas',
  '  --json         one JSON document instead of tables',
  'Exit code: 0 all targets held, 1 one was missed, 2 the set or the words cannot be used.',
];

interface Wish {
  readonly data: string;
  readonly only: readonly string[] | null;
  readonly json: boolean;
}

function inputFault(code: string, message: string, cause?: unknown): ColumnInchesError {
  const details = { code: `input/${code}`, verdict: 'stop-run' as const, message };
  return new ColumnInchesError(cause === undefined ? details : { ...details, cause });
}

function readWish(words: readonly string[]): Wish | 'help' {
  const options = {
    data: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...words], options, strict: true }));
  } catch (thrown) {
    throw inputFault('option', `${(thrown as Error).message} Add --help.`, thrown);
  }
  if (values.help) return 'help';
  if (values.data === undefined) {
    throw inputFault('data-missing', 'No folder was named. Add --data FOLDER, or see --help.');
  }
  const only = values.only?.split(',').map((name) => name.trim());
  return { data: resolve(values.data), only: only ?? null, json: values.json === true };
}

/** The scorers whose sub-folder is there, in their order. @throws where a wished one is not */
function chooseScorers({ data, only }: Wish, scorers: readonly Scorer[]): readonly Scorer[] {
  if (!existsSync(data) || !statSync(data).isDirectory()) {
    throw inputFault('data-missing', `${data} is no folder. Name the folder that holds the sets.`);
  }
  const names = scorers.map(({ name }) => name).join(', ');
  const unknown = only?.find((name) => scorers.every((scorer) => scorer.name !== name));
  if (unknown !== undefined) {
    throw inputFault('unknown-set', `There is no kind of set "${unknown}". Known: ${names}.`);
  }
  const present = scorers.filter(({ name }) => existsSync(join(data, name)));
  const absent = only?.find((name) => present.every((scorer) => scorer.name !== name));
  if (absent !== undefined) {
    throw inputFault('set-missing', `${join(data, absent)} is missing, but --only asks for it.`);
  }
  if (present.length === 0) {
    throw inputFault('set-missing', `${data} has none of the sub-folders ${names}.`);
  }
  return present.filter(({ name }) => only === null || only.includes(name));
}

async function evaluate(wish: Wish, parts: EvaluationParts): Promise<EvaluationExit> {
  const results: SetResult[] = [];
  for (const scorer of chooseScorers(wish, parts.scorers)) {
    const result = await scorer.score(join(wish.data, scorer.name));
    results.push(result);
    if (!wish.json) for (const line of printSet(result)) parts.print(line);
  }
  const held = results.every(({ figures }) => figures.every((figure) => isHeld(figure) !== false));
  if (wish.json) {
    const sets = results.map((result) => ({
      ...result,
      figures: result.figures.map((figure) => ({ ...figure, held: isHeld(figure) })),
    }));
    parts.print(JSON.stringify({ held, sets }, null, 1));
  } else {
    for (const line of printVerdict(results)) parts.print(line);
  }
  return held ? 0 : 1;
}

/** Runs one evaluation from its words; never throws for what a user can do wrong. */
export async function runEvaluation(
  words: readonly string[],
  parts: EvaluationParts,
): Promise<EvaluationExit> {
  try {
    const wish = readWish(words);
    if (wish !== 'help') return await evaluate(wish, parts);
    for (const line of usage) parts.print(line);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    const { code, message } = thrown;
    const asJson = words.includes('--json');
    parts.tell(asJson ? JSON.stringify({ error: { code, message } }) : `${message} (${code})`);
    return 2;
  }
}
