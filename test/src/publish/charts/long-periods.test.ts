import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { SeriesPoint } from '../../../../src/domain/index.ts';
import {
  addDays,
  formatsFor,
  highestMean,
  healthSteps,
  personSeries,
  rankBump,
  rankSpans,
  smallMultiples,
} from '../../../../src/publish/charts/index.ts';

const words = { step: 'Khoảng', unknown: 'không rõ' };
const frame = {
  id: 'long',
  width: 720,
  title: 'Số tin mỗi ngày',
  subtitle: 'Tin mỗi ngày',
  alt: 'Đường số tin mỗi ngày.',
  formats: formatsFor('vi'),
};

const parse = (svg: string) => parseHTML(svg).document;

describe('over a long period', () => {
  const year = { from: '2025-07-01', to: '2026-06-30' };
  // The first week is known but for two days, the second not at all.
  const known = (index: number) => index < 5 || index >= 14;
  const dayOfYear = (index: number) => addDays(year.from, index);
  const values = Array.from({ length: 365 }, (_, index) => (known(index) ? index : null));

  test('a point of a person’s line is the mean of a week’s known days', () => {
    const points = values.map(
      (items, index): SeriesPoint => ({
        outletId: null,
        day: dayOfYear(index),
        items,
        itemsCaptured: items === null ? null : 30,
      }),
    );
    const { svg, table } = personSeries({
      ...frame,
      personId: 'tran-quoc-dung',
      period: year,
      points,
      words: { ...words, items: 'Tin nhắc người này', itemsCaptured: 'Tin thu được' },
    });
    expect(table.columns[0]).toBe('Khoảng');
    expect(table.rows).toHaveLength(53);
    expect(table.rows.slice(0, 3)).toEqual([
      ['01\u2060–\u206007/07/2025', '2,0 (5/7)', '30,0 (5/7)'],
      ['08\u2060–\u206014/07/2025', 'không rõ', 'không rõ'],
      ['15\u2060–\u206021/07/2025', '17,0', '30,0'],
    ]);
    // The last column has one day, told as what it is.
    expect(table.rows.at(-1)).toEqual(['30/06/2026', '364', '30']);
    expect(parse(svg).querySelectorAll('rect title')).toHaveLength(1);
  });

  test('the highest point is the highest mean, not the highest day', () => {
    const busy = new Map([
      [dayOfYear(0), 90],
      ...[1, 2, 3, 4, 5, 6].map((index) => [dayOfYear(index), 1] as const),
      ...[7, 8, 9].map((index) => [dayOfYear(index), 20] as const),
    ]);
    expect(highestMean(year, busy)).toEqual({ mean: 20, known: 3, days: 7 });
    expect(highestMean({ from: year.from, to: dayOfYear(20) }, busy)?.mean).toBe(90);
    expect(highestMean(year, new Map([[dayOfYear(0), 0]]))?.mean).toBe(0);
    expect(highestMean(year, new Map([[dayOfYear(0), null]]))).toBeNull();
  });

  test('small multiples step with it, and their strip tells which weeks are whole', () => {
    const points = values.map((value, index) => ({ day: dayOfYear(index), value }));
    const { svg, table } = smallMultiples({
      ...frame,
      period: year,
      panels: [{ id: 'a', title: 'Báo a', points }],
      words: { ...words, health: 'Độ đầy đủ của dữ liệu' },
    });
    expect(table.rows[0]).toEqual(['01\u2060–\u206007/07/2025', '2,0 (5/7)']);
    expect(table.rows).toHaveLength(53);
    const hatched = [...parse(svg).querySelectorAll('g[fill^="url"] rect')];
    // One week behind the line, two in the strip.
    expect(hatched).toHaveLength(3);
  });

  test('health is told in the same steps, of as many outlet days as they have', () => {
    const days = [0, 1, 2].map((index) => ({ day: dayOfYear(index), whole: index, all: 2 }));
    expect(healthSteps(days, [{ from: year.from, to: '2025-07-02' }])).toEqual([
      { day: '2025-07-01', to: '2025-07-02', whole: 1, all: 4 },
    ]);
  });

  test('ranks are of calendar months, the first and last perhaps in part', () => {
    const of = (from: string, to: string) => rankSpans({ from, to });
    expect(of('2026-03-02', '2026-03-08')).toMatchObject({ length: { days: 1 } });
    expect(of('2026-01-01', '2026-04-22')).toMatchObject({ length: { days: 14 } });
    const months = of('2025-07-16', '2026-06-30');
    expect(months.length).toEqual({ months: 1 });
    expect(months.spans.slice(0, 2)).toEqual([
      { from: '2025-07-16', to: '2025-07-31' },
      { from: '2025-08-01', to: '2025-08-31' },
    ]);
    expect(months.spans.at(-1)).toEqual({ from: '2026-06-01', to: '2026-06-30' });
    expect(of('2020-01-01', '2026-06-30')).toMatchObject({ length: { months: 6 } });
    const [first, second] = months.spans.map((span) => ({ ...span }));
    const spans = [first, second].flatMap((span) => span ?? []);
    const { table } = rankBump({
      ...frame,
      spans,
      parts: spans.map(() => ({ whole: 9, all: 9 })),
      persons: [{ personId: 'a', name: 'Lê An', shares: [0.5, 0.25] }],
      words: { ...words, person: 'Người', whole: 'Độ đầy đủ' },
    });
    expect(table.columns.slice(1)).toEqual(['16\u2060–\u206031/07', 'Tháng 8']);
  });
});
