import type { PersonFigures } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { PersonLink } from './person-name.tsx';

function columnsOf(view: View): Column<PersonFigures>[] {
  const { t, formats } = view;
  const share = (key: string, label: string, part: (person: PersonFigures) => number | null) => ({
    key,
    label,
    numeric: true,
    cell: (person: PersonFigures) => {
      const value = part(person);
      return value === null ? t('coverage.unknown') : formats.percent(value);
    },
  });
  return [
    {
      key: 'name',
      label: t('table.person'),
      cell: (person) => <PersonLink view={view} personId={person.personId} name={person.name} />,
    },
    share('share', t('table.share'), (person) => person.shareOfCoverage),
    share('words', t('frontPage.wordShare'), (person) => person.wordShare),
    share('frontPage', t('frontPage.hours'), ({ frontPage }) => frontPage?.share ?? null),
    {
      key: 'composite',
      label: t('frontPage.composite'),
      hint: t('frontPage.compositeHint'),
      numeric: true,
      cell: ({ composite }) =>
        composite ? (
          <>
            <span className="figure">{formats.percent(composite.value)}</span>{' '}
            <span className="beside">
              {formats.range(formats.percent(composite.low), formats.percent(composite.high))}
            </span>
          </>
        ) : (
          t('coverage.unknown')
        ),
    },
  ];
}

/**
 * The composite of every person at one outlet beside its three parts; nothing where it is undefined
 * for all.
 */
export function CompositeTable(props: {
  readonly view: View;
  readonly persons: readonly PersonFigures[];
  readonly outletId: string;
}) {
  const { view, persons, outletId } = props;
  const { t } = view;
  if (!persons.some((person) => person.composite)) return null;
  const rows = persons.toSorted(
    (one, other) => (other.composite?.value ?? -1) - (one.composite?.value ?? -1),
  );
  return (
    <section aria-labelledby="composite-heading">
      <h2 id="composite-heading">{t('frontPage.composite')}</h2>
      <DataTable
        view={view}
        id="composite"
        caption={t('frontPage.compositeCaption')}
        columns={columnsOf(view)}
        rows={rows}
        rowKey={(person) => person.personId}
      />
      <p className="table-note">
        {t('frontPage.compositeNote')}{' '}
        <ChallengeLink view={view} about={{ outletId, figure: 'composite' }} />
      </p>
    </section>
  );
}
