import { describe, expect, test } from 'vitest';
import { progressFor, progressLine, progressPace } from '../../../src/commands/progress-bar.ts';
import { testContext } from '../context.ts';

describe('the progress of a stream', () => {
  const half = { items: 500, bytes: 50, totalBytes: 100, elapsedMs: 100_000 };

  test('is a bar of the file’s bytes, with the time that is left', () => {
    expect(progressLine(half).en).toBe(
      '████████████░░░░░░░░░░░░  50 %  500 items, 5 a second, 1:40 left',
    );
    expect(progressLine({ ...half, bytes: 100 }).en).toMatch(/^█{24} 100 % .*0:00 left$/);
    expect(progressLine({ ...half, bytes: 1, elapsedMs: 100_000 }).vi).toContain('còn 2:45:00');
  });

  test('is a count where no end is known', () => {
    expect(progressLine({ ...half, totalBytes: null, bytes: 2_500_000 }).en).toBe(
      '500 items, 2.5 MB, 5 items a second',
    );
  });

  test('is drawn five times a second on a terminal, told every ten seconds elsewhere', () => {
    const drawn = progressPace({ isTerminal: true, startMs: 0 });
    const told = progressPace({ isTerminal: false, startMs: 0 });
    const times = Array.from({ length: 301 }, (_, step) => step * 100);
    expect(times.filter((ms) => drawn(ms))).toHaveLength(150);
    expect(times.filter((ms) => told(ms))).toEqual([10_000, 20_000, 30_000]);
  });

  test('is a line without a bar now and then where nobody watches a terminal', () => {
    const { context, told, drawn } = testContext({});
    let nowMs = 0;
    const clock = { ...context.clock, now: () => new Date(nowMs) };
    const both = (text: string) => ({ vi: text, en: text });
    const plain = progressFor({ ...context, clock });
    const json = progressFor({ ...context, clock, json: true });
    for (nowMs = 0; nowMs <= 25_000; nowMs += 1000) {
      plain(both(`██░░ day ${nowMs / 1000}`));
      json(both('██░░'));
    }
    expect(told).toEqual(['day 10', 'day 20']);
    drawn.length = 0;
    progressFor({ ...context, clock, isTerminal: true })(both('██░░ day 26'));
    expect(drawn).toEqual(['██░░ day 26']);
  });
});
