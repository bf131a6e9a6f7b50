import { type Figure, formatShare, isHeld, type ResultTable, type SetResult } from './result.ts';

const weakestShown = 5;

/** Columns padded to their widest cell; the first is left-aligned, the others by `right`. */
export function alignRows(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function formatValue(value: number, unit: Figure['unit']): string {
  if (unit === 'cases') return String(value);
  return unit === 'ms' ? `${value.toFixed(2)} ms` : formatShare(value, 4);
}

function targetOf({ target, unit }: Figure): string {
  const write = (value: number) => {
    if (unit === 'cases') return String(value);
    return unit === 'ms' ? `${value} ms` : formatShare(value);
  };
  if (target?.atLeast !== undefined) return `≥ ${write(target.atLeast)}`;
  return target?.atMost === undefined ? '' : `≤ ${write(target.atMost)}`;
}

function figureRow(figure: Figure): readonly string[] {
  const held = isHeld(figure);
  return [
    figure.name,
    figure.value === null ? '–' : formatValue(figure.value, figure.unit),
    targetOf(figure),
    held === null ? '' : held ? 'held' : 'MISSED',
    String(figure.count),
  ];
}

function tableLines({ title, head, rows }: ResultTable): readonly string[] {
  const numbers = new Set(head.keys());
  numbers.delete(0);
  return ['', title, ...alignRows([head, ...rows], numbers).map((line) => `  ${line}`)];
}

/** What a person reads of one set: figures against targets, tables, the five worst cases. */
export function printSet(result: SetResult): readonly string[] {
  const head = ['figure', 'value', 'target', '', 'n'];
  const figures = alignRows([head, ...result.figures.map(figureRow)], new Set([1, 2, 4]));
  const weakest = result.weakest.slice(0, weakestShown);
  return [
    '',
    result.set.toUpperCase(),
    ...figures.map((line) => `  ${line}`),
    ...result.tables.flatMap(tableLines),
    ...(weakest.length === 0 ? [] : ['', `the worst of ${result.set}`]),
    ...alignRows(weakest.map(({ id, score, reason }) => [`  ${id}`, score, reason])),
  ];
}

/** The last line: how many targets hold, and which do not. */
export function printVerdict(results: readonly SetResult[]): readonly string[] {
  const judged = results.flatMap(({ set, figures }) =>
    figures.filter((figure) => isHeld(figure) !== null).map((figure) => ({ set, figure })),
  );
  const missed = judged.filter(({ figure }) => isHeld(figure) === false);
  const names = missed.map(({ set, figure }) => `${set}: ${figure.name}`).join(', ');
  const held = `${judged.length - missed.length} of ${judged.length} targets held`;
  return ['', missed.length === 0 ? `${held}.` : `${held}; missed: ${names}.`];
}
