import type { AuditEntry } from '../../review/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { actionText, detailText } from '../review-words.ts';
import type { View } from '../view.ts';

/** What a line adds in numbers and words. */
function detailsOf(view: View, { details }: AuditEntry): string[] {
  if (typeof details !== 'object' || details === null) return [];
  const place = ([name]: [string, unknown]) => detailOrder.indexOf(name);
  return Object.entries(details)
    .filter(([, value]) => value !== '')
    .toSorted((one, other) => place(one) - place(other))
    .map(([name, value]) => detailText(view, name, value));
}

/** The database keeps names by their length; a period begins with its first day. */
const detailOrder = ['from', 'to', 'items', 'seed', 'opened'];

type TrailEntry = AuditEntry & { readonly id: string };

function trailColumns(view: View, timeZone: string): Column<TrailEntry>[] {
  const { t, formats } = view;
  return [
    {
      key: 'when',
      label: t('admin.when'),
      cell: ({ at }) => formats.instant(at.toISOString(), timeZone),
    },
    {
      key: 'who',
      label: t('admin.who'),
      cell: ({ userName, userId }) => userName ?? userId ?? t('admin.system'),
    },
    {
      key: 'what',
      label: t('admin.what'),
      wrap: true,
      cell: ({ action }) => actionText(view, action),
    },
    {
      key: 'on',
      label: t('admin.onWhat'),
      wrap: true,
      cell: (entry) => [entry.subject ?? '', ...detailsOf(view, entry)].filter(Boolean).join(' · '),
    },
  ];
}

/** Who did what, latest first. */
export function AdminTrailPage(props: {
  readonly view: View;
  readonly entries: readonly TrailEntry[];
  readonly timeZone: string;
}) {
  const { view, entries, timeZone } = props;
  const { t } = view;
  const last = entries.at(-1);
  return (
    <AdminFrame view={view} title="admin.trail" outcome={null}>
      <DataTable
        view={view}
        id="trail"
        caption={t('admin.trail')}
        columns={trailColumns(view, timeZone)}
        rows={entries}
        rowKey={({ id }) => id}
      />
      {last && entries.length === 100 ? (
        <p>
          <a href={view.href('/admin/trail', { before: last.id })}>{t('admin.older')}</a>
        </p>
      ) : null}
    </AdminFrame>
  );
}
