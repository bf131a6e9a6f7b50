import { type AnalyzableItem, type Register } from '../src/domain/index.ts';
import { generatePress, type Press, respond, truthAt } from '../src/demo/index.ts';
import { sampleNames } from './sample-names.ts';

/** A page as the crawler holds it. */
export interface SamplePage {
  readonly url: string;
  readonly html: string;
}

/** Any host: nothing is fetched. */
const host = 'press.example';

function endOf(press: Press): Date {
  return new Date(press.endMs);
}

function bodyOf(press: Press, place: { outletId: Press['outlets'][number]['id']; path: string }) {
  const response = respond(press, { ...place, at: endOf(press), headers: { host } });
  return response.status === 200 ? response.body : null;
}

/** Article pages of the demo press: three layouts, navigation, related links, pictures. */
export function pressPages(press: Press, most: number): readonly SamplePage[] {
  const pages = press.articles.flatMap(({ outletId, path }): SamplePage[] => {
    const html = bodyOf(press, { outletId, path });
    return html === null ? [] : [{ url: `http://${host}${path}`, html }];
  });
  return spread(pages, most);
}

/** Every feed that an outlet of the press lists, as bytes. */
export function pressFeeds(press: Press): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  return press.outlets.flatMap((outlet) =>
    outlet.sources
      .filter(({ kind }) => kind === 'feed')
      .flatMap(({ path }) => {
        const body = bodyOf(press, { outletId: outlet.id, path });
        return body === null ? [] : [encoder.encode(body)];
      }),
  );
}

/** All that several presses say, each article once: running text with many names in it. */
export function pressText(seeds: readonly string[]): string {
  return seeds
    .flatMap((seed) => {
      const press = generatePress({ seed });
      return truthAt(press, endOf(press)).map(({ version }) => `${version.title}\n${version.text}`);
    })
    .join('\n');
}

/** Items of about so many bytes of UTF-8, whole paragraphs of the press one after another. */
export function pressItems(press: Press, bytesEach: number): readonly AnalyzableItem[] {
  const items: AnalyzableItem[] = [];
  let paragraphs: string[] = [];
  let bytes = 0;
  for (const { id, outletId, publishedAt, version } of truthAt(press, endOf(press))) {
    for (const { text } of version.paragraphs) {
      paragraphs.push(text);
      bytes += Buffer.byteLength(text) + 1;
    }
    if (bytes < bytesEach) continue;
    items.push({
      id,
      outlet: outletId,
      publishedAt,
      title: version.title,
      text: paragraphs.join('\n'),
      language: 'vi',
    });
    paragraphs = [];
    bytes = 0;
  }
  return items;
}

/** The register with more persons in it, up to so many names in all; each holds a post. */
export function widenRegister(register: Register, namesInAll: number): Register {
  const known = new Set(register.persons.map(({ name }) => name));
  const names = sampleNames(namesInAll)
    .filter((name) => !known.has(name))
    .slice(0, namesInAll - known.size);
  const persons = names.map((name, index) => ({ id: `extra-${index}`, name, otherNames: [] }));
  const [post] = register.posts;
  const [term] = register.terms;
  if (!post || !term) return register;
  return {
    ...register,
    persons: [...register.persons, ...persons],
    posts: [
      ...register.posts,
      ...persons.map(({ id }) => ({
        ...post,
        id: `post-${id}`,
        label: `Thành viên ${id}`,
        otherLabels: [],
        organization: null,
        genericTitle: null,
      })),
    ],
    terms: [
      ...register.terms,
      ...persons.map(({ id }) => ({ ...term, id: `term-${id}`, person: id, post: `post-${id}` })),
    ],
  };
}

/** At most so many of the values, evenly from all of them. */
export function spread<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, index) => {
    return values[Math.floor((index * values.length) / most)] as Value;
  });
}
