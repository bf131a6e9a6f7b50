import type { BackupState } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { Background } from '../components/background.tsx';
import { type FormSetting, PostForm, SendButton, TextField } from '../components/form.tsx';

export interface AdminBackupModel {
  readonly outcome: string | null;
  readonly backup: BackupState;
  readonly timeZone: string;
}

type Props = { readonly setting: FormSetting; readonly model: AdminBackupModel };

/** What lies in the folder, and the way to take it elsewhere. */
function Kept({ setting, model }: Props) {
  const { view } = setting;
  const { t, formats } = view;
  const { kept, runningSince } = model.backup;
  if (kept === null) return <p>{t('admin.backup.none')}</p>;
  const { madeAt, program, rows, pages, lost } = kept;
  return (
    <>
      <p>
        {t('admin.backup.kept', {
          at: formats.instant(madeAt, model.timeZone),
          program,
          rows,
          pages,
        })}{' '}
        {lost === 0 ? null : t('admin.backup.lost', { count: lost })}
      </p>
      {runningSince === null ? (
        <section>
          <h2>{t('admin.backup.download')}</h2>
          <p>{t('admin.backup.downloadNote')}</p>
          <PostForm setting={setting} action="/admin/backup/download">
            <TextField
              view={view}
              name="password"
              type="password"
              label="session.password"
              autoComplete="current-password"
            />
            <SendButton view={view} label="admin.backup.downloadDo" />
          </PostForm>
        </section>
      ) : null}
    </>
  );
}

/** A copy of everything, to be kept elsewhere; and how it is put back. */
export function AdminBackupPage({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { backup } = model;
  return (
    <AdminFrame view={view} title="admin.backup" outcome={model.outcome}>
      <p>{t('admin.backup.note')}</p>
      <p className="quiet">
        {t('admin.backup.folder')} <code className="link">{backup.folder}</code>
      </p>
      <Background
        view={view}
        state={backup}
        timeZone={model.timeZone}
        path="/admin/backup"
        told={() => (backup.kept?.lost === 0 ? t('admin.backup.whole') : null)}
      >
        <PostForm setting={setting} action="/admin/backup/make">
          <SendButton
            view={view}
            label={backup.kept === null ? 'admin.backup.do' : 'admin.backup.update'}
          />
        </PostForm>
      </Background>
      <Kept setting={setting} model={model} />
      <section>
        <h2>{t('admin.restore')}</h2>
        <p>{t('admin.restore.note')}</p>
        <pre className="command-lines">{backup.restoreLines.join('\n')}</pre>
        <p>{t('admin.restore.then')}</p>
      </section>
    </AdminFrame>
  );
}
