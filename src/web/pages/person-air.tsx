import type { PersonReport, PersonReports } from '../../domain/index.ts';
import { airMediumNames, clockText } from '../components/air-time.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { Paging } from '../components/item-table.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink } from '../components/person-name.tsx';
import { StaleNote } from '../components/states.tsx';
import type { View } from '../view.ts';

export interface PersonAirModel {
  readonly reports: PersonReports;
  readonly methodVersion: string;
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}

function columns(view: View): Column<PersonReport>[] {
  const { t, formats } = view;
  return [
    {
      key: 'report',
      label: t('air.report'),
      wrap: true,
      cell: ({ bulletinId, title, language, outletName, day }) => (
        <>
          <a
            className="headline"
            lang={language}
            href={`${view.href(`/bulletins/${encodeURIComponent(bulletinId)}`)}#parts`}
          >
            {title}
          </a>
          <span className="quiet">
            {outletName} · {formats.weekday(day)} {formats.day(day)}
          </span>
        </>
      ),
    },
    {
      key: 'bulletin',
      label: t('air.bulletin'),
      wrap: true,
      cell: ({ bulletinTitle, language }) => <span lang={language}>{bulletinTitle}</span>,
    },
    {
      key: 'medium',
      label: t('air.kind'),
      cell: ({ medium }) => t(airMediumNames[medium]),
    },
    {
      key: 'about',
      label: t('air.row.length'),
      hint: t('air.minutesHint'),
      numeric: true,
      cell: ({ aboutSeconds }) => clockText(aboutSeconds),
    },
  ];
}

/** `/persons/:id/air`: the reports on air that the person's figures count, each in its bulletin. */
export function PersonAirPage(props: { readonly view: View; readonly model: PersonAirModel }) {
  const { view, model } = props;
  const { t, formats, period } = view;
  const { personId, name, counts, reports, cursor } = model.reports;
  const title = t('air.reportsTitle', { name: view.nameOf({ personId, name }) });
  return (
    <Layout view={view} title={title} methodVersion={model.methodVersion}>
      <FilterLine view={view} outlets={model.allOutlets} />
      <header className="finding finding-item">
        <h1>{title}</h1>
        <p className="lead">
          {counts.map(({ medium, reports: of }) => (
            <span key={medium}>
              {t(airMediumNames[medium])}: {t('air.reportsCount', { count: of })}.{' '}
            </span>
          ))}
          {t('air.reportsLead', {
            period: period === null ? '' : formats.period(period.from, period.to),
          })}
        </p>
        <p>
          <PersonLink view={view} personId={personId} name={name} />
        </p>
      </header>
      <StaleNote view={view} />
      {reports.length === 0 ? (
        <p id="items">{t('doubted.none')}</p>
      ) : (
        <DataTable
          view={view}
          id="items"
          caption={title}
          columns={columns(view)}
          rows={reports}
          rowKey={({ bulletinId, position }) => `${bulletinId} ${position}`}
        />
      )}
      <Paging view={view} cursor={cursor} />
      <p className="table-note">
        <ChallengeLink view={view} about={{ personId, figure: 'items' }} />
      </p>
    </Layout>
  );
}
