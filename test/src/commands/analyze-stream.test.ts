import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const command = join(import.meta.dirname, '../../../dist/src/commands/analyze.js');
const register = join(import.meta.dirname, '../../../db/register/quang-ngai.csv');
const heapMegabytes = 64;
const items = 5_000;
const lineBytes = 30_000;

/** The command alone over made-up lines, in a process of its own. */
const script = `
  const { analyzeCommand } = await import(${JSON.stringify(command)});
  const text = 'Chủ tịch UBND tỉnh Quảng Ngãi dự lễ thông xe.';
  const item = { id: '1', outlet: 'bao', publishedAt: '2024-11-03', title: '', text };
  const line = Buffer.from(JSON.stringify({ ...item, padding: 'x'.repeat(${lineBytes}) }) + '\\n');
  let results = 0;
  const context = {
    language: 'en', clock: { now: () => new Date() }, stdinBytes: null, isTerminal: false,
    stdin: (async function* () { for (let at = 0; at < ${items}; at += 1) yield line; })(),
    print: async () => { results += 1; }, tell() {}, progress() {},
  };
  const options = { register: ${JSON.stringify(register)} };
  const exitCode = await analyzeCommand.run(context, { arguments: [], options });
  process.stdout.write(JSON.stringify({ exitCode, results }));
`;

// `npm run test:long` reads 100,000 items with the whole program.
test('a corpus larger than the heap is read to its end', async () => {
  const heap = `--max-old-space-size=${heapMegabytes}`;
  const given = [heap, '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  expect(JSON.parse(stdout)).toEqual({ exitCode: 0, results: items });
  expect(items * lineBytes).toBeGreaterThan(2 * heapMegabytes * 1e6);
}, 120_000);
