import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import {
  formatsFor,
  frontPageAttention,
  lookHealthDays,
  type FrontPageAttentionInput,
} from '../../../../src/publish/charts/index.ts';

const known = (day: string, low: number, high: number) => ({
  day,
  knownHours: 60,
  unknownHours: 12,
  inclusive: { low: low * 1.5, high: high * 1.5 },
  fractional: { low, high },
  share: 0.25,
});

const input: FrontPageAttentionInput = {
  id: 'attention',
  width: 720,
  title: 'Phần trang nhất của tin có Trần Quốc Dũng, từng ngày',
  subtitle: 'Phần trung bình của trang nhất · 02–05/03/2026',
  alt: 'Cột theo ngày; ngày 04/03 không rõ.',
  formats: formatsFor('vi'),
  standalone: true,
  personId: 'tran-quoc-dung',
  period: { from: '2026-03-02', to: '2026-03-05' },
  annotations: [{ day: '2026-03-03', label: '03/03 nhận chức' }],
  days: [
    known('2026-03-02', 0.1, 0.16),
    known('2026-03-03', 0.04, 0.05),
    { ...known('2026-03-05', 0, 0), inclusive: null, fractional: null, share: null, knownHours: 0 },
  ],
  words: {
    day: 'Ngày',
    fractional: 'Chia đều',
    inclusive: 'Tính cả tin',
    share: 'Tỷ trọng trong danh bạ',
    hours: 'Giờ đã nhìn',
    unknown: 'không rõ',
  },
};

test.each([
  ['wide', 720],
  ['narrow', 380],
])('%s: solid is sure, faded is possible, hatched is unknown', async (name, width) => {
  const formats = formatsFor('vi');
  const write = (hours: number) => formats.decimal(hours);
  const health = { days: lookHealthDays(input.days), label: 'Giờ đã nhìn', write };
  const { svg, table } = frontPageAttention({ ...input, width, health });
  const { document } = parseHTML(svg);
  const titles = [...document.querySelectorAll('rect title')].map((title) => title.textContent);
  expect(titles.filter((title) => title?.endsWith('không rõ')).length).toBe(2);
  expect(titles.filter((title) => title?.includes('10,0')).length).toBe(2);
  expect(titles.filter((title) => title?.includes('Giờ đã nhìn')).at(0)).toContain('60,0/72,0');
  expect(table.rows.map(([, cell]) => cell?.replaceAll(/\s/g, ' '))).toEqual([
    '10,0 % – 16,0 %',
    '4,0 % – 5,0 %',
    'không rõ',
    'không rõ',
  ]);
  const readable = svg.replaceAll('><', '>\n<');
  await expect(readable).toMatchFileSnapshot(`golden/front-page-attention-${name}.svg`);
});
