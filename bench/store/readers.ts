import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface ReadersCost {
  readonly requests: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly failed: number;
}

export interface ReadersPlan {
  readonly origin: string;
  readonly readers: number;
  readonly seconds: number;
  readonly addresses: readonly string[];
}

/**
 * So many readers at once, in a thread of their own: they are not in the server's process anywhere
 * else either, and what they do would count as its work.
 */
export async function readAtOnce(plan: ReadersPlan): Promise<ReadersCost> {
  const file = `./readers-thread${extname(import.meta.filename)}`;
  const worker = new Worker(new URL(file, import.meta.url), { workerData: plan });
  const [cost] = await once(worker, 'message');
  return cost as ReadersCost;
}
