import type { ReactNode } from 'react';
import { type Challenge, dayIn } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import type { MessageKey } from '../language.ts';
import { claimNames } from '../review-words.ts';
import type { View } from '../view.ts';
import { Challenged } from './challenged.tsx';
import { ChoiceField, type FormSetting, PostForm, TextField } from './form.tsx';

/** The form that accepts or rejects a request, with a public answer. */
export function Decision(props: {
  readonly setting: FormSetting;
  readonly action: string;
  /** Who may be meant instead; left out: nobody can be. */
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

/** What accepting will do to the figures, before somebody does it. */
function effectOf({ claim, itemId, personId }: Challenge): MessageKey {
  const takesOut = claim === 'another-person' || claim === 'not-mentioned';
  if (!takesOut || itemId === null || personId === null) return 'admin.requests.changesNothing';
  return claim === 'another-person' ? 'admin.requests.givesAway' : 'admin.requests.takesOut';
}

/** One click to the sentence and its reasons, one to the whole text. */
function Evidence({ view, itemId }: { readonly view: View; readonly itemId: string }) {
  const item = `/items/${encodeURIComponent(itemId)}`;
  return (
    <p className="actions">
      <a href={view.href(item)}>{view.t('admin.requests.evidence')}</a>
      <a href={view.href(`${item}/whole`)}>{view.t('admin.requests.whole')}</a>
    </p>
  );
}

interface Deciding {
  readonly setting: FormSetting;
  readonly persons: readonly RegisterPerson[];
  /** Where decisions go, without the challenge's id: `/admin/challenges`. */
  readonly action: string;
}

function ChallengeEntry(props: Deciding & { readonly challenge: Challenge }) {
  const { setting, challenge, persons, action } = props;
  const { view } = setting;
  const { t, formats } = view;
  const { claim, itemId, personId, personName, reason } = challenge;
  return (
    <li className="request">
      <h3>
        <Challenged view={view} of={challenge} />
      </h3>
      <p>
        {t(claimNames[claim])} · {formats.day(dayIn(view.timeZone, new Date(challenge.raisedAt)))}
      </p>
      <blockquote>{reason}</blockquote>
      {itemId === null ? null : <Evidence view={view} itemId={itemId} />}
      <p className="quiet">{t(effectOf(challenge), { name: personName ?? personId ?? '' })}</p>
      <Decision
        setting={setting}
        action={`${action}/${challenge.id}`}
        {...(claim === 'another-person' ? { persons } : {})}
      />
    </li>
  );
}

/** Requests one below the other; says so where none waits. */
export function RequestList(props: {
  readonly view: View;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const { view, count, children } = props;
  if (count === 0) return <p>{view.t('admin.requests.none')}</p>;
  return <ul className="plain-list">{children}</ul>;
}

/** The challenges that wait, each with its form. */
export function ChallengeList(props: Deciding & { readonly challenges: readonly Challenge[] }) {
  const { challenges, ...deciding } = props;
  return (
    <section>
      <h2>{deciding.setting.view.t('admin.requests.challenges')}</h2>
      <RequestList view={deciding.setting.view} count={challenges.length}>
        {challenges.map((challenge) => (
          <ChallengeEntry key={challenge.id} {...deciding} challenge={challenge} />
        ))}
      </RequestList>
    </section>
  );
}
