import { renderSVG } from 'uqr';
import type { AccountSession, SignedIn } from '../../review/index.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { type FormSetting, Outcome, PostForm, SendButton, TextField } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { roleNames } from '../review-words.ts';

export interface AccountModel {
  readonly person: SignedIn;
  readonly sessions: readonly AccountSession[];
  readonly timeZone: string;
  readonly outcome: string | null;
  /** Shown once, while a second factor is being set up. */
  readonly begun: { readonly uri: string; readonly backupCodes: readonly string[] } | null;
}

type Props = { readonly setting: FormSetting; readonly model: AccountModel };

function sessionColumns({ setting, model }: Props): Column<AccountModel['sessions'][number]>[] {
  const { view } = setting;
  const { t, formats } = view;
  return [
    {
      key: 'since',
      label: t('account.session'),
      cell: ({ createdAt }) => formats.instant(createdAt.toISOString(), model.timeZone),
    },
    {
      key: 'browser',
      label: t('account.browser'),
      wrap: true,
      cell: ({ userAgent }) => userAgent ?? '–',
    },
    { key: 'address', label: t('account.address'), cell: ({ address }) => address ?? '–' },
    {
      key: 'end',
      label: t('admin.actions'),
      wrap: true,
      cell: ({ id }) =>
        id === model.person.sessionId ? (
          t('account.thisSession')
        ) : (
          <PostForm
            setting={setting}
            action={`/account/sessions/${id}/end`}
            className="inline-form"
          >
            <SendButton view={view} label="account.end" quiet />
          </PostForm>
        ),
    },
  ];
}

function Sessions({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  return (
    <section>
      <h2>{t('account.sessions')}</h2>
      <p>{t('account.sessionsIntro')}</p>
      <DataTable
        view={view}
        id="sessions"
        caption={t('account.sessions')}
        columns={sessionColumns({ setting, model })}
        rows={model.sessions}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function Password({ setting }: { readonly setting: FormSetting }) {
  const { view } = setting;
  return (
    <section>
      <h2>{view.t('account.password')}</h2>
      <PostForm setting={setting} action="/account/password">
        <TextField
          view={view}
          name="current"
          type="password"
          label="account.current"
          autoComplete="current-password"
        />
        <TextField
          view={view}
          name="next"
          type="password"
          label="account.next"
          autoComplete="new-password"
        />
        <SendButton view={view} label="account.password" />
      </PostForm>
    </section>
  );
}

function BegunSecondFactor({
  setting,
  begun,
}: {
  readonly setting: FormSetting;
  readonly begun: NonNullable<AccountModel['begun']>;
}) {
  const { view } = setting;
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  return (
    <>
      <p>{view.t('account.secondScan')}</p>
      <div
        className="qr"
        // The picture is drawn here from the address above; no other markup can be in it.
        dangerouslySetInnerHTML={{ __html: renderSVG(begun.uri) }}
      />
      <p>
        <code>{secret}</code>
      </p>
      <p>{view.t('account.secondCodes')}</p>
      <pre>{begun.backupCodes.join('\n')}</pre>
      <PostForm setting={setting} action="/account/second-factor/confirm">
        <TextField view={view} name="code" label="session.code" autoComplete="one-time-code" />
        <SendButton view={view} label="session.continue" />
      </PostForm>
    </>
  );
}

function SecondFactor({ setting, model }: Props) {
  const { view } = setting;
  const { secondFactor } = model.person;
  return (
    <section>
      <h2>{view.t('account.second')}</h2>
      <p>{view.t(secondFactor ? 'account.secondOn' : 'account.secondIntro')}</p>
      {model.begun === null ? (
        <PostForm
          setting={setting}
          action={secondFactor ? '/account/second-factor/end' : '/account/second-factor'}
        >
          <TextField
            view={view}
            name="password"
            type="password"
            label="session.password"
            autoComplete="current-password"
          />
          <SendButton
            view={view}
            label={secondFactor ? 'account.secondEnd' : 'account.secondBegin'}
          />
        </PostForm>
      ) : (
        <BegunSecondFactor setting={setting} begun={model.begun} />
      )}
    </section>
  );
}

/** One's own sessions, password and second factor. */
export function AccountPage({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  return (
    <Layout view={view} title={t('account.title')} methodVersion={null}>
      <header className="finding">
        <h1>{t('account.title')}</h1>
        <p className="lead">
          {model.person.name} · {t(roleNames[model.person.role])} · {model.person.email}
        </p>
      </header>
      <Outcome text={model.outcome} />
      <p className="actions">
        <a href={view.href('/coding')}>{t('coding.title')}</a>
      </p>
      <PostForm setting={setting} action="/sign-out" className="inline-form">
        <SendButton view={view} label="session.signOut" quiet />
      </PostForm>
      <Sessions setting={setting} model={model} />
      <Password setting={setting} />
      <SecondFactor setting={setting} model={model} />
    </Layout>
  );
}
