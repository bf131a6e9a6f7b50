import {
  type ExportFormat,
  exportFormats,
  type ExportRecord,
  type ExportTable,
} from '../../domain/index.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { Layout } from '../components/layout.tsx';
import { EmptyState } from '../components/states.tsx';
import type { View } from '../view.ts';

export interface DataPageModel {
  readonly tables: readonly ExportTable[];
  readonly exports: readonly ExportRecord[];
  readonly outlets: readonly { readonly outletId: string; readonly name: string }[];
  /** Of a frame that shows the whole chart, pixels. */
  readonly embedHeight: number;
  /** Where readers reach these pages, for what is pasted elsewhere. */
  readonly origin: string;
}

const formatNames: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV',
  json: 'JSON',
  parquet: 'Parquet',
};

/** Each table of the chosen period as it is now. */
function Tables({
  view,
  tables,
}: {
  readonly view: View;
  readonly tables: DataPageModel['tables'];
}) {
  const { t, language } = view;
  const columns: Column<ExportTable>[] = [
    {
      key: 'table',
      label: t('data.table'),
      wrap: true,
      cell: (table) => (
        <>
          {table.title[language]} <code>{table.name}</code>
          <span className="quiet">{table.about[language]}</span>
        </>
      ),
    },
    {
      key: 'files',
      label: t('data.files'),
      wrap: true,
      cell: (table) => (
        <span className="downloads">
          {exportFormats.map((format) => (
            <a key={format} href={view.href(`/data/${table.name}.${format}`)} download>
              {formatNames[format]}
              <span className="hidden"> {table.title[language]}</span>
            </a>
          ))}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      view={view}
      id="tables"
      caption={t('data.tablesCaption')}
      columns={columns}
      rows={tables}
      rowKey={(table) => table.name}
    />
  );
}

function Kept({
  view,
  exports,
}: {
  readonly view: View;
  readonly exports: readonly ExportRecord[];
}) {
  const { t, formats } = view;
  if (exports.length === 0)
    return (
      <>
        <p>{t('data.noExports')}</p>
        <pre>
          <code>npm run cli -- export</code>
        </pre>
      </>
    );
  const columns: Column<ExportRecord>[] = [
    {
      key: 'period',
      label: t('data.period'),
      cell: ({ hash, query: { period } }) => (
        <a href={view.href(`/data/exports/${hash}`)}>{formats.period(period.from, period.to)}</a>
      ),
    },
    {
      key: 'made',
      label: t('data.made'),
      broad: true,
      cell: ({ createdAt }) => view.moment(createdAt),
    },
    { key: 'method', label: t('data.method'), cell: ({ methodVersion }) => methodVersion },
    {
      key: 'hash',
      label: t('data.hash'),
      cell: ({ hash }) => <code>{hash.slice(0, 12)}…</code>,
    },
  ];
  return (
    <DataTable
      view={view}
      id="exports"
      caption={t('data.exports')}
      columns={columns}
      rows={exports}
      rowKey={({ hash }) => hash}
    />
  );
}

/** What is pasted into another page to show the chart of shares there, of the chosen period. */
function Embed({ view, model }: { readonly view: View; readonly model: DataPageModel }) {
  const { t, period, language } = view;
  if (period === null) return null;
  const pinned = { from: period.from, to: period.to, lang: language };
  const address = `${model.origin}${view.href('/embed/share-of-coverage', pinned)}`;
  const title = t('overview.shareTitle');
  return (
    <>
      <p>{t('data.embedText')}</p>
      <pre className="to-paste">
        <code>{`<iframe src="${address}" title="${title}" width="100%" height="${model.embedHeight}"></iframe>`}</code>
      </pre>
      <p>
        <a href={view.href('/embed/share-of-coverage', pinned)}>{t('data.embedPage')}</a> ·{' '}
        <a href={view.href('/charts/share-of-coverage.svg', pinned)}>{t('data.embedPicture')}</a>
      </p>
    </>
  );
}

/** `/data`: every table behind the figures to take away, and the exports kept to be cited. */
export function DataPage(props: { readonly view: View; readonly model: DataPageModel }) {
  const { view, model } = props;
  const { t, period, formats } = view;
  return (
    <Layout view={view} title={t('data.title')} methodVersion={null}>
      <FilterLine view={view} outlets={model.outlets} />
      {period === null ? (
        <EmptyState view={view} />
      ) : (
        <>
          <header className="finding">
            <h1>{t('data.heading')}</h1>
            <p className="lead">{t('data.lead')}</p>
          </header>
          <section aria-labelledby="tables-heading">
            <h2 id="tables-heading">
              {t('data.now', { period: formats.period(period.from, period.to) })}
            </h2>
            <p className="quiet">{t('data.nowNote')}</p>
            <Tables view={view} tables={model.tables} />
            <p className="quiet">{t('data.notHere')}</p>
          </section>
          <section aria-labelledby="exports-heading">
            <h2 id="exports-heading">{t('data.exports')}</h2>
            <p className="quiet">{t('data.exportsNote')}</p>
            <Kept view={view} exports={model.exports} />
          </section>
          <section aria-labelledby="embed-heading">
            <h2 id="embed-heading">{t('data.embed')}</h2>
            <Embed view={view} model={model} />
          </section>
          <section aria-labelledby="api-heading">
            <h2 id="api-heading">{t('data.api')}</h2>
            <p>
              {t('data.apiText')} <a href="/api/openapi.json">/api/openapi.json</a>
            </p>
          </section>
        </>
      )}
    </Layout>
  );
}
