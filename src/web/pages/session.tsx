import { Layout } from '../components/layout.tsx';
import { type FormSetting, Outcome, PostForm, SendButton, TextField } from '../components/form.tsx';
import { passwordLength, type SignedIn } from '../../review/index.ts';
import { roleNames } from '../review-words.ts';

/** E-mail and password, or the second step; `fault` is what the last try led to. */
export function SignInPage(props: {
  readonly setting: FormSetting;
  readonly next: string;
  readonly step: 'password' | 'code';
  readonly fault: string | null;
}) {
  const { setting, next, step, fault } = props;
  const { view } = setting;
  const title = view.t(step === 'password' ? 'session.signIn' : 'session.codeTitle');
  return (
    <Layout view={view} title={title} methodVersion={null}>
      <section className="state">
        <h1>{title}</h1>
        {step === 'password' ? <p>{view.t('session.signInIntro')}</p> : null}
        <Outcome text={fault} />
        <PostForm setting={setting} action={step === 'password' ? '/sign-in' : '/sign-in/code'}>
          <input type="hidden" name="next" value={next} />
          {step === 'password' ? (
            <>
              <TextField
                view={view}
                name="email"
                type="email"
                label="session.email"
                autoComplete="username"
              />
              <TextField
                view={view}
                name="password"
                type="password"
                label="session.password"
                autoComplete="current-password"
              />
            </>
          ) : (
            <TextField view={view} name="code" label="session.code" autoComplete="one-time-code" />
          )}
          <SendButton
            view={view}
            label={step === 'password' ? 'session.signIn' : 'session.continue'}
          />
        </PostForm>
      </section>
    </Layout>
  );
}

/** The page an invitation link leads to; `role` null: the link no longer holds. */
export function JoinPage(props: {
  readonly setting: FormSetting;
  readonly path: string;
  readonly role: SignedIn['role'] | null;
  readonly given: { readonly name: string; readonly email: string };
  readonly fault: string | null;
}) {
  const { setting, path, role, given, fault } = props;
  const { view } = setting;
  const { t } = view;
  const title = t(role === null ? 'session.joinGoneTitle' : 'session.joinTitle');
  return (
    <Layout view={view} title={title} methodVersion={null}>
      <section className="state">
        <h1>{title}</h1>
        {role === null ? (
          <>
            <p>{t('session.joinGone')}</p>
            <p>
              <a href={view.href('/')}>{t('state.notFoundNext')}</a>
            </p>
          </>
        ) : (
          <>
            <p>{t('session.joinIntro', { role: t(roleNames[role]) })}</p>
            <Outcome text={fault} />
            <PostForm setting={setting} action={path}>
              <TextField view={view} name="name" label="session.name" value={given.name} />
              <TextField
                view={view}
                name="email"
                type="email"
                label="session.email"
                value={given.email}
                autoComplete="username"
              />
              <TextField
                view={view}
                name="password"
                type="password"
                label="session.password"
                autoComplete="new-password"
                hint={t('session.passwordHint', { count: passwordLength })}
              />
              <SendButton view={view} label="session.join" />
            </PostForm>
          </>
        )}
      </section>
    </Layout>
  );
}
