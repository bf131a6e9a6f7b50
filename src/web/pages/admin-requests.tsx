import { type Challenge, dayIn, type Takedown } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { Challenged } from '../components/challenged.tsx';
import { ChoiceField, type FormSetting, PostForm, TextField } from '../components/form.tsx';
import { claimNames } from './challenge.tsx';

function Decision(props: {
  readonly setting: FormSetting;
  readonly action: string;
  readonly persons?: readonly RegisterPerson[];
}) {
  const { setting, action, persons } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <PostForm setting={setting} action={action}>
      {persons ? (
        <ChoiceField
          view={view}
          name="to"
          label="admin.requests.to"
          empty={t('admin.requests.toNobody')}
          choices={persons.map(({ personId, name }) => ({ value: personId, label: name }))}
          value=""
        />
      ) : null}
      <TextField view={view} name="why" label="admin.requests.answer" />
      <div className="button-row">
        <button type="submit" className="button" name="decision" value="accept">
          {t('admin.requests.accept')}
        </button>
        <button type="submit" className="button-quiet" name="decision" value="reject">
          {t('admin.requests.reject')}
        </button>
      </div>
    </PostForm>
  );
}

function ChallengeEntry(props: {
  readonly setting: FormSetting;
  readonly challenge: Challenge;
  readonly persons: readonly RegisterPerson[];
}) {
  const { setting, challenge, persons } = props;
  const { view } = setting;
  const { t, formats } = view;
  const { claim, reason } = challenge;
  return (
    <li className="request">
      <h3>
        <Challenged view={view} of={challenge} />
      </h3>
      <p>
        {t(claimNames[claim])} · {formats.day(dayIn(view.timeZone, new Date(challenge.raisedAt)))}
      </p>
      <blockquote>{reason}</blockquote>
      <Decision
        setting={setting}
        action={`/admin/challenges/${challenge.id}`}
        {...(claim === 'another-person' ? { persons } : {})}
      />
    </li>
  );
}

function TakedownEntry({
  setting,
  takedown,
}: {
  readonly setting: FormSetting;
  readonly takedown: Takedown;
}) {
  const { view } = setting;
  return (
    <li className="request">
      <h3>
        <a href={view.href(`/items/${takedown.itemId}`)}>{takedown.outletName}</a>
      </h3>
      <p className="wrap">
        <a href={takedown.url}>{takedown.url}</a> ·{' '}
        {view.formats.day(dayIn(view.timeZone, new Date(takedown.askedAt)))}
      </p>
      <blockquote>{takedown.reason}</blockquote>
      <Decision setting={setting} action={`/admin/takedowns/${takedown.id}`} />
    </li>
  );
}

/** What readers ask: challenges to figures, and texts to be taken down. */
export function AdminRequestsPage(props: {
  readonly setting: FormSetting;
  readonly challenges: readonly Challenge[];
  readonly takedowns: readonly Takedown[];
  readonly persons: readonly RegisterPerson[];
  readonly outcome: string | null;
}) {
  const { setting, challenges, takedowns, persons, outcome } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.requests" outcome={outcome}>
      <p>{t('admin.requests.note')}</p>
      <section>
        <h2>{t('admin.requests.challenges')}</h2>
        {challenges.length === 0 ? <p>{t('admin.requests.none')}</p> : null}
        <ul className="plain-list">
          {challenges.map((challenge) => (
            <ChallengeEntry key={challenge.id} {...{ setting, challenge, persons }} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('admin.requests.takedowns')}</h2>
        {takedowns.length === 0 ? <p>{t('admin.requests.none')}</p> : null}
        <ul className="plain-list">
          {takedowns.map((takedown) => (
            <TakedownEntry key={takedown.id} setting={setting} takedown={takedown} />
          ))}
        </ul>
      </section>
      <p className="actions">
        <a href={view.href('/corrections')}>{t('correction.title')}</a>
      </p>
    </AdminFrame>
  );
}
