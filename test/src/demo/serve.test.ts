import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  generatePress,
  type ServedPress,
  servePress,
  simulatedClock,
} from '../../../src/demo/index.ts';

const press = generatePress({ days: 4 });
const clock = simulatedClock(new Date(press.startMs));
let served: ServedPress;

beforeAll(async () => {
  served = await servePress(press, { clock });
});
afterAll(() => served.close());

describe('the demo press over HTTP', () => {
  it('serves three outlets on loopback at simulated time', async () => {
    clock.set(new Date(press.startMs + 36 * 3_600_000));
    for (const origin of Object.values(served.origins)) {
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const response = await fetch(`${origin}/`);
      expect(response.status).toBe(200);
      expect(response.headers.get('date')).toBe(clock.now().toUTCString());
      expect(await response.text()).toContain(`<link rel="canonical" href="${origin}/">`);
    }
  });

  it('lets time pass when a crawler sleeps, and redirects, refuses, forgets nothing', async () => {
    const origin = served.origins['bao-song-thanh'];
    const before = clock.now().getTime();
    await clock.sleep(90_000);
    expect(clock.now().getTime()).toBe(before + 90_000);
    const moved = await fetch(`${origin}/index.html`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${origin}/`]);
    expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${origin}/khong-co`)).status).toBe(404);
    const head = await fetch(`${origin}/`, { method: 'HEAD' });
    expect(await head.text()).toBe('');
  });

  it('stops at once and frees its ports', async () => {
    const other = await servePress(press, { clock });
    const origin = other.origins['dai-song-thanh'];
    await other.close();
    await expect(fetch(`${origin}/`)).rejects.toThrow();
  });

  it('stops sleeping when told to', async () => {
    await expect(clock.sleep(1, AbortSignal.abort())).rejects.toThrow();
  });
});
