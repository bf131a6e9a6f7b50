import type { ReactNode } from 'react';
import type { BackgroundState } from '../../domain/index.ts';
import type { View } from '../view.ts';

/** A command that goes on in the background: how far it is, how the last one ended, or its form. */
export function Background<Result>(props: {
  readonly view: View;
  readonly state: BackgroundState<Result>;
  readonly timeZone: string;
  /** Where to look again. */
  readonly path: string;
  /** What the last one led to. */
  readonly told: (result: Result) => ReactNode;
  /** The form that begins one. */
  readonly children: ReactNode;
}) {
  const { view, state, timeZone, path, told, children } = props;
  const { t, formats } = view;
  const { runningSince, pagesSoFar, last } = state;
  const at = (instant: string) => formats.instant(instant, timeZone);
  return (
    <>
      {last === null ? null : (
        <div role="status">
          <p>
            {t('admin.background.ended', { at: at(last.endedAt) })}{' '}
            {last.problem === null ? null : last.problem[view.language]}
            {last.result === null ? null : told(last.result)}
          </p>
          {last.notes.length === 0 ? null : (
            <ul>
              {last.notes.map((note) => (
                <li key={note.en}>{note[view.language]}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {runningSince === null ? (
        children
      ) : (
        <p role="status">
          {pagesSoFar === 0
            ? t('admin.background.running', { at: at(runningSince) })
            : t('admin.upkeep.running', { at: at(runningSince), pages: pagesSoFar })}{' '}
          <a href={view.href(path)}>{t('admin.upkeep.again')}</a>
        </p>
      )}
    </>
  );
}
