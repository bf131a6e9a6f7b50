import { expect, test } from 'vitest';
import { rowNames } from '../../../../src/publish/charts/row-names.ts';

test('a long name widens its room up to a quarter of the picture, then wraps', () => {
  const short = rowNames(['Tạ Quang Nhuận'], 1100).width;
  const long = rowNames(['Đài Phát thanh Song Thanh và bạn'], 1100).width;
  const longest = rowNames(['Đài Phát thanh và Truyền hình tỉnh Song Thanh và các phường'], 1100);
  expect(short).toBe(196);
  expect(rowNames(['Tạ Quang Nhuận'], 1100).lineWidth).toBe(Infinity);
  expect(long).toBeGreaterThan(short);
  expect(longest.width).toBe(275);
  expect(longest.lineWidth * 13).toBeLessThan(longest.width);
});

test('a post on its own line counts by itself', () => {
  const one = rowNames(['Tống Hữu Thuận, Chủ tịch UBND phường Lưu Giang'], 1400).width;
  const two = rowNames(['Tống Hữu Thuận\nChủ tịch UBND phường Lưu Giang'], 1400).width;
  expect(two).toBeLessThan(one);
});
