import { Layout } from '../components/layout.tsx';
import { Markdown } from '../components/markdown.tsx';
import type { View } from '../view.ts';

/** `/method`: the definitions behind every figure, as METHOD.md says them. */
export function MethodPage(props: { readonly view: View; readonly markdown: string }) {
  const { view, markdown } = props;
  const hasTitle = /^# /m.test(markdown);
  return (
    <Layout view={view} title={view.t('method.title')} methodVersion={null}>
      <article className="prose">
        {hasTitle ? null : <h1>{view.t('method.title')}</h1>}
        {markdown.trim() === '' ? (
          <p>{view.t('method.missing')}</p>
        ) : (
          <Markdown source={markdown} />
        )}
      </article>
    </Layout>
  );
}
