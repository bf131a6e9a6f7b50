import { loadRegister } from '../../../db/index.ts';
import type { Register, Term } from '../../domain/index.ts';
import { type ExportSource, plainTable } from './table.ts';

interface Row {
  readonly term: Term;
  readonly register: Register;
}

async function* termRows({ db, query }: ExportSource): AsyncGenerator<Row> {
  const register = await loadRegister(db, { demo: query.demo });
  for (const term of register.terms) yield { term, register };
}

function named(list: readonly { readonly id: string; readonly name: string }[], id: string) {
  return list.find((row) => row.id === id)?.name ?? id;
}

/** terms: who held or stood for which post, with the source. */
export const termsTable = plainTable<Row>({
  name: 'terms',
  title: { vi: 'Nhiệm kỳ', en: 'Terms of office' },
  about: {
    vi: 'Ai giữ hoặc ứng cử chức vụ nào, từ khi nào đến khi nào, theo nguồn nào.',
    en: 'Who held or stood for which post, from when until when, by which source.',
  },
  primaryKey: ['term_id'],
  fields: [
    {
      name: 'term_id',
      type: 'string',
      about: { vi: 'Mã nhiệm kỳ', en: 'Id of the term' },
      cell: ({ term }) => term.id,
    },
    {
      name: 'person_id',
      type: 'string',
      about: { vi: 'Mã của người', en: 'Id of the person' },
      cell: ({ term }) => term.person,
    },
    {
      name: 'name',
      type: 'string',
      about: { vi: 'Họ tên', en: 'Full name' },
      cell: ({ term, register }) => named(register.persons, term.person),
    },
    {
      name: 'post',
      type: 'string',
      about: { vi: 'Chức vụ', en: 'Post' },
      cell: ({ term, register }) =>
        register.posts.find(({ id }) => id === term.post)?.label ?? term.post,
    },
    {
      name: 'kind',
      type: 'string',
      about: { vi: 'Tư cách', en: 'holder, acting or candidate' },
      cell: ({ term }) => term.kind,
    },
    {
      name: 'from',
      type: 'string',
      about: { vi: 'Từ; có thể chỉ đến tháng hoặc năm', en: 'From; may be a month or a year only' },
      cell: ({ term }) => term.from,
    },
    {
      name: 'until',
      type: 'string',
      about: { vi: 'Đến hết; trống là đến nay', en: 'Until, inclusive; empty = to this day' },
      cell: ({ term }) => term.until,
    },
    {
      name: 'source',
      type: 'string',
      about: { vi: 'Nguồn', en: 'Source' },
      cell: ({ term }) => term.source,
    },
    {
      name: 'checked',
      type: 'boolean',
      about: { vi: 'Đã kiểm chứng', en: 'Somebody checked the source' },
      cell: ({ term }) => term.checked,
    },
  ],
  rows: termRows,
});
