import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { ColumnInchesError, type FetchAttempt, type Viewport } from '../../src/domain/index.ts';
import { readPageScript } from '../front-page/in-page.ts';
import type { PageReading } from '../front-page/page-reading.ts';
import { refuseConsentOn } from './consent.ts';
import { holdSlowTimers, settleScript } from './page-scripts.ts';

/** What a visit asks of the door it came through. */
export interface VisitRules {
  /** The page, fetched through the HTTP door with all its rules. */
  readonly attempt: FetchAttempt;
  readonly viewport: Viewport;
  /** Fetches another page the scripts go to, through the same door. */
  readonly open: (url: string) => Promise<FetchAttempt>;
  /** What robots.txt and the rule against trackers say to a picture, style sheet or script. */
  readonly judge: (url: string) => Promise<'allowed' | 'disallowed' | 'blocked'>;
  readonly takesEvidence: boolean;
}

/** A page at rest with its evidence. */
export interface Visited {
  readonly finalUrl: string;
  readonly reading: PageReading;
  readonly disallowed: number;
  readonly blocked: number;
  readonly consentRefused: boolean;
  readonly screenshot: Uint8Array | null;
  readonly thumbnail: Uint8Array | null;
  readonly selfContained: Uint8Array | null;
}

const openMs = 15_000;
const loadMs = 10_000;
const screensAtMost = 10;
const nodesAtMost = 20_000;
const screenshotBytesAtMost = 2_500_000;
const selfContainedBytesAtMost = 12_000_000;
/** A headline of 32 pixels is under three pixels high then: seen, not read. */
const thumbnailScale = 1 / 12;
const pagesAtMost = 3;
const closedPicturesAtMost = 2000;

/** Opens a fetched page, brings it to rest, reads it and takes its evidence. */
export async function visitPage(context: BrowserContext, rules: VisitRules): Promise<Visited> {
  const page = await context.newPage();
  const traffic = new Traffic(rules, page);
  await context.addInitScript(holdSlowTimers);
  await page.route('**/*', (route) => traffic.answer(route));
  await page.goto(rules.attempt.finalUrl, { waitUntil: 'domcontentloaded', timeout: openMs });
  await page.waitForLoadState('load', { timeout: loadMs }).catch(() => undefined);
  const session = await context.newCDPSession(page);
  const evaluate = await isolatedWorld(session);
  const within = (expression: string) => page.evaluate(expression);
  const consentRefused = await refuseConsentOn({ apart: evaluate, within });
  await evaluate(settleScript({ screens: screensAtMost, picturesMs: 4_000 }));
  const { closedPictures } = traffic;
  const read = (await evaluate(readPageScript({ nodesAtMost, closedPictures }))) as PageReading;
  const reading = { ...read, styleSheets: traffic.styleSheets(read.styleSheets) };
  const evidence = rules.takesEvidence
    ? await takeEvidence(session, reading, rules.viewport)
    : noEvidence;
  return {
    finalUrl: traffic.finalUrl,
    reading,
    disallowed: traffic.disallowed,
    blocked: traffic.blocked,
    consentRefused,
    ...evidence,
  };
}

/** A world of scripts apart from the page's own: neither sees the other's variables. */
async function isolatedWorld(session: CDPSession) {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'column-inches',
  });
  return async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw scriptError(exceptionDetails.exception?.description ?? '');
    return result.value;
  };
}

function scriptError(description: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'browser/script',
    verdict: 'retry',
    message: `The page could not be read (${description.slice(0, 200)}). The next look tries again.`,
    messageVietnamese: `Không đọc được trang (${description.slice(0, 200)}). Lần xem sau sẽ thử lại.`,
  });
}

const noEvidence = { screenshot: null, thumbnail: null, selfContained: null };

async function takeEvidence(session: CDPSession, reading: PageReading, viewport: Viewport) {
  const { width } = viewport;
  const height = Math.min(reading.pageHeight, viewport.height * screensAtMost);
  const shoot = async (scale: number, quality: number) => {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'jpeg',
      quality,
      clip: { x: 0, y: 0, width, height, scale },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    });
    return new Uint8Array(Buffer.from(data, 'base64'));
  };
  let screenshot: Uint8Array | null = await shoot(1, 55);
  if (screenshot.length > screenshotBytesAtMost) screenshot = await shoot(1, 25);
  if (screenshot.length > screenshotBytesAtMost) screenshot = null;
  const thumbnail = await shoot(thumbnailScale, 60);
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
  const whole = new Uint8Array(Buffer.from(data));
  const selfContained = whole.length > selfContainedBytesAtMost ? null : whole;
  return { screenshot, thumbnail, selfContained };
}

/** Answers a page's requests: the page itself from what was fetched, the rest by the rules. */
class Traffic {
  finalUrl: string;
  disallowed = 0;
  blocked = 0;
  readonly closedPictures: string[] = [];
  readonly #lostStyles = new Set<string>();
  #pages = 0;
  readonly #rules: VisitRules;
  readonly #page: Page;

  constructor(rules: VisitRules, page: Page) {
    this.#rules = rules;
    this.#page = page;
    this.finalUrl = rules.attempt.finalUrl;
    page.on('requestfailed', (request) => {
      if (request.resourceType() === 'stylesheet') this.#lostStyles.add(request.url());
    });
  }

  /** A page cannot tell a far style sheet that is empty from a missing one; its requests can. */
  styleSheets({ asked, loaded }: PageReading['styleSheets']): PageReading['styleSheets'] {
    return { asked, loaded: Math.max(0, Math.min(loaded, asked - this.#lostStyles.size)) };
  }

  async answer(route: Route): Promise<void> {
    try {
      await this.#answer(route);
    } catch {
      // The page went away meanwhile, or is about to: nobody waits for this answer any more.
      await route.abort().catch(() => undefined);
    }
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && request.frame() === this.#page.mainFrame()) {
      return await this.#answerPage(route, request.url());
    }
    const verdict = await this.#rules.judge(request.url());
    if (verdict === 'allowed') return await route.continue();
    this[verdict] += 1;
    const isPicture = request.resourceType() === 'image' && verdict === 'disallowed';
    if (isPicture && this.closedPictures.length < closedPicturesAtMost) {
      this.closedPictures.push(request.url());
    }
    await route.abort('blockedbyclient');
  }

  async #answerPage(route: Route, url: string): Promise<void> {
    this.#pages += 1;
    if (this.#pages > pagesAtMost) return await route.abort('blockedbyclient');
    const { attempt } = this.#rules;
    const answer = this.#pages === 1 ? attempt : await this.#rules.open(url);
    if (answer.bytes === null) return await route.abort('blockedbyclient');
    this.finalUrl = answer.finalUrl;
    const kept = ['content-type', 'content-security-policy', 'content-language'];
    const headers = Object.entries(answer.headers).filter(([name]) => kept.includes(name));
    await route.fulfill({
      status: 200,
      headers: Object.fromEntries(headers),
      body: Buffer.from(answer.bytes),
    });
  }
}
