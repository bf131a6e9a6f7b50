import {
  type Daypart,
  type KnownSeconds,
  type OutletAirFigures,
  type PersonAirFigures,
  type TwoLanguages,
} from '../../domain/index.ts';
import type { AirReport } from '../broadcasts.ts';
import { type Cell, type Field, type FieldType, plainTable } from './table.ts';

// Tables of what is on air: the very figures of the pages, and the reports they count. Radio and
// television are never summed, nor either with print.

/** A column that is worked out of its row. */
function column<Row>(
  [name, type]: readonly [string, FieldType],
  about: TwoLanguages,
  cell: (row: Row) => Cell,
): Field<Row> {
  return { name, type, about, cell };
}

const personId = { vi: 'Mã của người', en: 'Id of the person' };
const outletId = { vi: 'Mã cơ quan', en: 'Id of the outlet' };
const medium = { vi: 'television hoặc radio', en: 'television or radio' };

/** Known seconds, and of how many reports they are not known. */
function secondsOf<Row>(
  name: string,
  about: TwoLanguages,
  of: (row: Row) => KnownSeconds | undefined,
): Field<Row>[] {
  const unknown = { vi: ': số tin không rõ', en: ': reports of which it is not known' };
  return [
    column([`${name}_seconds`, 'number'], about, (row) => of(row)?.seconds ?? null),
    column(
      [`${name}_unknown_reports`, 'integer'],
      { vi: about.vi + unknown.vi, en: about.en + unknown.en },
      (row) => of(row)?.unknownReports ?? 0,
    ),
  ];
}

const dayparts: readonly (readonly [Daypart, vi: string])[] = [
  ['night', 'đêm'],
  ['morning', 'sáng'],
  ['noon', 'trưa'],
  ['afternoon', 'chiều'],
  ['evening', 'tối'],
];

const byDaypart = dayparts.flatMap(([daypart, vi]): Field<PersonAirFigures>[] => {
  const of = (row: PersonAirFigures) => row.dayparts.find((one) => one.daypart === daypart);
  return [
    column(
      [`${daypart}_reports`, 'integer'],
      { vi: `Số tin phát buổi ${vi}`, en: `Reports of the ${daypart}` },
      (row) => of(row)?.reports ?? 0,
    ),
    ...secondsOf<PersonAirFigures>(
      `${daypart}_about`,
      { vi: `Giây nói về người này, buổi ${vi}`, en: `Seconds about them, ${daypart}` },
      (row) => of(row)?.about,
    ),
  ];
});

const counts: readonly (readonly [string, keyof PersonAirFigures, vi: string, en: string])[] = [
  ['bulletins', 'bulletins', 'Số bản tin có những tin ấy', 'Bulletins these reports are in'],
  ['openers', 'openers', 'Số tin mở đầu bản tin', 'Reports that open a bulletin'],
  ['in_headlines', 'inHeadlines', 'Số tin nằm trong tin chính', 'Reports read in the headlines'],
  [
    'headlines_known',
    'headlinesKnown',
    'Số tin của bản tin nghe được tin chính: mẫu số của in_headlines',
    'Reports whose headlines can be heard: the denominator of in_headlines',
  ],
  ['repeats', 'repeats', 'Lượt phát lại, đếm riêng', 'Later airings, counted apart'],
  [
    'reports_without_time',
    'reportsWithoutTime',
    'Số tin không rõ giờ phát: không thuộc buổi nào',
    'Reports whose time of day is not known: in no part of the day',
  ],
];

/** air_persons: the figures of each person on air, as on the pages. */
export const airPersonsTable = plainTable<PersonAirFigures>({
  name: 'air_persons',
  title: { vi: 'Người giữ chức vụ trên sóng', en: 'Office-holders on air' },
  about: {
    vi: 'Số liệu phát sóng của từng người, truyền hình và phát thanh riêng, chỉ lần phát đầu.',
    en: 'The figures of each person on air, television and radio apart, first airings only.',
  },
  primaryKey: ['person_id', 'medium'],
  fields: [
    column(['person_id', 'string'], personId, (row) => row.personId),
    column(['name', 'string'], { vi: 'Họ tên', en: 'Full name' }, (row) => row.name),
    column(['medium', 'string'], medium, (row) => row.medium),
    column(
      ['reports', 'integer'],
      {
        vi: 'Số tin có nhắc hoặc có lời người này',
        en: 'Reports that mention them or in which they speak',
      },
      (row) => row.reports,
    ),
    column(
      ['reports_fractional', 'number'],
      { vi: 'Tổng 1/n', en: 'Sum of 1/n, n = counted persons of the report' },
      (row) => row.reportsFractional,
    ),
    ...counts.map(([name, key, vi, en]) =>
      column<PersonAirFigures>([name, 'integer'], { vi, en }, (row) => row[key] as number),
    ),
    ...secondsOf<PersonAirFigures>(
      'reports_length',
      { vi: 'Giây của cả những tin ấy', en: 'Seconds of these whole reports' },
      (row) => row.reportLength,
    ),
    ...secondsOf<PersonAirFigures>(
      'about',
      { vi: 'Giây nói về người này', en: 'Seconds about them' },
      (row) => row.about,
    ),
    ...secondsOf<PersonAirFigures>(
      'speaking',
      { vi: 'Giây chính người này nói', en: 'Seconds they speak' },
      (row) => row.speaking,
    ),
    ...byDaypart,
  ],
  rows: async function* rows({ air }) {
    yield* (await air())?.persons ?? [];
  },
});

const captured: readonly (readonly [string, keyof OutletAirFigures, vi: string, en: string])[] = [
  ['bulletins', 'bulletins', 'Bản tin thu được: mẫu số', 'Bulletins captured: the denominator'],
  ['reports', 'reports', 'Tin trong các bản tin', 'Reports in them'],
  [
    'with_subtitles',
    'withSubtitles',
    'Bản tin có phụ đề hoặc bản chép lời: chỉ ở đó biết số giây về một người',
    'Bulletins with subtitles or a transcript: only of these are seconds about anyone known',
  ],
  ['programmes', 'programmes', 'Chương trình trong lịch', 'Programmes in the listings'],
  ['news_programmes', 'newsProgrammes', 'Trong đó thời sự', 'Of them news'],
  ['news_repeats', 'newsRepeats', 'Thời sự phát lại', 'Repeats of news'],
  ['relays', 'relays', 'Tiếp sóng đài khác', 'Relays of others'],
];

/** air_outlets: what of each broadcaster's air was captured. */
export const airOutletsTable = plainTable<OutletAirFigures>({
  name: 'air_outlets',
  title: { vi: 'Các đài', en: 'Broadcasters on air' },
  about: {
    vi: 'Phần phát sóng thu được của từng đài, truyền hình và phát thanh riêng: mẫu số.',
    en: 'What was captured of each broadcaster’s air, television and radio apart: the denominators.',
  },
  primaryKey: ['outlet_id', 'medium'],
  fields: [
    column(['outlet_id', 'string'], outletId, (row) => row.outletId),
    column(['name', 'string'], { vi: 'Tên', en: 'Name' }, (row) => row.name),
    column(['medium', 'string'], medium, (row) => row.medium),
    ...captured.map(([name, key, vi, en]) =>
      column<OutletAirFigures>([name, 'integer'], { vi, en }, (row) => row[key] as number),
    ),
    column(
      ['bulletins_length_seconds', 'number'],
      { vi: 'Giây của các bản tin, lần phát đầu', en: 'Seconds of the bulletins, first airings' },
      (row) => row.bulletinLength.seconds,
    ),
    column(
      ['bulletins_of_unknown_length', 'integer'],
      { vi: 'Bản tin không rõ dài bao lâu', en: 'Bulletins whose length is not known' },
      (row) => row.bulletinLength.unknownBulletins,
    ),
    column(
      ['news_seconds', 'number'],
      { vi: 'Giây thời sự theo lịch', en: 'Seconds of news by the listings' },
      (row) => row.newsSeconds,
    ),
  ],
  rows: async function* rows({ air }) {
    yield* (await air())?.outlets ?? [];
  },
});

/** air_reports: who is in which report, one row each: what `air_persons` counts. */
export const airReportsTable = plainTable<AirReport>({
  name: 'air_reports',
  title: { vi: 'Người trong tin phát sóng', en: 'Persons in reports on air' },
  about: {
    vi: 'Từng người trong từng tin đã phát mà air_persons đếm.',
    en: 'Each person of each report on air that air_persons counts.',
  },
  primaryKey: ['bulletin_id', 'part', 'person_id'],
  fields: [
    column(
      ['bulletin_id', 'string'],
      { vi: 'Mã bản tin', en: 'Id of the bulletin' },
      (row) => row.bulletin.id,
    ),
    column(
      ['part', 'integer'],
      { vi: 'Phần thứ mấy, từ 0', en: 'Which part, from 0' },
      ({ part }) => part.position,
    ),
    column(['person_id', 'string'], personId, ({ person }) => person.personId),
    column(['outlet_id', 'string'], outletId, (row) => row.bulletin.outletId),
    column(['medium', 'string'], medium, (row) => row.bulletin.medium),
    column(
      ['day', 'date'],
      { vi: 'Ngày phát, theo giờ của cơ quan', en: 'Day on air, in the outlet’s own zone' },
      (row) => row.bulletin.day,
    ),
    column(
      ['daypart', 'string'],
      { vi: 'Buổi; trống nếu không rõ', en: 'Part of the day; empty where not known' },
      (row) => row.daypart,
    ),
    column(
      ['bulletin_title', 'string'],
      { vi: 'Tên bản tin', en: 'Title of the bulletin' },
      (row) => row.bulletin.title,
    ),
    column(
      ['url', 'string'],
      { vi: 'Địa chỉ bản tin', en: 'Address of the bulletin' },
      (row) => row.bulletin.url,
    ),
    column(
      ['slot', 'integer'],
      { vi: 'Thứ tự trong bản tin, 1 là mở đầu', en: 'Place in the bulletin, 1 = opener' },
      ({ part }) => part.slot,
    ),
    column(
      ['title', 'string'],
      { vi: 'Tiêu đề tin', en: 'Title of the report' },
      ({ part }) => part.title,
    ),
    column(
      ['start_seconds', 'number'],
      { vi: 'Bắt đầu, giây', en: 'Start, seconds' },
      ({ part }) => part.startSeconds,
    ),
    column(
      ['length_seconds', 'number'],
      { vi: 'Dài, giây', en: 'Length, seconds' },
      ({ part }) => part.seconds,
    ),
    column(
      ['in_headlines', 'boolean'],
      {
        vi: 'Có trong tin chính; trống nếu không nghe được',
        en: 'Read in the headlines; empty where none are heard',
      },
      ({ part }) => part.inHeadlines,
    ),
    column(
      ['about_seconds', 'number'],
      { vi: 'Giây nói về người này', en: 'Seconds about them' },
      ({ person }) => seconds(person.aboutMs),
    ),
    column(
      ['speaking_seconds', 'number'],
      { vi: 'Giây người này nói', en: 'Seconds they speak' },
      ({ person }) => seconds(person.speakingMs),
    ),
    column(
      ['mentions', 'integer'],
      { vi: 'Lượt nhắc', en: 'Counted mentions' },
      ({ person }) => person.mentions,
    ),
    column(['fraction', 'number'], { vi: '1/n', en: '1/n' }, ({ person }) => person.fraction),
  ],
  rows: async function* rows({ airReports }) {
    yield* await airReports();
  },
});

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
