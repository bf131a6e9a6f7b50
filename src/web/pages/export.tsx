import { dayIn, type ExportFile, type ExportRecord, type ExportTable } from '../../domain/index.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Layout } from '../components/layout.tsx';
import { writeSize } from '../components/size.ts';
import type { View } from '../view.ts';

function fileColumns(view: View, props: Props): Column<ExportFile>[] {
  const { t, formats, language } = view;
  const titles = new Map(props.tables.map((table) => [table.name, table.title[language]]));
  return [
    {
      key: 'file',
      label: t('data.file'),
      cell: ({ path }) => (
        <>
          <a href={`/data/exports/${props.record.hash}/${path}`} download>
            {path}
          </a>
          <span className="quiet">{titles.get(path.replace(/\.\w+$/, ''))}</span>
        </>
      ),
    },
    {
      key: 'rows',
      label: t('data.rows'),
      numeric: true,
      cell: ({ rows }) => formats.count(rows),
    },
    {
      key: 'size',
      label: t('data.size'),
      numeric: true,
      cell: ({ sizeBytes }) => writeSize(view, sizeBytes),
    },
    {
      key: 'sha',
      label: 'SHA-256',
      wrap: true,
      cell: ({ sha256 }) => <code>{sha256}</code>,
    },
  ];
}

interface Props {
  readonly view: View;
  readonly record: ExportRecord;
  readonly tables: readonly ExportTable[];
  /** Where readers reach these pages. */
  readonly origin: string;
}

/** `/data/exports/:hash`: one kept export, how to cite it, its files with their hashes. */
export function ExportPage(props: Props) {
  const { view, record } = props;
  const { t, formats } = view;
  const { period, demo, outlets } = record.query;
  const range = formats.period(period.from, period.to);
  const path = `/data/exports/${record.hash}`;
  return (
    <Layout view={view} title={t('data.exportTitle')} methodVersion={record.methodVersion}>
      <header className="finding finding-item">
        <h1>{t('data.exportHeading', { period: range })}</h1>
        <p className="lead">
          {t('data.exportLead', {
            made: view.moment(record.createdAt),
            method: record.methodVersion,
          })}{' '}
          {outlets === null ? t('data.allOutlets') : outlets.join(', ')}
        </p>
      </header>
      {demo ? <p className="note">{t('data.fiction')}</p> : null}
      <section aria-labelledby="cite-heading">
        <h2 id="cite-heading">{t('data.cite')}</h2>
        <blockquote className="citation">
          {t('data.citation', {
            period: range,
            method: record.methodVersion,
            year: dayIn(view.timeZone, new Date(record.createdAt)).slice(0, 4),
            hash: record.hash,
            // A citation is read far from this site.
            path: `${props.origin}${path}`,
          })}
        </blockquote>
        <p className="quiet">{t('data.citeNote')}</p>
      </section>
      <section aria-labelledby="files-heading">
        <h2 id="files-heading">{t('data.files')}</h2>
        <p>
          <a href={`${path}/datapackage.json`} download>
            datapackage.json
          </a>{' '}
          <span className="quiet">{t('data.packageNote')}</span>
        </p>
        <DataTable
          view={view}
          id="files"
          caption={t('data.files')}
          columns={fileColumns(view, props)}
          rows={record.files}
          rowKey={(file) => file.path}
        />
      </section>
    </Layout>
  );
}
