import type {
  ExportState,
  RecomputeState,
  RetentionRun,
  RetentionState,
} from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { Background } from '../components/background.tsx';
import { DataTable } from '../components/data-table.tsx';
import {
  CheckField,
  DayFields,
  type FormSetting,
  OutletChoice,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { writeSize } from '../components/size.ts';
import type { View } from '../view.ts';

export interface AdminUpkeepModel {
  readonly outcome: string | null;
  readonly retention: RetentionState;
  readonly recompute: RecomputeState;
  readonly exported: ExportState;
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
      {(['pages', 'pictures'] as const).map((name) => (
        <TextField
          key={name}
          view={view}
          name={name}
          type="number"
          label={`admin.upkeep.${name}`}
          value={String(days[`${name}Days`] ?? '')}
          hint={t('admin.upkeep.daysHint')}
          optional
        />
      ))}
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
          label: t('admin.upkeep.size'),
          numeric: true,
          cell: ({ megabytes }) => writeSize(view, megabytes * 1e6),
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
        {t('admin.upkeep.due', { count: due.count, size: writeSize(view, due.megabytes * 1e6) })}{' '}
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
  const { t } = view;
  return (
    <section>
      <h2>{t('admin.upkeep.recompute')}</h2>
      <p>{t('admin.upkeep.recomputeNote')}</p>
      <Background
        view={view}
        state={model.recompute}
        timeZone={model.timeZone}
        path="/admin/upkeep"
        told={(result) => t('admin.upkeep.recomputed', { ...result })}
      >
        <PostForm setting={setting} action="/admin/upkeep/recompute">
          <OutletChoice view={view} outlets={model.outlets} />
          <SendButton view={view} label="admin.upkeep.recomputeDo" />
        </PostForm>
      </Background>
    </section>
  );
}

function KeepExport({ setting, model }: Props) {
  const { view } = setting;
  const { t, world } = view;
  return (
    <section>
      <h2>{t('admin.upkeep.export')}</h2>
      <p>{t('admin.upkeep.exportNote')}</p>
      <Background
        view={view}
        state={model.exported}
        timeZone={model.timeZone}
        path="/admin/upkeep"
        told={({ hash }) => (
          <a href={view.href(`/data/exports/${hash}`)}>/data/exports/{hash.slice(0, 12)}…</a>
        )}
      >
        <PostForm setting={setting} action="/admin/upkeep/export">
          <DayFields view={view} period={world.period} />
          <SendButton view={view} label="admin.upkeep.exportDo" />
        </PostForm>
      </Background>
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
      <KeepExport setting={setting} model={model} />
      <section>
        <h2>{t('admin.upkeep.archive')}</h2>
        <p>{t('admin.upkeep.archiveNote')}</p>
        <PostForm setting={setting} action="/admin/upkeep/archive">
          <OutletChoice view={view} outlets={model.outlets} />
          <DayFields view={view} />
          <SendButton view={view} label="admin.upkeep.archiveDo" />
        </PostForm>
      </section>
    </AdminFrame>
  );
}
