import type { Challenge, SubscriberCount, Takedown } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { DataTable } from '../components/data-table.tsx';
import {
  ChoiceField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { Title } from '../components/item-title.tsx';
import { subscriberStates } from '../review-words.ts';
import type { View } from '../view.ts';
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
      <div className="coding-buttons">
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
  const { itemId, itemTitle, itemLanguage, personName, claim, reason, address } = challenge;
  return (
    <li className="request">
      <h3>
        <a href={itemId === null ? address : view.href(`/items/${itemId}`)}>
          {personName}
          {personName && itemTitle ? ' · ' : null}
          {itemTitle ? <Title view={view} title={itemTitle} language={itemLanguage} /> : null}
          {personName || itemTitle ? null : address}
        </a>
      </h3>
      <p>
        {t(claimNames[claim])} · {formats.day(challenge.raisedAt.slice(0, 10))}
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
        {view.formats.day(takedown.askedAt.slice(0, 10))}
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

/** Who reads the weekly letter, in numbers; an address is ended by typing it. */
export function AdminSubscribersPage(props: {
  readonly setting: FormSetting;
  readonly counts: readonly SubscriberCount[];
  readonly outcome: string | null;
}) {
  const { setting, counts, outcome } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.subscribers" outcome={outcome}>
      <p>{t('admin.subscribers.note')}</p>
      {counts.length === 0 ? (
        <p>{t('admin.subscribers.none')}</p>
      ) : (
        <Counts view={view} counts={counts} />
      )}
      <section>
        <h2>{t('admin.subscribers.end')}</h2>
        <PostForm setting={setting} action="/admin/subscribers/end">
          <TextField view={view} name="address" type="email" label="session.email" />
          <TextField view={view} name="why" label="admin.why" />
          <SendButton view={view} label="admin.subscribers.endDo" />
        </PostForm>
      </section>
    </AdminFrame>
  );
}
