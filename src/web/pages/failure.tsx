import { Layout } from '../components/layout.tsx';
import type { MessageKey } from '../language.ts';
import { wordsLimitChars } from '../query.ts';
import type { View } from '../view.ts';

export type FailureKind =
  | 'not-found'
  | 'bad-query'
  | 'bad-period'
  | 'bad-words'
  | 'bad-cursor'
  | 'foreign-form'
  | 'too-many'
  | 'failed';

const words: Readonly<
  Record<FailureKind, { readonly title: MessageKey; readonly text: MessageKey }>
> = {
  'not-found': { title: 'state.notFoundTitle', text: 'state.notFoundText' },
  'bad-query': { title: 'state.badQueryTitle', text: 'state.badQueryText' },
  'bad-period': { title: 'state.badPeriodTitle', text: 'state.badPeriodText' },
  'bad-words': { title: 'state.badWordsTitle', text: 'state.badWordsText' },
  'bad-cursor': { title: 'state.badCursorTitle', text: 'state.badCursorText' },
  'foreign-form': { title: 'state.foreignTitle', text: 'state.foreignText' },
  'too-many': { title: 'state.tooManyTitle', text: 'state.tooManyText' },
  failed: { title: 'state.failedTitle', text: 'state.failedText' },
};

/** What happened, what it means for the figures, what to do; never a stack trace. */
export function FailurePage(props: {
  readonly view: View;
  readonly kind: FailureKind;
  /** Code of the error, for the operator. */
  readonly code: string | null;
}) {
  const { view, kind, code } = props;
  const { t } = view;
  const { title, text } = words[kind];
  return (
    <Layout view={view} title={t(title)} methodVersion={null}>
      <section className="state">
        <h1>{t(title)}</h1>
        <p>{t(text, { limit: wordsLimitChars })}</p>
        {code === null ? null : (
          <p>
            {t('state.failedNext')} <code>{code}</code>
          </p>
        )}
        <p>
          <a href={view.href('/', { from: null, to: null, outlet: null })}>
            {t('state.notFoundNext')}
          </a>
        </p>
      </section>
    </Layout>
  );
}
