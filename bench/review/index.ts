import { parseArgs } from 'node:util';
import { ColumnInchesError } from '../../src/domain/index.ts';
import { runKeyboardBench } from './keyboard.ts';
import { runReviewBench } from './run.ts';

const usage = `npm run bench:review -- [--tasks 100,10000] [--reads 60] [--coders 20] [--keyboard]

How long a coder waits for the next task, with few and with many waiting, alone and in a crowd.
  --tasks N,N   tasks that wait; growth is told against the first
  --reads N     tasks a coder reads while the clock runs
  --coders N    coders at once
  --keyboard    instead: simple tasks by keyboard in Chromium, keys pressed and time waited
`;

const options = {
  tasks: { type: 'string', default: '100,10000' },
  reads: { type: 'string', default: '60' },
  coders: { type: 'string', default: '20' },
  keyboard: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function count(text: string, name: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new ColumnInchesError({
    code: 'input/option',
    verdict: 'stop-run',
    message: `--${name} must be a whole number from 1, not "${text}".`,
    messageVietnamese: `--${name} phải là số nguyên từ 1, không phải “${text}”.`,
  });
}

const { values } = parseArgs({ options, strict: true });
if (values.help) process.stdout.write(usage);
else if (values.keyboard) {
  await runKeyboardBench({
    reads: count(values.reads, 'reads'),
    print: (line) => void process.stdout.write(`${line}\n`),
  });
} else {
  await runReviewBench({
    tasks: values.tasks.split(',').map((text) => count(text, 'tasks')),
    reads: count(values.reads, 'reads'),
    coders: count(values.coders, 'coders'),
    print: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
}
