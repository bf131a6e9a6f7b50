import { type Bilingual, ColumnInchesError, numberOf, saidOf } from '../../src/domain/index.ts';

/** One row of a register CSV under its header. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The row that is read, for errors that name it. */
export interface RowContext {
  readonly row: CsvRow;
  readonly fileName: string;
}

/** What is wrong with one row, told together with the others of its file. */
export function fail({ row, fileName }: RowContext, fault: Bilingual): ColumnInchesError {
  return new ColumnInchesError({
    code: 'register/bad-row',
    verdict: 'stop-run',
    message: `${fileName}, line ${row.line}: ${fault.en}`,
    messageVietnamese: `${fileName}, dòng ${row.line}: ${fault.vi}`,
  });
}

/** What is read, or null and its fault noted. */
export function noting<Part>(read: () => Part, faults: ColumnInchesError[]): Part | null {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    faults.push(thrown);
    return null;
  }
}

const mostFaults = 20;

/** All faults of a file in one error, up to 20 of them in words. */
export function badRows(faults: readonly ColumnInchesError[], fileName: string): ColumnInchesError {
  const rest = faults.length - mostFaults;
  const lines = (language: 'vi' | 'en') =>
    faults.slice(0, mostFaults).map((fault) => saidOf(fault)[language]);
  const more: Bilingual = {
    vi: `${fileName}: và ${rest} chỗ sai nữa.`,
    en: `${fileName}: and ${numberOf(rest, 'more fault')}.`,
  };
  const text = (language: 'vi' | 'en') =>
    [...lines(language), ...(rest > 0 ? [more[language]] : [])].join('\n');
  return new ColumnInchesError({
    code: 'register/bad-row',
    verdict: 'stop-run',
    message: text('en'),
    messageVietnamese: text('vi'),
  });
}
