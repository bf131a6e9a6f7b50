import { parentPort, workerData } from 'node:worker_threads';
import { Agent, request } from 'undici';
import type { ReadersCost, ReadersPlan } from './readers.ts';

/**
 * So many readers at once, each asking for the next page as soon as the last one has come, in
 * another order each.
 */
async function readAtOnce(given: ReadersPlan): Promise<ReadersCost> {
  const dispatcher = new Agent({ connections: given.readers });
  const took: number[] = [];
  let failed = 0;
  const endMs = performance.now() + given.seconds * 1000;
  const reader = async (number: number) => {
    for (let turn = number; performance.now() < endMs; turn += 1 + (number % 5)) {
      const address = given.addresses[turn % given.addresses.length] ?? '/';
      const beganMs = performance.now();
      const { statusCode, body } = await request(`${given.origin}${address}`, {
        dispatcher,
        headers: { 'accept-encoding': 'br' },
      });
      await body.dump({ limit: 10_000_000 });
      took.push(performance.now() - beganMs);
      if (statusCode !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: given.readers }, (_, number) => reader(number)));
  await dispatcher.close();
  const sorted = took.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return {
    requests: sorted.length,
    perSecond: sorted.length / given.seconds,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    failed,
  };
}

parentPort?.postMessage(await readAtOnce(workerData as ReadersPlan));
