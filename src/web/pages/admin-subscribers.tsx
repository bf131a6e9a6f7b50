import type { SubscriberCount } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { DataTable } from '../components/data-table.tsx';
import {
  ChoiceField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { ImportForm } from '../components/import-form.tsx';
import { subscriberStates } from '../review-words.ts';
import type { View } from '../view.ts';

export interface AdminSubscribersModel {
  readonly counts: readonly SubscriberCount[];
  /** Whether a mail server is set. */
  readonly sendsMail: boolean;
  readonly outcome: string | null;
  readonly preview: { readonly subject: string; readonly text: string } | null;
}

type Props = { readonly setting: FormSetting; readonly model: AdminSubscribersModel };

function Counts({
  view,
  counts,
}: {
  readonly view: View;
  readonly counts: readonly SubscriberCount[];
}) {
  const { t, formats } = view;
  return (
    <DataTable
      view={view}
      narrow
      id="counts"
      caption={t('admin.subscribers')}
      columns={[
        {
          key: 'state',
          label: t('admin.subscribers.state'),
          cell: ({ state }) => t(subscriberStates[state]),
        },
        {
          key: 'language',
          label: t('admin.subscribers.language'),
          cell: ({ language }) => (language === 'vi' ? 'Tiếng Việt' : 'English'),
        },
        {
          key: 'count',
          label: t('admin.subscribers.count'),
          numeric: true,
          cell: ({ count }) => formats.count(count),
        },
      ]}
      rows={counts}
      rowKey={({ state, language }) => `${state} ${language}`}
    />
  );
}

const languageChoices = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
];

function LanguageField({ view }: { readonly view: View }) {
  return (
    <ChoiceField
      view={view}
      name="language"
      label="admin.subscribers.language"
      choices={languageChoices}
      value={view.language}
    />
  );
}

/** The letter of a week: read it before anybody gets it, send it, take up what came back. */
function Letter({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { preview, sendsMail } = model;
  return (
    <section>
      <h2>{t('admin.letter')}</h2>
      <p className="actions">
        <a href={view.href('/digest')}>{t('admin.letter.all')}</a>
      </p>
      <PostForm setting={setting} action="/admin/subscribers/preview">
        <TextField
          view={view}
          name="week"
          type="date"
          label="admin.letter.week"
          hint={t('admin.letter.weekHint')}
          optional
        />
        <LanguageField view={view} />
        <div className="button-row">
          <SendButton view={view} label="admin.letter.preview" />
          {sendsMail ? (
            <button type="submit" className="button-quiet" formAction="/admin/subscribers/send">
              {t('admin.letter.send')}
            </button>
          ) : null}
        </div>
      </PostForm>
      {sendsMail ? null : <p className="quiet">{t('admin.letter.noMail')}</p>}
      {preview === null ? null : (
        <article className="note" role="status">
          <h3>{preview.subject}</h3>
          <pre className="letter-text">{preview.text}</pre>
        </article>
      )}
    </section>
  );
}

/** Who reads the weekly letter, in numbers, and the letter itself. */
export function AdminSubscribersPage({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { counts, outcome } = model;
  return (
    <AdminFrame view={view} title="admin.subscribers" outcome={outcome}>
      <p>{t('admin.subscribers.note')}</p>
      {counts.length === 0 ? (
        <p>{t('admin.subscribers.none')}</p>
      ) : (
        <Counts view={view} counts={counts} />
      )}
      {model.sendsMail ? (
        <section>
          <h2>{t('admin.subscribers.add')}</h2>
          <p>{t('admin.subscribers.addNote')}</p>
          <PostForm setting={setting} action="/admin/subscribers/add">
            <TextField view={view} name="address" type="email" label="session.email" />
            <LanguageField view={view} />
            <SendButton view={view} label="admin.subscribers.addDo" />
          </PostForm>
        </section>
      ) : null}
      <section>
        <h2>{t('admin.subscribers.end')}</h2>
        <PostForm setting={setting} action="/admin/subscribers/end">
          <TextField view={view} name="address" type="email" label="session.email" />
          <TextField view={view} name="why" label="admin.why" />
          <SendButton view={view} label="admin.subscribers.endDo" />
        </PostForm>
      </section>
      <Letter setting={setting} model={model} />
      <ImportForm
        setting={setting}
        title="admin.letter.bounce"
        note="admin.letter.bounceNote"
        action="/admin/subscribers/bounce/import"
        button="admin.letter.bounceDo"
      />
    </AdminFrame>
  );
}
