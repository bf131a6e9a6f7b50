import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ColumnInchesError } from '../../src/domain/index.ts';
import { runStoreBench } from './run.ts';

const usage = `npm run bench:store -- [--items 2000000] [--small 20000] [--folder FOLDER] [--only pages,readers] [--times 20]

Builds stores of a made-up year and measures what readers wait for. Full size takes about 20 GB and
most of an hour; a folder that is kept is measured again without building.
  --items N     items of the large store, at least 1000
  --small N     items of the small one, beside which growth is told
  --folder DIR  where both are kept; default: bench-store in the data folder
  --times N     how often each page is asked for
  --only NAMES  of fill, pages, search, refresh, export, readers, paint
`;

const options = {
  items: { type: 'string', default: '2000000' },
  small: { type: 'string', default: '20000' },
  folder: { type: 'string', default: join('data', 'bench-store') },
  only: { type: 'string', default: 'fill,pages,search,refresh,export,readers,paint' },
  times: { type: 'string', default: '20' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function count(text: string, name: string, least = 1000): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new ColumnInchesError({
    code: 'input/option',
    verdict: 'stop-run',
    message: `--${name} must be a whole number from ${least}, not "${text}".`,
    messageVietnamese: `--${name} phải là số nguyên từ ${least}, không phải “${text}”.`,
  });
}

const { values } = parseArgs({ options, strict: true });
if (values.help) process.stdout.write(usage);
else {
  const folder = resolve(values.folder);
  if (existsSync(folder)) process.stderr.write(`${folder} is used again.\n`);
  await runStoreBench({
    folder,
    items: count(values.items, 'items'),
    small: count(values.small, 'small'),
    times: count(values.times, 'times', 1),
    only: new Set(values.only.split(',')),
    print: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
}
