import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CoverageDay, SeriesPoint } from '../../../../src/domain/index.ts';
import {
  addDays,
  coverageStrip,
  type CoverageStripInput,
  formatsFor,
  personColourIndex,
  personSeries,
  type PersonSeriesInput,
  healthDays,
  rankBump,
  type RankBumpInput,
  shareOfCoverage,
  smallMultiples,
  type SmallMultiplesInput,
  type ShareOfCoverageInput,
} from '../../../../src/publish/charts/index.ts';

const formats = formatsFor('vi');
const period = { from: '2026-03-02', to: '2026-03-08' };

const share: ShareOfCoverageInput = {
  id: 'share',
  width: 720,
  title: 'Tỷ trọng tin của mỗi người',
  subtitle: 'Phần trăm của 145 tin có nhắc người giữ chức vụ · 02–08/03/2026',
  alt: 'Biểu đồ chấm; cao nhất là Trần Quốc Dũng.',
  formats,
  standalone: true,
  rows: [
    {
      personId: 'tran-quoc-dung',
      name: 'Trần Quốc Dũng',
      itemsFractional: 66.8,
      share: 0.461,
      corrected: { value: 0.448, low: 0.41, high: 0.489 },
    },
    {
      personId: 'le-thi-thanh-huong',
      name: 'Lê Thị <Hương> & em',
      itemsFractional: 9,
      share: 0.062,
    },
    { personId: 'ta-quang-bao', name: 'Tạ Quang Bảo', itemsFractional: 0, share: null },
  ],
  words: {
    person: 'Người giữ chức vụ',
    share: 'Tỷ trọng',
    itemsFractional: 'Số tin (chia đều)',
    itemsUnit: 'tin',
    corrected: 'Đã hiệu chỉnh',
    interval: 'Khoảng 95 %',
  },
};

function coverageDay(outletId: string, day: string, rest: Partial<CoverageDay>): CoverageDay {
  return { outletId, day, captured: 12, expected: 12, failed: 0, gap: null, ...rest };
}

const coverage: CoverageStripInput = {
  id: 'coverage',
  width: 720,
  title: 'Số tin thu được mỗi ngày',
  subtitle: 'Tin đăng trong ngày · 02–08/03/2026',
  alt: 'Lưới số tin thu được.',
  formats,
  standalone: true,
  period,
  outlets: [
    { outletId: 'a', name: 'Báo Lam Giang' },
    { outletId: 'b', name: 'Đài PT-TH Lam Giang' },
  ],
  coverage: [
    ...[0, 1, 2, 3, 4, 5, 6].map((index) =>
      coverageDay('a', addDays(period.from, index), { captured: 10 + index }),
    ),
    ...[0, 1, 2, 3].map((index) => coverageDay('b', addDays(period.from, index), {})),
    coverageDay('b', '2026-03-06', { captured: null, gap: 'outlet-unreachable' }),
    coverageDay('b', '2026-03-07', { captured: 3, gap: 'extraction-failed' }),
  ],
  words: {
    outlet: 'Cơ quan báo chí',
    unknown: 'không rõ',
    gaps: {
      'outlet-unreachable': 'không vào được',
      refused: 'không cho thu',
      'extraction-failed': 'không đọc được',
      'not-crawled': 'chưa thu',
    },
  },
};

const counts = [4, 0, 7, null, 2, null, 5];

const series: PersonSeriesInput = {
  id: 'series',
  width: 720,
  title: 'Số tin nhắc Trần Quốc Dũng mỗi ngày',
  subtitle: 'Tin mỗi ngày, 18 tin tất cả · 02–08/03/2026',
  alt: 'Đường số tin mỗi ngày.',
  formats,
  standalone: true,
  personId: 'tran-quoc-dung',
  period,
  annotations: [
    { day: '2026-03-04', label: 'Nhận chức 04/03' },
    { day: '2026-03-07', label: 'Thôi chức 06/03' },
  ],
  points: counts.map(
    (items, index): SeriesPoint => ({
      outletId: null,
      day: addDays(period.from, index),
      items,
      itemsCaptured: items === null ? null : 30,
    }),
  ),
  words: {
    step: 'Ngày',
    items: 'Tin nhắc người này',
    itemsCaptured: 'Tin thu được',
    unknown: 'không rõ',
  },
};

const health = {
  label: 'Độ đầy đủ của dữ liệu',
  days: healthDays([
    ...[0, 1, 2, 3, 4, 6, 7].map((index) => coverageDay('a', addDays(period.from, index), {})),
    coverageDay('a', addDays(period.from, 5), { captured: null, gap: 'refused' }),
  ]),
};

/** Three persons over four spans, the third unknown; the second has nothing in the last. */
const ranks: RankBumpInput = {
  id: 'ranks',
  width: 720,
  title: 'Thứ hạng của 3 người được nhắc nhiều nhất',
  subtitle: 'Xếp theo tỷ trọng tin · 02–09/03/2026',
  alt: 'Biểu đồ thứ hạng.',
  formats,
  standalone: true,
  spans: [0, 2, 4, 6].map((start) => ({
    from: addDays(period.from, start),
    to: addDays(period.from, start + 1),
  })),
  persons: [
    { personId: 'tran-quoc-dung', name: 'Trần Quốc Dũng', shares: [0.5, 0.2, null, 0.6] },
    { personId: 'le-thi-thanh-huong', name: 'Lê Thị <Hương>', shares: [0.3, 0.7, null, 0] },
    { personId: 'ta-quang-bao', name: 'Tạ Quang Bảo', shares: [0.2, 0.1, null, 0.4] },
  ],
  health,
  annotations: [{ day: addDays(period.from, 2), label: 'Đổi bố cục 04/03' }],
  parts: [2, 2, 1, 2].map((whole) => ({ whole, all: 2 })),
  words: { person: 'Người giữ chức vụ', unknown: 'không rõ', whole: 'Độ đầy đủ' },
};

const multiples: SmallMultiplesInput = {
  id: 'multiples',
  width: 720,
  title: 'Số tin mỗi ngày, từng cơ quan',
  subtitle: 'Tin mỗi ngày · 02–08/03/2026',
  alt: 'Bốn đường.',
  formats,
  standalone: true,
  period,
  panels: ['a', 'b', 'c', 'd'].map((id, panel) => ({
    id,
    title: `Báo ${id}`,
    points: counts.map((value, index) => ({
      day: addDays(period.from, index),
      value: value === null ? null : value * (panel + 1),
    })),
  })),
  annotations: [
    { day: addDays(period.from, 2), label: '04/03 cách đo phiên bản 2' },
    { day: addDays(period.from, 4), label: '06/03 thiếu Báo d', shortLabel: '06/03 thiếu' },
  ],
  words: { step: 'Ngày', unknown: 'không rõ', health: 'Độ đầy đủ của dữ liệu' },
};

/** Plot warns on the console and puts a sign into the picture; neither may happen. */
let warnings: unknown[] = [];

beforeEach(() => {
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((...words) => {
    warnings.push(words);
  });
});

afterEach(() => {
  expect(warnings).toEqual([]);
  vi.restoreAllMocks();
});

function readable(svg: string): string {
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

function parse(svg: string): Element {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const element = document.querySelector('svg');
  if (!element) throw new TypeError('no svg');
  return element;
}

/** Where each dot stands from the left. */
function dotsOf(svg: Element): number[] {
  return [...svg.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
}

/** Dots that are drawn as a ring. */
function hollowDots(svg: Element): number[] {
  return [...svg.querySelectorAll('g[fill="none"] circle')].map((dot) =>
    Number(dot.getAttribute('cx')),
  );
}

const drawings = [
  ['share-of-coverage', () => shareOfCoverage(share)],
  ['share-of-coverage-narrow', () => shareOfCoverage({ ...share, width: 344, standalone: false })],
  ['coverage-strip', () => coverageStrip(coverage)],
  ['coverage-strip-narrow', () => coverageStrip({ ...coverage, width: 344, standalone: false })],
  ['person-series', () => personSeries(series)],
  ['person-series-narrow', () => personSeries({ ...series, width: 344, standalone: false })],
  ['person-series-health', () => personSeries({ ...series, health })],
  ['rank-bump', () => rankBump(ranks)],
  ['rank-bump-narrow', () => rankBump({ ...ranks, width: 344, standalone: false })],
  ['small-multiples', () => smallMultiples(multiples)],
  ['small-multiples-narrow', () => smallMultiples({ ...multiples, width: 344, standalone: false })],
] as const;

describe.each(drawings)('%s', (name, draw) => {
  test('is the committed picture', async () => {
    await expect(readable(draw().svg)).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  test('obeys the policy of the pages and says what it shows', () => {
    const { svg } = draw();
    expect(svg).not.toMatch(/<style|style=|<script|⚠/);
    const element = parse(svg);
    expect(element.getAttribute('role')).toBe('img');
    expect(element.getAttribute('aria-label')).toMatch(/\S/);
    expect(svg).not.toMatch(/NaN|undefined|null/);
  });
});

test('on a telephone a long note over the plot begins and ends inside the picture', () => {
  const label = '07/03 không có dữ liệu của Báo và Đài tỉnh';
  const late = { day: addDays(period.from, 5), label };
  const early = { day: addDays(period.from, 1), label: label.toUpperCase() };
  const drawn = rankBump({ ...ranks, annotations: [early, late], width: 344, standalone: false });
  const texts = [...parse(drawn.svg).querySelectorAll('text')];
  const leftOf = (words: string) => {
    const text = texts.find(({ textContent }) => textContent === words);
    return Number(/translate\(([\d.-]+)/.exec(text?.outerHTML ?? '')?.[1]);
  };
  // Half an em a letter, at 12 pixels.
  expect(leftOf(label)).toBeGreaterThan(label.length * 6);
  expect(leftOf(label.toUpperCase())).toBeLessThan(344 - label.length * 6);
});

describe('share of coverage', () => {
  test('escapes names and leaves out a dot for an unknown share', () => {
    const { svg, table } = shareOfCoverage(share);
    expect(svg).toContain('Lê Thị &lt;Hương&gt; &amp; em');
    expect(hollowDots(parse(svg))).toHaveLength(2);
    expect(table.rows[2]).toEqual(['Tạ Quang Bảo', '–', '–', '–', '0,0']);
  });

  test('draws what was counted hollow, and what is corrected filled within its interval', () => {
    const svg = parse(shareOfCoverage(share).svg);
    const hollow = hollowDots(svg);
    const [filled] = dotsOf(svg).filter((x) => !hollow.includes(x));
    const bar = svg.querySelector('g[stroke-opacity="0.35"] line');
    expect(filled).toBeGreaterThan(Number(bar?.getAttribute('x1')));
    expect(filled).toBeLessThan(Number(bar?.getAttribute('x2')));
    expect(filled).toBeLessThan(hollow[0] ?? 0);
  });

  test('without an audit has no column for what is corrected', () => {
    const rows = share.rows.map((row) => ({ ...row, corrected: null }));
    expect(shareOfCoverage({ ...share, rows }).table.columns).toHaveLength(3);
  });

  test('starts at zero: distances from the axis are in the ratio of the shares', () => {
    const svg = parse(shareOfCoverage(share).svg);
    const dots = hollowDots(svg);
    const rule = svg.querySelector('g[stroke-opacity="0.3"] line');
    const zero = Number(rule?.getAttribute('x1'));
    const [first = 0, second = 0] = dots.map((dot) => dot - zero);
    expect(first / second).toBeCloseTo(0.461 / 0.062, 1);
  });
});

describe('coverage strip', () => {
  test('hatches every gap and every day nobody knows of, and only these', () => {
    const svg = parse(coverageStrip(coverage).svg);
    const hatched = svg.querySelector('[fill="url(#coverage-hatch)"]');
    // Unreachable, unreadable, and 8 March, of which the ledger has no row.
    expect(hatched?.querySelectorAll('rect')).toHaveLength(3);
  });

  test('says the same in its table', () => {
    const { table } = coverageStrip(coverage);
    expect(table.columns[1]).toBe('02/03');
    expect(table.rows[1]?.slice(4)).toEqual([
      '12',
      'không vào được',
      '3 · không đọc được',
      'không rõ',
    ]);
  });

  test('has in its table also the outlets that it does not draw', () => {
    const { svg, table } = coverageStrip({ ...coverage, drawn: new Set(['b']) });
    expect(svg).toContain('Đài PT-TH Lam Giang');
    expect(svg).not.toContain('Báo Lam Giang');
    expect(table).toEqual(coverageStrip(coverage).table);
  });

  test('joins days of a long period so that columns can be told apart', () => {
    const long = { from: '2025-03-02', to: '2026-03-01' };
    const { table } = coverageStrip({ ...coverage, period: long, coverage: [] });
    expect(table.columns.length).toBeLessThan(63);
  });
});

describe('person series', () => {
  test('breaks the line at gaps and never falls to zero for them', () => {
    const svg = parse(personSeries(series).svg);
    const path = svg.querySelector('g[stroke-width="2"] path')?.getAttribute('d') ?? '';
    expect(path.split('M').length - 1).toBe(3);
    expect(dotsOf(svg)).toHaveLength(counts.filter((n) => n !== null).length);
    expect(svg.querySelector('[fill="url(#series-hatch)"]')?.querySelectorAll('rect')).toHaveLength(
      2,
    );
  });

  test('writes a measured zero as 0 and a gap as unknown', () => {
    const { table } = personSeries(series);
    expect(table.rows[1]).toEqual(['03/03/2026', '0', '30']);
    expect(table.rows[3]).toEqual(['05/03/2026', 'không rõ', 'không rõ']);
  });

  test('shows days without a point as unknown', () => {
    const { table } = personSeries({ ...series, points: [] });
    expect(table.rows.every((row) => row[1] === 'không rõ')).toBe(true);
  });
});

test('over a long period an axis names months', () => {
  const long = { from: '2025-09-20', to: '2026-03-01' };
  const { svg } = personSeries({ ...series, period: long, annotations: [] });
  expect(svg).toContain('Tháng 10');
  expect(svg).toContain('Tháng 1/2026');
  expect(svg).not.toMatch(/>20\/09</);
});

describe('namesakes in one chart', () => {
  test('are told apart by their posts, in the drawing and in its table', () => {
    const rows = ['Chủ tịch UBND phường', 'Giám đốc Sở Xây dựng'].map((post, index) => ({
      personId: `thuan-${index}`,
      name: 'Tống Hữu Thuần',
      post,
      itemsFractional: 4,
      share: 0.1,
    }));
    const { svg, table } = shareOfCoverage({ ...share, rows });
    expect(svg).toContain('Giám đốc Sở Xây dựng');
    expect(table.rows.map(([name]) => name)).toEqual([
      'Tống Hữu Thuần, Chủ tịch UBND phường',
      'Tống Hữu Thuần, Giám đốc Sở Xây dựng',
    ]);
  });
});

/** Other ids that take the same colour. */
function twinsOf(personId: string, count: number): string[] {
  const colour = personColourIndex(personId);
  const ids = Array.from({ length: 200 }, (_, index) => `twin-${index}`);
  return ids.filter((id) => personColourIndex(id) === colour).slice(0, count);
}

describe('ranks', () => {
  test('are given for known spans only, and the line has a part before and one after', () => {
    const { svg, table } = rankBump(ranks);
    expect(table.rows[0]?.slice(1)).toEqual([
      '1 · 50,0\u00a0%',
      '2 · 20,0\u00a0%',
      'không rõ',
      '1 · 60,0\u00a0%',
    ]);
    expect(table.rows[1]?.at(-1)).toBe('3 · 0,0\u00a0%');
    const lines = [...parse(svg).querySelectorAll('path')].filter(
      (path) => path.closest('g')?.getAttribute('stroke-width') === '2',
    );
    // Three persons, each with one stretch of two spans; a single span after the gap is a dot.
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => (line.getAttribute('d') ?? '').split('M').length === 3)).toBe(
      true,
    );
  });

  test('a person without an item in a span is drawn hollow and last', () => {
    const hollow = [...parse(rankBump(ranks).svg).querySelectorAll('circle')].filter(
      (dot) =>
        dot.getAttribute('fill') === 'none' || dot.closest('g')?.getAttribute('fill') === 'none',
    );
    expect(hollow).toHaveLength(1);
  });

  test('letters of lines that nearly touch are one word', () => {
    const day = addDays(period.from, 2);
    const near = [day, day, addDays(day, 2)].map((on, index) => ({ day: on, label: `${index}` }));
    const { svg } = smallMultiples({ ...multiples, annotations: near });
    const told = [...parse(svg).querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(told.filter((text) => text === 'ab')).toHaveLength(4);
    expect(told.filter((text) => text === 'c')).toHaveLength(4);
  });

  test('two persons of one colour differ by dash and by dot', () => {
    const [twin = ''] = twinsOf('tran-quoc-dung', 1);
    const [first, , third] = ranks.persons;
    if (!first || !third) throw new TypeError('the sample has three');
    const svg = rankBump({ ...ranks, persons: [first, { ...third, personId: twin }] }).svg;
    expect(svg.match(/stroke-dasharray="7[, ]4"/g)).toHaveLength(1);
    expect(parse(svg).querySelectorAll('circle')).toHaveLength(3);
  });

  test('six persons of one colour have six strokes and six kinds of dots', () => {
    const persons = twinsOf('tran-quoc-dung', 6).map((personId, index) => ({
      personId,
      name: `Người ${index}`,
      shares: [0.3 - index / 100, 0.3],
    }));
    const drawn = parse(rankBump({ ...ranks, spans: ranks.spans.slice(0, 2), persons }).svg);
    const lines = [...drawn.querySelectorAll('path[stroke]')];
    expect(new Set(lines.map((line) => line.getAttribute('stroke'))).size).toBe(1);
    const groups = [...drawn.querySelectorAll('g[stroke-width="2"]')];
    const dashes = groups.map((group) => group.getAttribute('stroke-dasharray'));
    expect(new Set(dashes).size).toBe(6);
    const dots = [...drawn.querySelectorAll('title')].flatMap(({ textContent, parentNode }) =>
      textContent?.startsWith('Người') ? [(parentNode as Element).getAttribute('d')] : [],
    );
    expect(dots).toHaveLength(12);
    expect(new Set(dots).size).toBe(6);
  });

  test('health under the axis is hatched on the day with a gap', () => {
    const titles = [...parse(rankBump(ranks).svg).querySelectorAll('rect title')].map(
      (title) => title.textContent,
    );
    expect(titles.filter((title) => title.includes('1/1'))).toHaveLength(7);
    expect(titles.filter((title) => title.includes('0/1'))).toEqual([
      '07/03/2026: Độ đầy đủ của dữ liệu 0/1',
    ]);
  });
});

describe('small multiples', () => {
  test('share one scale: equal counts stand equally high in every panel', () => {
    const { svg, table } = smallMultiples(multiples);
    const dots = [...parse(svg).querySelectorAll('circle')];
    expect(dots).toHaveLength(4 * 5);
    const top = Math.min(...dots.map((dot) => Number(dot.getAttribute('cy'))));
    const highest = dots.filter((dot) => Number(dot.getAttribute('cy')) === top);
    expect(highest.map((dot) => dot.querySelector('title')?.textContent)).toEqual([
      '04/03/2026: 28',
    ]);
    expect(table.columns).toEqual(['Ngày', 'Báo a', 'Báo b', 'Báo c', 'Báo d']);
    expect(table.rows[3]?.slice(1)).toEqual(['không rõ', 'không rõ', 'không rõ', 'không rõ']);
  });

  test('write each annotation once, over a line through every panel', () => {
    const svg = parse(smallMultiples(multiples).svg);
    const words = [...svg.querySelectorAll('text')].map((text) => text.textContent);
    expect(words.filter((text) => text?.includes('cách đo phiên bản 2'))).toEqual([
      'a 04/03 cách đo phiên bản 2',
    ]);
    expect(svg.querySelectorAll('g[stroke-dasharray="2 3"] line')).toHaveLength(4 * 2);
    const bare = parse(smallMultiples({ ...multiples, annotations: [] }).svg);
    expect(bare.querySelectorAll('g[stroke-dasharray="2 3"] line')).toHaveLength(0);
  });

  test('define the hatching once', () => {
    expect(smallMultiples(multiples).svg.match(/<pattern/g)).toHaveLength(1);
  });
});
