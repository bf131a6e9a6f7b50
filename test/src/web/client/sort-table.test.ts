import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, test } from 'vitest';
import { closeChoices } from '../../../../src/web/client/choices.ts';
import { sortInPlace } from '../../../../src/web/client/sort-table.ts';
import { page, serverFor } from '../server-for-tests.ts';

// The script may only save a page load: what it shows must be what the server would have sent.

const app = serverFor();
afterAll(() => app.close());

const order = (document: Document, id: string) =>
  [...document.querySelectorAll(`#${id} tbody th a`)].map((link) => link.textContent);

const headings = (document: Document, id: string) =>
  [...document.querySelectorAll(`#${id} thead th`)].map((heading) => [
    heading.getAttribute('aria-sort'),
    heading.querySelector('a')?.getAttribute('href'),
  ]);

async function openedPage(url: string, addresses: string[] = []): Promise<Document> {
  const { html } = await page(app, url);
  const { document } = parseHTML(html);
  Object.defineProperty(document, 'baseURI', { value: `http://localhost${url}` });
  sortInPlace(document, (address) => addresses.push(address));
  return document;
}

function click(document: Document, selector: string, init: object = {}): boolean {
  const link = document.querySelector(selector);
  if (!link) throw new TypeError(`no ${selector}`);
  const event = new (document.defaultView?.Event ?? Event)('click', {
    bubbles: true,
    cancelable: true,
  });
  Object.assign(event, { button: 0 }, init);
  link.dispatchEvent(event);
  return event.defaultPrevented;
}

const keys = ['name', 'share', 'items', 'distinct', 'mentions', 'words', 'prominence', 'uncertain'];

describe('sorting on the page', () => {
  test.each(keys)('by %s, once and twice, is what the server sends', async (key) => {
    const addresses: string[] = [];
    const document = await openedPage('/?lang=vi&sortOutlets=name', addresses);
    for (const _ of ['once', 'twice']) {
      const link = `#persons thead a[data-sort=${key}]`;
      const href = document.querySelector(link)?.getAttribute('href') ?? '';
      expect(click(document, link)).toBe(true);
      expect(addresses.at(-1)).toBe(href);
      const sent = (await page(app, href)).document;
      expect(order(document, 'persons')).toEqual(order(sent, 'persons'));
      expect(headings(document, 'persons')).toEqual(headings(sent, 'persons'));
    }
  });

  test('leaves the other table alone', async () => {
    const document = await openedPage('/?lang=vi');
    const before = order(document, 'persons');
    click(document, '#outlets thead a[data-sort=name]');
    expect(order(document, 'outlets')[0]).toBe('Báo Lam Giang');
    expect(order(document, 'persons')).toEqual(before);
  });

  test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
    'a click with %j is left to the browser',
    async (init) => {
      const document = await openedPage('/?lang=vi');
      expect(click(document, '#persons thead a[data-sort=name]', init)).toBe(false);
    },
  );
});

describe('an open list of choices', () => {
  test('closes on Escape', async () => {
    const { html } = await page(app, '/?lang=vi');
    const { document } = parseHTML(html);
    closeChoices(document);
    const choice = document.querySelector('details[data-dismiss]');
    choice?.setAttribute('open', '');
    const event = new (document.defaultView?.Event ?? Event)('keydown', { bubbles: true });
    document.dispatchEvent(Object.assign(event, { key: 'Escape' }));
    expect(choice?.hasAttribute('open')).toBe(false);
  });
});
