import type { Challenge } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import { type FormSetting, Outcome } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { ChallengeList } from '../components/request-list.tsx';

/** What readers contest, for coders to decide; nothing of the administration. */
export function CodingChallengesPage(props: {
  readonly setting: FormSetting;
  readonly challenges: readonly Challenge[];
  readonly persons: readonly RegisterPerson[];
  readonly outcome: string | null;
}) {
  const { setting, challenges, persons, outcome } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <Layout view={view} title={t('coding.challenges')} methodVersion={null}>
      <header className="finding">
        <h1>{t('coding.challenges')}</h1>
        <p className="lead">{t('coding.challengesAbout')}</p>
      </header>
      <p className="actions">
        <a href={view.href('/coding')}>{t('coding.back')}</a>
        <a href={view.href('/corrections')}>{t('correction.title')}</a>
      </p>
      <Outcome text={outcome} />
      <p>{t('admin.requests.note')}</p>
      <ChallengeList {...{ setting, challenges, persons }} action="/coding/challenges" />
    </Layout>
  );
}
