import type { Alarm } from '../../domain/index.ts';
import { alarmWords } from '../charts.ts';
import type { View } from '../view.ts';
import { type Column, DataTable } from './data-table.tsx';

type AsTyped = ((text: string) => string) | null;

function alarmColumns(view: View, asTyped: AsTyped): Column<Alarm>[] {
  const { t, language } = view;
  return [
    {
      key: 'since',
      label: t('operations.alarm.since'),
      cell: ({ raisedAt, resolvedAt }) => (
        <>
          {view.moment(raisedAt)}
          {resolvedAt === null ? null : (
            <span className="quiet">
              {' '}
              {t('operations.alarm.until', { at: view.moment(resolvedAt) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'outlet',
      label: t('table.outlet'),
      cell: ({ outletId, outletName }) => (
        <a href={view.href(`/outlets/${encodeURIComponent(outletId)}`, {})}>{outletName}</a>
      ),
    },
    {
      key: 'what',
      label: t(asTyped ? 'operations.alarm.what' : 'gaps.alarm.what'),
      wrap: true,
      cell: (alarm) => {
        const { name, seen, mend } = alarmWords(alarm);
        return (
          <>
            <strong>{name[language]}</strong>
            <br />
            {seen[language]}
            {asTyped && alarm.resolvedAt === null ? ` ${asTyped(mend[language])}` : null}
            {alarm.about === '' ? null : (
              <>
                <br />
                <span className="quiet">{alarm.about}</span>
              </>
            )}
          </>
        );
      },
    },
  ];
}

/**
 * Open alarms, then those that are over: what was seen and, for the operator, what to do on the
 * machine.
 */
export function AlarmList(props: {
  readonly view: View;
  readonly alarms: readonly Alarm[];
  /** How commands are typed there; null on pages for readers, who are told no mend. */
  readonly asTyped: AsTyped;
}) {
  const { view, alarms, asTyped } = props;
  const { t } = view;
  const open = alarms.filter(({ resolvedAt }) => resolvedAt === null);
  const over = alarms.filter(({ resolvedAt }) => resolvedAt !== null);
  const table = (id: string, caption: string, rows: readonly Alarm[]) => (
    <DataTable
      view={view}
      id={id}
      caption={caption}
      columns={alarmColumns(view, asTyped)}
      rows={rows}
      rowKey={(alarm) => alarm.id}
    />
  );
  return (
    <section aria-labelledby="alarms-heading">
      <h2 id="alarms-heading">{t('operations.alarms')}</h2>
      {asTyped ? null : <p>{t('gaps.alarms')}</p>}
      {open.length === 0 ? (
        <p>{t('operations.noAlarms')}</p>
      ) : (
        table('alarms', t('operations.alarms'), open)
      )}
      {over.length === 0 ? null : (
        <details>
          <summary>{t('operations.alarmsOver', { n: over.length })}</summary>
          {table('alarms-over', t('operations.alarmsOver', { n: over.length }), over)}
        </details>
      )}
    </section>
  );
}
