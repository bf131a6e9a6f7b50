import { type Browser, chromium, type Page } from 'playwright-core';
import { unpackChromium } from '../../../crawlers/browser/chromium-files.ts';
import {
  frontPage,
  type OutletId,
  type Press,
  servePress,
  simulatedClock,
} from '../../../src/demo/index.ts';
import { viewports } from '../../../src/domain/index.ts';
import { browserFolder } from './site.ts';

// A second ruler for the demo's front pages. It shares no code with the product: it knows how each
// of the three sites writes its cards, takes the stories and blocks from the press's own plan, and
// counts pixels one by one.

/** The element of one story, by site; what lies in it is the story's. */
const cardOf: Readonly<Record<OutletId, string>> = {
  'bao-song-thanh': '.story, .line',
  'luu-giang-online': '.tile',
  'dai-song-thanh': '.item, .slide',
};
/** The element of a block of the plan, by its id. */
const blockOf: Readonly<Record<OutletId, (id: string) => string>> = {
  'bao-song-thanh': (id) => `[data-block="${id}"]`,
  'luu-giang-online': (id) => `.zone.${id}`,
  'dai-song-thanh': (id) => (id === 'bang-truot' ? '.carousel' : `.box.${id}`),
};

interface InkQuestion {
  readonly block: string;
  readonly card: string;
  readonly paths: readonly string[];
}

type Rect = readonly [left: number, top: number, right: number, bottom: number];

/** Runs in the page: the boxes of text and pictures of each story of a block. */
function inkOf({ block, card, paths }: InkQuestion): Rect[][] {
  const frame = document.querySelector(block);
  const cut = (rect: DOMRect, inside: Element): number[] => {
    let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
    for (let at: Element | null = inside; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible' || at === document.body) continue;
      const edge = at.getBoundingClientRect();
      left = Math.max(left, edge.left);
      right = Math.min(right, edge.right);
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    return [left, top + scrollY, right, bottom + scrollY];
  };
  return paths.map((path) => {
    const own = [...(frame?.querySelectorAll(card) ?? [])].find((one) =>
      [...one.querySelectorAll('a')].some((link) => decodeURI(link.pathname) === path),
    );
    if (!own) return [];
    const rects: number[][] = [];
    for (const image of own.querySelectorAll('img')) {
      rects.push(cut(image.getBoundingClientRect(), image.parentElement ?? own));
    }
    const texts = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const around = texts.currentNode.parentElement ?? own;
      if (!texts.currentNode.nodeValue?.trim()) continue;
      for (const rect of range.getClientRects()) rects.push(cut(rect, around));
    }
    return rects as unknown as Rect[];
  });
}

const { width, height } = viewports.desktop;
const rows = height * 10;

/** Looks a row of pixels gets, by METHOD.md's curve: F(y) = 1 − (1 + y)^−1.22. */
const looksOfRow = Array.from({ length: rows }, (_, y) => {
  const above = (pixels: number) => 1 - (1 + pixels / height) ** -1.22;
  return (above(y + 1) - above(y)) / width;
});

interface Ink {
  readonly rect: Rect;
  readonly density: number;
}

/** Looks at a story: each pixel once, with the largest density that the story has there. */
function looksAt(boxes: readonly Ink[]): number {
  const inside = boxes.map(({ rect: [left, top, right, bottom], density }) => ({
    left: Math.max(0, Math.round(left)),
    right: Math.min(width, Math.round(right)),
    top: Math.max(0, Math.round(top)),
    bottom: Math.min(rows, Math.round(bottom)),
    density,
  }));
  const [first, last] = [
    Math.min(...inside.map(({ top }) => top)),
    Math.max(0, ...inside.map(({ bottom }) => bottom)),
  ];
  let sum = 0;
  for (let y = first; y < last; y += 1) {
    const row = new Float32Array(width);
    for (const { left, right, top, bottom, density } of inside) {
      if (y < top || y >= bottom) continue;
      for (let x = left; x < right; x += 1) row[x] = Math.max(row[x] as number, density);
    }
    sum += row.reduce((all, one) => all + one, 0) * (looksOfRow[y] as number);
  }
  return sum;
}

/** The true share of every story on a front page, by the path of its article. */
export interface FrontRuler {
  shares(outletId: OutletId, at: Date): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

async function inkByStory(page: Page, press: Press, look: { outletId: OutletId; at: Date }) {
  const { outletId, at } = look;
  const boxes = new Map<string, Ink[]>();
  const add = (path: string, rects: readonly Rect[], density: number) => {
    const own = rects.map((rect) => ({ rect, density }));
    boxes.set(path, [...(boxes.get(path) ?? []), ...own]);
  };
  for (const { id, kind, items } of frontPage(press, outletId, at).blocks) {
    if (kind !== 'editorial' && kind !== 'carousel') continue;
    const paths = items.map(({ path }) => path);
    const question = { block: blockOf[outletId](id), card: cardOf[outletId], paths };
    const inks = await page.evaluate(inkOf, question);
    const shown = inks[0] ?? [];
    for (const [index, path] of paths.entries()) {
      if (kind === 'carousel') add(path, shown, 1 / paths.length);
      else add(path, inks[index] ?? [], 1);
    }
  }
  return boxes;
}

/** Serves the press a second time and opens a browser of its own on it. */
export async function openFrontRuler(press: Press): Promise<FrontRuler> {
  const clock = simulatedClock(new Date(press.startMs));
  const served = await servePress(press, { clock });
  const browser = await launch();
  const context = await browser.newContext({
    viewport: viewports.desktop,
    locale: 'vi',
    reducedMotion: 'reduce',
  });
  return {
    shares: async (outletId, at) => {
      const page = await context.newPage();
      try {
        clock.set(at);
        await page.goto(served.origins[outletId], { waitUntil: 'domcontentloaded' });
        const boxes = await inkByStory(page, press, { outletId, at });
        const looks = new Map([...boxes].map(([path, own]) => [path, looksAt(own)]));
        const sum = [...looks.values()].reduce((all, one) => all + one, 0);
        return new Map([...looks].map(([path, own]) => [path, own / sum]));
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

async function launch(): Promise<Browser> {
  const { executable, fontConfiguration } = await unpackChromium(browserFolder);
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { PATH: '/usr/bin:/bin', FONTCONFIG_FILE: fontConfiguration ?? '' },
  });
}
