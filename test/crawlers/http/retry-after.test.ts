import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../crawlers/http/retry-after.ts';

const NOW = new Date('2026-03-07T06:00:00Z');
const DAY_MS = 86_400_000;

it.each([
  ['0', 0],
  ['2', 2000],
  [' 120 ', 120_000],
  ['1.5', 1500],
  ['99999999999999', DAY_MS],
  ['Sat, 07 Mar 2026 06:01:00 GMT', 60_000],
  ['Saturday, 07-Mar-26 06:01:00 GMT', 60_000],
  ['Sat, 07 Mar 2099 06:00:00 GMT', DAY_MS],
  ['Sat, 07 Mar 2020 06:00:00 GMT', 0],
  ['-5', null],
  ['soon', null],
  ['1e9', null],
  ['', null],
  [undefined, null],
  ['2026-03-07', null],
])('Retry-After %j → %j', (header, expected) => {
  expect(retryAfterMs(header, NOW, DAY_MS)).toBe(expected);
});
