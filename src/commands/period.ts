import { loadOutlet } from '../../db/index.ts';
import { ColumnInchesError, type FigureQuery } from '../domain/index.ts';
import { type CommandInput, type CommandOption, type Station, textOption } from './command.ts';
import { unknownOutlet } from './outlets.ts';

/** The options by which a command names its period and outlets. */
export const periodOptions: readonly CommandOption[] = [
  {
    flags: '--from <day>',
    about: {
      vi: 'ngày đầu, YYYY-MM-DD (tính cả ngày này)',
      en: 'first day, YYYY-MM-DD, included',
    },
  },
  {
    flags: '--to <day>',
    about: {
      vi: 'ngày cuối, YYYY-MM-DD (tính cả ngày này)',
      en: 'last day, YYYY-MM-DD, included',
    },
  },
  {
    flags: '--outlet <ids>',
    about: { vi: 'chỉ các cơ quan này, cách nhau dấu phẩy', en: 'only these outlets, by comma' },
  },
];

/** As `readQuery` does. @throws `input/unknown-outlet` where an outlet named is not stored */
export async function readKnownQuery(input: CommandInput, station: Station): Promise<FigureQuery> {
  const query = await readQuery(input, station.numbers.extent());
  for (const id of query.outlets ?? []) {
    if (!(await loadOutlet(station.database.db, id))) throw unknownOutlet(id);
  }
  return query;
}

/** Period and outlets of a command's options; left out = all there is. */
export async function readQuery(
  input: CommandInput,
  extent: Promise<{ demo: boolean; period: { from: string; to: string } | null }>,
): Promise<FigureQuery> {
  const { demo, period } = await extent;
  const from = readDay(textOption(input, 'from'), '--from') ?? period?.from;
  const to = readDay(textOption(input, 'to'), '--to') ?? period?.to;
  if (from === undefined || to === undefined) {
    throw new ColumnInchesError({
      code: 'input/nothing-captured',
      verdict: 'stop-run',
      message:
        'Nothing has been captured yet. Run "column-inches start" first; if it ran, ' +
        '"column-inches outlets check" tells why.',
      messageVietnamese:
        'Chưa thu thập được gì. Hãy chạy "column-inches start" trước; nếu đã chạy, ' +
        '"column-inches outlets check" cho biết vì sao.',
    });
  }
  if (from > to) {
    throw new ColumnInchesError({
      code: 'input/period-reversed',
      verdict: 'stop-run',
      message: `The period ends before it starts: --from ${from} --to ${to}. Swap the two days.`,
      messageVietnamese: `Khoảng thời gian kết thúc trước khi bắt đầu: --from ${from} --to ${to}. Hãy đổi chỗ hai ngày.`,
    });
  }
  const outlets =
    textOption(input, 'outlet')
      ?.split(',')
      .map((id) => id.trim()) ?? null;
  return { period: { from, to }, outlets, demo };
}

/** The day an option names; undefined where it is not given. Throws `input/bad-day`. */
export function readDay(text: string | undefined, option: string): string | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new ColumnInchesError({
    code: 'input/bad-day',
    verdict: 'stop-run',
    message: `${option} ${text} is not a day. Write it as YYYY-MM-DD, for example 2026-11-14.`,
    messageVietnamese: `${option} ${text} không phải một ngày. Viết dạng NĂM-THÁNG-NGÀY, ví dụ 2026-11-14.`,
  });
}
