import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { demoIsShown, listOutlets } from '../../db/index.ts';
import type { Command, CommandContext, Station } from './command.ts';
import { openReview, tellFirstAdministrator } from './review-parts.ts';
import { healthOf } from './health.ts';
import { operatorTimeZone } from './operator-zone.ts';
import { operationsOf, runTimetable } from './timetable.ts';
import { ColumnInchesError } from '../domain/index.ts';
import { createMetrics } from '../jobs.ts';
import { runDemoFor, serveDemoOriginals } from './demo-press.ts';
import { isFollowed } from './own-outlets.ts';
import type { Press } from '../demo/index.ts';
import { ensureRegister } from './shipped-register.ts';
import { digestOf } from './digest-parts.ts';
import { publicationParts } from './export.ts';
import { asTyped } from './typed.ts';

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
        vi: 'xem trang nhất của báo chí hư cấu theo trọn lịch của 14 ngày, không chỉ vài giờ',
        en: 'look at the fictional front pages on their whole timetable of 14 days, not in some hours',
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
      if (real.length > 0) await ensureRegister(context, station, real.filter(isFollowed));
      const isDemo = real.length === 0 && context.config.demo;
      const everyLook = input.options['fullDemo'] === true;
      const demo = isDemo ? await runDemoFor(context, station, { everyLook }) : null;
      if (demo) closers.push(() => demo.close());
      const web = await openDashboard(context, station);
      closers.push(() => web.close());
      tellOpened(context, web.address, isDemo);
      await web.tell();
      await Promise.all([
        demo ? showDemo(context, station, demo) : null,
        captureOnceFollowed(context, station),
      ]);
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

/** The example in all its parts; each leaves the rest alone once a real outlet is followed. */
async function showDemo(
  context: CommandContext,
  station: Station,
  demo: Awaited<ReturnType<typeof runDemoFor>>,
): Promise<void> {
  const isShown = () => demoIsShown(station.database.db);
  if (await isShown()) await workAtDesk(context, station, demo.press);
  if (await isShown()) await demo.lookAtFronts();
  if (await isShown()) await keepDemoExport(context, station);
  if (await isShown()) await keepDemoLetter(context, station);
}

const lookForOutletsMs = 2_000;

/**
 * Runs the timetable from the moment an outlet is followed, be it on a page or in a second terminal
 * while the example is shown, until the program is stopped.
 */
async function captureOnceFollowed(context: CommandContext, station: Station): Promise<void> {
  const { signal } = context;
  while (!signal.aborted) {
    const real = await listOutlets(station.database.db, { demo: false });
    if (real.some(isFollowed)) {
      await ensureRegister(context, station, real.filter(isFollowed));
      await runTimetable(context, station);
      return untilInterrupted(signal);
    }
    await delay(lookForOutletsMs, null, { signal }).catch(() => {});
  }
}

/** The example shows what readers, coders and an operator do as well. */
async function workAtDesk(context: CommandContext, station: Station, press: Press): Promise<void> {
  const { workAtDemoDesk } = await import('./demo-desk.ts');
  const publication = await publicationParts(context, station);
  await workAtDemoDesk({ database: station.database, press, publication });
}

/** The example shows a kept export too; the same data kept again are the same export. */
async function keepDemoExport(context: CommandContext, station: Station): Promise<void> {
  const { makeExport, openDataOptions } = await import('../publish/index.ts');
  const { period, demo } = await station.numbers.extent();
  if (period === null || !demo) return;
  const query = { period, outlets: null, demo };
  const options = openDataOptions(await publicationParts(context, station));
  await makeExport(station.database.db, { query, formats: ['csv', 'json', 'parquet'] }, options);
}

/** And a letter of its last week. */
async function keepDemoLetter(context: CommandContext, station: Station): Promise<void> {
  const desk = await digestOf(context, station);
  await desk.write(await desk.weekMeant());
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
    const closers: (() => Promise<void>)[] = [];
    try {
      const { demo: isDemo } = await station.numbers.extent();
      const originals = isDemo ? await serveDemoOriginals(station) : null;
      if (originals) closers.push(() => originals.close());
      const web = await openDashboard(context, station);
      closers.push(() => web.close());
      tellOpened(context, web.address, false);
      await web.tell();
      await untilInterrupted(context.signal);
      return 0;
    } finally {
      for (const close of closers.reverse()) await close();
      await station.close();
    }
  },
};

async function openDashboard(context: CommandContext, station: Station) {
  const { config, folders } = context;
  const { createWebServer, usualKeeping } = await import('../web/index.ts');
  const { createPublication } = await import('../publish/index.ts');
  const parts = await publicationParts(context, station);
  const text = (name: string) => readFile(join(folders.packageRoot, name), 'utf8');
  const operations = operationsOf(context, station);
  const review = await openReview(context, station);
  const server = createWebServer({
    review,
    numbers: station.numbers,
    operations: operations.port,
    health: healthOf(station),
    metrics: createMetrics({
      database: station.database,
      version: parts.version,
      now: () => context.clock.now(),
    }),
    digests: await digestOf(context, station),
    publication: createPublication(station.database.db, parts),
    log: context.log,
    clock: context.clock,
    version: parts.version,
    method: { vi: await text('METHOD.vi.md'), en: await text('METHOD.md') },
    codebook: { vi: await text('analyzers/README.vi.md'), en: await text('analyzers/README.md') },
    defaultLanguage: config.language,
    publicUrl: config.publicUrl,
    asTyped: (said) => asTyped(said, context.program),
    trustProxy: config.trustProxy ?? false,
    keptPages: usualKeeping,
    timeZone: operatorTimeZone,
  });
  const address = await listen(server, config);
  const open = config.publicUrl ?? address;
  const close = async () => {
    await server.close();
    await operations.close();
  };
  return { address: open, close, tell: () => tellFirstAdministrator(context, review, open) };
}

async function listen(
  server: FastifyInstance,
  { host, port }: CommandContext['config'],
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    if (['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code)) {
      throw badHost(host, thrown);
    }
    if (!['EADDRINUSE', 'EACCES'].includes(code)) throw thrown;
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

function badHost(host: string, cause: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/host-not-here',
    verdict: 'stop-run',
    message:
      `COLUMN_INCHES_HOST is "${host}", which is no address of this machine. ` +
      'Leave it empty (127.0.0.1: this machine alone), or set 0.0.0.0 (every machine).',
    messageVietnamese:
      `COLUMN_INCHES_HOST là “${host}”, không phải địa chỉ của máy này. ` +
      'Bỏ trống (127.0.0.1: chỉ máy này), hoặc đặt 0.0.0.0 (mọi máy).',
    cause,
  });
}

function tellOpened(context: CommandContext, address: string, isDemo: boolean): void {
  context.tell({ vi: `\nTrang số liệu: ${address}`, en: `\nThe dashboard: ${address}` });
  if (isDemo) {
    context.tell({
      vi:
        'Đang hiện báo chí HƯ CẤU để làm mẫu. Bước tiếp theo, theo dõi một cơ quan báo chí thật,\n' +
        'ở trang /admin/outlets hoặc cửa sổ dòng lệnh thứ hai:\n' +
        '  npm run cli -- outlets add https://baoquangngai.vn',
      en:
        'It shows a FICTIONAL press as an example. Next step, follow a real outlet,\n' +
        'on /admin/outlets or in a second terminal:\n' +
        '  npm run cli -- outlets add https://baoquangngai.vn',
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
