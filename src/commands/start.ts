import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createBrowserDoor } from '../../crawlers/index.ts';
import { listOutlets, loadRegister, saveRegister } from '../../db/index.ts';
import { readRegister } from './analyze.ts';
import type { Command, CommandContext, Station } from './command.ts';
import { crawlAll } from './crawl.ts';
import { openReview, tellFirstAdministrator } from './review-parts.ts';
import { ColumnInchesError, type Outlet } from '../domain/index.ts';
import { followFrontPages } from '../front-pages.ts';
import { runDemoFor } from './demo-press.ts';
import { isFollowed } from './own-outlets.ts';

/** The main job: database up, outlets (or the demo press) crawled, dashboard open. */
export const startCommand: Command = {
  usage: 'start',
  about: {
    vi: 'Chạy trọn vẹn: mở cơ sở dữ liệu, thu thập, rồi mở trang số liệu',
    en: 'run everything: open the database, crawl, and open the dashboard',
  },
  options: [
    {
      flags: '--full-demo',
      about: {
        vi: 'xem trang nhất của báo chí hư cấu vào mọi giờ của 14 ngày, không chỉ vài giờ',
        en: 'look at the fictional front pages in every hour of the 14 days, not in some',
      },
    },
  ],
  example: 'column-inches start',
  beside: 'never',
  needsOutletFiles: true,
  run: async (context, input) => {
    context.tell({ vi: 'Đang mở cơ sở dữ liệu…', en: 'Opening the database…' });
    const station = await context.openStation();
    const closers: (() => Promise<void>)[] = [];
    try {
      const real = await listOutlets(station.database.db, { demo: false });
      const followed = real.filter(isFollowed);
      if (real.length > 0) await importShippedRegister(context, station);
      const isDemo = real.length === 0 && context.config.demo;
      const everyLook = input.options['fullDemo'] === true;
      const demo = isDemo ? await runDemoFor(context, station, { everyLook }) : null;
      if (demo) closers.push(() => demo.close());
      const web = await openDashboard(context, station);
      closers.push(() => web.close());
      tellOpened(context, web.address, isDemo);
      await web.tell();
      await demo?.lookAtFronts();
      if (followed.length > 0) {
        await crawlAll(context, station, followed);
        await watchFrontPages(context, station, followed);
      }
      await untilInterrupted(context.signal);
      return 0;
    } catch (thrown) {
      // Ctrl-C during the first crawl is not a failure: the next start goes on from there.
      if (context.signal.aborted) return 0;
      throw thrown;
    } finally {
      for (const close of closers.reverse()) await close();
      await station.close();
    }
  },
};

/** Front pages change by the minute: they are looked at for as long as the program runs. */
async function watchFrontPages(
  context: CommandContext,
  station: Station,
  outlets: readonly Outlet[],
): Promise<void> {
  const { clock, log, signal, config } = context;
  const browser = createBrowserDoor({
    door: station.door,
    clock,
    log,
    contact: config.contact,
    chromiumPath: config.chromiumPath,
    folder: join(config.dataFolder, 'browser'),
  });
  const parts = { ...station, clock, log, browser };
  try {
    await followFrontPages(outlets, parts, signal);
  } finally {
    await browser.close();
  }
}

/** The dashboard alone: nothing is crawled. */
export const serveCommand: Command = {
  usage: 'serve',
  about: {
    vi: 'Chỉ mở trang số liệu, không thu thập',
    en: 'open the dashboard only; nothing is crawled',
  },
  options: [],
  example: 'column-inches serve',
  run: async (context) => {
    const station = await context.openStation();
    try {
      const web = await openDashboard(context, station);
      tellOpened(context, web.address, false);
      await web.tell();
      await untilInterrupted(context.signal);
      await web.close();
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** A first real outlet without any register: the shipped ones are a beginning, marked unchecked. */
async function importShippedRegister(context: CommandContext, station: Station): Promise<void> {
  const { db } = station.database;
  if ((await loadRegister(db, { demo: false })).persons.length > 0) return;
  const folder = context.folders.registers;
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.csv'))) {
    await saveRegister(db, await readRegister(join(folder, name)), { demo: false });
    context.tell({
      vi: `Đã nạp danh bạ kèm sẵn ${name}. Thay bằng của bạn: column-inches register import TỆP`,
      en: `Imported the shipped register ${name}. Use your own: column-inches register import FILE`,
    });
  }
}

async function openDashboard(context: CommandContext, station: Station) {
  const { config, folders } = context;
  const { createWebServer } = await import('../web/index.ts');
  const text = (name: string) => readFile(join(folders.packageRoot, name), 'utf8');
  const review = await openReview(context, station);
  const server = createWebServer({
    review,
    numbers: station.numbers,
    log: context.log,
    clock: context.clock,
    version: (JSON.parse(await text('package.json')) as { version: string }).version,
    method: { vi: await text('METHOD.vi.md'), en: await text('METHOD.md') },
    defaultLanguage: config.language,
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  const address = await listen(server, config);
  const close = () => server.close();
  return { address, close, tell: () => tellFirstAdministrator(context, review, address) };
}

async function listen(
  server: FastifyInstance,
  { host, port }: CommandContext['config'],
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    if (!['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(code)) throw thrown;
    throw new ColumnInchesError({
      code: 'input/port-not-free',
      verdict: 'stop-run',
      message:
        `The dashboard cannot listen on ${host}:${port} (${code}). Stop what uses that port, ` +
        'or choose another: COLUMN_INCHES_PORT=8081 npm start',
      messageVietnamese:
        `Trang số liệu không mở được ở ${host}:${port} (${code}). Dừng chương trình đang dùng cổng đó, ` +
        'hoặc chọn cổng khác: COLUMN_INCHES_PORT=8081 npm start',
      cause: thrown,
    });
  }
}

function tellOpened(context: CommandContext, address: string, isDemo: boolean): void {
  context.tell({ vi: `\nTrang số liệu: ${address}`, en: `\nThe dashboard: ${address}` });
  if (isDemo) {
    context.tell({
      vi:
        'Đang hiện báo chí HƯ CẤU để làm mẫu. Bước tiếp theo, theo dõi một cơ quan báo chí thật:\n' +
        '  Ctrl-C, rồi: npm run cli -- outlets add https://baoquangngai.vn',
      en:
        'It shows a FICTIONAL press as an example. Next step, follow a real outlet:\n' +
        '  Ctrl-C, then: npm run cli -- outlets add https://baoquangngai.vn',
    });
  }
  context.tell({ vi: 'Ctrl-C để dừng.', en: 'Ctrl-C stops it.' });
}

function untilInterrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
