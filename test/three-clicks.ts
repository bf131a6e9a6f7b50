import type { Page } from 'playwright-core';

/** A figure that a reader opens: on which page, and which link. */
export interface OpenedFigure {
  readonly name: string;
  readonly path: string;
  /** What the figure lies under, and must be unfolded first: the table of a chart. */
  readonly fold?: string;
  readonly figure: string;
}

/** What a reader comes to at the end. */
export interface Original {
  /** As the item's page has it. */
  readonly title: string;
  readonly address: string;
  readonly status: number;
  /** All words of the outlet's own page. */
  readonly words: string;
}

/** Items tried until one mentions somebody: a list of all items has others as well. */
const itemsTried = 12;

/** Figure → items → sentence → original, each by its link; throws where one is missing. */
export async function threeClicks(
  page: Page,
  base: string,
  { path, fold, figure }: OpenedFigure,
): Promise<Original> {
  await page.goto(base + path, { waitUntil: 'domcontentloaded' });
  if (fold !== undefined) await page.click(fold);
  await page.click(figure, { timeout: 5_000 });
  await page.waitForSelector('#items tbody a.headline', { timeout: 5_000 });
  await openItem(page);
  const title = (await page.textContent('h1')) ?? '';
  const address = (await page.getAttribute('a.original', 'href')) ?? '';
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest()),
    page.click('a.original'),
  ]);
  await page.waitForURL(address, { waitUntil: 'domcontentloaded' });
  const words = (await page.textContent('body')) ?? '';
  return { title, address, status: answer.status(), words };
}

/** The first item of the list with a sentence that mentions somebody. */
async function openItem(page: Page): Promise<void> {
  const items = page.locator('#items tbody a.headline');
  const count = Math.min(itemsTried, await items.count());
  for (let index = 0; index < count; index += 1) {
    await items.nth(index).click();
    await page.waitForSelector('a.original', { timeout: 5_000 });
    if ((await page.locator('.sentence mark').count()) > 0) return;
    await page.goBack({ waitUntil: 'domcontentloaded' });
  }
  throw new TypeError(`none of ${count} items at ${page.url()} has a sentence`);
}
