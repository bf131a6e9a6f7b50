import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOutlets, saveOutlets, setState } from '../../../db/index.ts';
import { runCommandLine } from '../../../src/cli.ts';
import type { Config } from '../../../src/config.ts';
import {
  generatePress,
  pressOutlets,
  servePress,
  simulatedClock,
} from '../../../src/demo/index.ts';
import { testContext } from '../context.ts';
import { testInstallation } from '../station.ts';

const { database, folder, run, open } = await testInstallation();
let taken: Server;
let port = 0;

beforeAll(async () => {
  await mkdir(join(folder, 'catalogue'));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  port = (taken.address() as { port: number }).port;
});
afterAll(() => new Promise((resolve) => taken.close(resolve)));

/** Runs `serve` until it is told to stop; `during` gets the address once the pages are open. */
async function serving(config: Partial<Config>, during: (address: string) => Promise<void>) {
  const stop = new AbortController();
  const given = testContext({ language: 'vi', openStation: open, config: { port: 0, ...config } });
  const context = { ...given.context, signal: stop.signal };
  const running = runCommandLine(['serve'], context);
  const address = () => /http:\/\/\S+/.exec(given.told.join('\n'))?.[0];
  for (let waited = 0; waited < 200 && !address(); waited += 1) {
    await Promise.race([delay(50), running]);
  }
  try {
    const found = address();
    if (found) await during(found);
  } finally {
    stop.abort();
  }
  return { exitCode: await running, told: given.told.join('\n') };
}

describe('serve', () => {
  test('a port that is taken and a host that is not here are named with their mend', async () => {
    const full = await serving({ port }, async () => {});
    expect(full.exitCode).toBe(2);
    expect(full.told).toMatch(/input\/port-not-free.*COLUMN_INCHES_PORT=8081/s);
    for (const host of ['no-such-host.invalid', '192.0.2.1']) {
      const away = await serving({ host }, async () => {});
      expect([away.exitCode, away.told]).toEqual([
        2,
        expect.stringMatching(/input\/host-not-here/),
      ]);
      expect(away.told).toContain('không phải địa chỉ của máy này');
    }
  });

  test('opens the demo’s originals while it runs, and so does a check of a demo outlet', async () => {
    const press = generatePress();
    const served = await servePress(press, { clock: simulatedClock(new Date(press.endMs)) });
    await saveOutlets(database.db, pressOutlets(press, served.origins));
    const ports = Object.fromEntries(
      Object.entries(served.origins).map(([id, origin]) => [id, Number(new URL(origin).port)]),
    );
    await served.close();
    await setState(database.db, 'demo', { ports, crawledUntil: null, finished: true });
    const [outlet] = await listOutlets(database.db, { demo: true });
    const homepage = outlet?.homepage ?? '';
    await expect(fetch(homepage)).rejects.toThrow();
    const { exitCode } = await serving({ dataFolder: folder }, async () => {
      expect((await fetch(homepage)).status).toBe(200);
      // Beside it the same originals are found, not served a second time.
      const beside = await run(['outlets', 'check', outlet?.id ?? '', '--json']);
      expect(JSON.parse(beside.printed[0] ?? '').works).toBe(true);
    });
    expect(exitCode).toBe(0);
    await expect(fetch(homepage)).rejects.toThrow();
    expect((await run(['outlets', 'check', outlet?.id ?? ''])).exitCode).toBe(0);
  });
});
