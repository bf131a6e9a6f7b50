import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openDoor } from './door.ts';
import { meet, type Route } from './route.ts';
import { BODIES } from './routes/bodies.ts';
import { FRAMING } from './routes/framing.ts';
import { ODDITIES } from './routes/oddities.ts';
import { hostileServer, page } from './server.ts';

// The other files meet these servers with short limits; here with the limits in use.

const mostMs = 15_000;
const mostBytes = 200_000_000;
const run = promisify(execFile);
const routes = [...FRAMING, ...BODIES, ...ODDITIES];
const named = (pattern: RegExp) => routes.filter(({ name }) => pattern.test(name));

async function meetAlone(route: Route): Promise<number> {
  const door = openDoor({});
  let tookMs = Infinity;
  try {
    await meet(door, route, ({ attempt }) => {
      expect(attempt.outcome, route.name).toBe('failed');
      tookMs = attempt.durationMs;
    });
  } finally {
    await door.close();
  }
  return tookMs;
}

it('whatever drips, stalls or never ends is over within 15 seconds', async () => {
  const slow = named(/^(a drip|a stall|nothing at all|just fast enough|an event stream)/);
  expect(slow.length).toBeGreaterThanOrEqual(10);
  const took = await Promise.all(slow.map(meetAlone));
  const late = slow.filter((_, index) => !((took[index] ?? Infinity) < mostMs));
  expect(late.map(({ name }) => name)).toEqual([]);
  // One of them is patient enough to use all of the time: else this says nothing about the limit.
  expect(Math.max(...took)).toBeGreaterThan(mostMs / 2);
}, 60_000);

const heavy = named(/bomb|window of|^a body without end|chunk.* without end$|members without end$/);

it.each(heavy.map((route) => [route.name, route] as const))(
  '%s: costs less than 200 MB at its peak',
  async (_, route) => {
    const honest = await hostileServer({ '/page': page() });
    const replies = { ...(route.page && { '/page': route.page }), ...route.other };
    const hostile = await hostileServer(replies, route.server);
    const script = join(import.meta.dirname, 'fetcher.ts');
    const addresses = [honest, hostile].map(({ origin }) => `${origin}/page`);
    const expects = route.request?.expects ?? 'page';
    const { stdout } = await run(process.execPath, [script, ...addresses, expects]);
    const { code, cost } = JSON.parse(stdout) as { readonly code: string; readonly cost: number };
    await honest.close();
    await hostile.close();
    // It was met, not passed over.
    expect(code).toMatch(/too-large|bad-encoding|not-found|^ok$/);
    expect(cost).toBeLessThan(mostBytes);
  },
);

it('knows what is heavy', () => {
  expect(heavy.length).toBeGreaterThanOrEqual(16);
});
