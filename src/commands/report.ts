import {
  type AuditState,
  ColumnInchesError,
  dayIn,
  isUnreadPerson,
  numberOf,
  type Estimate,
  type FigureQuery,
  type FigureSet,
  type PersonFigures,
  postsInWords,
  type UnreadRegister,
  uncheckedWord,
} from '../domain/index.ts';
import { unreadRegister } from '../../db/index.ts';
import { formatsFor, placementLines, placementsHead } from '../publish/index.ts';
import { type Command, type CommandContext, type CommandInput, type Station } from './command.ts';
import { operatorTimeZone } from './operator-zone.ts';
import { periodOptions, readKnownQuery } from './period.ts';
import { printGaps } from './report-gaps.ts';

/** The page's figures in the terminal: the same numbers, from the same source. */
export const reportCommand: Command = {
  usage: 'report',
  about: {
    vi: 'In số liệu của một khoảng thời gian: tần suất, dung lượng, mức nổi bật',
    en: 'print the figures of a period: frequency, length, prominence',
  },
  options: [
    ...periodOptions,
    { flags: '--csv', about: { vi: 'in dạng CSV', en: 'print as CSV' } },
    {
      flags: '--placements',
      about: {
        vi: 'in mọi khung tin trên các trang đã nhìn, dạng CSV',
        en: 'print every placement on the pages looked at, as CSV',
      },
    },
  ],
  example: 'column-inches report --from 2026-11-01 --to 2026-11-14 --csv',
  run: async (context, input) => {
    refuseTwoFormats(context, input);
    const station = await context.openStation();
    try {
      const query = await readKnownQuery(input, station);
      if (input.options.placements === true) return await printPlacements(context, station, query);
      const figures = await station.numbers.figures(query);
      if (figures.itemsCaptured === 0) {
        // Nothing captured is unknown, never zero: there are no figures to print.
        context.tell({
          vi: 'Không thu được tin nào trong khoảng này: chưa biết, không phải bằng không.',
          en: 'Nothing was captured in this period: unknown, which is not zero.',
        });
        if (context.json) await context.print(JSON.stringify({ ...figures, persons: [] }));
        return 3;
      }
      const unread = await unreadRegister(station.database.db, { demo: query.demo });
      if (context.json) {
        await context.print(JSON.stringify({ ...figures, olderThanRegister: unread }));
      } else if (input.options.csv === true) {
        await printCsv(context, figures, unread);
      } else {
        await printTable(context, figures, unread);
        await printGaps(context, figures);
      }
      if (unread) tellUnread(context, unread);
      tellOpenDay(context, query);
      if (station.database.heldBy) {
        context.tell({
          vi: 'Column Inches đang chạy bên cạnh: trong lúc thu thập, số liệu và khoảng trống còn thay đổi.',
          en: 'Column Inches is running beside this: while it crawls, figures and gaps still change.',
        });
      }
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** Today counts as whole once its sources have answered, and its figures still grow. */
function tellOpenDay(context: CommandContext, { demo, period }: FigureQuery): void {
  const today = dayIn(operatorTimeZone, context.clock.now());
  if (demo || today < period.from || today > period.to) return;
  context.tell({
    vi: `Ngày ${formatsFor('vi').day(today)} chưa hết: số liệu của ngày này còn tăng.`,
    en: `${formatsFor('en').day(today)} is not over: its figures still grow.`,
  });
}

function tellUnread(context: CommandContext, { since, persons }: UnreadRegister): void {
  const on = (language: 'vi' | 'en') => formatsFor(language).instant(since, operatorTimeZone);
  const count = persons.length;
  context.tell({
    vi:
      `Số liệu cũ hơn danh bạ: danh bạ đã đổi từ ${on('vi')} (${operatorTimeZone}), các tin lưu trước đó chưa ` +
      `được đọc lại${count > 0 ? `; ${count} người mới hoặc có sửa` : ''}. Đọc lại: column-inches recompute`,
    en:
      `These figures are older than the register: it changed on ${on('en')} (${operatorTimeZone}), and items ` +
      `stored before were not read again${count > 0 ? `; new or changed: ${numberOf(count, 'person', 'people')}` : ''}. Run: column-inches recompute`,
  });
}

function refuseTwoFormats(context: CommandContext, input: CommandInput): void {
  if (!context.json || input.options['csv'] !== true) return;
  throw new ColumnInchesError({
    code: 'input/two-formats',
    verdict: 'stop-run',
    message: '--csv and --json were both given. Leave one of them out.',
    messageVietnamese: 'Đã ghi cả --csv và --json. Hãy bỏ một trong hai.',
  });
}

/** One look after the other: a fortnight of front pages never lies in memory at once. */
async function printPlacements(
  context: CommandContext,
  { numbers }: Station,
  query: FigureQuery,
): Promise<0 | 3> {
  const ids = (await numbers.frontPages?.looks(query)) ?? [];
  await context.print(placementsHead);
  for (const id of ids) {
    context.signal.throwIfAborted();
    const page = await numbers.frontPages?.snapshot(id);
    for (const line of page ? placementLines(page, query) : []) await context.print(line);
  }
  return ids.length === 0 ? 3 : 0;
}

type Cell = string | number | null;

const columns: readonly (readonly [name: string, cell: (person: PersonFigures) => Cell])[] = [
  ['person_id', (person) => person.personId],
  ['name', (person) => person.name],
  ['posts', (person) => postsInWords(person.posts, 'en').join('; ')],
  ['items', (person) => person.items],
  ['items_distinct', (person) => person.distinctItems],
  ['items_fractional', (person) => person.itemsFractional],
  ['frequency', (person) => person.frequency],
  ['share_of_coverage', (person) => person.shareOfCoverage],
  ['mentions', (person) => person.mentions],
  ['length_words', (person) => person.words],
  ['word_share', (person) => person.wordShare],
  ['length_column_inches', (person) => person.columnInches],
  ['headline_items', (person) => person.firstPlaces.headline],
  ['lead_share', (person) => person.leadShare],
  ['uncertain_items', (person) => person.uncertainItems],
  ['items_corrected', (person) => person.corrected?.items.value ?? null],
  ['items_corrected_low', (person) => person.corrected?.items.low ?? null],
  ['items_corrected_high', (person) => person.corrected?.items.high ?? null],
  ['share_corrected', (person) => person.corrected?.shareOfCoverage?.value ?? null],
  ['share_corrected_low', (person) => person.corrected?.shareOfCoverage?.low ?? null],
  ['share_corrected_high', (person) => person.corrected?.shareOfCoverage?.high ?? null],
  ['front_page_share', (person) => person.frontPage?.share ?? null],
  ['front_page_hours_low', (person) => person.frontPage?.fractional.low ?? null],
  ['front_page_hours_high', (person) => person.frontPage?.fractional.high ?? null],
  ['front_page_hours_whole_low', (person) => person.frontPage?.inclusive.low ?? null],
  ['front_page_hours_whole_high', (person) => person.frontPage?.inclusive.high ?? null],
  ['phone_front_page_share', (person) => person.frontPage?.phone?.share ?? null],
  ['phone_front_page_hours_low', (person) => person.frontPage?.phone?.fractional.low ?? null],
  ['phone_front_page_hours_high', (person) => person.frontPage?.phone?.fractional.high ?? null],
  ['section_page_share', (person) => person.frontPage?.section?.share ?? null],
  ['section_page_hours_low', (person) => person.frontPage?.section?.fractional.low ?? null],
  ['section_page_hours_high', (person) => person.frontPage?.section?.fractional.high ?? null],
  ['feed_order_share', (person) => person.feedOrder?.fractional ?? null],
  ['feed_order_share_whole', (person) => person.feedOrder?.inclusive ?? null],
  ['composite', (person) => person.composite?.value ?? null],
  ['composite_low', (person) => person.composite?.low ?? null],
  ['composite_high', (person) => person.composite?.high ?? null],
];

/** Columns that say who somebody is; the others say what was measured. */
const saidOfAll: ReadonlySet<string> = new Set(['person_id', 'name', 'posts']);

async function printCsv(
  context: CommandContext,
  figures: FigureSet,
  unread: UnreadRegister | null,
): Promise<void> {
  const { csvCell } = await import('../publish/index.ts');
  const constants = [
    figures.query.period.from,
    figures.query.period.to,
    figures.itemsCaptured,
    figures.methodVersion,
    figures.query.demo ? 'fiction' : 'real',
  ];
  const names = columns.map(([name]) => name);
  const shared = ['period_from', 'period_to', 'items_captured', 'method_version', 'data'];
  await context.print([...names, ...shared].join(','));
  for (const person of figures.persons) {
    const isKnown = !isUnreadPerson(person, unread);
    const cells = columns.map(([name, cell]) =>
      isKnown || saidOfAll.has(name) ? cell(person) : null,
    );
    await context.print([...cells, ...constants].map(csvCell).join(','));
  }
}

async function printTable(
  context: CommandContext,
  figures: FigureSet,
  unread: UnreadRegister | null,
): Promise<void> {
  const texts = context.language === 'vi' ? vietnamese : english;
  const locale = context.language === 'vi' ? 'vi-VN' : 'en-GB';
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = (share: number | null) =>
    share === null ? texts.unknown : `${number.format(share * 100)} %`;
  await context.print(
    `${texts.period} ${figures.query.period.from} – ${figures.query.period.to} · ` +
      `${number.format(figures.itemsCaptured)} ${texts.items} · ` +
      `${texts.method} ${figures.methodVersion}${figures.query.demo ? ` · ${texts.fiction}` : ''}`,
  );
  const range = ({ value, low, high }: Estimate) =>
    `${percent(value)} [${number.format(low * 100)}; ${number.format(high * 100)}]`;
  const correctedShare = ({ corrected }: PersonFigures) =>
    corrected?.shareOfCoverage ? range(corrected.shareOfCoverage) : texts.unknown;
  const isCorrected = figures.persons.some((person) => person.corrected);
  const rows: (readonly string[])[] = [
    isCorrected ? [...texts.head, texts.correctedShare] : texts.head,
  ];
  const names = namesApart(figures.persons);
  const isDoubtful = ({ posts }: PersonFigures) => posts.some(({ checked }) => !checked);
  for (const person of figures.persons) {
    const cells = [
      number.format(person.items),
      percent(person.frequency),
      percent(person.shareOfCoverage),
      number.format(person.words),
      number.format(person.columnInches),
      percent(person.leadShare),
      ...(isCorrected ? [correctedShare(person)] : []),
    ];
    rows.push([
      `${names.get(person.personId) ?? person.name}${isDoubtful(person) ? ' *' : ''}`,
      ...(isUnreadPerson(person, unread) ? cells.map(() => texts.unknown) : cells),
    ]);
  }
  for (const line of alignColumns(rows)) await context.print(line);
  if (figures.persons.some(isDoubtful))
    await context.print(`* ${texts.term} ${uncheckedWord[context.language]}`);
  if (figures.audit) await context.print(texts.audit(figures.audit));
}

/** Namesakes carry their post, or their id where that is the same too. */
export function namesApart(
  persons: readonly Pick<PersonFigures, 'personId' | 'name' | 'posts'>[],
): ReadonlyMap<string, string> {
  const withPost = persons.map(({ personId, name, posts }) => {
    const isAlone = persons.filter((other) => other.name === name).length === 1;
    return { personId, shown: isAlone ? name : `${name} (${posts[0]?.label ?? personId})` };
  });
  const isAlone = (shown: string) => withPost.filter((one) => one.shown === shown).length === 1;
  return new Map(
    withPost.map(({ personId, shown }) => [
      personId,
      isAlone(shown) ? shown : `${shown} [${personId}]`,
    ]),
  );
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

const vietnamese = {
  period: 'Từ',
  items: 'tin',
  method: 'phương pháp',
  fiction: 'DỮ LIỆU HƯ CẤU',
  unknown: 'chưa biết',
  term: 'có nhiệm kỳ',
  head: [
    'Người giữ chức vụ',
    'Số tin',
    'Tần suất',
    'Tỷ trọng',
    'Dung lượng (chữ)',
    'Inch cột',
    'Ở tiêu đề/sapo',
  ],
  correctedShare: 'Tỷ trọng đã hiệu chỉnh [95 %]',
  audit: ({ audited, needed }: AuditState) =>
    audited < needed
      ? `Đã kiểm tra mẫu ${audited} tin; cần ${needed} tin để hiệu chỉnh số liệu.`
      : `Số đã hiệu chỉnh dựa trên ${audited} tin kiểm tra mẫu.`,
} as const;

const english = {
  period: 'Period',
  items: 'items',
  method: 'method',
  fiction: 'FICTION',
  unknown: 'unknown',
  term: 'a term is',
  head: [
    'Office-holder',
    'Items',
    'Frequency',
    'Share',
    'Length (words)',
    'Column inches',
    'In headline/standfirst',
  ],
  correctedShare: 'Corrected share [95 %]',
  audit: ({ audited, needed }: AuditState) =>
    audited < needed
      ? `${numberOf(audited, 'item is', 'items are')} audited; it takes ${needed} to correct figures.`
      : `Corrected figures rest on ${numberOf(audited, 'audited item')}.`,
} as const;
