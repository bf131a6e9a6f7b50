import type { OfficeTerm } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import type { Column } from './data-table.tsx';

type TermRow = Omit<OfficeTerm, 'label' | 'postId'>;

const kindNames: Readonly<Record<TermRow['kind'], MessageKey>> = {
  holder: 'person.kind.holder',
  acting: 'person.kind.acting',
  candidate: 'person.kind.candidate',
};

/** A source is an address or a citation; only web addresses become links. */
function Source({ view, term }: { readonly view: View; readonly term: TermRow }) {
  if (term.source === null) return <span className="quiet">{view.t('person.sourceMissing')}</span>;
  if (!/^https?:\/\//.test(term.source)) return term.source;
  const { hostname } = new URL(term.source);
  return (
    <a href={term.source} rel="noopener external">
      {hostname.replace(/^www\./, '')}
    </a>
  );
}

/** Dates of office may be known only to the month or the year, and are written as known. */
export function partialDate(view: View, date: string | null, open: string): string {
  if (date === null) return open;
  if (date.length === 10) return view.formats.day(date);
  return date.length === 7 ? view.formats.monthYear(date) : date;
}

/** Capacity, dates and source of a term; what it is a term of stands before them. */
export function termColumns<Row extends TermRow>(view: View): Column<Row>[] {
  const { t } = view;
  return [
    { key: 'kind', label: t('person.kind'), cell: (term) => t(kindNames[term.kind]) },
    { key: 'from', label: t('person.from'), cell: (term) => partialDate(view, term.from, '–') },
    {
      key: 'until',
      label: t('person.until'),
      cell: (term) => partialDate(view, term.until, t('person.now')),
    },
    {
      key: 'source',
      label: t('person.source'),
      wrap: true,
      cell: (term) => <Source view={view} term={term} />,
    },
  ];
}
