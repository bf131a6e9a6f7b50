import type { TextPiece, WholeItem } from '../../domain/index.ts';
import { Layout } from '../components/layout.tsx';
import { MarkedLines } from '../components/whole-text.tsx';
import type { View } from '../view.ts';

/** Words kept around a change, so that its place is recognised. */
const wordsAround = 12;

/** A long stretch that did not change, shortened to its ends. */
function shortened(text: string, ends: { readonly first: boolean; readonly last: boolean }) {
  const words = text.split(/(?<=\s)/);
  const [before, after] = [ends.first ? 0 : wordsAround, ends.last ? 0 : wordsAround];
  if (words.length <= before + after + 4) return text;
  const [head, tail] = [words.slice(0, before), words.slice(words.length - after)];
  return `${head.join('')} … ${after === 0 ? '' : tail.join('')}`;
}

function Pieces({ view, pieces }: { readonly view: View; readonly pieces: readonly TextPiece[] }) {
  const { t } = view;
  return pieces.map(({ kind, text }, index) => {
    if (kind === 'same') {
      const ends = { first: index === 0, last: index === pieces.length - 1 };
      return <span key={index}>{shortened(text, ends)}</span>;
    }
    const Tag = kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={index}>
        <span className="hidden">{t(kind === 'added' ? 'whole.added' : 'whole.removed')} </span>
        {text}
      </Tag>
    );
  });
}

function Change(props: {
  readonly view: View;
  readonly change: WholeItem['changes'][number];
  readonly language: string;
}) {
  const { view, change, language } = props;
  const isChanged = (pieces: readonly TextPiece[]) => pieces.some(({ kind }) => kind !== 'same');
  return (
    <div className="difference" lang={language}>
      <h3 lang={view.language}>
        {view.t('whole.change', { before: change.version - 1, after: change.version })}
      </h3>
      {isChanged(change.title) ? (
        <p className="quote quote-title">
          <Pieces view={view} pieces={change.title} />
        </p>
      ) : null}
      {isChanged(change.text) ? (
        <p className="quote">
          <Pieces view={view} pieces={change.text} />
        </p>
      ) : null}
      {isChanged(change.title) || isChanged(change.text) ? null : (
        <p className="quiet" lang={view.language}>
          {view.t('whole.sameWords')}
        </p>
      )}
    </div>
  );
}

function Archived({ view, whole }: { readonly view: View; readonly whole: WholeItem }) {
  const { t, formats } = view;
  const { page, versions } = whole;
  return (
    <ul className="plain">
      {versions.map(({ version, firstSeen, hasPage, contentHash }) => (
        <li key={version}>
          {t('item.version')} {formats.count(version)} · {formats.instant(firstSeen, page.timeZone)}{' '}
          ·{' '}
          {hasPage ? (
            <a href={`/items/${encodeURIComponent(page.item.itemId)}/versions/${version}/page`}>
              {t('whole.archived')}
            </a>
          ) : (
            t('whole.notKept')
          )}{' '}
          <span className="quiet hash">
            <code>{contentHash}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** `/items/:id/whole`: all that is stored of an item; for signed-in coders. */
export function WholeItemPage({ view, whole }: { readonly view: View; readonly whole: WholeItem }) {
  const { t } = view;
  const { page, versions, changes } = whole;
  const latest = versions.at(-1);
  return (
    <Layout view={view} title={t('whole.title')} methodVersion={page.methodVersion}>
      <header className="finding finding-item">
        <h1 lang={page.item.language}>{page.item.title}</h1>
        <p className="lead">
          {t('whole.lead')}{' '}
          <a href={view.href(`/items/${encodeURIComponent(page.item.itemId)}`)}>
            {t('whole.public')}
          </a>
        </p>
      </header>
      <section aria-labelledby="text-heading">
        <h2 id="text-heading">{t('whole.text')}</h2>
        {latest === undefined ? null : <MarkedLines text={latest.text} page={page} />}
      </section>
      {changes.length === 0 ? null : (
        <section aria-labelledby="changes-heading">
          <h2 id="changes-heading">{t('whole.changes')}</h2>
          {changes.map((change) => (
            <Change
              key={change.version}
              view={view}
              change={change}
              language={page.item.language}
            />
          ))}
        </section>
      )}
      <section aria-labelledby="archive-heading">
        <h2 id="archive-heading">{t('whole.pages')}</h2>
        <p className="quiet">{t('whole.pagesNote')}</p>
        <Archived view={view} whole={whole} />
      </section>
    </Layout>
  );
}
