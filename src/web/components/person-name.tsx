import type { PersonFigures } from '../../domain/index.ts';
import { personColourIndex, type PersonShape, personShape } from '../charts.ts';
import type { View } from '../view.ts';

/** Classes that give an element the person's colour as `--person`, and their shape. */
export function personClass(personId: string): string {
  return `person-${personColourIndex(personId) + 1} person-${personShape(personId)}`;
}

const shapePaths: Readonly<Record<PersonShape, string>> = {
  circle: 'M0 5a5 5 0 0 1 10 0a5 5 0 0 1-10 0z',
  square: 'M.6.6h8.8v8.8H.6z',
  diamond: 'M5-.6L10.6 5 5 10.6-.6 5z',
};

/** The dot that stands for a person wherever a colour does. */
export function PersonDot({ personId }: { readonly personId: string }) {
  return (
    <svg className={`dot ${personClass(personId)}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={shapePaths[personShape(personId)]} />
    </svg>
  );
}

/** Name as a link to the person's page, with the colour dot before it. */
export function PersonLink(props: {
  readonly view: View;
  readonly personId: string;
  readonly name: string;
}) {
  return (
    <span className="person-link">
      <PersonDot personId={props.personId} />
      <a href={props.view.href(`/persons/${encodeURIComponent(props.personId)}`)}>{props.name}</a>
    </span>
  );
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
