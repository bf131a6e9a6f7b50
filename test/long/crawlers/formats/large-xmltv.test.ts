import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readListingFile } from '../../../../crawlers/air-files.ts';
import { oddXmltv, oddZone } from '../../../crawlers/formats/odd-xmltv.ts';

const megabytes = 1_000_000;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-xmltv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The programmes of odd files again and again under one root. Answers how many there are. */
async function writeLarge(file: string, bytes: number): Promise<number> {
  const odd = Array.from({ length: 40 }, (_, seed) => oddXmltv(seed + 1)).filter(
    ({ oddities }) => !oddities.some((one) => one.startsWith('encoding')),
  );
  const bodies = odd.map(({ bytes: whole, announced }) => {
    const text = whole.toString();
    const from = text.indexOf('>', text.search(/<tv[\s>]/));
    return { text: text.slice(from + 1, text.lastIndexOf('</tv>')), count: announced.length };
  });
  const stream = createWriteStream(file);
  let [written, count] = [0, 0];
  stream.write('<?xml version="1.0" encoding="UTF-8"?><tv>');
  for (let turn = 0; written < bytes; turn += 1) {
    const { text, count: more } = bodies[turn % bodies.length] ?? { text: '', count: 0 };
    if (!stream.write(text)) await once(stream, 'drain');
    written += Buffer.byteLength(text);
    count += more;
  }
  stream.end('</tv>');
  await once(stream, 'finish');
  return count;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Reads a file to its end; the memory that is really held, looked at ten times on the way. */
async function readLarge(file: string, programmes: number) {
  const options = { timeZone: oddZone, now: new Date('2026-03-02T00:00:00Z') };
  let [count, next, highest] = [0, 0, 0];
  for await (const batch of readListingFile(file, options)) {
    count += batch.programmes.length;
    if (count < next) continue;
    next = count + programmes / 10;
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    highest = Math.max(highest, heapUsed + external);
  }
  return { count, highest };
}

test('a hundred megabytes need no more memory than ten', async () => {
  const [small, large] = [join(folder, 'small.xml'), join(folder, 'large.xml')];
  const wanted = [
    await writeLarge(small, 10 * megabytes),
    await writeLarge(large, 100 * megabytes),
  ];
  const ten = await readLarge(small, wanted[0] ?? 0);
  const hundred = await readLarge(large, wanted[1] ?? 0);
  expect([ten.count, hundred.count]).toEqual(wanted);
  const growth = hundred.highest - ten.highest;
  expect(growth, `${ten.highest} → ${hundred.highest}`).toBeLessThan(10 * megabytes);
}, 600_000);
