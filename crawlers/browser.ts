import { mkdir } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import {
  asColumnInchesError,
  type Clock,
  ColumnInchesError,
  type FetchAttempt,
  type FetchDoor,
  type HostVisit,
  type Log,
  type Outlet,
  type PageSnapshot,
  type Viewport,
} from '../src/domain/index.ts';
import { isBlockedHost } from './browser/blocked-hosts.ts';
import { type ChromiumFiles, unpackChromium, written } from './browser/chromium-files.ts';
import {
  emptySnapshot,
  failed,
  faultOfAttempt,
  faultOfVisit,
  judged,
  snapshotFacts,
} from './browser/judgement.ts';
import { PageRobots } from './browser/page-robots.ts';
import { visitPage, type Visited } from './browser/visit.ts';
import { userAgent } from './fetch.ts';
import { type Resolve, systemResolve } from './http/connection.ts';
import { type GuardProxy, openGuardProxy } from './http/guard-proxy.ts';
import { Slots } from './http/hosts.ts';

export interface BrowserDoorOptions {
  /** Every page comes through this door first, with its robots.txt, delays and guards. */
  readonly door: FetchDoor;
  readonly clock: Clock;
  readonly log: Log;
  /** Part of the User-Agent, as for the HTTP door. */
  readonly contact: string | null;
  /** Another Chromium than the one from npm; null = that one. */
  readonly chromiumPath: string | null;
  /** Where the browser from npm is unpacked, once a version. */
  readonly folder: string;
  /** Another name resolver, e.g. for tests; its answers are checked all the same. */
  readonly resolve?: Resolve;
  /** Longest look at a page, milliseconds. Default 60,000, at least 1,000. */
  readonly lookMs?: number;
  /** Default true. False: no picture and no page in one file, which are a good half of the work. */
  readonly takesEvidence?: boolean;
}

/** What an outlet lets us know of its pages. */
export type PageOwner = Pick<
  Outlet,
  'language' | 'timeZone' | 'delayMs' | 'allowPrivateAddresses' | 'articleUrls' | 'frontPage'
>;

export interface PageRequest {
  readonly outlet: PageOwner;
  readonly url: string;
  readonly viewports: readonly Viewport[];
  /** Usual part of the first screen that stories cover, by viewport; left out while unknown. */
  readonly usualAboveFold?: Readonly<Record<string, number>>;
  readonly signal?: AbortSignal;
}

/** One fetch of a page and a look at it through each window. */
export interface PageCapture {
  readonly attempt: FetchAttempt;
  readonly snapshots: readonly PageSnapshot[];
}

/** The only way to a rendered page. */
export interface BrowserDoor {
  /** Always resolves: what goes wrong is a fault of the snapshot, with its reason. */
  capture(request: PageRequest): Promise<PageCapture>;
  close(): Promise<void>;
}

/** A door with one browser, started when first needed and again after it died. */
export function createBrowserDoor(options: BrowserDoorOptions): BrowserDoor {
  return new ChromiumDoor(options);
}

/** A request with the look it has become. */
interface Visiting extends PageRequest {
  readonly visit: HostVisit | null;
}

interface Running {
  readonly browser: Browser;
  readonly files: ChromiumFiles;
}

class ChromiumDoor implements BrowserDoor {
  readonly #options: BrowserDoorOptions;
  readonly #robots: PageRobots;
  // One look at a time: two would share the processor and neither be at rest sooner.
  readonly #slots = new Slots(1);
  #running: Promise<Running> | null = null;
  #closed = false;

  constructor(options: BrowserDoorOptions) {
    this.#options = options;
    this.#robots = new PageRobots(options.door, options.clock);
  }

  async capture(request: PageRequest): Promise<PageCapture> {
    return await this.#slots.run(async () => {
      const visit = this.#options.door.visit?.() ?? null;
      const visiting = { ...request, visit };
      try {
        const attempt = await this.#open(request.url, visiting);
        const snapshots: PageSnapshot[] = [];
        for (const viewport of request.viewports) {
          snapshots.push(await this.#look(attempt, viewport, visiting));
        }
        return { attempt, snapshots };
      } finally {
        await visit?.leave();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const running = await this.#running?.catch(() => null);
    await running?.browser.close().catch(() => undefined);
  }

  #open(url: string, { outlet, signal, visit }: Visiting): Promise<FetchAttempt> {
    const { delayMs, allowPrivateAddresses } = outlet;
    const asked = { url, expects: 'page', delayMs, allowPrivateAddresses } as const;
    const { door } = this.#options;
    return door.fetch({ ...asked, ...(signal ? { signal } : {}), ...(visit ? { visit } : {}) });
  }

  async #look(attempt: FetchAttempt, viewport: Viewport, request: Visiting) {
    const begun = performance.now();
    const snapshot = emptySnapshot(attempt, viewport, this.#options.clock.now());
    const durationMs = () => Math.round(performance.now() - begun);
    const early = faultOfAttempt(attempt);
    if (early) return { ...snapshot, ...failed(early), durationMs: durationMs() };
    let running: Running | null = null;
    try {
      running = await this.#browser();
      const visited = await this.#visit(running, { attempt, viewport, request });
      const facts = snapshotFacts(visited, {
        browser: `Chromium ${running.browser.version()}`,
        fonts: running.files.fonts,
      });
      return {
        ...snapshot,
        facts,
        ...judged(visited, snapshot, request),
        durationMs: durationMs(),
      };
    } catch (thrown) {
      const isGone = running === null || !running.browser.isConnected();
      const fault = faultOfVisit(thrown, isGone);
      this.#options.log.warn({ url: request.url, fault: fault.fault }, fault.text);
      return { ...snapshot, ...failed(fault), durationMs: durationMs() };
    }
  }

  async #visit(
    { browser }: Running,
    look: {
      readonly attempt: FetchAttempt;
      readonly viewport: Viewport;
      readonly request: Visiting;
    },
  ): Promise<Visited> {
    const { attempt, viewport, request } = look;
    const { outlet, visit: hosts } = request;
    const guard = await this.#guard(attempt.finalUrl, request);
    const stop = () => void guard.close();
    hosts?.lost.addEventListener('abort', stop);
    try {
      const context = await browser.newContext({
        ...contextOptions(viewport, outlet),
        userAgent: userAgent(this.#options.contact ?? undefined),
        proxy: { server: guard.address },
      });
      const { allowPrivateAddresses } = outlet;
      const host = new URL(attempt.finalUrl).hostname;
      const part = { allowPrivateAddresses, host, visit: hosts };
      const judge = (url: string) => this.#robots.judge(url, part);
      const open = (url: string) => this.#open(url, request);
      const { takesEvidence = true } = this.#options;
      const visit = visitPage(context, { attempt, viewport, open, judge, takesEvidence });
      try {
        const looking = whileThere(browser, visit);
        const visited = await within(looking, this.#options.lookMs ?? 60_000);
        return { ...visited, blocked: visited.blocked + guard.blocked() };
      } finally {
        visit.catch(() => undefined);
        await within(context.close(), 5_000).catch(() => browser.close());
      }
    } finally {
      hosts?.lost.removeEventListener('abort', stop);
      await guard.close();
    }
  }

  #guard(url: string, { outlet, visit }: Visiting): Promise<GuardProxy> {
    const { resolve = systemResolve } = this.#options;
    const { allowPrivateAddresses } = outlet;
    return openGuardProxy({ url, allowPrivateAddresses, resolve, isBlockedHost, visit });
  }

  #browser(): Promise<Running> {
    if (this.#closed) throw closedError();
    if (this.#running === null) {
      const starting = this.#start();
      this.#running = starting;
      const forget = () => {
        if (this.#running === starting) this.#running = null;
      };
      starting.then(({ browser }) => browser.once('disconnected', forget), forget);
    }
    return this.#running;
  }

  async #start(): Promise<Running> {
    const { chromiumPath, folder } = this.#options;
    await written(folder, () => mkdir(folder, { recursive: true }));
    const fonts = 'system';
    const own = { fontConfiguration: null, libraries: null, fonts };
    const files =
      chromiumPath === null ? await unpackChromium(folder) : { executable: chromiumPath, ...own };
    try {
      return { files, browser: await launch(files, folder, null) };
    } catch (thrown) {
      const { message } = asColumnInchesError(thrown, { code: 'browser/start', verdict: 'retry' });
      // A bare machine lacks the certificate libraries; a complete one must use its own.
      const isBare = files.libraries !== null && /error while loading shared lib/.test(message);
      if (!isBare) throw startError(files.executable, thrown);
      return { files, browser: await launch(files, folder, files.libraries) };
    }
  }
}

function launch(files: ChromiumFiles, home: string, libraries: string | null): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: files.executable,
    headless: true,
    // Chromium refuses to run as root with its sandbox; anyone else keeps it.
    chromiumSandbox: !isRoot,
    args: [
      // There is no graphics processor: painting without pretending one costs a fifth less.
      '--disable-gpu',
      '--disable-software-rasterizer',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--disable-quic',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      // Names are looked up and checked by the guard alone.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...(isRoot ? ['--no-zygote'] : []),
    ],
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      LANG: 'C.UTF-8',
      ...(files.fontConfiguration ? { FONTCONFIG_FILE: files.fontConfiguration } : {}),
      ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
  });
}

function contextOptions({ name, width, height }: Viewport, outlet: PageOwner) {
  const isPhone = name === 'phone';
  return {
    viewport: { width, height },
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: outlet.language,
    timezoneId: outlet.timeZone,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: false,
    deviceScaleFactor: 1,
  } as const;
}

/** The work's result, unless the browser ends first: some of its promises would wait for ever. */
async function whileThere<Result>(browser: Browser, work: Promise<Result>): Promise<Result> {
  let tell: () => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    tell = () => reject(goneError());
    if (browser.isConnected()) browser.once('disconnected', tell);
    else tell();
  });
  try {
    return await Promise.race([work, gone]);
  } finally {
    browser.off('disconnected', tell);
  }
}

function goneError(): ColumnInchesError {
  const message = 'its process is gone; the next look starts a new one.';
  const messageVietnamese = 'Trình duyệt đã tắt giữa chừng; lần xem sau sẽ mở trình duyệt mới.';
  return new ColumnInchesError({
    code: 'browser/gone',
    verdict: 'retry',
    message,
    messageVietnamese,
  });
}

async function within<Result>(work: Promise<Result>, limitMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(limitMs: number): ColumnInchesError {
  const message = `The page did not come to rest within ${Math.round(limitMs / 1000)} s.`;
  const messageVietnamese = `Trang chưa tải yên sau ${Math.round(limitMs / 1000)} giây.`;
  return new ColumnInchesError({
    code: 'browser/too-slow',
    verdict: 'retry',
    message,
    messageVietnamese,
  });
}

function closedError(): ColumnInchesError {
  const message = 'The browser has been closed. Open the door again.';
  const messageVietnamese = 'Trình duyệt đã đóng. Hãy chạy lại.';
  return new ColumnInchesError({
    code: 'browser/closed',
    verdict: 'stop-run',
    message,
    messageVietnamese,
  });
}

function startError(executable: string, cause: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'browser/cannot-start',
    verdict: 'stop-run',
    message:
      `The browser ${executable} did not start. Run \`column-inches doctor\`, or set ` +
      'COLUMN_INCHES_CHROMIUM to a Chromium that works on this machine.',
    messageVietnamese:
      `Trình duyệt ${executable} không khởi động được. Chạy \`column-inches doctor\`, hoặc đặt ` +
      'COLUMN_INCHES_CHROMIUM là một Chromium chạy được trên máy này.',
    cause,
  });
}
