import type { Day } from '../../src/domain/index.ts';
import { headKey, type PostEntry, type RegisterIndex, type TermEntry } from './register-index.ts';
import type { TitleReference } from './title-parser.ts';

/** `exact`: organization and place are said; `generic`: one of them must come from the context. */
export type Fit = 'exact' | 'generic';

export interface PostMatch {
  readonly post: number;
  readonly fit: Fit;
}

/** Every registered post a title may mean. */
export function matchPosts(index: RegisterIndex, title: TitleReference): PostMatch[] {
  const candidates = index.postsByHead.get(headKey(title)) ?? [];
  return candidates.flatMap((post) => {
    const fit = fitOf(index, post, title);
    return fit ? [{ post, fit }] : [];
  });
}

/** How a title fits one post, or null where it names another. */
function fitOf(index: RegisterIndex, at: number, title: TitleReference): Fit | null {
  const post = index.posts[at] as PostEntry;
  const references = post.references.filter(
    (reference) => reference.head === title.head && reference.deputy === title.deputy,
  );
  if (references.length === 0 || !fitsStanding(index, references, title)) return null;
  const organization = organizationFit(references, title);
  const place = placeFit(post, title);
  if (!organization || !place) return null;
  return organization === 'exact' && place === 'exact' ? 'exact' : 'generic';
}

/** "Thường trực" narrows the choice only where the register tells such a deputy apart. */
function fitsStanding(
  index: RegisterIndex,
  references: readonly TitleReference[],
  title: TitleReference,
): boolean {
  if (!title.standing || !index.standingHeads.has(headKey(title))) return true;
  return references.some(({ standing }) => standing);
}

function organizationFit(references: readonly TitleReference[], title: TitleReference): Fit | null {
  const wanted = title.organizations;
  if (title.literal) return 'exact';
  if (wanted === null) return 'generic';
  const isSame = references.some(({ organizations }) =>
    organizations?.some((key) => wanted.includes(key)),
  );
  return isSame ? 'exact' : null;
}

function placeFit(post: PostEntry, title: TitleReference): Fit | null {
  const levelsDiffer = title.level !== null && post.level !== null && title.level !== post.level;
  switch (title.place?.kind) {
    case undefined:
      if (title.literal || (post.place === null && post.district === null)) return 'exact';
      return levelsDiffer ? null : 'generic';
    case 'level':
      if (title.level === 'district') return post.district === null ? null : 'generic';
      return post.place === null || post.district !== null || levelsDiffer ? null : 'generic';
    case 'province':
      // "Thành ủy Quảng Ngãi" is the party of the city in the province, not of the province.
      if (levelsDiffer) return null;
      return post.place === title.place.id && post.district === null ? 'exact' : null;
    case 'district':
      return post.district !== null && post.district === title.place.name ? 'exact' : null;
    case 'foreign':
      return null;
  }
}

/**
 * Who holds a post on a day; more than one for a post with several holders and on the day of a
 * handover.
 */
export function holdersOn(post: PostEntry, day: Day): TermEntry[] {
  return post.terms.filter(({ from, until }) => from <= day && day <= until);
}

/** Whether a person ever held a post the title may mean. */
export function personFits(
  index: RegisterIndex,
  person: number,
  title: TitleReference,
): number | null {
  const held = index.persons[person]?.posts ?? [];
  for (const post of held) if (fitOf(index, post, title)) return post;
  return null;
}

/** Who is called what, when; `day` null = it is not known when. */
export interface TitledPerson {
  readonly person: number;
  readonly title: TitleReference;
  readonly day: Day | null;
}

/** The same, but prefers a post held on the day. */
export function postOf(index: RegisterIndex, { person, title, day }: TitledPerson): number | null {
  const held = (index.persons[person]?.posts ?? []).filter((post) => fitOf(index, post, title));
  const now = held.find(
    (post) =>
      day !== null &&
      holdersOn(index.posts[post] as PostEntry, day).some((term) => term.person === person),
  );
  return now ?? held[0] ?? null;
}

/** Whether no checked term says that the person held the post: on the day, else at any time. */
export function restsOnUnchecked(
  index: RegisterIndex,
  {
    person,
    post,
    day,
  }: { readonly person: number; readonly post: number; readonly day: Day | null },
): boolean {
  const entry = index.posts[post] as PostEntry;
  const held = entry.terms.filter((term) => term.person === person);
  const now = day === null ? [] : holdersOn(entry, day).filter((term) => term.person === person);
  const used = now.length > 0 ? now : held;
  return used.length > 0 && used.every(({ term }) => !term.checked);
}
