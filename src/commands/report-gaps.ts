import {
  type Bilingual,
  numberOf,
  type CoverageDay,
  type FigureSet,
  type GapReason,
} from '../domain/index.ts';
import type { CommandContext } from './command.ts';

/** What was not captured, under the table: a gap is unknown and never counts as zero. */
export async function printGaps(context: CommandContext, figures: FigureSet): Promise<void> {
  const gaps = figures.coverage.filter(({ gap }) => gap !== null);
  const { language } = context;
  if (gaps.length === 0) {
    await context.print(noGaps[language]);
    return;
  }
  const total = figures.coverage.length;
  const head: Bilingual = {
    vi: `Khoảng trống: ${gaps.length} trong ${total} ngày của các cơ quan; những ngày này chưa biết, không phải bằng không.`,
    en: `Gaps: ${gaps.length} of ${numberOf(total, 'outlet day')}; these are unknown, which is not zero.`,
  };
  await context.print(head[language]);
  for (const { outletId, name } of figures.outlets) {
    for (const [reason, days] of byReason(gaps.filter((day) => day.outletId === outletId))) {
      await context.print(`  ${name}: ${reasons[reason][language]}: ${shortened(days)}`);
    }
  }
}

const noGaps: Bilingual = { vi: 'Không có khoảng trống.', en: 'There are no gaps.' };

const reasons: Readonly<Record<GapReason, Bilingual>> = {
  'outlet-unreachable': { vi: 'không truy cập được', en: 'outlet unreachable' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  'extraction-failed': { vi: 'không đọc được bài', en: 'articles could not be read' },
  'not-crawled': { vi: 'không thu thập', en: 'not crawled' },
};

function byReason(days: readonly CoverageDay[]): Map<GapReason, string[]> {
  const grouped = new Map<GapReason, string[]>();
  for (const { gap, day } of days) {
    if (gap !== null) grouped.set(gap, [...(grouped.get(gap) ?? []), day]);
  }
  return grouped;
}

const mostDays = 6;

function shortened(days: readonly string[]): string {
  const shown = days.slice(0, mostDays).join(', ');
  return days.length > mostDays ? `${shown} … (+${days.length - mostDays})` : shown;
}
