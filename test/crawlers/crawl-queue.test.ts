import { expect, test } from 'vitest';
import { CrawlQueue } from '../../crawlers/crawl-queue.ts';

const source = (uniqueKey: string) => ({ url: `https://a.vn/${uniqueKey}`, uniqueKey });

async function takeAll(queue: CrawlQueue): Promise<string[]> {
  const keys: string[] = [];
  for await (const request of queue) {
    keys.push(request.uniqueKey);
    await queue.markRequestHandled(request);
  }
  return keys;
}

test('what is added to the front keeps its order before what waits', async () => {
  const queue = new CrawlQueue();
  await queue.addRequestsBatched([source('a'), source('b')]);
  const first = await queue.fetchNextRequest();
  await queue.addRequestsBatched([source('c'), source('d')], { forefront: true });
  await queue.addRequest(source('e'));
  expect(first?.uniqueKey).toBe('a');
  expect(await takeAll(queue)).toEqual(['c', 'd', 'b', 'e']);
});

test('a request given back is asked after all others, and counted once', async () => {
  const queue = new CrawlQueue();
  await queue.addRequestsBatched([source('a'), source('b')]);
  const first = await queue.fetchNextRequest();
  if (first) await queue.reclaimRequest(first);
  expect(await queue.isFinished()).toBe(false);
  expect(await takeAll(queue)).toEqual(['b', 'a']);
  expect([queue.getTotalCount(), await queue.handledCount()]).toEqual([2, 2]);
  expect([queue.getPendingCount(), await queue.isFinished()]).toEqual([0, true]);
});

test('is not finished while a request runs, though nothing waits', async () => {
  const queue = new CrawlQueue();
  await queue.addRequest(source('a'));
  const running = await queue.fetchNextRequest();
  expect([await queue.isEmpty(), await queue.isFinished()]).toEqual([true, false]);
  if (running) await queue.markRequestHandled(running);
  expect(await queue.isFinished()).toBe(true);
});
