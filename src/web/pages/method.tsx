import type { FigureSet } from '../../domain/index.ts';
import { Layout } from '../components/layout.tsx';
import { MethodFigures } from '../components/method-figures.tsx';
import { Markdown } from '../components/markdown.tsx';
import type { Language } from '../charts.ts';
import type { View } from '../view.ts';

/** METHOD.md in one language; `source` is empty where the installation has no such text. */
export interface MethodText {
  readonly language: Language;
  readonly source: string;
}

/** `/method`: the definitions behind every figure, as METHOD.md says them. */
export function MethodPage(props: {
  readonly view: View;
  readonly text: MethodText;
  /** Of this installation; null while nothing was captured. */
  readonly figures: FigureSet | null;
}) {
  const { view, text, figures } = props;
  // The live figures stand between the title and the definitions.
  const [whole = '', title] = /^# (.+)\n/.exec(text.source) ?? [];
  return (
    <Layout
      view={view}
      title={view.t('method.title')}
      methodVersion={figures?.methodVersion ?? null}
    >
      <header className="finding">
        <h1 lang={title === undefined ? view.language : text.language}>
          {title ?? view.t('method.title')}
        </h1>
      </header>
      {figures === null ? null : <MethodFigures view={view} figures={figures} />}
      <article className="prose" lang={text.language}>
        {text.source.trim() === '' ? (
          <p>{view.t('method.missing')}</p>
        ) : (
          <Markdown source={text.source.slice(whole.length)} />
        )}
      </article>
    </Layout>
  );
}
