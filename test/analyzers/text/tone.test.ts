import { expect, test } from 'vitest';
import {
  differInOneMark,
  withNewTonePlacement,
  withoutMarks,
} from '../../../analyzers/text/tone.ts';

test.each([
  ['hoà', 'hòa'],
  ['thuỷ', 'thủy'],
  ['HOÀ', 'HÒA'],
  ['Uỷ ban', 'Ủy ban'],
  ['khoẻ mạnh', 'khỏe mạnh'],
  ['quý', 'quý'],
  ['hoàn', 'hoàn'],
  ['loà xoà', 'lòa xòa'],
])('tone placement of %s is read as %s', (old, fresh) => {
  expect(withNewTonePlacement(old)).toBe(fresh);
  expect(old).toHaveLength(fresh.length);
});

test.each([
  ['Thanh', 'Thành', true],
  ['Tổ', 'Tô', true],
  ['Dung', 'Đung', true],
  ['Thanh', 'Thanh', false],
  ['Thanh', 'Thằng', false],
  ['Lan', 'Lam', false],
])('%s and %s differ in one mark: %s', (a, b, expected) => {
  expect(differInOneMark(a, b)).toBe(expected);
});

test('marks are removed without changing the length', () => {
  expect(withoutMarks('Đường Nguyễn Ỷ Lan')).toBe('Duong Nguyen Y Lan');
});
