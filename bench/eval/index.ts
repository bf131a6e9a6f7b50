import { runEvaluation } from './run.ts';
import { scorers } from './scorers/index.ts';

process.exitCode = await runEvaluation(process.argv.slice(2), {
  scorers,
  print: (line) => void process.stdout.write(`${line}\n`),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
