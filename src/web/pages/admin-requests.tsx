import { type Challenge, dayIn, type Takedown } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import type { FormSetting } from '../components/form.tsx';
import { ChallengeList, Decision, RequestList } from '../components/request-list.tsx';

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
      <ChallengeList {...{ setting, challenges, persons }} action="/admin/challenges" />
      <section>
        <h2>{t('admin.requests.takedowns')}</h2>
        <RequestList view={view} count={takedowns.length}>
          {takedowns.map((takedown) => (
            <TakedownEntry key={takedown.id} setting={setting} takedown={takedown} />
          ))}
        </RequestList>
      </section>
      <p className="actions">
        <a href={view.href('/corrections')}>{t('correction.title')}</a>
      </p>
    </AdminFrame>
  );
}
