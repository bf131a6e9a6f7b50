import type { Comparison, ContenderFigures } from './comparison.ts';
import { alignRows } from './eval/print.ts';

function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 0.1 ? `${ms.toFixed(2)} ms` : `${(ms * 1000).toFixed(2)} µs`;
}

function rate(perSecond: number): string {
  const digits = perSecond >= 100 ? 0 : 1;
  return perSecond.toLocaleString('en', { maximumFractionDigits: digits });
}

function contenderRow(unit: string) {
  return (contender: ContenderFigures, index: number): readonly string[] => [
    contender.name,
    duration(contender.msPerUnit),
    `${duration(contender.fastestMsPerUnit)} – ${duration(contender.slowestMsPerUnit)}`,
    `${rate(contender.perSecond)} ${unit}/s`,
    index === 0 ? 'ours' : `${contender.timesOurs.toFixed(2)} ×`,
  ];
}

/** One comparison as a table; the last column is a peer's CPU time ÷ ours. */
export function printComparison(comparison: Comparison): readonly string[] {
  const { title, unit, count, rounds, contenders, claims } = comparison;
  const shownCount = Number.isInteger(count) ? String(count) : count.toFixed(1);
  const head = ['', `CPU a ${unit}`, 'fastest – slowest', 'rate', '÷ ours'];
  const rows = [head, ...contenders.map(contenderRow(unit))];
  return [
    '',
    `${title} (n ${shownCount}, median of ${rounds} rounds)`,
    ...alignRows(rows, new Set([1, 2, 3, 4])).map((line) => `  ${line}`),
    ...claims.map(({ text, held }) => `  ${held ? 'held   ' : 'MISSED '} ${text}`),
  ];
}
