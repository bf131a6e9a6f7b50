import type { OperationsStatus, Slot, TimetableLine } from '../../domain/index.ts';
import { ruleWords } from '../charts.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { AlarmList } from '../components/alarm-list.tsx';
import { Layout } from '../components/layout.tsx';
import { jobNames, slotResultText, stateNames } from '../components/slot-result.tsx';
import type { View } from '../view.ts';

export interface OperationsModel {
  readonly status: OperationsStatus;
  readonly now: Date;
  /** The reader has given the operator's token. */
  readonly isOperator: boolean;
  /** Id of the slot a button has just queued. */
  readonly asked: string | null;
  /** The token was wrong. */
  readonly refused: boolean;
  /** Commands in a text as they are typed on the machine that serves the page. */
  readonly asTyped: (text: string) => string;
}

function LastCell({ view, line }: { readonly view: View; readonly line: TimetableLine }) {
  const { t, formats } = view;
  const { last } = line;
  if (last === null) return <span className="quiet">{t('operations.never')}</span>;
  const at = last.finishedAt ?? last.startedAt ?? last.dueAt;
  return (
    <>
      <strong>{t(stateNames[last.state])}</strong>{' '}
      <span className="quiet">{formats.instant(at, line.timeZone)}</span>
      <br />
      {slotResultText(view, last)}
    </>
  );
}

function RunButton({ view, line }: { readonly view: View; readonly line: TimetableLine }) {
  const { t } = view;
  const name = t(jobNames[line.kind]);
  const label = line.outletName === null ? name : `${name}, ${line.outletName}`;
  return (
    <form method="post" action="/operations/run">
      <input type="hidden" name="kind" value={line.kind} />
      <input type="hidden" name="target" value={line.target} />
      <button type="submit" aria-label={`${t('operations.run')}: ${label}`}>
        {t('operations.run')}
      </button>
    </form>
  );
}

function timetableColumns(view: View, isOperator: boolean): Column<TimetableLine>[] {
  const { t, formats } = view;
  const columns: Column<TimetableLine>[] = [
    {
      key: 'job',
      label: t('operations.job'),
      cell: ({ kind, outletName }) => (
        <>
          {t(jobNames[kind])}
          {outletName === null ? null : <span className="quiet"> {outletName}</span>}
        </>
      ),
    },
    {
      key: 'rule',
      label: t('operations.rule'),
      wrap: true,
      cell: ({ rule, timeZone }) => (
        <>
          {ruleWords(rule)[view.language]} <span className="quiet unbroken">{timeZone}</span>
        </>
      ),
    },
    {
      key: 'last',
      label: t('operations.last'),
      wrap: true,
      cell: (line) => <LastCell view={view} line={line} />,
    },
    {
      key: 'next',
      label: t('operations.next'),
      broad: true,
      cell: ({ nextAt, timeZone }) => (nextAt === null ? '–' : formats.instant(nextAt, timeZone)),
    },
  ];
  if (!isOperator) return columns;
  const run: Column<TimetableLine> = {
    key: 'run',
    label: t('operations.button'),
    cell: (line) => <RunButton view={view} line={line} />,
  };
  return [...columns, run];
}

function recentColumns(view: View, names: ReadonlyMap<string, string>): Column<Slot>[] {
  const { t } = view;
  return [
    {
      key: 'due',
      label: t('operations.due'),
      broad: true,
      cell: ({ dueAt, manual }) => (
        <>
          {view.moment(dueAt)}
          {manual ? <span className="quiet"> {t('operations.manual')}</span> : null}
        </>
      ),
    },
    {
      key: 'job',
      label: t('operations.job'),
      cell: ({ kind, target }) => (
        <>
          {t(jobNames[kind])} <span className="quiet">{names.get(target) ?? target}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: t('operations.state'),
      cell: ({ state }) => t(stateNames[state]),
    },
    {
      key: 'result',
      label: t('operations.result'),
      wrap: true,
      cell: (slot) => slotResultText(view, slot),
    },
  ];
}

function OperatorForm({ view, model }: { readonly view: View; readonly model: OperationsModel }) {
  const { t } = view;
  return (
    <section aria-labelledby="operator-heading">
      <h2 id="operator-heading">{t('operations.operator')}</h2>
      <p>
        {t('operations.operatorText')} <code>{model.asTyped('column-inches jobs --token')}</code>
      </p>
      {model.refused ? <p role="alert">{t('operations.refused')}</p> : null}
      <form method="post" action="/operations/operator" className="long-form">
        <label>
          {t('operations.token')}{' '}
          <input type="password" name="token" autoComplete="current-password" required />
        </label>{' '}
        <button type="submit">{t('operations.unlock')}</button>
      </form>
    </section>
  );
}

/** The first thing that a person should know. */
function headline(
  { t, world }: View,
  state: { lines: number; failed: number; workers: number; open: number },
): string {
  const { lines, failed, workers, open } = state;
  if (lines === 0) return t('operations.empty');
  if (failed > 0) return t('operations.failing', { failed, lines });
  if (workers === 0) return t(world.demo ? 'operations.example' : 'operations.standsStill');
  return open > 0 ? t('operations.wellButAlarms', { n: open }) : t('operations.well');
}

function Lead({ view, model }: { readonly view: View; readonly model: OperationsModel }) {
  const { t } = view;
  const { lines, workers, alarms } = model.status;
  const open = alarms.filter(({ resolvedAt }) => resolvedAt === null).length;
  const failed = lines.filter(({ last }) => last?.state === 'failed').length;
  const seen = workers.filter(({ seenAt }) => model.now.getTime() - Date.parse(seenAt) < 60_000);
  const nobody = view.world.demo ? 'operations.exampleNote' : 'operations.noWorker';
  return (
    <header className="finding">
      <h1>{headline(view, { lines: lines.length, failed, workers: seen.length, open })}</h1>
      <p className="lead">
        {seen.length === 0 ? model.asTyped(t(nobody)) : t('operations.workers', { n: seen.length })}
      </p>
      {open === 0 ? null : (
        <p>
          <a href="#alarms-heading">{t('operations.openAlarms', { n: open })}</a>
        </p>
      )}
      {model.asked === null ? null : <p role="status">{t('operations.asked')}</p>}
    </header>
  );
}

/** `/operations`: what runs by itself, its results, what comes next. */
export function OperationsPage(props: { readonly view: View; readonly model: OperationsModel }) {
  const { view, model } = props;
  const { t } = view;
  const { lines, recent } = model.status;
  const names = new Map(lines.map(({ target, outletName }) => [target, outletName ?? '']));
  return (
    <Layout view={view} title={t('operations.title')} methodVersion={null} hasForm>
      <Lead view={view} model={model} />
      <AlarmList view={view} alarms={model.status.alarms} asTyped={model.asTyped} />
      <section aria-labelledby="timetable-heading">
        <h2 id="timetable-heading">{t('operations.timetable')}</h2>
        <p className="quiet">{t('operations.timetableNote')}</p>
        <DataTable
          view={view}
          id="timetable"
          caption={t('operations.timetable')}
          columns={timetableColumns(view, model.isOperator)}
          rows={lines}
          rowKey={({ kind, target }) => `${kind} ${target}`}
        />
      </section>
      <section aria-labelledby="recent-heading">
        <h2 id="recent-heading">{t('operations.recent')}</h2>
        {recent.length === 0 ? (
          <p>{t('operations.noRecent')}</p>
        ) : (
          <DataTable
            view={view}
            id="recent"
            caption={t('operations.recent')}
            columns={recentColumns(view, names)}
            rows={recent}
            rowKey={({ id }) => id}
          />
        )}
      </section>
      {model.isOperator ? null : <OperatorForm view={view} model={model} />}
    </Layout>
  );
}
