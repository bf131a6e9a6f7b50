import {
  airFileKind,
  isReadersPage,
  loadOutlets,
  outletOfPage,
  replayPages,
} from '../../crawlers/index.ts';
import { loadOutlet, saveOutlets } from '../../db/index.ts';
import { ColumnInchesError, numberOf, saidOf } from '../domain/index.ts';
import { analyzerFor, finishRunAlone, type Kept, type PageSetting } from '../pipeline.ts';
import { keepReplayedPage } from '../replay.ts';
import type { Command, CommandContext } from './command.ts';
import { ownOutlets } from './own-outlets.ts';
import { replayAirFile } from './replay-air.ts';
import { ensureRegister, takeShippedRegister } from './shipped-register.ts';

/** Stores saved pages as if they had been fetched: offline and reproducible. */
export const replayCommand: Command = {
  usage: 'replay <path>',
  about: {
    vi: 'Nạp các trang đã lưu (thư mục HTML, tệp WARC), tệp lịch phát sóng hoặc phụ đề như khi thu thập',
    en: 'store saved pages (a folder of HTML, a WARC file), a listing or subtitles as if crawled',
  },
  options: [
    {
      flags: '--outlet <id>',
      about: {
        vi: 'cơ quan báo chí của tệp lịch phát sóng hoặc phụ đề; không có thì chỉ đọc',
        en: 'outlet of a listing or subtitle file; without it the file is only read',
      },
    },
    {
      flags: '--day <day>',
      about: {
        vi: 'ngày của tệp lịch không ghi ngày',
        en: 'day of a listing file that names none',
      },
    },
    {
      flags: '--bulletin <address>',
      about: {
        vi: 'trang của bản tin mà tệp phụ đề thuộc về',
        en: 'page of the bulletin that a subtitle file is of',
      },
    },
  ],
  example: 'column-inches replay ./saved-pages',
  needsOutletFiles: true,
  run: async (context, input) => {
    const [path = ''] = input.arguments;
    const kind = await airFileKind(path);
    if (kind !== null) return await replayAirFile(path, kind, { context, input });
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const known = [...(await ownOutlets(context)), ...catalogue];
    const station = await context.openStation();
    const parts = { ...station, clock: context.clock, log: context.log };
    const counts: Record<Kept, number> = { article: 0, source: 0, broadcast: 0, failed: 0 };
    const settings = new Map<string, PageSetting>();
    try {
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
          await takeShippedRegister(context, station, [outlet]);
          setting = { outlet, parts, analyze: await analyzerFor(outlet, parts) };
          settings.set(outlet.id, setting);
        }
        context.signal.throwIfAborted();
        const kept = await keepReplayedPage(page, setting);
        counts[kept] += 1;
        await tellPage(context, page.url, kept);
      }
      if (counts.article + counts.source + counts.failed === 0) throw nothingToReplay(path);
      await ensureRegister(context, station, []);
      await finishRunAlone(parts, { demo: false });
      if (context.json) await context.print(JSON.stringify(counts));
      else {
        const pages = counts.article + counts.source;
        const read = [
          numberOf(counts.article, 'article'),
          numberOf(counts.source, 'section page'),
        ].join(', ');
        context.tell({
          vi: `Đã lưu ${pages} trang: ${counts.article} bài, ${counts.source} trang mục, ${counts.failed} trang không đọc được.`,
          en: `Stored ${numberOf(pages, 'page')}: ${read}, ${counts.failed} unreadable.`,
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
