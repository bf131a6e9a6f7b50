import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openOutage, until } from './outage.ts';

// A sample of test/long/db/faults.test.ts: there the database is away for ten minutes.

test('the database server goes away and comes back: the program lives on and captures again', async () => {
  const world = await openOutage();
  try {
    await until(async () => ((await world.captured()).length === 1 ? true : null));
    expect(await world.status('/readyz')).toBe(200);
    await world.stopServer();
    world.publish('Tin trong lúc mất cơ sở dữ liệu');
    await until(async () => ((await world.status('/readyz')) === 503 ? true : null));
    expect(await world.status('/healthz')).toBe(200);
    await delay(1_000);
    await world.startServer();
    await until(async () => ((await world.status('/readyz')) === 200 ? true : null));
    await world.crawl();
    await until(async () => ((await world.captured()).length === 2 ? true : null));
    expect(await world.captured()).toEqual(['Tin thứ nhất', 'Tin trong lúc mất cơ sở dữ liệu']);
    expect(world.program.exitCode).toBeNull();
  } finally {
    await world.close();
  }
}, 120_000);
