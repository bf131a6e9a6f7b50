import { generatePress, truthAt } from '../../src/demo/index.ts';
import type { Perturbed } from './perturbations.ts';
import type { MentionGold } from './sets.ts';

const dayMs = 86_400_000;

/**
 * The texts of the demo press as an annotated set: its generator knows every mention. What it calls
 * no mention (an apposition, a predicate) is ignored as in the set, where a person is meant by it.
 */
export function demoSet(): Perturbed {
  const press = generatePress();
  const end = Math.max(...press.truth.articles.map((one) => Date.parse(one.publishedAt)));
  const golds = truthAt(press, new Date(end + dayMs))
    .filter(({ dated }) => dated)
    .map(({ id, outletId, publishedAt, version }): MentionGold => {
      const { title, text } = version;
      const inText = <T extends { field: string }>(spans: readonly T[]): T[] =>
        spans.filter(({ field }) => field === 'text');
      return {
        docId: id,
        outlet: outletId,
        approxDate: publishedAt,
        title,
        text,
        place: press.register.posts.find((post) => post.place !== null)?.place ?? null,
        mentions: inText(version.mentions),
        ignore: inText(version.uncounted)
          .filter(({ personId }) => personId !== null)
          .map(({ start, end: to, personId, reason }) => ({ start, end: to, personId, reason })),
        hardNegatives: [],
        story: [],
      };
    });
  return { golds, register: press.register };
}
