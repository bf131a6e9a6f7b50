import type { SearchHit, SearchPage as Found, SearchPiece } from '../../domain/index.ts';
import { ItemLink } from '../components/item-title.tsx';
import { Layout } from '../components/layout.tsx';
import type { View } from '../view.ts';

function Pieces({ pieces }: { readonly pieces: readonly SearchPiece[] }) {
  return pieces.map((piece, index) =>
    piece.found ? (
      <mark key={index} className="found">
        {piece.text}
      </mark>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}

function Hit({ view, hit }: { readonly view: View; readonly hit: SearchHit }) {
  const { formats } = view;
  const { item, title, sentences } = hit;
  return (
    <li>
      <ItemLink view={view} item={item}>
        <Pieces pieces={title} />
      </ItemLink>
      <span className="quiet">
        {item.outletName} · {formats.weekday(item.day)} {formats.day(item.day)}
      </span>
      {sentences.map((pieces, index) => (
        <blockquote key={index} lang={item.language}>
          <Pieces pieces={pieces} />
        </blockquote>
      ))}
    </li>
  );
}

function Results(props: { readonly view: View; readonly words: string; readonly found: Found }) {
  const { view, words, found } = props;
  const { t, query } = view;
  if (found.hits.length === 0) {
    return (
      <section className="state">
        <h2>{t('search.nothing', { words })}</h2>
        <p>{t('search.nothingNext')}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="hits-heading">
      <h2 id="hits-heading">{t('search.results', { words })}</h2>
      <ol className="hits" id="items">
        {found.hits.map((hit) => (
          <Hit key={hit.item.itemId} view={view} hit={hit} />
        ))}
      </ol>
      <p className="paging">
        {query.cursor === undefined ? null : (
          <a href={view.href('/search', view.kept)}>{t('paging.first')}</a>
        )}
        {found.cursor === null ? null : (
          <a rel="next" href={view.href('/search', { ...view.kept, cursor: found.cursor })}>
            {t('paging.next')}
          </a>
        )}
      </p>
    </section>
  );
}

/** `/search`: titles and public sentences, with or without diacritics. */
export function SearchPage(props: {
  readonly view: View;
  readonly words: string;
  /** null before anything was asked. */
  readonly found: Found | null;
}) {
  const { view, words, found } = props;
  const { t, query } = view;
  return (
    <Layout view={view} title={t('search.title')} methodVersion={null}>
      <header className="finding finding-item">
        <h1>{t('search.title')}</h1>
      </header>
      <form
        className="filter"
        method="get"
        action="/search"
        role="search"
        aria-label={t('search.title')}
      >
        <label className="search-field">
          {t('search.label')}{' '}
          <input type="search" name="q" defaultValue={words} maxLength={200} required />
        </label>
        {query.from === undefined ? null : <input type="hidden" name="from" value={query.from} />}
        {query.to === undefined ? null : <input type="hidden" name="to" value={query.to} />}
        {query.outlet.map((id) => (
          <input key={id} type="hidden" name="outlet" value={id} />
        ))}
        {query.lang === undefined ? null : <input type="hidden" name="lang" value={query.lang} />}
        <button type="submit">{t('search.button')}</button>
      </form>
      <p className="table-note">{t('search.hint')}</p>
      {found === null ? null : <Results view={view} words={words} found={found} />}
    </Layout>
  );
}
