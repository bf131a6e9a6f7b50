import { expect, test } from 'vitest';
import { withoutPrivateLabels } from '../../../analyzers/index.ts';

const cue = (speaker: string | null) => ({ startMs: 0, endMs: 1, text: 'Xin chào.', speaker });
const speakers = (given: readonly (string | null)[], registered: readonly string[]) =>
  withoutPrivateLabels(given.map(cue), registered).map(({ speaker }) => speaker);

test('a label of nobody in the register becomes a number, one for each voice', () => {
  const given = ['PTV', 'Trần Văn A', null, 'Chị Hoa', 'PTV'];
  expect(speakers(given, ['Trần Văn A'])).toEqual(['#1', 'Trần Văn A', null, '#2', '#1']);
});

test('what went through before stays, and who left the register becomes a further number', () => {
  const given = ['#1', 'Trần Văn A', null, '#2'];
  expect(speakers(given, ['Trần Văn A'])).toEqual(given);
  expect(speakers(given, [])).toEqual(['#1', '#3', null, '#2']);
});
