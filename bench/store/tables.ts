import type { PageCost } from './pages.ts';
import { targets, verdict } from './targets.ts';

/** Below this the kernel's steps of 10 ms hide what grows, milliseconds. */
const readableMs = 5;

/** The pages of both stores as a Markdown table. */
export function pageLines(large: readonly PageCost[], small: readonly PageCost[]): string[] {
  if (large.length === 0) return [];
  return [
    `| page | database, CPU ms (≤ ${targets.pageDatabaseMs}) | small store | growth (≤ ${targets.growth}) | program, CPU ms | small store | answer, ms | kB | |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...large.map((cost, index) => pageLine(cost, small[index])),
    '',
  ];
}

function pageLine(cost: PageCost, small: PageCost | undefined): string {
  const { page, databaseMs, programMs, answerMs, kilobytes } = cost;
  const growth = growthOf(databaseMs, small?.databaseMs);
  const isHeld =
    verdict(databaseMs, targets.pageDatabaseMs) === 'held' &&
    (growth === null || verdict(growth, targets.growth) === 'held');
  const cells = [
    digits(databaseMs),
    digits(small?.databaseMs),
    digits(growth),
    digits(programMs),
    digits(small?.programMs),
    digits(answerMs),
    digits(kilobytes),
    isHeld ? 'held' : 'missed',
  ];
  return `| ${[page, ...cells].join(' | ')} |`;
}

function growthOf(large: number, small: number | undefined): number | null {
  if (small === undefined || large < readableMs || small === 0) return null;
  return large / small;
}

function digits(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(1);
}
