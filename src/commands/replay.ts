import { loadOutlets, replayPages } from '../../crawlers/index.ts';
import { saveOutlets } from '../../db/index.ts';
import type { Outlet } from '../domain/index.ts';
import { finishRun, keepReplayedPage } from '../pipeline.ts';
import type { Command, CommandContext } from './command.ts';

/** Stores saved pages as if they had been fetched: offline and reproducible. */
export const replayCommand: Command = {
  usage: 'replay <path>',
  about: {
    vi: 'Nạp các trang đã lưu (một thư mục HTML hoặc tệp WARC) như khi thu thập',
    en: 'store saved pages (a folder of HTML or a WARC file) as if they had been crawled',
  },
  options: [],
  example: 'column-inches replay ./saved-pages',
  run: async (context, input) => {
    const [path = ''] = input.arguments;
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const station = await context.openStation();
    const parts = { ...station, clock: context.clock, log: context.log };
    const counts = { stored: 0, articles: 0, sources: 0, failed: 0 };
    const known = new Map<string, Outlet>();
    try {
      for await (const page of replayPages(path)) {
        const outlet = outletOfPage(page.url, [...catalogue, ...known.values()]);
        if (!known.has(outlet.id)) {
          known.set(outlet.id, outlet);
          await saveOutlets(station.database.db, [outlet]);
        }
        const kept = await keepReplayedPage(page, outlet, parts);
        counts.stored += 1;
        counts[kept] += 1;
        await tellPage(context, page.url, kept);
      }
      await finishRun(parts, { demo: false });
      if (context.json) await context.print(JSON.stringify(counts));
      else {
        context.tell({
          vi: `Đã lưu ${counts.stored} trang: ${counts.articles} bài, ${counts.sources} trang mục, ${counts.failed} trang không đọc được.`,
          en: `Stored ${counts.stored} pages: ${counts.articles} articles, ${counts.sources} section pages, ${counts.failed} unreadable.`,
        });
      }
      return counts.failed > 0 ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

async function tellPage(context: CommandContext, url: string, kept: string): Promise<void> {
  if (!context.json)
    context.tell({ vi: `  ${kept.padEnd(8)} ${url}`, en: `  ${kept.padEnd(8)} ${url}` });
}

/** The catalogue's outlet of that site, or a bare one named after the host. */
function outletOfPage(url: string, outlets: readonly Outlet[]): Outlet {
  const host = new URL(url).host.replace(/^www\./, '');
  const known = outlets.find((outlet) => {
    const own = new URL(outlet.homepage).host.replace(/^www\./, '');
    return own === host || host.endsWith(`.${own}`);
  });
  if (known) return known;
  return {
    id: host.replaceAll(/[^a-z0-9]+/g, '-'),
    name: host,
    medium: 'news-site',
    homepage: new URL('/', url).href,
    place: null,
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    verified: false,
    sources: [],
    selectors: [],
    delayMs: 5_000,
    expectedItemsPerDay: { min: 0, max: 1_000 },
    allowPrivateAddresses: false,
    demo: false,
  };
}
