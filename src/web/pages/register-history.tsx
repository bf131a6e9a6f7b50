import type { RegisterHistory, RegisterHistoryEntry } from '../../domain/index.ts';
import { Arrows } from '../components/arrows.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Layout } from '../components/layout.tsx';
import type { View } from '../view.ts';

const entityWords = {
  person: 'history.entity.person',
  post: 'history.entity.post',
  term: 'history.entity.term',
  organization: 'history.entity.organization',
  place: 'history.entity.place',
} as const;

const kindWords = { added: 'history.added', removed: 'history.removed' } as const;

function What({ view, entry }: { readonly view: View; readonly entry: RegisterHistoryEntry }) {
  const isPage = entry.entity === 'person' || entry.entity === 'post';
  const path = `/${entry.entity}s/${encodeURIComponent(entry.entityId)}`;
  const isHere = isPage && entry.kind !== 'removed';
  return (
    <>
      <span className="quiet">{view.t(entityWords[entry.entity])}</span>{' '}
      {isHere ? <a href={view.href(path)}>{entry.label}</a> : entry.label}
    </>
  );
}

function Change({ view, entry }: { readonly view: View; readonly entry: RegisterHistoryEntry }) {
  if (entry.kind !== 'changed') return <>{view.t(kindWords[entry.kind])}</>;
  return (
    <>
      {entry.fields.map(({ name, before, after }) => (
        <div key={name}>
          <code>{name}</code> {before} <Arrows text="→" /> {after}
        </div>
      ))}
    </>
  );
}

/** `/register/history`: who changed what in the register, when and why. */
export function RegisterHistoryPage(props: {
  readonly view: View;
  readonly history: RegisterHistory;
  readonly timeZone: string;
}) {
  const { view, history, timeZone } = props;
  const { t } = view;
  const title =
    history.subject === null ? t('history.title') : t('history.of', { name: history.subject });
  return (
    <Layout view={view} title={title} methodVersion={null}>
      <header className="finding">
        <h1>{title}</h1>
        <p className="lead">{t('history.lead')}</p>
      </header>
      {history.entries.length === 0 ? <p>{t('history.none')}</p> : null}
      {history.entries.length === 0 ? null : (
        <DataTable
          view={view}
          id="changes"
          caption={t('history.caption')}
          columns={[
            {
              key: 'when',
              label: t('history.when'),
              cell: (entry: RegisterHistoryEntry) => (
                <time dateTime={entry.changedAt}>
                  {view.formats.instant(entry.changedAt, timeZone)}
                </time>
              ),
            },
            {
              key: 'what',
              label: t('history.what'),
              wrap: true,
              cell: (entry: RegisterHistoryEntry) => <What view={view} entry={entry} />,
            },
            {
              key: 'change',
              label: t('history.change'),
              wrap: true,
              cell: (entry: RegisterHistoryEntry) => <Change view={view} entry={entry} />,
            },
            {
              key: 'who',
              label: t('history.who'),
              cell: ({ changedBy }: RegisterHistoryEntry) => changedBy ?? t('history.nobody'),
            },
            {
              key: 'why',
              label: t('history.why'),
              wrap: true,
              cell: ({ reason }: RegisterHistoryEntry) => reason ?? t('history.noReason'),
            },
          ]}
          rows={history.entries}
          rowKey={({ changedAt, entity, entityId }) => `${changedAt} ${entity} ${entityId}`}
        />
      )}
      {history.isCut ? <p className="quiet">{t('history.cut')}</p> : null}
    </Layout>
  );
}
