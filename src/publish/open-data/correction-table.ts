import { listCorrections } from '../../../db/index.ts';
import type { Correction } from '../../domain/index.ts';
import { type ExportSource, plainTable } from './table.ts';

async function* restated({ db, query }: ExportSource): AsyncGenerator<Correction> {
  yield* await listCorrections(db, { demo: query.demo, most: null });
}

/** corrections: every figure restated after a challenge, with the reason. */
export const correctionsTable = plainTable<Correction>({
  name: 'corrections',
  title: { vi: 'Đính chính', en: 'Corrections' },
  about: {
    vi: 'Mọi số liệu đã nêu lại sau khiếu nại: trước, sau, vì sao. Các bảng khác đã tính theo đó.',
    en: 'Every figure restated after a challenge: before, after, why. The other tables follow them.',
  },
  primaryKey: ['correction_id'],
  fields: [
    {
      name: 'correction_id',
      type: 'string',
      about: { vi: 'Mã đính chính', en: 'Id of the correction' },
      cell: ({ id }) => id,
    },
    {
      name: 'made_at',
      type: 'datetime',
      about: { vi: 'Lúc đính chính', en: 'When it was made' },
      cell: ({ madeAt }) => madeAt,
    },
    {
      name: 'item_id',
      type: 'string',
      about: { vi: 'Mã của tin', en: 'Id of the item' },
      cell: ({ itemId }) => itemId,
    },
    {
      name: 'person_id',
      type: 'string',
      about: {
        vi: 'Người không phải được nhắc trong tin',
        en: 'Person who is not meant in the item',
      },
      cell: ({ personId }) => personId,
    },
    {
      name: 'to_person_id',
      type: 'string',
      about: {
        vi: 'Người thật sự được nhắc; trống nếu không có ai trong danh bạ',
        en: 'Person who is meant; empty where nobody of the register is',
      },
      cell: ({ toPersonId }) => toPersonId,
    },
    {
      name: 'period_from',
      type: 'date',
      about: { vi: 'Ngày đầu của số liệu', en: 'First day of the figure' },
      cell: ({ query }) => query.period.from,
    },
    {
      name: 'period_to',
      type: 'date',
      about: { vi: 'Ngày cuối của số liệu', en: 'Last day of the figure' },
      cell: ({ query }) => query.period.to,
    },
    {
      name: 'items_before',
      type: 'integer',
      about: { vi: 'Số tin trước đính chính', en: 'Items before' },
      cell: ({ before }) => before,
    },
    {
      name: 'items_after',
      type: 'integer',
      about: { vi: 'Số tin sau đính chính', en: 'Items after' },
      cell: ({ after }) => after,
    },
    {
      name: 'why',
      type: 'string',
      about: { vi: 'Lý do công khai', en: 'The public reason' },
      cell: ({ why }) => why,
    },
  ],
  rows: restated,
});
