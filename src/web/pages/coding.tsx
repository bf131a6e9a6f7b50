import type { StreamProgress } from '../../domain/index.ts';
import type { RuleAgreement, SignedIn } from '../../review/index.ts';
import { AgreementTable } from '../components/agreement-table.tsx';
import { type FormSetting, Outcome, PostForm, SendButton } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { roleNames, streamAbout, streamNames } from '../review-words.ts';

export interface CodingModel {
  readonly person: SignedIn;
  readonly streams: readonly StreamProgress[];
  readonly agreement: readonly RuleAgreement[];
  /** Readers' challenges that wait for anybody; null where none are decided here. */
  readonly challenges: number | null;
  readonly outcome: string | null;
}

function Stream({
  setting,
  progress,
}: {
  readonly setting: FormSetting;
  readonly progress: StreamProgress;
}) {
  const { view } = setting;
  const { t, formats } = view;
  const { stream, tasks, done, waitingForMe, codedByMe } = progress;
  return (
    <section>
      <h2>{t(streamNames[stream])}</h2>
      <p>{t(streamAbout[stream])}</p>
      <dl className="counts">
        <div>
          <dt>{t('coding.waiting')}</dt>
          <dd className="figure">{formats.count(waitingForMe)}</dd>
        </div>
        <div>
          <dt>{t('coding.codedByMe')}</dt>
          <dd>{formats.count(codedByMe)}</dd>
        </div>
        <div>
          <dt>{t('coding.settled')}</dt>
          <dd>{t('coding.ofTasks', { done, tasks })}</dd>
        </div>
      </dl>
      {waitingForMe === 0 ? (
        <p className="quiet">{t('coding.nothingLeft')}</p>
      ) : (
        <PostForm setting={setting} action="/coding/next">
          <input type="hidden" name="stream" value={stream} />
          <SendButton view={view} label="coding.begin" />
        </PostForm>
      )}
    </section>
  );
}

/** What waits for a coder, how far it has come, and their own agreement; nobody is ranked. */
export function CodingPage(props: { readonly setting: FormSetting; readonly model: CodingModel }) {
  const { setting, model } = props;
  const { view } = setting;
  const { t } = view;
  const { role } = model.person;
  const isCoded = model.agreement.some(({ units }) => units > 0);
  return (
    <Layout view={view} title={t('coding.title')} methodVersion={null}>
      <header className="finding">
        <h1>{t('coding.title')}</h1>
        <p className="lead">{t('coding.intro')}</p>
      </header>
      <p className="actions">
        <a href={view.href('/account')}>
          {model.person.name} ({t(roleNames[role])})
        </a>
        {model.challenges === null ? null : (
          <a href={view.href('/coding/challenges')}>
            {t('coding.challengesWait', { count: model.challenges })}
          </a>
        )}
        {role === 'coder' ? null : (
          <a href={view.href('/coding/disputes')}>{t('coding.disputes')}</a>
        )}
        {role === 'administrator' ? <a href={view.href('/admin')}>{t('admin.title')}</a> : null}
        <a href={view.href('/accuracy')}>{t('accuracy.title')}</a>
      </p>
      <Outcome text={model.outcome} />
      {model.streams.map((progress) => (
        <Stream key={progress.stream} setting={setting} progress={progress} />
      ))}
      <section>
        <h2>{t('coding.ownAgreement')}</h2>
        {isCoded ? (
          <>
            <p>{t('coding.ownAgreementNote')}</p>
            <AgreementTable view={view} rows={model.agreement} />
          </>
        ) : (
          <p>{t('coding.noPairs')}</p>
        )}
      </section>
    </Layout>
  );
}
