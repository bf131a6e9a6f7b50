import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { load as loadSlim } from 'cheerio/slim';
import { parseHTML } from 'linkedom';
import { extractArticle } from '../crawlers/index.ts';
import { generatePress } from '../src/demo/index.ts';
import { type Bench, type BenchSetting, compare } from './comparison.ts';
import { savedPages } from './saved-pages.ts';
import { pressPages, type SamplePage } from './sample-press.ts';

const readability = 'Readability + linkedom';
const cheerioFull = 'cheerio (parse5)';

function readWithReadability({ html }: SamplePage): string | null | undefined {
  const { document } = parseHTML(html);
  return new Readability(document as unknown as Document).parse()?.textContent;
}

function over(pages: readonly SamplePage[], read: (page: SamplePage) => unknown): () => void {
  return () => {
    for (const page of pages) read(page);
  };
}

function samplePages({ dataFolder, pages }: BenchSetting): readonly SamplePage[] {
  return dataFolder === null ? pressPages(generatePress(), pages) : savedPages(dataFolder, pages);
}

/** Article pages: from HTML to the text, against Readability; parsing alone, against cheerio. */
export const extractionBench: Bench = {
  name: 'extraction',
  async *run(setting) {
    const pages = samplePages(setting);
    const kilobytes = pages.reduce((sum, { html }) => sum + html.length, 0) / pages.length / 1000;
    yield await compare(
      {
        title: `article extraction, pages of ${kilobytes.toFixed(0)} kB on average`,
        unit: 'page',
        count: pages.length,
        contenders: [
          {
            name: 'extractArticle',
            run: over(pages, ({ html, url }) => extractArticle(html, url)),
          },
          { name: readability, run: over(pages, readWithReadability) },
          { name: cheerioFull, run: over(pages, ({ html }) => load(html)) },
          { name: 'cheerio/slim (htmlparser2)', run: over(pages, ({ html }) => loadSlim(html)) },
        ],
        claims: [
          { text: '≤ 1.5 ms a page', holds: ({ ownMs }) => ownMs <= 1.5 },
          { text: `≥ 10 × ${readability}`, holds: ({ timesOurs }) => timesOurs(readability) >= 10 },
        ],
      },
      setting.rounds,
    );
  },
};
