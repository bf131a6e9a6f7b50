import {
  type ItemPersonRow,
  type ItemRow,
  type MeasurementRow,
  type PersonDayRow,
  streamItemPersons,
  streamItems,
  streamMeasurements,
  streamMentionedTexts,
  streamPersonDays,
} from '../../../db/index.ts';
import { captionText, type EvidenceSentence, type TwoLanguages } from '../../domain/index.ts';
import { evidenceSentences } from '../evidence-sentences.ts';
import { type ExportSource, type Field, type FieldType, plainTable } from './table.ts';

// Tables of what the figures count, streamed from the database.

/** A column that is a property of its row. */
function column<Row>(
  [name, type, of]: readonly [name: string, type: FieldType, of: keyof Row & string],
  about: TwoLanguages,
) {
  const cell = (row: Row) => row[of] as string | number | boolean | null;
  return { name, type, about, cell } satisfies Field<Row>;
}

const itemId = { vi: 'Mã của tin', en: 'Id of the item' };
const personId = { vi: 'Mã của người', en: 'Id of the person' };
const outletId = { vi: 'Mã cơ quan', en: 'Id of the outlet' };
const day = { vi: 'Ngày theo giờ của cơ quan', en: 'Day in the outlet’s own zone' };

/** days: items of every person by outlet and day. */
export const daysTable = plainTable<PersonDayRow>({
  name: 'days',
  title: { vi: 'Theo ngày', en: 'By day' },
  about: {
    vi: 'Số tin của từng người theo cơ quan và ngày. Ngày không có dòng là 0 nếu không nằm trong gaps.',
    en: 'Items of each person by outlet and day. A day without a row is 0 unless it stands in gaps.',
  },
  primaryKey: ['outlet_id', 'day', 'person_id'],
  fields: [
    column(['outlet_id', 'string', 'outletId'], outletId),
    column(['day', 'date', 'day'], day),
    column(['person_id', 'string', 'personId'], personId),
    column(['items', 'integer', 'items'], { vi: 'Số tin', en: 'Items with a counted mention' }),
    column(['items_fractional', 'number', 'itemsFractional'], { vi: 'Tổng 1/n', en: 'Sum of 1/n' }),
    column(['mentions', 'integer', 'mentions'], { vi: 'Lượt nhắc', en: 'Counted mentions' }),
    column(['length_words', 'integer', 'words'], { vi: 'Số chữ', en: 'Words of the sentences' }),
  ],
  rows: ({ db, query }) => streamPersonDays(db, query),
});

/** items: every item behind the figures, with its address and hash. */
export const itemsTable = plainTable<ItemRow>({
  name: 'items',
  title: { vi: 'Tin', en: 'Items' },
  about: {
    vi: 'Mọi tin thu được trong khoảng này: tiêu đề, địa chỉ, độ dài, mã băm.',
    en: 'Every item captured in the period: title, address, lengths, hash.',
  },
  primaryKey: ['item_id'],
  fields: [
    column(['item_id', 'string', 'itemId'], itemId),
    column(['outlet_id', 'string', 'outletId'], outletId),
    column(['day', 'date', 'day'], day),
    column(['published_at', 'datetime', 'publishedAt'], {
      vi: 'Lúc đăng lần đầu; trống nếu trang không ghi',
      en: 'First publication; empty where the page does not say',
    }),
    column(['title', 'string', 'title'], { vi: 'Tiêu đề', en: 'Title; empty where taken down' }),
    column(['taken_down', 'boolean', 'takenDown'], { vi: 'Đã gỡ văn bản', en: 'Text taken down' }),
    column(['url', 'string', 'url'], {
      vi: 'Địa chỉ bản gốc; trống nếu đã gỡ',
      en: 'Address of the original; empty where taken down',
    }),
    column(['words', 'integer', 'words'], { vi: 'Số chữ', en: 'Words' }),
    column(['column_inches', 'number', 'columnInches'], { vi: 'Inch cột', en: 'Column inches' }),
    column(['persons', 'integer', 'persons'], { vi: 'Số người được tính', en: 'Counted persons' }),
    column(['story_id', 'string', 'clusterId'], {
      vi: 'Giống nhau ở các bản của cùng một tin',
      en: 'The same for copies of one story',
    }),
    column(['version', 'integer', 'version'], { vi: 'Bản mới nhất', en: 'Latest version' }),
    column(['content_hash', 'string', 'contentHash'], {
      vi: 'Mã băm nội dung',
      en: 'Hash of the content',
    }),
    column(['method_version', 'string', 'methodVersion'], {
      vi: 'Phiên bản phương pháp',
      en: 'Version of the method',
    }),
  ],
  rows: ({ db, query, measures }) => streamItems(db, query, measures),
});

/** item_persons: who counts in each item, and how much of it. */
export const itemPersonsTable = plainTable<ItemPersonRow>({
  name: 'item_persons',
  title: { vi: 'Người trong tin', en: 'Persons in items' },
  about: {
    vi: 'Từng người được tính trong từng tin, sau khi đính chính.',
    en: 'Each counted person of each item, corrections applied.',
  },
  primaryKey: ['item_id', 'person_id'],
  fields: [
    column(['item_id', 'string', 'itemId'], itemId),
    column(['person_id', 'string', 'personId'], personId),
    column(['role', 'string', 'role'], { vi: 'Vai', en: 'subject, mentioned or listed' }),
    column(['first_place', 'string', 'firstPlace'], { vi: 'Nơi đầu tiên', en: 'First place' }),
    column(['mentions', 'integer', 'mentions'], { vi: 'Lượt nhắc', en: 'Counted mentions' }),
    column(['length_words', 'integer', 'words'], { vi: 'Số chữ', en: 'Words of the sentences' }),
    column(['paragraph_share', 'number', 'paragraphShare'], {
      vi: 'Phần số đoạn có nhắc',
      en: 'Share of paragraphs with a mention',
    }),
    column(['fraction', 'number', 'fraction'], { vi: '1/n', en: '1/n' }),
  ],
  rows: ({ db, query }) => streamItemPersons(db, query),
});

interface MentionRow {
  readonly itemId: string;
  readonly sentence: EvidenceSentence;
  readonly mark: EvidenceSentence['marks'][number];
}

async function* mentionRows({ db, query, sentencesOf }: ExportSource): AsyncGenerator<MentionRow> {
  for await (const row of streamMentionedTexts(db, query)) {
    const { itemId: id, language, title, text, mentions } = row;
    const fields = { title, text, caption: captionText(row.pictures) };
    const split = (whole: string) => sentencesOf(whole, language);
    for (const sentence of evidenceSentences(fields, mentions, split))
      for (const mark of sentence.marks) yield { itemId: id, sentence, mark };
  }
}

/** For whom a mention counts; null where it counts for nobody. */
function countedAs(mark: MentionRow['mark']): string | null {
  return mark.counted ? (mark.correction?.toPersonId ?? mark.personId) : null;
}

function markField(
  name: string,
  type: FieldType,
  given: { about: TwoLanguages; cell: (row: MentionRow) => string | number | boolean | null },
): Field<MentionRow> {
  return { name, type, ...given };
}

/** mentions: every mark of every public sentence, with its reason. */
export const mentionsTable = plainTable<MentionRow>({
  name: 'mentions',
  title: { vi: 'Lượt nhắc', en: 'Mentions' },
  about: {
    vi:
      'Từng lượt nhắc trong những câu công khai, kèm câu và lý do; tính cho ai thì đã theo đính ' +
      'chính. Văn bản đã gỡ không có ở đây.',
    en:
      'Each mention in the public sentences, with sentence and reason; whom it counts for has ' +
      'corrections applied. Texts taken down are left out.',
  },
  primaryKey: ['item_id', 'field', 'sentence_start', 'start', 'person_id'],
  fields: [
    markField('item_id', 'string', { about: itemId, cell: (row) => row.itemId }),
    markField('person_id', 'string', {
      about: { vi: 'Mã của người máy tìm thấy', en: 'Id of the person as the machine found it' },
      cell: ({ mark }) => mark.personId,
    }),
    markField('field', 'string', {
      about: { vi: 'Tiêu đề, văn bản hay chú thích ảnh', en: 'title, text or caption' },
      cell: ({ sentence }) => sentence.field,
    }),
    markField('sentence_start', 'integer', {
      about: { vi: 'Vị trí câu, đơn vị UTF-16', en: 'Offset of the sentence, UTF-16 units' },
      cell: ({ sentence }) => sentence.start,
    }),
    markField('start', 'integer', {
      about: { vi: 'Đầu lượt nhắc trong câu', en: 'Start of the span in the sentence' },
      cell: ({ mark }) => mark.start,
    }),
    markField('end', 'integer', {
      about: { vi: 'Cuối lượt nhắc, không tính', en: 'Its end, exclusive' },
      cell: ({ mark }) => mark.end,
    }),
    markField('surface', 'string', {
      about: { vi: 'Chữ trong câu', en: 'The words of the span' },
      cell: ({ mark }) => mark.surface,
    }),
    markField('kind', 'string', {
      about: { vi: 'Loại', en: 'full-name, titled-name, short-name or title-only' },
      cell: ({ mark }) => mark.kind,
    }),
    markField('confidence', 'number', {
      about: { vi: 'Độ chắc chắn, 0–1', en: 'Confidence, 0–1' },
      cell: ({ mark }) => mark.confidence,
    }),
    markField('counted', 'boolean', {
      about: {
        vi: 'Được tính, sau đính chính',
        en: 'Neither uncertain nor institutional, nor taken out by a correction',
      },
      cell: ({ mark }) => mark.counted,
    }),
    markField('counted_as', 'string', {
      about: {
        vi: 'Tính cho ai, sau đính chính; trống nếu không tính',
        en: 'Person it counts for, corrections applied; empty where it does not count',
      },
      cell: ({ mark }) => countedAs(mark),
    }),
    markField('correction_id', 'string', {
      about: {
        vi: 'Đính chính đã bỏ hoặc chuyển lượt này cho người khác; trống nếu không có',
        en: 'Correction that took it out or gave it to another; empty where none did',
      },
      cell: ({ mark }) => mark.correction?.id ?? null,
    }),
    markField('reason_vi', 'string', {
      about: { vi: 'Lý do, tiếng Việt', en: 'Reason, in Vietnamese' },
      cell: ({ mark }) => mark.reason.vi,
    }),
    markField('reason_en', 'string', {
      about: { vi: 'Lý do, tiếng Anh', en: 'Reason, in English' },
      cell: ({ mark }) => mark.reason.en,
    }),
    markField('sentence', 'string', {
      about: { vi: 'Câu', en: 'The sentence' },
      cell: ({ sentence }) => sentence.text,
    }),
  ],
  rows: mentionRows,
});

/** measurements: every stored value with the version of its measure. */
export const measurementsTable = plainTable<MeasurementRow>({
  name: 'measurements',
  title: { vi: 'Số đo', en: 'Measurements' },
  about: {
    vi: 'Mọi số đo của máy về từng tin và từng người, trước khi đính chính.',
    en: 'Every measurement of the machine, item by item and person by person, before corrections.',
  },
  primaryKey: ['item_id', 'measure', 'person_id'],
  fields: [
    column(['item_id', 'string', 'itemId'], itemId),
    column(['person_id', 'string', 'personId'], {
      vi: 'Trống: của cả tin',
      en: 'Empty: of the item',
    }),
    column(['measure', 'string', 'measure'], { vi: 'Số đo', en: 'Id of the measure' }),
    column(['measure_version', 'integer', 'version'], { vi: 'Phiên bản', en: 'Its version' }),
    column(['unit', 'string', 'unit'], { vi: 'Đơn vị', en: 'Unit' }),
    column(['value_number', 'number', 'valueNumber'], {
      vi: 'Giá trị số; cả hai trống là không rõ',
      en: 'Value where a number; both empty = unknown',
    }),
    column(['value_text', 'string', 'valueText'], { vi: 'Giá trị chữ', en: 'Value where a word' }),
  ],
  rows: ({ db, query }) => streamMeasurements(db, query),
});
