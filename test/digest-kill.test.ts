import { test } from 'vitest';
import { killWhileSending } from './digest-kills.ts';

test(
  'letters whose sender is killed twice: none lost, none doubled without doubt',
  () => killWhileSending(2, 20_261_130),
  180_000,
);
