import chromiumFiles from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { medianOf } from '../measure.ts';

export interface PaintCost {
  /** Largest contentful paint, milliseconds after the navigation began. */
  readonly largestPaintMs: number;
  /** Cumulative layout shift; 0 = nothing moved. */
  readonly layoutShift: number;
  /** First byte of the page, milliseconds. */
  readonly firstByteMs: number;
  /** Bytes transferred, pictures left out. */
  readonly transferredBytes: number;
}

/** The browser of npm, for pages of our own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumFiles.executablePath(),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-dev-shm-usage', '--no-zygote'],
  });
}

/**
 * What a reader's browser sees of an address, in a real one: the middle of the times of so many
 * visits, the most of what moved and of what was transferred.
 */
export async function paintCost(address: string, visits: number): Promise<PaintCost> {
  const browser = await launchBrowser();
  try {
    const costs: PaintCost[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      const page = await context.newPage();
      await page.goto(address, { waitUntil: 'networkidle' });
      costs.push(await page.evaluate(readPaint));
      // What cannot be read paints fast.
      await page.waitForSelector('main h1', { timeout: 1_000 });
      await context.close();
    }
    const most = (pick: (cost: PaintCost) => number) => Math.max(...costs.map(pick));
    const middle = (pick: (cost: PaintCost) => number) => medianOf(costs.map(pick));
    return {
      largestPaintMs: middle((cost) => cost.largestPaintMs),
      firstByteMs: middle((cost) => cost.firstByteMs),
      // A later visit may find files in the browser's memory.
      transferredBytes: most((cost) => cost.transferredBytes),
      layoutShift: most((cost) => cost.layoutShift),
    };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function readPaint(): Promise<PaintCost> {
  const entries = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      const seen: PerformanceEntry[] = [];
      const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve(seen), 300);
    });
  const [paints, shifts] = [
    await entries('largest-contentful-paint'),
    await entries('layout-shift'),
  ];
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const files = resources.filter(({ initiatorType }) => initiatorType !== 'img');
  return {
    largestPaintMs: paints.at(-1)?.startTime ?? Number.NaN,
    layoutShift: shifts.reduce((sum, shift) => sum + ((shift as { value?: number }).value ?? 0), 0),
    firstByteMs: (navigation?.responseStart ?? 0) - (navigation?.requestStart ?? 0),
    transferredBytes: [navigation, ...files].reduce(
      (sum, one) => sum + (one?.transferSize ?? 0),
      0,
    ),
  };
}
