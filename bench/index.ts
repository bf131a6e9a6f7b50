import { analysisBench, largeRegisterBench } from './analysis.ts';
import type { Bench } from './comparison.ts';
import { copiesBench } from './copies.ts';
import { extractionBench } from './extraction.ts';
import { feedsBench } from './feeds.ts';
import { frontPagesBench } from './front-pages.ts';
import { namesBench } from './names.ts';
import { runBench } from './run.ts';
import { storingBench } from './storing.ts';

/** Every group, in the order of the table. Adding one = a file and a line here. */
const benches: readonly Bench[] = [
  extractionBench,
  feedsBench,
  namesBench,
  analysisBench,
  storingBench,
  copiesBench,
  largeRegisterBench,
  frontPagesBench,
];

process.exitCode = await runBench(process.argv.slice(2), {
  benches,
  print: (line) => void process.stdout.write(`${line}\n`),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
