import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { formatsFor, rankBump } from '../../../../src/publish/charts/index.ts';

const parse = (svg: string) => parseHTML(svg).document;

/** Three persons over four spans of two days, all of them captured. */
const ranks = {
  id: 'ranks',
  width: 720,
  title: 'Thứ hạng của 3 người được nhắc nhiều nhất',
  subtitle: 'Xếp theo tỷ trọng tin',
  alt: 'Biểu đồ thứ hạng.',
  formats: formatsFor('vi'),
  standalone: true,
  spans: ['02', '04', '06', '08'].map((day) => ({
    from: `2026-03-${day}`,
    to: `2026-03-0${Number(day) + 1}`,
  })),
  parts: [2, 2, 2, 2].map((whole) => ({ whole, all: 2 })),
  persons: ['Trần Quốc Dũng', 'Lê Thị Hương', 'Tạ Quang Bảo'].map((name, index) => ({
    personId: `person-${index}`,
    name,
    shares: [0.5, 0.4, 0.3, 0.6],
  })),
  words: { person: 'Người giữ chức vụ', unknown: 'không rõ', whole: 'Độ đầy đủ' },
};

test('a slight gap fades the line and is hatched as wide as it is, and the table names it', () => {
  const parts = [60, 60, 58, 60].map((whole) => ({ whole, all: 60 }));
  const { svg, table } = rankBump({ ...ranks, parts });
  const titles = [...parse(svg).querySelectorAll('rect title')].map((one) => one.textContent);
  expect(titles.filter((title) => title?.endsWith('58/60'))).toHaveLength(1);
  expect(titles.filter((title) => title?.endsWith('không rõ'))).toEqual([]);
  const faded = [...parse(svg).querySelectorAll('g[stroke-opacity="0.4"] path')];
  expect(faded.filter((line) => line.closest('[stroke-width="2"]'))).toHaveLength(3);
  expect(table.rows[0]?.slice(1)).toEqual([
    '1 · 50,0\u00a0%',
    '1 · 40,0\u00a0%',
    '1 · 30,0\u00a0% (58/60)',
    '1 · 60,0\u00a0%',
  ]);
});

test('names stand beside a last span that is unknown, not over it', () => {
  const persons = ranks.persons.map((person) => ({ ...person, shares: [0.5, 0.3, 0.4, null] }));
  const placeOf = (svg: string) => {
    const names = [...parse(svg).querySelectorAll('text')].filter(
      ({ textContent }) => textContent === 'Tạ Quang Bảo',
    );
    return Number(/translate\(([\d.]+)/.exec(names[0]?.getAttribute('transform') ?? '')?.[1]);
  };
  const hatched = [...parse(rankBump({ ...ranks, persons }).svg).querySelectorAll('rect')].find(
    (rect) => rect.querySelector('title')?.textContent?.endsWith('không rõ'),
  );
  const edge = Number(hatched?.getAttribute('x')) + Number(hatched?.getAttribute('width'));
  expect(placeOf(rankBump({ ...ranks, persons }).svg)).toBeGreaterThanOrEqual(edge);
  expect(placeOf(rankBump(ranks).svg)).toBeLessThan(edge);
});
