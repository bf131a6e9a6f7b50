import { isReadersPage, loadOutlets, outletOfPage, replayPages } from '../../crawlers/index.ts';
import { loadOutlet, saveOutlets } from '../../db/index.ts';
import { ColumnInchesError, saidOf } from '../domain/index.ts';
import { analyzerFor, finishRun, type Kept, type PageSetting } from '../pipeline.ts';
import { keepReplayedPage } from '../replay.ts';
import type { Command, CommandContext } from './command.ts';
import { ownOutlets } from './own-outlets.ts';
import { ensureRegister } from './shipped-register.ts';

/** Stores saved pages as if they had been fetched: offline and reproducible. */
export const replayCommand: Command = {
  usage: 'replay <path>',
  about: {
    vi: 'Nạp các trang đã lưu (một thư mục HTML hoặc tệp WARC) như khi thu thập',
    en: 'store saved pages (a folder of HTML or a WARC file) as if they had been crawled',
  },
  options: [],
  example: 'column-inches replay ./saved-pages',
  needsOutletFiles: true,
  run: async (context, input) => {
    const [path = ''] = input.arguments;
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const known = [...(await ownOutlets(context)), ...catalogue];
    const station = await context.openStation();
    const parts = { ...station, clock: context.clock, log: context.log };
    const counts: Record<Kept, number> = { article: 0, source: 0, broadcast: 0, failed: 0 };
    const settings = new Map<string, PageSetting>();
    try {
      await ensureRegister(context, station);
      const onSkipped = (error: ColumnInchesError) => {
        counts.failed += 1;
        context.tell(saidOf(error));
      };
      for await (const page of replayPages(path, { onSkipped })) {
        if (!isReadersPage(page)) continue;
        const outlet = outletOfPage(page.url, known);
        let setting = settings.get(outlet.id);
        if (setting === undefined) {
          // Known from its pages only: it is not crawled until somebody adds it.
          const followed = await loadOutlet(station.database.db, outlet.id);
          if (followed === null) {
            await saveOutlets(station.database.db, [{ ...outlet, sources: [] }]);
          }
          setting = { outlet, parts, analyze: await analyzerFor(outlet, parts) };
          settings.set(outlet.id, setting);
        }
        context.signal.throwIfAborted();
        const kept = await keepReplayedPage(page, setting);
        counts[kept] += 1;
        await tellPage(context, page.url, kept);
      }
      if (counts.article + counts.source + counts.failed === 0) throw nothingToReplay(path);
      await finishRun(parts, { demo: false });
      if (context.json) await context.print(JSON.stringify(counts));
      else {
        context.tell({
          vi: `Đã lưu ${counts.article + counts.source} trang: ${counts.article} bài, ${counts.source} trang mục, ${counts.failed} trang không đọc được.`,
          en: `Stored ${counts.article + counts.source} pages: ${counts.article} articles, ${counts.source} section pages, ${counts.failed} unreadable.`,
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

function nothingToReplay(path: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/nothing-to-replay',
    verdict: 'stop-run',
    message: `${path} holds no saved page (.html, .html.gz) and no whole WARC record. Check the path.`,
    messageVietnamese: `${path} không có trang đã lưu nào (.html, .html.gz), cũng không có bản ghi WARC trọn vẹn. Xem lại đường dẫn.`,
  });
}
