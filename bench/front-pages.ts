import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { type BrowserDoor, createBrowserDoor, createFetchDoor } from '../crawlers/index.ts';
import { generatePress, pressOutlets, servePress, simulatedClock } from '../src/demo/index.ts';
import { ColumnInchesError, type Outlet, viewports } from '../src/domain/index.ts';
import { type Bench, type Claim, compare } from './comparison.ts';
import { treeCpuMs } from './process-tree.ts';

const peer = 'plain Playwright, a fresh Chromium each';
const lean = 'the same with a JPEG for a picture';
const own = 'our door, a fresh Chromium each';
const full = 'a full Chromium, fresh each, JPEG';
const jpeg = { type: 'jpeg', quality: 55 } as const;
/** Where systems keep a whole browser; the one from npm has no windows and is lighter. */
const fullPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const hourMs = 3_600_000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** Three front pages of the demo press at noon, served on loopback. */
async function openPress() {
  const press = generatePress();
  const clock = simulatedClock(new Date(press.startMs + (3 * 24 + 12) * hourMs));
  const served = await servePress(press, { clock });
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-bench-'));
  const door = createFetchDoor({ clock, log: quiet });
  const parts = { door, clock, log: quiet, contact: null, chromiumPath: null, folder };
  const browser = createBrowserDoor(parts);
  return {
    browser,
    fresh: () => createBrowserDoor(parts),
    folder,
    outlets: pressOutlets(press, served.origins),
    close: async () => {
      await browser.close();
      await door.close();
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Our door: one browser, the page through all rules, placements, picture, page in one file. */
async function captureAll(browser: BrowserDoor, outlets: readonly Outlet[]): Promise<void> {
  for (const outlet of outlets) {
    const asked = { outlet, url: outlet.homepage, viewports: [viewports.desktop] };
    const [snapshot] = (await browser.capture(asked)).snapshots;
    if (snapshot?.fault !== null) throw failedLook(snapshot?.faultText ?? 'nothing was seen');
  }
}

function failedLook(reason: string): ColumnInchesError {
  const message = `A look at the demo press failed (${reason}). Run the bench again.`;
  return new ColumnInchesError({ code: 'bench/failed-look', verdict: 'stop-run', message });
}

/** The same work with a browser of its own for each look. */
async function captureFresh(fresh: () => BrowserDoor, outlets: readonly Outlet[]): Promise<void> {
  for (const outlet of outlets) {
    const browser = fresh();
    try {
      await captureAll(browser, [outlet]);
    } finally {
      await browser.close();
    }
  }
}

const scrollThrough = `(async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  scrollTo(0, 0);
})()`;

/**
 * What a script of a few lines does with a browser of its own each time: no rules, no guard, no
 * reduced picture, links with boxes but without cards, blocks, clipping or order.
 */
async function openFresh(
  executable: string,
  url: string,
  picture: { readonly type: 'png' } | { readonly type: 'jpeg'; readonly quality: number },
): Promise<void> {
  const browser = await chromium.launch({ executablePath: executable, chromiumSandbox: false });
  try {
    const page = await browser.newPage({ viewport: viewports.desktop });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(scrollThrough);
    await page.evaluate(
      '[...document.links].map((link) => [link.href, link.getBoundingClientRect().toJSON()])',
    );
    await page.screenshot({ fullPage: true, ...picture });
    const session = await page.context().newCDPSession(page);
    await session.send('Page.captureSnapshot', { format: 'mhtml' });
  } finally {
    await browser.close();
  }
}

const cheaperThan = (name: string): Claim => ({
  text: `≥ 1.5 × cheaper than ${name}`,
  holds: ({ timesOurs }) => timesOurs(name) >= 1.5,
});

/** One look at a front page with its evidence, beside a fresh browser for each. */
export const frontPagesBench: Bench = {
  name: 'front-pages',
  async *run({ rounds }) {
    const { browser, fresh, folder, outlets, close } = await openPress();
    try {
      // The first look unpacks the browser; it is not counted.
      await captureAll(browser, outlets.slice(0, 1));
      const [unpacked = ''] = await readdir(folder);
      const executable = join(folder, unpacked, 'chromium');
      const scripted = (browserPath: string, picture: Parameters<typeof openFresh>[2]) =>
        treeCpuMs(async () => {
          for (const { homepage } of outlets) await openFresh(browserPath, homepage, picture);
        });
      const fullPath = fullPaths.find((path) => existsSync(path));
      const withFull = fullPath === undefined ? null : () => scripted(fullPath, jpeg);
      yield await compare(
        {
          title: 'a look at a front page, 1366×768, with picture and page in one file',
          unit: 'look',
          count: outlets.length,
          contenders: [
            {
              name: 'our browser door',
              measureMs: () => treeCpuMs(() => captureAll(browser, outlets)),
            },
            { name: peer, measureMs: () => scripted(executable, { type: 'png' }) },
            { name: lean, measureMs: () => scripted(executable, jpeg) },
            { name: own, measureMs: () => treeCpuMs(() => captureFresh(fresh, outlets)) },
            ...(withFull ? [{ name: full, measureMs: withFull }] : []),
          ].map((contender) => ({ ...contender, run: () => undefined })),
          claims: [
            { text: '≤ 1.5 CPU-s a look', holds: ({ ownMs }) => ownMs <= 1500 },
            ...(withFull ? [cheaperThan(full)] : []),
          ],
        },
        Math.min(rounds, 5),
      );
    } finally {
      await close();
    }
  },
};
