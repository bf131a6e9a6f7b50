import type { LookDispute, LookReading, LookState, LookTask } from '../../domain/index.ts';
import { type FormSetting, Outcome, PostForm, SendButton } from '../components/form.tsx';
import { ReadingFrame } from '../components/reading-frame.tsx';
import { lookStates } from '../coding-form.ts';
import { lookNames, windowNames } from '../review-words.ts';
import type { View } from '../view.ts';

/** The whole picture; who opens this page may see it. */
function WholePicture({ view, task }: { readonly view: View; readonly task: LookTask }) {
  const { t, formats } = view;
  const where = `${task.outletName} · ${formats.instant(task.takenAt, task.timeZone)}`;
  return (
    <article className="look-picture">
      <p className="quiet">
        {where} · {t(windowNames[task.viewport.name])} {task.viewport.width} ×{' '}
        {task.viewport.height} · <a href={view.href(`/snapshots/${task.snapshotId}`)}>{task.url}</a>
      </p>
      <div className="whole-picture" tabIndex={0} role="region" aria-label={t('look.picture')}>
        <img
          src={`/snapshots/${task.snapshotId}/picture.jpg`}
          alt={t('look.pictureOf', { where })}
        />
      </div>
    </article>
  );
}

function LookFields({ view, value }: { readonly view: View; readonly value: LookReading | null }) {
  const { t } = view;
  return (
    <fieldset className="text-state">
      <legend>{t('look.question')}</legend>
      {lookStates.map((state, index) => (
        <label key={state}>
          <input
            type="radio"
            name="look"
            value={state}
            required
            defaultChecked={value?.look === state}
          />
          <span className="quiet">{index + 1}</span> {t(lookNames[state])}
        </label>
      ))}
    </fieldset>
  );
}

/** How to judge a picture, beside it at all times. */
function LookCodebook({ view }: { readonly view: View }) {
  const { t } = view;
  return (
    <details className="codebook" open>
      <summary>{t('coding.codebook')}</summary>
      <p>{t('look.codebook')}</p>
      <p>{t('look.consequence')}</p>
    </details>
  );
}

/** One look at a front page, to be judged by its picture. */
export function LookTaskPage(props: { readonly setting: FormSetting; readonly task: LookTask }) {
  const { setting, task } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <ReadingFrame
      view={view}
      title="look.title"
      back={['/coding', 'coding.back']}
      note={<Outcome text={task.locked ? t('coding.locked') : null} />}
      kind="look"
      shown={<WholePicture view={view} task={task} />}
      reasons={task.reasons}
    >
      {task.locked ? null : (
        <PostForm setting={setting} action={`/coding/tasks/${task.taskId}`} className="coding-form">
          <LookFields view={view} value={task.submitted} />
          <div className="coding-buttons">
            <SendButton view={view} label="coding.save" />
          </div>
          <p className="quiet keys" hidden data-keys>
            {t('coding.keys')}: {t('look.keys')}
          </p>
        </PostForm>
      )}
      <LookCodebook view={view} />
    </ReadingFrame>
  );
}

/** Two judgements of one picture that differ, and the form that settles them. */
export function LookDisputePage(props: {
  readonly setting: FormSetting;
  readonly dispute: LookDispute;
}) {
  const { setting, dispute } = props;
  const { view } = setting;
  const { t } = view;
  const { task, readings } = dispute;
  const name = (state: LookState) => t(lookNames[state]);
  return (
    <ReadingFrame
      view={view}
      title="dispute.title"
      back={['/coding/disputes', 'coding.disputes']}
      note={<p>{t('dispute.intro')}</p>}
      kind="look"
      shown={<WholePicture view={view} task={task} />}
      reasons={task.reasons}
    >
      <dl className="codebook">
        <dt>{t('dispute.first')}</dt>
        <dd>{name(readings[0].look)}</dd>
        <dt>{t('dispute.second')}</dt>
        <dd>{name(readings[1].look)}</dd>
      </dl>
      <PostForm
        setting={setting}
        action={`/coding/disputes/${task.taskId}`}
        className="coding-form"
      >
        <LookFields view={view} value={readings[0]} />
        <div className="coding-buttons">
          <SendButton view={view} label="dispute.decide" />
        </div>
      </PostForm>
      <LookCodebook view={view} />
    </ReadingFrame>
  );
}
