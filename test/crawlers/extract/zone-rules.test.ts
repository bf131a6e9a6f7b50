import { describe, expect, it } from 'vitest';
import { ruledOffset, ruledZones } from '../../../crawlers/extract/zone-rules.ts';

const LAST_YEAR = 2037;
const STEP_MS = 5 * 86_400_000 + 3_600_000;

/** Minutes east of UTC as the system's own table of zones has them. */
function systemOffset(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (instantMs) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(instantMs)) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -size : size;
  };
}

/** Every fifth day, and the last and first moments at each change of the clocks. */
function momentsOf(timeZone: string): number[] {
  const moments: number[] = [];
  let beforeMs = Date.UTC(1985, 0, 1);
  for (let atMs = beforeMs; atMs < Date.UTC(LAST_YEAR + 1, 0, 1); atMs += STEP_MS) {
    const [before, after] = [ruledOffset(timeZone, beforeMs), ruledOffset(timeZone, atMs)];
    if (before !== null && before !== after) {
      let [low, high] = [beforeMs, atMs];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (ruledOffset(timeZone, middle) === before) low = middle;
        else high = middle;
      }
      moments.push(low, high);
    }
    moments.push(atMs);
    beforeMs = atMs;
  }
  return moments;
}

describe('the rules of zones', () => {
  it.each(ruledZones)('of %s are the system’s', (timeZone) => {
    const system = systemOffset(timeZone);
    const moments = momentsOf(timeZone).filter((at) => ruledOffset(timeZone, at) !== null);
    expect(moments.length).toBeGreaterThan(2000);
    const wrong = moments.filter((at) => ruledOffset(timeZone, at) !== system(at));
    expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  });

  it('are not told of years in which others held, nor of other zones', () => {
    expect(ruledOffset('Asia/Shanghai', Date.UTC(1990, 6, 1))).toBeNull();
    expect(ruledOffset('America/New_York', Date.UTC(2006, 6, 1))).toBeNull();
    expect(ruledOffset('Asia/Karachi', Date.UTC(2020, 6, 1))).toBeNull();
    expect(ruledOffset('no/zone', Date.UTC(2020, 6, 1))).toBeNull();
  });
});
