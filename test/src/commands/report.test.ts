import { describe, expect, test } from 'vitest';
import { namesApart } from '../../../src/commands/report.ts';
import { printGaps } from '../../../src/commands/report-gaps.ts';
import type { CoverageDay, FigureSet } from '../../../src/domain/index.ts';
import { runCommandLine } from '../../../src/cli.ts';
import { testContext } from '../context.ts';

function day(outletId: string, at: string, gap: CoverageDay['gap']): CoverageDay {
  const captured = gap === null ? 3 : null;
  return { outletId, day: at, captured, expected: 3, failed: 0, gap };
}

describe('the report in words', () => {
  test('names gaps by outlet, reason and day, as unknown and not as zero', async () => {
    const days = Array.from({ length: 8 }, (_, at) => `2026-03-0${at + 1}`);
    const coverage = [
      ...days.map((at) => day('a', at, 'outlet-unreachable')),
      day('b', '2026-03-01', null),
      day('b', '2026-03-02', 'refused'),
    ];
    const outlets = [
      { outletId: 'a', name: 'Báo A' },
      { outletId: 'b', name: 'Báo B' },
    ];
    const { context, printed } = testContext({ language: 'vi' });
    await printGaps(context, { coverage, outlets } as unknown as FigureSet);
    expect(printed).toEqual([
      'Khoảng trống: 9 trong 10 ngày của các cơ quan; những ngày này chưa biết, không phải bằng không.',
      `  Báo A: không truy cập được: ${days.slice(0, 6).join(', ')} … (+2)`,
      '  Báo B: bị từ chối: 2026-03-02',
    ]);
    await printGaps(context, { coverage: [], outlets } as unknown as FigureSet);
    expect(printed.at(-1)).toBe('Không có khoảng trống.');
  });

  test('tells namesakes apart by post, and by id where the post is the same', () => {
    const posts = (label: string) => [{ label, checked: true }];
    const names = namesApart([
      { personId: 'an-1', name: 'Lê An', posts: posts('Chủ tịch xã Đông') },
      { personId: 'an-2', name: 'Lê An', posts: posts('Chủ tịch xã Tây') },
      { personId: 'an-3', name: 'Lê An', posts: posts('Chủ tịch xã Tây') },
      { personId: 'an-4', name: 'Lê An', posts: [] },
      { personId: 'binh', name: 'Lê Bình', posts: posts('Chủ tịch xã Tây') },
    ]);
    expect([...names.values()]).toEqual([
      'Lê An (Chủ tịch xã Đông)',
      'Lê An (Chủ tịch xã Tây) [an-2]',
      'Lê An (Chủ tịch xã Tây) [an-3]',
      'Lê An (an-4)',
      'Lê Bình',
    ]);
  });

  test('CSV and JSON at once are refused before anything is opened', async () => {
    const { context, told } = testContext({ json: true, language: 'vi' });
    expect(await runCommandLine(['report', '--csv', '--json'], context)).toBe(2);
    expect(told.join()).toContain('input/two-formats');
  });
});
