import { expect, test } from 'vitest';
import { formatsFor, weekFrontPages, weekShares } from '../../../../src/publish/charts/index.ts';

const formats = formatsFor('vi');
const frame = { width: 400, title: 'Tuần', subtitle: '02–08/03/2026', alt: 'Hình', formats };

const readable = (svg: string) => svg.replaceAll('><', '>\n<');

test('shares of a week: raw hollow, corrected filled, the week before as a tick', async () => {
  const { svg, table } = weekShares({
    ...frame,
    id: 'shares',
    rows: [
      {
        personId: 'a',
        name: 'Lê An',
        share: 0.4,
        before: 0.3,
        corrected: { value: 0.42, low: 0.38, high: 0.46 },
      },
      { personId: 'b', name: 'Trần Bình', share: 0.2, before: null, corrected: null },
    ],
    words: { person: 'Người', share: 'Tuần này', corrected: 'hiệu chỉnh', before: 'Tuần trước' },
  });
  expect(table.rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual([
    ['Lê An', '40,0 %', '42,0 % (38,0 % – 46,0 %)', '30,0 %'],
    ['Trần Bình', '20,0 %', '–', '–'],
  ]);
  await expect(readable(svg)).toMatchFileSnapshot('golden/week-shares.svg');
});

test('front pages of a week: solid is sure, faded is possible', async () => {
  const { svg, table } = weekFrontPages({
    ...frame,
    id: 'front-pages',
    rows: [
      { personId: 'a', name: 'Lê An', low: 3, high: 4.4 },
      { personId: 'b', name: 'Trần Bình', low: 0.7, high: 0.7 },
    ],
    words: { person: 'Người', sure: 'Chắc chắn', possible: 'Nhiều nhất', hours: 'giờ' },
  });
  expect(table.rows[0]).toEqual(['Lê An', '3,0', '4,4']);
  expect(svg).toContain('0,7 giờ');
  await expect(readable(svg)).toMatchFileSnapshot('golden/week-front-pages.svg');
});
