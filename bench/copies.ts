import { ClusterIndex, signatureOf } from '../analyzers/index.ts';
import { generatePress, truthAt } from '../src/demo/index.ts';
import { type Bench, compare } from './comparison.ts';

const seeds = ['song-thanh', 'bench-1', 'bench-2', 'bench-3', 'bench-4', 'bench-5'];

/** Published texts of several presses, wire copies among them, in the order of their days. */
function sampleItems() {
  return seeds
    .flatMap((seed) => {
      const press = generatePress({ seed });
      return truthAt(press, new Date(press.endMs)).map(({ id, publishedAt, version }) => ({
        id: `${seed}/${id}`,
        day: publishedAt.slice(0, 10),
        text: version.text,
      }));
    })
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/** Recognising wire copies; there is no peer with the same recall to compare with. */
export const copiesBench: Bench = {
  name: 'copies',
  async *run({ rounds }) {
    const items = sampleItems();
    const words = items.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    const about = `items of ${Math.round(words / items.length)} words`;
    const addAll = () => {
      const index = new ClusterIndex();
      for (const item of items) index.add(item);
    };
    yield await compare(
      {
        title: `MinHash signatures, ${about} (no peer)`,
        unit: 'signature',
        count: items.length,
        contenders: [
          { name: 'signatureOf', run: () => items.map(({ text }) => signatureOf(text)) },
          { name: 'signature and look-up', run: addAll },
        ],
        claims: [{ text: '≥ 50,000 signatures/s', holds: ({ ownMs }) => 1000 / ownMs >= 50_000 }],
      },
      rounds,
    );
  },
};
