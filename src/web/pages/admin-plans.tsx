import type { Plan } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import {
  ChoiceField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';

/** Seal a monitoring plan, and note what was done otherwise than planned. */
export function AdminPlansPage(props: {
  readonly setting: FormSetting;
  readonly model: { readonly outcome: string | null; readonly plans: readonly Plan[] };
}) {
  const { setting, model } = props;
  const { view } = setting;
  const { t, formats } = view;
  return (
    <AdminFrame view={view} title="admin.plans" outcome={model.outcome}>
      <p>{t('plan.lead')}</p>
      <ul className="plain-list">
        {model.plans.map(({ hash, content, deviations }) => (
          <li key={hash}>
            <a href={view.href(`/plans/${hash}`)}>{content.title}</a>{' '}
            <span className="quiet">
              {formats.period(content.period.from, content.period.to)} ·{' '}
              {t('admin.plans.deviations', { count: deviations.length })}
            </span>
          </li>
        ))}
      </ul>
      <section>
        <h2>{t('admin.plans.seal')}</h2>
        <p>{t('admin.plans.sealNote')}</p>
        <PostForm setting={setting} action="/admin/plans/seal">
          <TextField view={view} name="title" label="plan.title" />
          <TextField view={view} name="from" type="date" label="filter.from" />
          <TextField view={view} name="to" type="date" label="person.until" />
          <SendButton view={view} label="admin.plans.sealDo" />
        </PostForm>
      </section>
      {model.plans.length === 0 ? null : (
        <section>
          <h2>{t('admin.plans.note')}</h2>
          <p>{t('admin.plans.noteNote')}</p>
          <PostForm setting={setting} action="/admin/plans/note">
            <ChoiceField
              view={view}
              name="hash"
              label="plan.title"
              choices={model.plans.map(({ hash, content }) => ({
                value: hash,
                label: content.title,
              }))}
              value={model.plans[0]?.hash ?? ''}
            />
            <TextField view={view} name="what" label="admin.plans.what" />
            <SendButton view={view} label="admin.plans.noteDo" />
          </PostForm>
        </section>
      )}
    </AdminFrame>
  );
}
