import type { CodingTask, CodingValue, Dispute, LookDispute } from '../../domain/index.ts';
import type { RegisterPerson } from '../../review/index.ts';
import { Codebook, CodingFields } from '../components/coding-fields.tsx';
import { type FormSetting, Outcome, PostForm, SendButton } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { ReadingFrame } from '../components/reading-frame.tsx';
import { personRoleNames, placeNames, textNames } from '../review-words.ts';
import type { View } from '../view.ts';

/** The bare text: no marks, no names picked out. */
function BareText({ view, task }: { readonly view: View; readonly task: CodingTask }) {
  return (
    <article className="bare-text" lang={task.language} data-coding-text>
      <p className="quiet" lang={view.language}>
        {task.outletName} · {view.formats.day(task.day)}
      </p>
      <h1>{task.title}</h1>
      {task.text.split('\n').map((line, index) => (
        // biome-ignore lint: paragraphs of one text never move
        <p key={index}>{line}</p>
      ))}
    </article>
  );
}

/** One item to read: text on one side, form and codebook on the other. */
export function CodingTaskPage(props: {
  readonly setting: FormSetting;
  readonly task: CodingTask;
  readonly persons: readonly RegisterPerson[];
  readonly outcome: string | null;
  /** The task before this one, to mend it. */
  readonly before: string | null;
}) {
  const { setting, task, persons, outcome, before } = props;
  const { view } = setting;
  const { t } = view;
  const path = `/coding/tasks/${task.taskId}`;
  return (
    <ReadingFrame
      view={view}
      title="coding.title"
      back={['/coding', 'coding.back']}
      actions={
        before === null ? null : (
          <span>
            {t('coding.saved')}
            <a href={view.href(`/coding/tasks/${before}`)}>{t('coding.reopen')}</a>
          </span>
        )
      }
      note={<Outcome text={task.locked ? t('coding.locked') : outcome} />}
      kind="coding"
      saved={t('coding.draftSaved')}
      shown={<BareText view={view} task={task} />}
      reasons={task.reasons}
    >
      {task.locked ? null : (
        <PostForm setting={setting} action={path} className="coding-form">
          <CodingFields
            view={view}
            persons={persons}
            candidates={task.candidates}
            value={task.draft ?? task.submitted}
          />
          <div className="coding-buttons">
            <SendButton view={view} label="coding.save" />
            <button type="submit" className="button-quiet" formAction={`${path}/draft`}>
              {t('coding.draft')}
            </button>
            <button type="button" className="button-quiet" data-undo hidden>
              {t('coding.undo')}
            </button>
            <span className="quiet" data-state role="status" />
          </div>
          <p className="quiet keys" hidden data-keys>
            {t('coding.keys')}: {t('coding.keysText')}
          </p>
        </PostForm>
      )}
      <Codebook view={view} />
    </ReadingFrame>
  );
}

function Reading(props: {
  readonly view: View;
  readonly value: CodingValue;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { view, value, names } = props;
  const { t } = view;
  return (
    <>
      <p>
        {t('coding.textState')} {t(textNames[value.text])}.
      </p>
      {value.persons.length === 0 ? <p>{t('dispute.nobody')}</p> : null}
      <ul>
        {value.persons.map(({ personId, role, place }) => (
          <li key={personId}>
            {names.get(personId) ?? personId}: {t(personRoleNames[role])}, {t(placeNames[place])}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Two readings that differ, and the form that settles them; who read is not said. */
export function DisputePage(props: {
  readonly setting: FormSetting;
  readonly dispute: Dispute;
  readonly persons: readonly RegisterPerson[];
  /** The reading the form begins with, 0 or 1. */
  readonly begin: 0 | 1;
}) {
  const { setting, dispute, persons, begin } = props;
  const { view } = setting;
  const { t } = view;
  const names = new Map(persons.map(({ personId, name }) => [personId, name]));
  const path = `/coding/disputes/${dispute.task.taskId}`;
  const titles = ['dispute.first', 'dispute.second'] as const;
  return (
    <ReadingFrame
      view={view}
      title="dispute.title"
      back={['/coding/disputes', 'coding.disputes']}
      note={<p>{t('dispute.intro')}</p>}
      kind="coding"
      shown={<BareText view={view} task={dispute.task} />}
      reasons={dispute.task.reasons}
    >
      {titles.map((title, index) => (
        <section key={title} className="reading">
          <h2>{t(title)}</h2>
          <Reading view={view} names={names} value={dispute.codings[index === 0 ? 0 : 1]} />
          {index === begin ? null : (
            <a href={view.href(path, { begin: String(index) })}>{t('dispute.take')}</a>
          )}
        </section>
      ))}
      <PostForm setting={setting} action={path} className="coding-form">
        <CodingFields
          view={view}
          persons={persons}
          candidates={dispute.codings.flatMap(({ persons: own }) =>
            own.map(({ personId }) => personId),
          )}
          value={dispute.codings[begin]}
        />
        <div className="coding-buttons">
          <SendButton view={view} label="dispute.decide" />
        </div>
      </PostForm>
      <Codebook view={view} />
    </ReadingFrame>
  );
}

/** Every dispute an adjudicator may settle. */
export function DisputesPage(props: {
  readonly view: View;
  readonly disputes: readonly Dispute[];
  readonly looks: readonly LookDispute[];
  readonly outcome: string | null;
}) {
  const { view, disputes, looks, outcome } = props;
  const { t, formats } = view;
  const isNone = disputes.length + looks.length === 0;
  return (
    <Layout view={view} title={t('coding.disputes')} methodVersion={null}>
      <header className="finding">
        <h1>{t('coding.disputes')}</h1>
      </header>
      <p className="actions">
        <a href={view.href('/coding')}>{t('coding.back')}</a>
      </p>
      <Outcome text={outcome} />
      {isNone ? <p>{t('coding.disputesNone')}</p> : null}
      <ul className="plain-list">
        {disputes.map(({ task }) => (
          <li key={task.taskId}>
            <a href={view.href(`/coding/disputes/${task.taskId}`)}>{task.title}</a>{' '}
            <span className="quiet">
              {task.outletName} · {formats.day(task.day)}
            </span>
          </li>
        ))}
        {looks.map(({ task }) => (
          <li key={task.taskId}>
            <a href={view.href(`/coding/disputes/${task.taskId}`)}>{t('look.title')}</a>{' '}
            <span className="quiet">
              {task.outletName} · {formats.instant(task.takenAt, task.timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
