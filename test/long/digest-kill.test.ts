import { test } from 'vitest';
import { killWhileSending } from '../digest-kills.ts';

test(
  'letters whose sender is killed 200 times: none lost, none doubled without doubt',
  () => killWhileSending(200, 20_261_130),
  3_600_000,
);
