import { AdminFrame } from '../components/admin-frame.tsx';
import { type FormSetting, PostForm, SendButton, TextArea } from '../components/form.tsx';

/** An outlet's file: all that can be said of it, checked before it is kept. */
export function AdminOutletFilePage(props: {
  readonly setting: FormSetting;
  readonly outletId: string;
  readonly text: string;
  readonly outcome: string | null;
}) {
  const { setting, outletId, text, outcome } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.outlets.fileTitle" outcome={outcome}>
      <p className="actions">
        <a href={view.href('/admin/outlets')}>{t('admin.outlets')}</a>
        <code>{outletId}.yaml</code>
      </p>
      <p>{t('admin.outlets.fileNote')}</p>
      <PostForm
        setting={setting}
        action={`/admin/outlets/${outletId}/file`}
        className="plain-form file-form"
      >
        <TextArea view={view} name="text" label="admin.outlets.fileText" value={text} rows={24} />
        <SendButton view={view} label="admin.outlets.fileDo" />
      </PostForm>
      <section>
        <h2>{t('admin.outlets.fileLines')}</h2>
        <pre className="command-lines">{t('admin.outlets.fileExamples')}</pre>
      </section>
    </AdminFrame>
  );
}
