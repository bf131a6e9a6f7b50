import type { Cell } from './table.ts';

/** Tells a spreadsheet that the bytes are UTF-8; readers of CSV skip it. */
export const byteOrderMark = '\uFEFF';

/** First characters that make a spreadsheet run a text as a formula, full-width forms included. */
const formulaStart = /^[\s\p{Cf}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/** RFC 4180; a text that a spreadsheet would run as a formula is defused with an apostrophe. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line with its end, CR LF as RFC 4180 says. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
