import type { PostPage as PostModel } from '../../domain/index.ts';
import { DataTable } from '../components/data-table.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink, UncheckedMark } from '../components/person-name.tsx';
import { termColumns } from '../components/term-parts.tsx';
import { Timeline } from '../components/timeline.tsx';
import type { View } from '../view.ts';

type Term = PostModel['terms'][number];

const keyOf = (term: Term) => `${term.personId} ${term.from} ${term.kind}`;

/** The term says beside the name whether it is checked: the name need not say it as well. */
function Holder({ view, term }: { readonly view: View; readonly term: Term }) {
  return <PersonLink view={view} personId={term.personId} name={term.name} isTermBeside />;
}

/** `/posts/:id`: who held or stood for a post, when, and how that is known. */
export function PostPage({ view, post }: { readonly view: View; readonly post: PostModel }) {
  const { t } = view;
  const whose = [post.organization, post.place].filter((part) => part !== null);
  return (
    <Layout view={view} title={post.label} methodVersion={null}>
      <header className="finding">
        <h1>{post.label}</h1>
        {whose.length === 0 ? null : <p className="lead">{whose.join(' · ')}</p>}
        {post.otherLabels.length === 0 ? null : (
          <p className="quiet">{t('post.otherLabels', { labels: post.otherLabels.join(' · ') })}</p>
        )}
      </header>
      <section aria-labelledby="holders-heading">
        <h2 id="holders-heading">{t('post.holders')}</h2>
        <p className="quiet">{t('post.holdersNote')}</p>
        <Timeline
          view={view}
          label={t('post.timeline', { name: post.label })}
          rows={post.terms.map((term) => ({
            ...term,
            key: keyOf(term),
            name: <Holder view={view} term={term} />,
          }))}
        />
        <DataTable
          view={view}
          id="holders"
          caption={t('post.holdersCaption')}
          columns={[
            {
              key: 'person',
              label: t('table.person'),
              cell: (term: Term) => (
                <>
                  <Holder view={view} term={term} />{' '}
                  {term.checked ? null : <UncheckedMark view={view} />}
                </>
              ),
            },
            ...termColumns<Term>(view),
          ]}
          rows={post.terms}
          rowKey={keyOf}
        />
        <p className="quiet">
          <a href={view.href(`/register/history/${encodeURIComponent(post.postId)}`)}>
            {t('history.link')}
          </a>
        </p>
      </section>
    </Layout>
  );
}
