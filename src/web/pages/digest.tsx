import type { DigestRecord, SubscriberState } from '../../domain/index.ts';
import { feedAddress, Layout } from '../components/layout.tsx';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

/** What became of a form that was just sent. */
export type DigestOutcome = 'asked' | 'not-an-address' | 'no-mail' | 'mail-failed';

export interface DigestModel {
  readonly letters: readonly DigestRecord[];
  readonly outcome: DigestOutcome | null;
  /** This installation can send letters. */
  readonly sendsMail: boolean;
}

const outcomeTexts: Readonly<Record<DigestOutcome, MessageKey>> = {
  asked: 'digest.asked',
  'not-an-address': 'digest.notAnAddress',
  'no-mail': 'digest.noMail',
  'mail-failed': 'digest.mailFailed',
};

const letterLanguages = [
  { language: 'vi', name: 'Tiếng Việt' },
  { language: 'en', name: 'English' },
] as const;

function SubscribeForm({ view }: { readonly view: View }) {
  const { t } = view;
  return (
    <form
      className="long-form"
      method="post"
      action={view.href('/digest')}
      aria-label={t('digest.subscribe')}
    >
      <label className="field">
        <span>{t('digest.address')}</span>
        <input name="address" type="email" required maxLength={254} autoComplete="email" />
      </label>
      <fieldset>
        <legend>{t('digest.language')}</legend>
        {letterLanguages.map(({ language, name }) => (
          <label key={language} lang={language}>
            <input
              type="radio"
              name="language"
              value={language}
              required
              defaultChecked={language === view.language}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <label className="hidden" aria-hidden="true">
        {t('challenge.trap')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
      <button type="submit">{t('digest.send')}</button>
      <p className="hint">{t('digest.privacy')}</p>
    </form>
  );
}

/** Letters go without word joiners, which some mail programs draw; a page breaks no days. */
function wholePeriods(finding: string): string {
  return finding.replaceAll(/(?<=\d)–(?=\d)/gu, '\u2060–\u2060');
}

function Letters({ view, model }: { readonly view: View; readonly model: DigestModel }) {
  const { t, formats } = view;
  if (model.letters.length === 0) return <p>{t('digest.none')}</p>;
  return (
    <ul className="plain-list">
      {model.letters.map(({ week, finding, content: { period } }) => (
        <li key={week}>
          <a href={view.href(`/digest/${week}`)}>{wholePeriods(finding)}</a>{' '}
          <span className="quiet">{formats.period(period.from, period.to)}</span>
        </li>
      ))}
    </ul>
  );
}

/** `/digest`: every letter so far, and the form to get the next ones. */
export function DigestPage(props: { readonly view: View; readonly model: DigestModel }) {
  const { view, model } = props;
  const { t } = view;
  const { outcome } = model;
  return (
    <Layout
      view={view}
      title={t('digest.title')}
      methodVersion={null}
      hasForm
      feed={{ path: '/digest.atom', title: t('digest.title') }}
    >
      <header className="finding">
        <h1>{t('digest.title')}</h1>
        <p className="lead">{t('digest.lead')}</p>
      </header>
      {outcome === null ? null : (
        <p className="note" role={outcome === 'asked' ? 'status' : 'alert'}>
          {t(outcomeTexts[outcome])}
        </p>
      )}
      <section aria-labelledby="subscribe-heading">
        <h2 id="subscribe-heading">{t('digest.subscribe')}</h2>
        {model.sendsMail ? <SubscribeForm view={view} /> : <p>{t('digest.noMail')}</p>}
      </section>
      <section aria-labelledby="letters-heading">
        <h2 id="letters-heading">{t('digest.letters')}</h2>
        <Letters view={view} model={model} />
        <p>
          <a href={feedAddress(view, '/digest.atom')}>{t('feed.atom')}</a>
        </p>
      </section>
    </Layout>
  );
}

export interface LinkModel {
  readonly kind: 'confirm' | 'leave';
  readonly state: SubscriberState;
  /** The button has just been pressed, and it is done. */
  readonly done: boolean;
}

/** The heading, the text, and the button where there is still something to do. */
function linkTexts({ kind, state, done }: LinkModel): {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly button: MessageKey | null;
} {
  if (kind === 'leave') {
    return done || state === 'ended'
      ? { title: 'digest.leftTitle', text: 'digest.leftText', button: null }
      : { title: 'digest.leaveTitle', text: 'digest.leaveText', button: 'digest.leave' };
  }
  if (done || state === 'active') {
    return { title: 'digest.confirmedTitle', text: 'digest.confirmedText', button: null };
  }
  return state === 'pending'
    ? { title: 'digest.confirmTitle', text: 'digest.confirmText', button: 'digest.confirm' }
    : { title: 'digest.oldLinkTitle', text: 'digest.oldLinkText', button: null };
}

/** Where the links of letters lead: one button, and nothing happens without it. */
export function LinkPage(props: { readonly view: View; readonly model: LinkModel }) {
  const { view, model } = props;
  const { t } = view;
  const { title, text, button } = linkTexts(model);
  return (
    <Layout view={view} title={t(title)} methodVersion={null} hasForm>
      <header className="finding">
        <h1>{t(title)}</h1>
        <p className="lead">{t(text)}</p>
      </header>
      {button === null ? (
        <p>
          <a href={view.href('/digest')}>{t('digest.letters')}</a>
        </p>
      ) : (
        <form className="long-form" method="post" action={view.path}>
          <button type="submit">{t(button)}</button>
        </form>
      )}
    </Layout>
  );
}
