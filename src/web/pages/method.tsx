import { Layout } from '../components/layout.tsx';
import { Markdown } from '../components/markdown.tsx';
import type { Language } from '../charts.ts';
import type { View } from '../view.ts';

/** METHOD.md in one language; `source` is empty where the installation has no such text. */
export interface MethodText {
  readonly language: Language;
  readonly source: string;
}

/** `/method`: the definitions behind every figure, as METHOD.md says them. */
export function MethodPage(props: { readonly view: View; readonly text: MethodText }) {
  const { view, text } = props;
  const hasTitle = /^# /m.test(text.source);
  return (
    <Layout view={view} title={view.t('method.title')} methodVersion={null}>
      <article className="prose" lang={text.language}>
        {hasTitle ? null : <h1>{view.t('method.title')}</h1>}
        {text.source.trim() === '' ? (
          <p>{view.t('method.missing')}</p>
        ) : (
          <Markdown source={text.source} />
        )}
      </article>
    </Layout>
  );
}
