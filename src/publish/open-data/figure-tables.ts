import { unreadRegister } from '../../../db/index.ts';
import {
  type CorrectedFigures,
  type CoverageDay,
  type Estimate,
  isUnreadPerson,
  type OutletFigures,
  type PageHours,
  type PersonFigures,
  postsInWords,
  type TwoLanguages,
} from '../../domain/index.ts';
import { type Field, plainTable } from './table.ts';

// Tables of the very figures on the pages: the same FigureSet, to the digit.

interface Of<Row> {
  readonly row: Row;
  readonly itemsCaptured: number;
}

interface OfPerson extends Of<PersonFigures> {
  /** Items were not read for the person yet: what was measured is unknown. */
  readonly isUnread: boolean;
}

type PersonField = Field<OfPerson>;

const who: readonly PersonField[] = [
  {
    name: 'person_id',
    type: 'string',
    about: { vi: 'Mã của người trong danh bạ', en: 'Id of the person in the register' },
    cell: ({ row }) => row.personId,
  },
  {
    name: 'name',
    type: 'string',
    about: { vi: 'Họ tên', en: 'Full name' },
    cell: ({ row }) => row.name,
  },
  {
    name: 'posts',
    type: 'string',
    about: {
      vi:
        'Chức vụ giữ trong khoảng này, mới nhất trước, cách nhau bằng dấu chấm phẩy; ' +
        'nhiệm kỳ chưa kiểm chứng có (unchecked) ở sau',
      en:
        'Posts held in the period, latest first, separated by semicolons; ' +
        '(unchecked) follows one whose term is not checked',
    },
    cell: ({ row }) => postsInWords(row.posts, 'en').join('; '),
  },
];

const frequency: readonly PersonField[] = [
  {
    name: 'items',
    type: 'integer',
    about: { vi: 'Số tin có nhắc', en: 'Items with a counted mention' },
    cell: ({ row }) => row.items,
  },
  {
    name: 'items_captured',
    type: 'integer',
    about: { vi: 'Số tin thu được: mẫu số', en: 'Items captured: the denominator' },
    cell: ({ itemsCaptured }) => itemsCaptured,
  },
  {
    name: 'frequency',
    type: 'number',
    about: { vi: 'items ÷ items_captured, 0–1', en: 'items ÷ items_captured, 0–1' },
    cell: ({ row }) => row.frequency,
  },
  {
    name: 'distinct_items',
    type: 'integer',
    about: { vi: 'Tin không trùng', en: 'Story clusters among them: wire copies once' },
    cell: ({ row }) => row.distinctItems,
  },
  {
    name: 'items_fractional',
    type: 'number',
    about: { vi: 'Tổng 1/n', en: 'Sum of 1/n, n = counted persons of the item' },
    cell: ({ row }) => row.itemsFractional,
  },
  {
    name: 'share_of_coverage',
    type: 'number',
    about: {
      vi: 'items_fractional ÷ tổng của cả danh bạ, 0–1',
      en: 'items_fractional ÷ the same over the whole register, 0–1',
    },
    cell: ({ row }) => row.shareOfCoverage,
  },
  {
    name: 'mentions',
    type: 'integer',
    about: { vi: 'Lượt nhắc được tính', en: 'Counted mentions' },
    cell: ({ row }) => row.mentions,
  },
  {
    name: 'uncertain_items',
    type: 'integer',
    about: {
      vi: 'Tin chờ xét, không nằm trong số nào ở trên',
      en: 'Items that wait for review; in no other figure',
    },
    cell: ({ row }) => row.uncertainItems,
  },
];

const correctedNumbers: readonly (readonly [
  name: string,
  pick: (corrected: CorrectedFigures) => Estimate | null,
  vi: string,
  en: string,
])[] = [
  ['items_corrected', ({ items }) => items, 'Số tin đã hiệu chỉnh', 'Items, corrected'],
  [
    'share_corrected',
    ({ shareOfCoverage }) => shareOfCoverage,
    'Tỷ trọng đã hiệu chỉnh, 0–1',
    'Share of coverage, corrected, 0–1',
  ],
  ['precision', ({ precision }) => precision, 'Tin máy tìm đúng ÷ tìm được', 'Right ÷ found'],
  ['recall', ({ recall }) => recall, 'Tin máy tìm đúng ÷ có thật', 'Right ÷ really there'],
];

const intervalEnds = [
  ['', 'value', '', ''],
  ['_low', 'low', ', đầu dưới của khoảng 95 %', ', lower end of the 95 % interval'],
  ['_high', 'high', ', đầu trên của khoảng 95 %', ', upper end of the 95 % interval'],
] as const;

/** Beside the raw figures, never in their place; empty while too little is audited. */
const corrected: readonly PersonField[] = correctedNumbers.flatMap(([name, pick, vi, en]) =>
  intervalEnds.map(([ending, end, endVi, endEn]) => ({
    name: `${name}${ending}`,
    type: 'number' as const,
    about: { vi: `${vi}${endVi}`, en: `${en}${endEn}` },
    cell: ({ row }: Of<PersonFigures>) =>
      row.corrected ? (pick(row.corrected)?.[end] ?? null) : null,
  })),
);

const length: readonly PersonField[] = [
  {
    name: 'length_words',
    type: 'integer',
    about: {
      vi: 'Số chữ của các câu nhắc người này',
      en: 'Words of the sentences that mention them',
    },
    cell: ({ row }) => row.words,
  },
  {
    name: 'word_share',
    type: 'number',
    about: { vi: 'Phần trong số chữ về cả danh bạ, 0–1', en: 'Share of words about anyone, 0–1' },
    cell: ({ row }) => row.wordShare,
  },
  {
    name: 'length_column_inches',
    type: 'number',
    about: { vi: 'Inch cột của các câu ấy', en: 'Reference column inches of these sentences' },
    cell: ({ row }) => row.columnInches,
  },
];

const places: readonly PersonField[] = (
  ['headline', 'standfirst', 'first-paragraph', 'first-third', 'later', 'caption-only'] as const
).map((place) => ({
  name: `items_${place.replace('-', '_')}`,
  type: 'integer',
  about: {
    vi: `Tin có nơi xuất hiện đầu tiên là ${place}`,
    en: `Items whose first place with the person is ${place}`,
  },
  cell: ({ row }) => row.firstPlaces[place],
}));

const prominence: readonly PersonField[] = [
  ...places,
  {
    name: 'lead_share',
    type: 'number',
    about: {
      vi: 'Tin có tên ở tiêu đề hoặc sapo ÷ items',
      en: 'Items in headline or standfirst ÷ items',
    },
    cell: ({ row }) => row.leadShare,
  },
];

/** How much of some pages a person's items hold, as the person's page prints it. */
function pageFields(given: {
  readonly name: string;
  readonly of: (row: PersonFigures) => PageHours | null | undefined;
  readonly where: TwoLanguages;
}): PersonField[] {
  const { name, of, where } = given;
  const number = (ending: string, about: TwoLanguages, pick: (hours: PageHours) => number | null) =>
    personNumber(
      `${name}_${ending}`,
      { vi: `${about.vi}, ${where.vi}`, en: `${about.en}, ${where.en}` },
      (row) => {
        const hours = of(row);
        return hours ? pick(hours) : null;
      },
    );
  return [
    number(
      'share',
      { vi: 'Phần của trang, 0–1', en: 'Share of the page, 0–1' },
      (one) => one.share,
    ),
    ...bracketEnds.flatMap(([end, vi, en]) => [
      number(
        `hours_${end}`,
        { vi: `Giờ × phần trang theo 1/n, ${vi}`, en: `Share-hours by 1/n, ${en}` },
        ({ fractional }) => fractional[end],
      ),
      number(
        `hours_whole_${end}`,
        { vi: `Giờ × phần trang, tính cả tin, ${vi}`, en: `Share-hours, whole items, ${en}` },
        ({ inclusive }) => inclusive[end],
      ),
    ]),
  ];
}

const bracketEnds = [
  ['low', 'ít nhất', 'at least'],
  ['high', 'nhiều nhất', 'at most'],
] as const;

function personNumber(
  name: string,
  about: TwoLanguages,
  pick: (row: PersonFigures) => number | null,
): PersonField {
  return { name, type: 'number', about, cell: ({ row }) => pick(row) };
}

/** Empty where nothing of the kind was looked at; a composite is of one outlet alone. */
const pages: readonly PersonField[] = [
  ...pageFields({
    name: 'front_page',
    of: ({ frontPage }) => frontPage,
    where: { vi: 'trang nhất, màn hình máy tính', en: 'front pages, computer screen' },
  }),
  ...pageFields({
    name: 'phone_front_page',
    of: ({ frontPage }) => frontPage?.phone,
    where: { vi: 'trang nhất, màn hình điện thoại', en: 'front pages, phone screen' },
  }),
  ...pageFields({
    name: 'section_page',
    of: ({ frontPage }) => frontPage?.section,
    where: { vi: 'trang chuyên mục', en: 'section pages' },
  }),
  personNumber(
    'feed_order_share',
    {
      vi: 'Phần của thứ tự trong luồng tin theo 1/n, 0–1',
      en: 'Share of the order of feeds by 1/n, 0–1',
    },
    ({ feedOrder }) => feedOrder?.fractional ?? null,
  ),
  personNumber(
    'feed_order_share_whole',
    {
      vi: 'Phần của thứ tự trong luồng tin, tính cả tin, 0–1',
      en: 'Share of the order of feeds, whole items, 0–1',
    },
    ({ feedOrder }) => feedOrder?.inclusive ?? null,
  ),
  ...(
    [
      ['composite', 'value', '', ''],
      ['composite_low', 'low', ', thấp nhất khi trọng số đổi', ', least as the weights vary'],
      ['composite_high', 'high', ', cao nhất khi trọng số đổi', ', greatest as the weights vary'],
    ] as const
  ).map(([name, end, vi, en]) =>
    personNumber(
      name,
      {
        vi: `Chỉ số gộp, 0–1${vi}; chỉ có khi chọn đúng một cơ quan`,
        en: `Composite, 0–1${en}; only where one outlet alone is chosen`,
      },
      ({ composite }) => composite?.[end] ?? null,
    ),
  ),
];

const measuredFields: readonly PersonField[] = [
  ...frequency,
  ...corrected,
  ...length,
  ...prominence,
  ...pages,
].map((field) => ({
  ...field,
  cell: (of) => (of.isUnread && field.name !== 'items_captured' ? null : field.cell(of)),
}));

/** persons: the figures of the overview, one row a person. */
export const personsTable = plainTable<OfPerson>({
  name: 'persons',
  title: { vi: 'Người giữ chức vụ', en: 'Office-holders' },
  about: {
    vi: 'Số liệu của từng người trong khoảng này, đúng như trang tổng quan và trang của người ấy.',
    en: 'The figures of each person in the period, as on the overview and on their own page.',
  },
  primaryKey: ['person_id'],
  fields: [...who, ...measuredFields],
  rows: async function* personRows({ db, query, figures }) {
    const { itemsCaptured } = figures;
    const unread = await unreadRegister(db, { demo: query.demo });
    for (const row of figures.persons)
      yield { row, itemsCaptured, isUnread: isUnreadPerson(row, unread) };
  },
});

const outletNumbers: readonly (readonly [
  string,
  'integer' | 'number',
  keyof OutletFigures,
  string,
  string,
])[] = [
  ['items', 'integer', 'items', 'Tin thu được', 'Items captured'],
  ['items_with_persons', 'integer', 'itemsWithPersons', 'Tin có nhắc', 'Items with a mention'],
  ['distinct_items', 'integer', 'distinctItems', 'Tin không trùng', 'Story clusters'],
  ['mentions', 'integer', 'mentions', 'Lượt nhắc', 'Counted mentions'],
  ['length_words', 'integer', 'words', 'Số chữ của mọi tin', 'Words of all items'],
  ['length_column_inches', 'number', 'columnInches', 'Inch cột', 'Reference column inches'],
  ['gap_days', 'integer', 'gapDays', 'Ngày thiếu', 'Days with a gap'],
];

/** outlets: the denominators, one row an outlet. */
export const outletsTable = plainTable<OutletFigures>({
  name: 'outlets',
  title: { vi: 'Cơ quan báo chí', en: 'Outlets' },
  about: { vi: 'Mẫu số của từng cơ quan.', en: 'The denominators, outlet by outlet.' },
  primaryKey: ['outlet_id'],
  fields: [
    {
      name: 'outlet_id',
      type: 'string',
      about: { vi: 'Mã cơ quan', en: 'Id of the outlet' },
      cell: (row) => row.outletId,
    },
    {
      name: 'name',
      type: 'string',
      about: { vi: 'Tên', en: 'Name' },
      cell: (row) => row.name,
    },
    {
      name: 'medium',
      type: 'string',
      about: { vi: 'Loại hình', en: 'newspaper, news-site or broadcaster' },
      cell: (row) => row.medium,
    },
    {
      name: 'verified',
      type: 'boolean',
      about: { vi: 'Đã kiểm tra với trang thật', en: 'Checked against the live site' },
      cell: (row) => row.verified,
    },
    ...outletNumbers.map(([name, type, key, vi, en]) => ({
      name,
      type,
      about: { vi, en },
      cell: (row: OutletFigures) => row[key] as number,
    })),
  ],
  rows: ({ figures }) => figures.outlets,
});

const ledgerFields: readonly Field<CoverageDay>[] = [
  {
    name: 'outlet_id',
    type: 'string',
    about: { vi: 'Mã cơ quan', en: 'Id of the outlet' },
    cell: (row) => row.outletId,
  },
  {
    name: 'day',
    type: 'date',
    about: { vi: 'Ngày theo giờ của cơ quan', en: 'Day in the outlet’s own zone' },
    cell: (row) => row.day,
  },
  {
    name: 'captured',
    type: 'integer',
    about: { vi: 'Tin thu được; trống là không rõ', en: 'Items captured; empty is unknown' },
    cell: (row) => row.captured,
  },
  {
    name: 'expected',
    type: 'integer',
    about: { vi: 'Ít nhất lẽ ra phải có', en: 'The least that was to be expected' },
    cell: (row) => row.expected,
  },
  {
    name: 'failed',
    type: 'integer',
    about: { vi: 'Số bài lấy hỏng', en: 'Articles that failed' },
    cell: (row) => row.failed,
  },
  {
    name: 'gap',
    type: 'string',
    about: {
      vi: 'Lý do thiếu; trống nếu đủ',
      en: 'Why it is a gap: outlet-unreachable, refused, extraction-failed, not-crawled; else empty',
    },
    cell: (row) => row.gap,
  },
];

/** coverage: the ledger, whole days and gaps alike. */
export const coverageTable = plainTable<CoverageDay>({
  name: 'coverage',
  title: { vi: 'Sổ độ phủ', en: 'Coverage ledger' },
  about: { vi: 'Mỗi cơ quan, mỗi ngày một dòng.', en: 'A row for every outlet and day.' },
  primaryKey: ['outlet_id', 'day'],
  fields: ledgerFields,
  rows: ({ figures }) => figures.coverage,
});

/** gaps: the days on which lines break, with the reason. */
export const gapsTable = plainTable<CoverageDay>({
  name: 'gaps',
  title: { vi: 'Chỗ thiếu', en: 'Gaps' },
  about: {
    vi: 'Những ngày thiếu hoặc không rõ, kèm lý do. Đó không phải số 0.',
    en: 'Days that are missing or unknown, with the reason. They are not zeros.',
  },
  primaryKey: ['outlet_id', 'day'],
  fields: ledgerFields,
  rows: ({ figures }) =>
    figures.coverage.filter(({ gap, captured }) => gap !== null || captured === null),
});
