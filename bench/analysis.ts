import { analyze, sentencesOf } from '../analyzers/index.ts';
import { decodeText, extractArticle } from '../crawlers/index.ts';
import { generatePress } from '../src/demo/index.ts';
import type { Register } from '../src/domain/index.ts';
import { type Bench, compare } from './comparison.ts';
import { pressItems, pressPages, pressText, widenRegister } from './sample-press.ts';

const articleBytes = 3_200;
const sizes = [200, 5_000] as const;
const largest = 100_000;
const mostSlowdown = 2;

/** What an analysis of an article costs, for small registers. */
async function* analyses(rounds: number) {
  const press = generatePress();
  const items = pressItems(press, articleBytes);
  const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });
  yield await compare(
    {
      title: 'analyze: an article of 3.2 kB',
      unit: 'article',
      count: items.length,
      contenders: [
        {
          name: `analyze, ${press.register.persons.length} persons`,
          run: () => items.map((item) => analyze(item, press.register).mentions.length),
        },
        ...sizes.map((size) => {
          const wide = widenRegister(press.register, size);
          return {
            name: `analyze, ${size.toLocaleString('en')} persons`,
            run: () => items.map((item) => analyze(item, wide).mentions.length),
          };
        }),
        {
          name: 'Intl.Segmenter alone',
          run: () => items.map(({ text }) => [...segmenter.segment(text)].length),
        },
      ],
      claims: [{ text: '≤ 0.5 ms', holds: ({ ownMs }) => ownMs <= 0.5 }],
    },
    rounds,
  );
}

/** The same with a register as large as a state's; made once, which the rounds leave out. */
async function* largeRegister(rounds: number) {
  const press = generatePress();
  const items = pressItems(press, articleBytes);
  const [small, large] = [sizes[0], largest].map((size) => widenRegister(press.register, size));
  if (!small || !large) return;
  const run = (register: Register) => () => {
    for (const item of items) analyze(item, register);
  };
  const few = `analyze, ${sizes[0]} persons`;
  yield await compare(
    {
      title: 'analyze with a large register: an article of 3.2 kB',
      unit: 'article',
      count: items.length,
      contenders: [
        { name: `analyze, ${largest.toLocaleString('en')} persons`, run: run(large) },
        { name: few, run: run(small) },
      ],
      claims: [
        {
          text: `≤ ${mostSlowdown} × of ${sizes[0]} persons`,
          holds: ({ timesOurs }) => 1 / timesOurs(few) <= mostSlowdown,
        },
      ],
    },
    rounds,
  );
}

/** From bytes of a page to its mentions; only storing is left out. */
async function* chain(rounds: number, most: number) {
  const press = generatePress();
  const encoder = new TextEncoder();
  const pages = pressPages(press, most).map(({ url, html }) => ({
    url,
    bytes: encoder.encode(html),
  }));
  const run = () => {
    for (const { url, bytes } of pages) {
      const { title, text, publishedAt, paragraphs } = extractArticle(decodeText(bytes).text, url);
      const item = { id: url, outlet: 'press', publishedAt, title, text, paragraphs };
      analyze(item, press.register);
    }
  };
  yield await compare(
    {
      title: 'a story from its bytes to its mentions, without storing',
      unit: 'story',
      count: pages.length,
      contenders: [{ name: 'decode, extract, analyze', run }],
      claims: [{ text: '≤ 2.4 ms', holds: ({ ownMs }) => ownMs <= 2.4 }],
    },
    rounds,
  );
}

async function* language(rounds: number) {
  const text = pressText(['song-thanh']);
  yield await compare(
    {
      title: 'sentences of running text (no peer)',
      unit: 'MB',
      count: Buffer.byteLength(text) / 1e6,
      contenders: [{ name: 'sentencesOf', run: () => sentencesOf(text).length }],
    },
    rounds,
  );
}

/** The analyzers on articles of the demo press. */
export const analysisBench: Bench = {
  name: 'analysis',
  async *run({ rounds, pages }) {
    yield* analyses(rounds);
    yield* chain(rounds, pages);
    yield* language(rounds);
  },
};

/** A register of 100,000 persons, apart because making it ready takes its time. */
export const largeRegisterBench: Bench = {
  name: 'large-register',
  async *run({ rounds }) {
    yield* largeRegister(rounds);
  },
};
