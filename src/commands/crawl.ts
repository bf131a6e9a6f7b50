import { listOutlets } from '../../db/index.ts';
import type { CrawlSummary } from '../../crawlers/index.ts';
import { ColumnInchesError, hasEnded, numberOf, type Outlet, saidOf } from '../domain/index.ts';
import { finishRunAlone, runOutlets } from '../pipeline.ts';
import { type Command, type CommandContext, type Station, textOption } from './command.ts';
import { unknownOutlet } from './outlets.ts';
import { isFollowed } from './own-outlets.ts';
import { ensureRegister } from './shipped-register.ts';

/** One crawl of the followed outlets, now. */
export const crawlCommand: Command = {
  usage: 'crawl',
  about: {
    vi: 'Thu thập ngay một lượt từ các cơ quan báo chí đang theo dõi',
    en: 'crawl the followed outlets once, now',
  },
  options: [
    {
      flags: '--outlet <id>',
      about: { vi: 'chỉ cơ quan này', en: 'only this outlet' },
    },
  ],
  example: 'column-inches crawl --outlet bao-quang-ngai',
  beside: 'no-crawler',
  needsOutletFiles: true,
  run: async (context, input) => {
    const station = await context.openStation().catch((thrown: unknown) => {
      throw withQueueNamed(thrown);
    });
    try {
      const outlets = await chooseFollowed(
        station,
        textOption(input, 'outlet'),
        context.clock.now(),
      );
      if (outlets.length === 0) {
        context.tell({
          vi: 'Chưa theo dõi cơ quan báo chí nào. Thêm bằng: column-inches outlets add https://…',
          en: 'No outlet is followed yet. Add one: column-inches outlets add https://…',
        });
        return 2;
      }
      await ensureRegister(context, station, outlets);
      const summaries = await crawlAll(context, station, outlets);
      return summaries.some((summary) => troubles(summary) > 0) ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

/** Beside a program that crawls, that program is asked to crawl now. */
function withQueueNamed(thrown: unknown): unknown {
  if (!(thrown instanceof ColumnInchesError) || thrown.code !== 'database/in-use') return thrown;
  const said = saidOf(thrown);
  return new ColumnInchesError({
    code: thrown.code,
    verdict: thrown.verdict,
    cause: thrown,
    message:
      `${said.en} If that is "start", it crawls an outlet for you now: ` +
      '"column-inches jobs --run crawl:<outlet>", or “Run now” on /operations.',
    messageVietnamese:
      `${said.vi} Nếu đó là "start", hãy để nó thu thập ngay một cơ quan: ` +
      '"column-inches jobs --run crawl:<mã>", hoặc “Chạy ngay” ở /operations.',
  });
}

/** Those that have not ended; one that has, only if it is asked for. */
async function chooseFollowed(station: Station, id: string | undefined, now: Date) {
  const followed = (await listOutlets(station.database.db, { demo: false })).filter(isFollowed);
  if (id === undefined) return followed.filter((outlet) => !hasEnded(outlet, now));
  const chosen = followed.filter((outlet) => outlet.id === id);
  if (chosen.length === 0) throw unknownOutlet(id);
  return chosen;
}

/** Crawls outlets side by side and closes the run (clusters, ledger). */
async function crawlAll(
  context: CommandContext,
  station: Station,
  outlets: readonly Outlet[],
): Promise<readonly CrawlSummary[]> {
  const parts = { ...station, clock: context.clock, log: context.log };
  let pages = 0;
  const summaries = await runOutlets(outlets, parts, {
    signal: context.signal,
    onKept: (_kept, outlet) => {
      pages += 1;
      context.progress({
        vi: `${pages} trang (${outlet.name})`,
        en: `${numberOf(pages, 'page')} (${outlet.name})`,
      });
    },
    onOutlet: (summary, outlet) => tellSummary(context, outlet, summary),
  });
  await finishRunAlone(parts, { demo: false });
  return summaries;
}

/** What a crawl of an outlet came to, for who watches. */
export async function tellSummary(
  context: CommandContext,
  outlet: Outlet,
  summary: CrawlSummary,
): Promise<void> {
  if (context.json) {
    await context.print(JSON.stringify(summary));
    return;
  }
  const fetched = summary.articles.ok;
  const why = fetched + summary.known === 0 && troubles(summary) > 0;
  context.tell({
    vi: `${outlet.name}: ${fetched} bài mới hoặc có sửa, ${summary.known} bài đã biết, ${troubles(summary)} lần hỏi không được.`,
    en: `${outlet.name}: ${numberOf(fetched, 'article')} new or edited, ${summary.known} known, ${numberOf(troubles(summary), 'attempt')} failed.`,
  });
  if (why) {
    context.tell({
      vi: `  Vì sao: column-inches outlets check ${outlet.id}`,
      en: `  Why: column-inches outlets check ${outlet.id}`,
    });
  }
}

function troubles(summary: CrawlSummary): number {
  return Object.values(summary.errors).reduce((sum, count) => sum + count, 0);
}
