import type { FigureSet } from '../../domain/index.ts';
import { Layout } from '../components/layout.tsx';
import { MethodFigures } from '../components/method-figures.tsx';
import { Markdown } from '../components/markdown.tsx';
import type { Language } from '../charts.ts';
import type { View } from '../view.ts';

/** A document of ours in one language; `source` is empty where the installation has none. */
export interface OwnText {
  readonly language: Language;
  readonly source: string;
}

/** The text without its title, which the page's head bears. */
function partsOf({ source }: OwnText): {
  readonly title: string | undefined;
  readonly rest: string;
} {
  const [whole = '', title] = /^# (.+)\n/.exec(source) ?? [];
  return { title, rest: source.slice(whole.length) };
}

function Prose({ view, text }: { readonly view: View; readonly text: OwnText }) {
  const { rest } = partsOf(text);
  return (
    <article className="prose" lang={text.language}>
      {text.source.trim() === '' ? <p>{view.t('method.missing')}</p> : <Markdown source={rest} />}
    </article>
  );
}

/** `/method`: the definitions behind every figure, as METHOD.md says them. */
export function MethodPage(props: {
  readonly view: View;
  readonly text: OwnText;
  /** Of this installation; null while nothing was captured. */
  readonly figures: FigureSet | null;
}) {
  const { view, text, figures } = props;
  const { title } = partsOf(text);
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
      {/* The live figures stand between the title and the definitions. */}
      {figures === null ? null : <MethodFigures view={view} figures={figures} />}
      <p className="actions">
        <a href={view.href('/codebook')}>{view.t('coding.codebookWhole')}</a>
      </p>
      <Prose view={view} text={text} />
    </Layout>
  );
}

/** `/codebook`: the rules by which items are read, as analyzers/README.md says them. */
export function CodebookPage({ view, text }: { readonly view: View; readonly text: OwnText }) {
  const { title = view.t('coding.codebook') } = partsOf(text);
  return (
    <Layout view={view} title={title} methodVersion={null}>
      <header className="finding">
        <h1 lang={text.language}>{title}</h1>
      </header>
      <Prose view={view} text={text} />
    </Layout>
  );
}
