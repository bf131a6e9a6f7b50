import { createAnalyzer } from '../../analyzers/index.ts';
import {
  type AnalyzableItem,
  type Bilingual,
  ColumnInchesError,
  numberOf,
  type Register,
  saidOf,
} from '../domain/index.ts';
import type { Command, CommandContext, ExitCode } from './command.ts';
import { textOption } from './command.ts';
import { linesOf } from './lines.ts';
import { progressLine, progressPace } from './progress-bar.ts';
import { readRegister } from './register-file.ts';

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

/** The clock is looked at only now and then. */
const linesBetweenLooks = 50;

async function* countBytes(
  stream: AsyncIterable<Uint8Array>,
  onBytes: (size: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk.length);
    yield chunk;
  }
}

async function analyzeLines(context: CommandContext, register: Register): Promise<ExitCode> {
  const analyze = createAnalyzer(register);
  let line = 0;
  let failed = 0;
  let bytes = 0;
  const startMs = context.clock.now().getTime();
  const isTime = progressPace({ isTerminal: context.isTerminal, startMs });
  const counted = countBytes(context.stdin, (size) => {
    bytes += size;
  });
  for await (const text of linesOf(counted)) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      await context.print(JSON.stringify(analyze(readItem(text, line))));
    } catch (thrown) {
      failed += 1;
      await context.print(JSON.stringify(failedLine(thrown, { line, language: context.language })));
    }
    if (line % linesBetweenLooks !== 0) continue;
    const nowMs = context.clock.now().getTime();
    if (!isTime(nowMs)) continue;
    const totalBytes = context.stdinBytes;
    const said = progressLine({ items: line, bytes, totalBytes, elapsedMs: nowMs - startMs });
    if (context.isTerminal) context.progress(said);
    else context.tell(said);
  }
  if (failed === 0) return 0;
  context.tell({
    vi: `${failed} trong ${line} dòng không phân tích được; xem trường "error" trong kết quả.`,
    en: `${failed} of ${numberOf(line, 'line')} could not be analyzed; see the "error" field in the results.`,
  });
  return 3;
}

function failedLine(
  thrown: unknown,
  { line, language }: { readonly line: number; readonly language: 'vi' | 'en' },
): object {
  if (!(thrown instanceof ColumnInchesError)) throw thrown;
  return { line, error: { code: thrown.code, message: saidOf(thrown)[language] } };
}

function readItem(text: string, line: number): AnalyzableItem {
  const value = parseObject(text, line);
  const wrong = wrongField(value);
  if (wrong !== null) {
    throw badLine(line, {
      vi: `trường "${wrong}" thiếu hoặc không đúng`,
      en: `the field "${wrong}" is missing or is not as it should be`,
    });
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
    const { message } = thrown as Error;
    throw badLine(line, {
      vi: `không phải JSON hợp lệ (${message})`,
      en: `it is not valid JSON (${message})`,
    });
  }
  throw badLine(line, { vi: 'không phải đối tượng JSON', en: 'it is not a JSON object' });
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
  if (typeof publishedAt === 'string' && !isInstantOrDay(publishedAt)) return 'publishedAt';
  if (paragraphs !== undefined && !isListOfTexts(paragraphs, 'text')) return 'paragraphs';
  if (pictures !== undefined && !isListOfTexts(pictures, 'url')) return 'pictures';
  return null;
}

/** A day that exists, alone or with a time after it: 2026-02-31 would be counted in March. */
function isInstantOrDay(text: string): boolean {
  const [, day, rest = ''] = /^(\d{4}-\d{2}-\d{2})(.*)$/s.exec(text) ?? [];
  if (day === undefined) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) return false;
  return rest === '' || (/^[T ]/.test(rest) && !Number.isNaN(Date.parse(text)));
}

function isListOfTexts(value: unknown, field: string): boolean {
  return (
    Array.isArray(value) &&
    value.every((one: Record<string, unknown> | null) => typeof one?.[field] === 'string')
  );
}

function badLine(line: number, what: Bilingual): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/bad-item',
    verdict: 'skip-item',
    message:
      `Standard input, line ${line}: ${what.en}. ` +
      'Each line is one object {id, outlet, publishedAt, title, text, language?}.',
    messageVietnamese:
      `Đầu vào chuẩn, dòng ${line}: ${what.vi}. ` +
      'Mỗi dòng là một đối tượng {id, outlet, publishedAt, title, text, language?}.',
  });
}
