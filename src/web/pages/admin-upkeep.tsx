import type { RecomputeState, RetentionRun, RetentionState } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { DataTable } from '../components/data-table.tsx';
import {
  CheckField,
  ChoiceField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import type { View } from '../view.ts';

export interface AdminUpkeepModel {
  readonly outcome: string | null;
  readonly retention: RetentionState;
  readonly recompute: RecomputeState;
  readonly outlets: readonly { readonly value: string; readonly label: string }[];
  readonly timeZone: string;
}

type Props = { readonly setting: FormSetting; readonly model: AdminUpkeepModel };

const inWords = ({ t, formats }: View, days: number | null) =>
  days === null
    ? t('admin.upkeep.forEver')
    : t('admin.upkeep.days', { count: formats.count(days) });

function KeptDays({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { days, isFixed } = model.retention;
  if (isFixed) {
    return (
      <>
        <ul>
          <li>
            {t('admin.upkeep.pages')}: {inWords(view, days.pagesDays)}
          </li>
          <li>
            {t('admin.upkeep.pictures')}: {inWords(view, days.picturesDays)}
          </li>
        </ul>
        <p className="quiet">{t('admin.upkeep.fixed')}</p>
      </>
    );
  }
  return (
    <PostForm setting={setting} action="/admin/upkeep/retention">
      <TextField
        view={view}
        name="pages"
        type="number"
        label="admin.upkeep.pages"
        value={String(days.pagesDays ?? '')}
        hint={t('admin.upkeep.daysHint')}
        optional
      />
      <TextField
        view={view}
        name="pictures"
        type="number"
        label="admin.upkeep.pictures"
        value={String(days.picturesDays ?? '')}
        hint={t('admin.upkeep.daysHint')}
        optional
      />
      <SendButton view={view} label="admin.change" />
    </PostForm>
  );
}

function Runs(props: {
  readonly view: View;
  readonly runs: readonly RetentionRun[];
  readonly timeZone: string;
}) {
  const { view, runs, timeZone } = props;
  const { t, formats } = view;
  if (runs.length === 0) return <p className="quiet">{t('admin.upkeep.noRuns')}</p>;
  return (
    <DataTable
      view={view}
      id="runs"
      caption={t('admin.upkeep.log')}
      columns={[
        { key: 'at', label: t('admin.when'), cell: ({ at }) => formats.instant(at, timeZone) },
        { key: 'by', label: t('admin.who'), cell: ({ by }) => by ?? t('admin.upkeep.timetable') },
        {
          key: 'given',
          label: t('admin.upkeep.givenUp'),
          numeric: true,
          cell: ({ givenUp }) => formats.count(givenUp),
        },
        {
          key: 'size',
          label: 'MB',
          numeric: true,
          cell: ({ megabytes }) => formats.count(megabytes),
        },
        {
          key: 'gone',
          label: t('admin.upkeep.gone'),
          numeric: true,
          cell: ({ cleared }) => formats.count(cleared),
        },
      ]}
      rows={runs}
      rowKey={({ at }) => at}
    />
  );
}

function Retention({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { due, waiting, runs } = model.retention;
  return (
    <section>
      <h2>{t('admin.upkeep.retention')}</h2>
      <p>{t('admin.upkeep.retentionNote')}</p>
      <KeptDays setting={setting} model={model} />
      <p>
        {t('admin.upkeep.due', { count: due.count, megabytes: due.megabytes })}{' '}
        {waiting === 0 ? null : t('admin.upkeep.waiting', { count: waiting })}
      </p>
      {due.count + waiting === 0 ? null : (
        <PostForm setting={setting} action="/admin/upkeep/retention/run">
          <CheckField view={view} name="sure" label="admin.upkeep.sure" />
          <SendButton view={view} label="admin.upkeep.run" />
        </PostForm>
      )}
      <Runs view={view} runs={runs} timeZone={model.timeZone} />
    </section>
  );
}

function Recompute({ setting, model }: Props) {
  const { view } = setting;
  const { t, formats } = view;
  const { runningSince, pagesSoFar, last } = model.recompute;
  const at = (instant: string) => formats.instant(instant, model.timeZone);
  return (
    <section>
      <h2>{t('admin.upkeep.recompute')}</h2>
      <p>{t('admin.upkeep.recomputeNote')}</p>
      {last === null ? null : (
        <p role="status">
          {last.problem === null
            ? t('admin.upkeep.lastRecompute', {
                at: at(last.endedAt),
                pages: last.pages,
                failed: last.failed,
                gone: last.gone,
              })
            : last.problem[view.language]}
        </p>
      )}
      {runningSince === null ? (
        <PostForm setting={setting} action="/admin/upkeep/recompute">
          <ChoiceField
            view={view}
            name="outlet"
            label="admin.upkeep.which"
            choices={model.outlets}
            value=""
            empty={t('admin.upkeep.all')}
          />
          <SendButton view={view} label="admin.upkeep.recomputeDo" />
        </PostForm>
      ) : (
        <p role="status">
          {t('admin.upkeep.running', { at: at(runningSince), pages: pagesSoFar })}{' '}
          <a href={view.href('/admin/upkeep')}>{t('admin.upkeep.again')}</a>
        </p>
      )}
    </section>
  );
}

/** What is kept for how long, reading it again, and taking it out. */
export function AdminUpkeepPage({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.upkeep" outcome={model.outcome}>
      <Retention setting={setting} model={model} />
      <Recompute setting={setting} model={model} />
      <section>
        <h2>{t('admin.upkeep.archive')}</h2>
        <p>{t('admin.upkeep.archiveNote')}</p>
        <PostForm setting={setting} action="/admin/upkeep/archive">
          <ChoiceField
            view={view}
            name="outlet"
            label="admin.upkeep.which"
            choices={model.outlets}
            value=""
            empty={t('admin.upkeep.all')}
          />
          <TextField view={view} name="from" type="date" label="filter.from" optional />
          <TextField view={view} name="to" type="date" label="filter.to" optional />
          <SendButton view={view} label="admin.upkeep.archiveDo" />
        </PostForm>
      </section>
    </AdminFrame>
  );
}
