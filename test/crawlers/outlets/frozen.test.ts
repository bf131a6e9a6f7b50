import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import {
  compareFrozen,
  type FrozenPage,
  freezePage,
  hasKnownLayout,
  inspectCapture,
  loadOutlets,
  missesLayout,
  readFrozenPages,
} from '../../../crawlers/index.ts';
import type { Outlet } from '../../../src/domain/index.ts';

const FOLDER = path.join(import.meta.dirname, '../../../crawlers/outlets');
const outlets = await loadOutlets(FOLDER);
const folderOf = (outlet: Outlet) => path.join(FOLDER, 'vn', outlet.id);
const frozen = await Promise.all(
  outlets.map(async (outlet) => ({ outlet, pages: await readFrozenPages(folderOf(outlet)) })),
);
const all = frozen.flatMap(({ outlet, pages }) => pages.map((page) => ({ outlet, page })));
const temporary = mkdtempSync(path.join(tmpdir(), 'frozen-'));
afterAll(() => rmSync(temporary, { recursive: true }));

describe('every frozen page', () => {
  test.each(all.map((one) => [path.relative(FOLDER, one.page.file), one] as const))(
    '%s reads as it was frozen',
    (_, { outlet, page }) => {
      expect(compareFrozen(page, outlet)).toEqual([]);
      expect(page.expected.words).toBeGreaterThan(100);
    },
  );

  it('lies in the folder of an outlet, beside its page; verified outlets have one', () => {
    const ids = new Set(outlets.map(({ id }) => id));
    const entries = readdirSync(path.join(FOLDER, 'vn'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => !ids.has(name))).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(6);
    const bare = frozen.filter(({ outlet, pages }) => outlet.verified && pages.length === 0);
    expect(bare.map(({ outlet }) => outlet.id)).toEqual([]);
  });
});

/** A redesign: every class and id has another name, and the headline is no h1 any more. */
function redesigned(page: FrozenPage): FrozenPage {
  const html = Buffer.from(page.bytes)
    .toString('utf8')
    .replace(/\b(class|id)="([^"]+)"/g, (_, name: string, value: string) => {
      const renamed = value.split(' ').map((word) => `neo-${word.replace(/[^a-z]/gi, 'q')}z`);
      return `${name}="${renamed.join(' ')}"`;
    })
    .replace(/<(\/?)h1/g, '<$1h2');
  return { ...page, bytes: Buffer.from(html) };
}

describe('a redesign', () => {
  test.each(all.map((one) => [one.outlet.id, one] as const))('of %s is noticed', (_, one) => {
    const { outlet, page } = one;
    const now = redesigned(page);
    const seen = compareFrozen(now, outlet).map(({ what }) => what);
    expect(seen).toContain('bytes');
    expect(seen).toContain('place of text');
    const { url, bytes } = now;
    const capture = { url, bytes, headers: {}, capturedAt: new Date(page.capturedAt) };
    expect(hasKnownLayout(inspectCapture(capture, outlet), [page])).toBe(false);
    expect(hasKnownLayout(inspectCapture({ ...capture, bytes: page.bytes }, outlet), [page])).toBe(
      true,
    );
  });

  it('makes a body selector miss, and the text is then marked as a guess', () => {
    const [{ outlet, page }] = all as [(typeof all)[0]];
    const body = page.places['text'] ?? '';
    const own: Outlet = { ...outlet, selectors: [{ from: null, until: null, body }] };
    const capturedAt = new Date(page.capturedAt);
    const read = (bytes: Uint8Array) =>
      inspectCapture({ url: page.url, bytes, headers: {}, capturedAt }, own).article;
    expect(read(page.bytes).origins.text).toBe('selectors');
    expect(missesLayout(read(page.bytes))).toBe(false);
    const guess = read(redesigned(page).bytes);
    expect(missesLayout(guess)).toBe(true);
    expect(guess.confidence).toBeLessThanOrEqual(0.3);
  });
});

describe('freezing', () => {
  it('writes page and facts, which read back equal; a changed fact is told', async () => {
    const [{ outlet, page }] = all as [(typeof all)[0]];
    const capture = {
      url: page.url,
      bytes: page.bytes,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      capturedAt: new Date(page.capturedAt),
    };
    const { file } = await freezePage(capture, { outlet, folder: temporary });
    expect(path.basename(file)).toMatch(/^2026-03-07-[a-z0-9-]+\.json$/);
    const [again] = await readFrozenPages(temporary);
    expect(again).toMatchObject({ expected: page.expected, places: page.places, written: false });
    expect(compareFrozen(again as FrozenPage, outlet)).toEqual([]);
    const changed = JSON.parse(readFileSync(file, 'utf8')) as FrozenPage;
    const wrong = { ...changed, expected: { ...changed.expected, words: 7 } };
    writeFileSync(file, JSON.stringify(wrong));
    const [mended] = await readFrozenPages(temporary);
    expect(compareFrozen(mended as FrozenPage, outlet)).toEqual([
      { what: 'words', expected: '7', found: String(page.expected.words) },
    ]);
    writeFileSync(file, '{"url": 1}');
    await expect(readFrozenPages(temporary)).rejects.toThrow(/url: .*Freeze the page again/);
  });
});
