import { type Handle, loadRegister } from '../../db/index.ts';
import { firstDay, type OfficeTerm, type PostPage, type Register } from '../domain/index.ts';

/** Every person's terms, the latest first. */
export function officeTerms(register: Register): (personId: string) => OfficeTerm[] {
  const labels = new Map(register.posts.map((post) => [post.id, post.label]));
  const terms = Map.groupBy(register.terms, ({ person }) => person);
  return (personId) =>
    (terms.get(personId) ?? [])
      .toSorted(latestFirst)
      .map(({ post, from, until, kind, source, checked }) => ({
        postId: post,
        label: labels.get(post) ?? post,
        from,
        until,
        kind,
        source,
        checked,
      }));
}

/** One post and all who held or stood for it, the latest first; null where it is not known. */
export async function postPage(
  db: Handle,
  options: { readonly id: string; readonly demo: boolean },
): Promise<PostPage | null> {
  const { id, demo } = options;
  const register = await loadRegister(db, { demo });
  const post = register.posts.find((known) => known.id === id);
  if (!post) return null;
  const named = (list: readonly { readonly id: string; readonly name: string }[], key: string) =>
    list.find((row) => row.id === key)?.name ?? key;
  return {
    postId: id,
    label: post.label,
    otherLabels: post.otherLabels,
    organization:
      post.organization === null ? null : named(register.organizations, post.organization),
    place: post.place === null ? null : named(register.places, post.place),
    terms: register.terms
      .filter((term) => term.post === id)
      .toSorted(latestFirst)
      .map(({ person, from, until, kind, source, checked }) => ({
        personId: person,
        name: named(register.persons, person),
        from,
        until,
        kind,
        source,
        checked,
      })),
  };
}

type Started = { readonly from: string | null };

function latestFirst(one: Started, other: Started): number {
  const start = ({ from }: Started) => (from === null ? '' : firstDay(from));
  return start(one) < start(other) ? 1 : -1;
}
