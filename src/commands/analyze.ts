import { readFile } from 'node:fs/promises';
import { createAnalyzer, parseRegister } from '../../analyzers/index.ts';
import { type AnalyzableItem, ColumnInchesError, type Register } from '../domain/index.ts';
import type { Command, CommandContext, ExitCode } from './command.ts';
import { textOption } from './command.ts';
import { linesOf } from './lines.ts';

/** The analyzers alone, for people with their own corpus: no database, constant memory. */
export const analyzeCommand: Command = {
  usage: 'analyze',
  about: {
    vi: 'Phân tích kho tin của bạn: mỗi dòng JSON vào một tin, mỗi dòng JSON ra một kết quả',
    en: 'analyze your own corpus: one JSON item a line in, one JSON result a line out',
  },
  options: [
    {
      flags: '--register <file>',
      about: { vi: 'danh bạ (CSV hoặc Popolo JSON)', en: 'the register (CSV or Popolo JSON)' },
    },
  ],
  example: 'column-inches analyze --register register.json < items.jsonl > results.jsonl',
  run: async (context, input) => {
    const register = await readRegister(textOption(input, 'register'));
    return analyzeLines(context, register);
  },
};

export async function readRegister(file: string | undefined): Promise<Register> {
  if (file === undefined) {
    throw new ColumnInchesError({
      code: 'input/register-missing',
      verdict: 'stop-run',
      message: 'No register was named. Add --register FILE (CSV or Popolo JSON).',
      messageVietnamese: 'Chưa chỉ ra danh bạ. Thêm --register TỆP (CSV hoặc Popolo JSON).',
    });
  }
  try {
    return parseRegister(await readFile(file, 'utf8'), file);
  } catch (thrown) {
    if (thrown instanceof ColumnInchesError) throw thrown;
    throw new ColumnInchesError({
      code: 'input/register-unreadable',
      verdict: 'stop-run',
      message: `The register ${file} cannot be read: ${(thrown as Error).message}. Check the path.`,
      messageVietnamese: `Không đọc được danh bạ ${file}: ${(thrown as Error).message}. Xem lại đường dẫn.`,
      cause: thrown,
    });
  }
}

async function analyzeLines(context: CommandContext, register: Register): Promise<ExitCode> {
  const analyze = createAnalyzer(register);
  let line = 0;
  let failed = 0;
  for await (const text of linesOf(context.stdin)) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      await context.print(JSON.stringify(analyze(readItem(text, line))));
    } catch (thrown) {
      failed += 1;
      await context.print(JSON.stringify(failedLine(thrown, line)));
    }
    if (line % 500 === 0) {
      context.progress({ vi: `${line} tin đã phân tích`, en: `${line} items analyzed` });
    }
  }
  if (failed === 0) return 0;
  context.tell({
    vi: `${failed} trong ${line} dòng không phân tích được; xem trường "error" trong kết quả.`,
    en: `${failed} of ${line} lines could not be analyzed; see the "error" field in the results.`,
  });
  return 3;
}

function failedLine(thrown: unknown, line: number): object {
  if (!(thrown instanceof ColumnInchesError)) throw thrown;
  return { line, error: { code: thrown.code, message: thrown.message } };
}

function readItem(text: string, line: number): AnalyzableItem {
  const value = parseObject(text, line);
  const wrong = wrongField(value);
  if (wrong !== null) {
    throw badLine(line, `the field "${wrong}" is missing or is not as it should be`);
  }
  const { publishedAt = null, title = '' } = value;
  return { ...value, publishedAt, title } as unknown as AnalyzableItem;
}

function parseObject(text: string, line: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch (thrown) {
    throw badLine(line, `it is not valid JSON (${(thrown as Error).message})`);
  }
  throw badLine(line, 'it is not a JSON object');
}

function wrongField(value: Record<string, unknown>): string | null {
  for (const field of ['id', 'outlet', 'text']) {
    if (typeof value[field] !== 'string') return field;
  }
  for (const field of ['publishedAt', 'title', 'language', 'place']) {
    const given = value[field];
    if (given !== undefined && given !== null && typeof given !== 'string') return field;
  }
  const { publishedAt, paragraphs, pictures } = value;
  if (typeof publishedAt === 'string' && !/^\d{4}-\d{2}-\d{2}/.test(publishedAt)) {
    return 'publishedAt';
  }
  if (paragraphs !== undefined && !isListOfTexts(paragraphs, 'text')) return 'paragraphs';
  if (pictures !== undefined && !isListOfTexts(pictures, 'url')) return 'pictures';
  return null;
}

function isListOfTexts(value: unknown, field: string): boolean {
  return (
    Array.isArray(value) &&
    value.every((one: Record<string, unknown> | null) => typeof one?.[field] === 'string')
  );
}

function badLine(line: number, what: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/bad-item',
    verdict: 'skip-item',
    message:
      `Standard input, line ${line}: ${what}. ` +
      'Each line is one object {id, outlet, publishedAt, title, text, language?}.',
  });
}
