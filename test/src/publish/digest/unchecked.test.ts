import { expect, test } from 'vitest';
import type { DigestContent, DigestPerson } from '../../../../src/domain/index.ts';
import { letterModel } from '../../../../src/publish/digest/model.ts';
import { plainLetter } from '../../../../src/publish/digest/plain.ts';

const person = (personId: string, unchecked: boolean): DigestPerson => ({
  personId,
  name: personId,
  post: 'Giám đốc Sở Y tế',
  unchecked,
  items: 3,
  itemsFractional: 3,
  share: 0.5,
  shareBefore: 0.1,
  corrected: null,
  frontPage: null,
});

const content: DigestContent = {
  demo: false,
  week: '2026-03-02',
  period: { from: '2026-03-02', to: '2026-03-08' },
  methodVersion: '1',
  itemsCaptured: 9,
  itemsWithPersons: 6,
  outlets: 1,
  persons: [person('lan', true), person('minh', false)],
  outletDays: 7,
  gapDays: 0,
  gapDaysBefore: 0,
  audited: 0,
  auditNeeded: 30,
  corrections: 0,
};

test('a letter says it in its finding and of each person, in both languages', () => {
  const letter = (language: 'vi' | 'en') =>
    plainLetter(letterModel(content, { language, origin: 'https://press.example' }), null);
  expect(letter('vi')).toContain('lan (chưa kiểm chứng): 50');
  expect(letter('en')).toContain('lan (unchecked): 50');
  expect(letter('en')).not.toContain('minh (unchecked)');
});
