import type { PersonFigures } from '../../domain/index.ts';
import { personColourIndex } from '../charts.ts';
import type { View } from '../view.ts';

/** Class that gives an element the person's colour as `--person`. */
export function personClass(personId: string): string {
  return `person-${personColourIndex(personId) + 1}`;
}

/** The dot that stands for a person wherever a colour does. */
export function PersonDot({ personId }: { readonly personId: string }) {
  return (
    <svg className={`dot ${personClass(personId)}`} viewBox="0 0 10 10" aria-hidden="true">
      <circle cx="5" cy="5" r="5" />
    </svg>
  );
}

/**
 * Name as a link to the person's page, with the colour dot before it. An unchecked person says so,
 * unless `posts` follow that say it themselves.
 */
export function PersonLink(props: {
  readonly view: View;
  readonly personId: string;
  readonly name: string;
  readonly posts?: PersonFigures['posts'];
  /** A term of theirs stands beside the name and says itself whether it is checked. */
  readonly isTermBeside?: boolean;
}) {
  const { view, personId, posts = [], isTermBeside = false } = props;
  return (
    <span className="person-link">
      <PersonDot personId={personId} />
      <a href={view.href(`/persons/${encodeURIComponent(personId)}`)}>{props.name}</a>
      {isTermBeside ? null : <UncheckedPerson view={view} personId={personId} posts={posts} />}
    </span>
  );
}

/** The mark of a person of whom no term is checked, where no posts say so. */
export function UncheckedPerson(props: {
  readonly view: View;
  readonly personId: string;
  readonly posts: PersonFigures['posts'];
}) {
  const { view, personId, posts } = props;
  return posts.length === 0 && view.isUnchecked(personId) ? <UncheckedMark view={view} /> : null;
}

export function UncheckedMark({ view }: { readonly view: View }) {
  return <span className="unchecked">{view.t('person.unchecked')}</span>;
}

/** Posts held in the period, the latest first; unchecked ones say so. */
export function Posts(props: { readonly view: View; readonly posts: PersonFigures['posts'] }) {
  const { view, posts } = props;
  if (posts.length === 0) return <span className="quiet">{view.t('person.noPost')}</span>;
  return (
    <span className="quiet">
      {posts.map((post, index) => (
        <span key={post.label}>
          {index === 0 ? '' : ' · '}
          {post.label} {post.checked ? null : <UncheckedMark view={view} />}
        </span>
      ))}
    </span>
  );
}
