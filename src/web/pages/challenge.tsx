import { type ChallengeClaim, challengeClaims } from '../../domain/index.ts';
import { Title } from '../components/item-title.tsx';
import { Layout } from '../components/layout.tsx';
import { UncheckedMark } from '../components/person-name.tsx';
import type { MessageKey } from '../language.ts';
import { claimNames } from '../review-words.ts';
import type { View } from '../view.ts';

/** What the form is about, by name. */
export interface FormTarget {
  readonly itemId: string | null;
  readonly itemTitle: string | null;
  readonly itemLanguage: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly outletId: string | null;
  /** The chart, table or single figure; null where the page names none. */
  readonly figure: MessageKey | null;
  /** Of the outlets chosen; null = all. */
  readonly outletNames: readonly string[] | null;
  readonly at: string;
}

interface FormProps {
  readonly view: View;
  readonly target: FormTarget;
  /** What was sent and could not be taken; null at first. */
  readonly refused: { readonly claim: ChallengeClaim | null; readonly reason: string } | null;
}

function action({ view, target }: FormProps, path: string): string {
  return view.href(path, {
    item: target.itemId,
    person: target.personId,
    at: target.at,
  } as Record<string, string | null>);
}

/** What is contested, in words, so that nobody contests the wrong thing. */
function About({ view, target }: FormProps) {
  const { t, formats, period } = view;
  return (
    <dl className="about">
      {target.figure === null ? null : (
        <div>
          <dt>{t('challenge.figure')}</dt>
          <dd>
            <a href={target.at}>{t(target.figure)}</a>
          </dd>
        </div>
      )}
      {target.personName === null ? null : (
        <div>
          <dt>{t('challenge.person')}</dt>
          <dd>
            {target.personName}{' '}
            {target.personId !== null && view.isUnchecked(target.personId) ? (
              <UncheckedMark view={view} />
            ) : null}
          </dd>
        </div>
      )}
      {target.itemTitle === null ? null : (
        <div>
          <dt>{t('challenge.item')}</dt>
          <dd>
            <Title view={view} title={target.itemTitle} language={target.itemLanguage} />
          </dd>
        </div>
      )}
      {period === null ? null : (
        <div>
          <dt>{t('challenge.period')}</dt>
          <dd>{formats.period(period.from, period.to)}</dd>
        </div>
      )}
      {target.itemTitle === null ? (
        <div>
          <dt>{t('filter.outlets')}</dt>
          <dd>{target.outletNames?.join(' · ') ?? t('filter.allOutlets')}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Reason(props: FormProps & { readonly label: MessageKey }) {
  const { view, refused, label } = props;
  const { t } = view;
  return (
    <>
      <label className="field">
        <span>{t(label)}</span>
        <span className="hint" id="reason-hint">
          {t('challenge.reasonHint')}
        </span>
        <textarea
          name="reason"
          rows={6}
          required
          minLength={10}
          maxLength={2000}
          aria-describedby="reason-hint"
          defaultValue={refused?.reason}
        />
      </label>
      <label className="hidden" aria-hidden="true">
        {t('challenge.trap')}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </>
  );
}

function Refused({ view, refused }: FormProps) {
  if (refused === null) return null;
  return (
    <p className="note" role="alert">
      {view.t('challenge.refused')}
    </p>
  );
}

/** `/challenge`: contest a figure or a mention; no account, nothing kept of the reader. */
export function ChallengePage(props: FormProps) {
  const { view, target, refused } = props;
  const { t } = view;
  const chosen =
    refused?.claim ??
    (target.itemId === null || target.personId === null ? 'other' : challengeClaims[0]);
  return (
    <Layout view={view} title={t('challenge.title')} methodVersion={null} hasForm>
      <header className="finding finding-item">
        <h1>{t('challenge.heading')}</h1>
        <p className="lead">{t('challenge.lead')}</p>
      </header>
      <Refused {...props} />
      <About {...props} />
      <form
        className="long-form"
        method="post"
        action={action(props, '/challenge')}
        aria-label={t('challenge.title')}
      >
        <fieldset>
          <legend>{t('challenge.claim')}</legend>
          {challengeClaims.map((claim) => (
            <label key={claim}>
              <input
                type="radio"
                name="claim"
                value={claim}
                required
                defaultChecked={claim === chosen}
              />{' '}
              {t(claimNames[claim])}
            </label>
          ))}
        </fieldset>
        <Reason {...props} label="challenge.reason" />
        <button type="submit">{t('challenge.send')}</button>
      </form>
      <p className="table-note">{t('challenge.note')}</p>
    </Layout>
  );
}

/** `/takedown`: ask that a text no longer be shown. */
export function TakedownPage(props: FormProps) {
  const { view } = props;
  const { t } = view;
  return (
    <Layout view={view} title={t('takedown.title')} methodVersion={null} hasForm>
      <header className="finding finding-item">
        <h1>{t('takedown.heading')}</h1>
        <p className="lead">{t('takedown.lead')}</p>
      </header>
      <Refused {...props} />
      <About {...props} />
      <form
        className="long-form"
        method="post"
        action={action(props, '/takedown')}
        aria-label={t('takedown.title')}
      >
        <Reason {...props} label="takedown.reason" />
        <button type="submit">{t('challenge.send')}</button>
      </form>
      <p className="table-note">{t('challenge.note')}</p>
    </Layout>
  );
}
