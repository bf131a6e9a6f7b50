import { afterAll, describe, expect, test } from 'vitest';
import { page, serverFor } from './server-for-tests.ts';

const app = serverFor();
afterAll(() => app.close());

/** Item with a headline mention, short names and an uncertain namesake. */
const itemPath = '/items/bao-lam-giang-03-12-13';

const goldens = [
  ['overview.vi', '/?lang=vi'],
  ['overview.en', '/?lang=en&from=2026-03-05&to=2026-03-09&outlet=dai-lam-giang&sort=name'],
  ['person.vi', '/persons/dang-ngoc-uyen?lang=vi'],
  ['post.vi', '/posts/chu-tich-ubnd-thanh-pho-song-lam?lang=vi'],
  ['post.en', '/posts/pho-chu-tich-ubnd-thanh-pho-song-lam?lang=en'],
  ['history.vi', '/register/history?lang=vi'],
  ['history.en', '/register/history/chu-tich-ubnd-thanh-pho-song-lam?lang=en'],
  ['outlet.en', '/outlets/dai-lam-giang?lang=en'],
  ['item.vi', `${itemPath}?lang=vi`],
  ['item.en', `${itemPath}?lang=en`],
  ['method.vi', '/method?lang=vi'],
  ['not-found.vi', '/nowhere?lang=vi'],
  ['bad-period.en', '/?from=2026-03-40&lang=en'],
  ['empty-period.vi', '/?from=2025-01-01&to=2025-01-31&lang=vi'],
] as const;

/** One tag a line, charts left out (they have pictures of their own), the assets' hash named. */
function readable(html: string): string {
  return html
    .replaceAll(/<svg viewBox="[^"]*"[^>]*class="chart [^>]*>.*?<\/svg>/g, '<svg class="chart"/>')
    .replaceAll(/\/assets\/[0-9a-f]{12}\//g, '/assets/HASH/')
    .replaceAll('><', '>\n<');
}

describe.each(goldens)('%s', (name, url) => {
  test('is the committed page', async () => {
    const { html } = await page(app, url);
    expect(html).not.toMatch(/undefined|NaN|\[object|\{\w+[:}]/);
    await expect(readable(html)).toMatchFileSnapshot(`golden/${name}.html`);
  });
});

describe.each(goldens)('%s for everyone', (_name, url) => {
  test('has one language, one main, one first heading, and no jump between headings', async () => {
    const { document } = await page(app, url);
    expect(document.documentElement.getAttribute('lang')).toMatch(/^(vi|en)$/);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) =>
      Number(heading.tagName.slice(1)),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
    }
  });

  test('names every landmark, field, picture and table', async () => {
    const { document } = await page(app, url);
    for (const field of document.querySelectorAll('input:not([type=hidden])')) {
      expect(field.closest('label')?.textContent).toMatch(/\S/);
    }
    for (const region of document.querySelectorAll('nav, form, [role=region]')) {
      expect(region.getAttribute('aria-label')).toMatch(/\S/);
    }
    for (const picture of document.querySelectorAll('svg')) {
      const hidden = picture.getAttribute('aria-hidden') === 'true';
      if (!hidden) expect(picture.getAttribute('aria-label')).toMatch(/\S/);
    }
    for (const link of document.querySelectorAll('a')) expect(link.textContent).toMatch(/\S/);
    for (const table of document.querySelectorAll('.table-frame table')) {
      expect(table.querySelector('caption')?.textContent).toMatch(/\S/);
    }
  });

  test('has unique ids, and every reference finds its target', async () => {
    const { document } = await page(app, url);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of document.querySelectorAll('[aria-labelledby]')) {
      expect(ids).toContain(element.getAttribute('aria-labelledby'));
    }
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
    expect(document.querySelector('.skip')?.getAttribute('href')).toBe('#content');
  });

  test('carries nothing inline and loads nothing from elsewhere', async () => {
    const { html, document } = await page(app, url);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    const loaded = [...document.querySelectorAll('[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    expect(loaded.length).toBeGreaterThan(3);
    for (const address of loaded) expect(address).toMatch(/^\/assets\/[0-9a-f]{12}\//);
    for (const script of document.querySelectorAll('script')) expect(script.textContent).toBe('');
  });

  test('is marked as fiction before anything else', async () => {
    const { document } = await page(app, url);
    const band = document.querySelector('.demo-band');
    expect(band?.textContent).toMatch(/hư cấu|fiction/);
    expect(band?.nextElementSibling?.tagName).toBe('HEADER');
  });
});

describe('figures on the pages', () => {
  test('overview: the rows are the sample’s persons in the order of their share', async () => {
    const { document } = await page(app, '/?lang=vi');
    const names = [...document.querySelectorAll('#persons tbody th a')].map((a) => a.textContent);
    expect(names.slice(0, 3)).toEqual(['Trần Quốc Dũng', 'Lê Thị Thanh Hương', 'Nguyễn Văn Hoà']);
    const first = document.querySelector('#persons tbody tr')?.textContent;
    expect(first).toContain('29,3\u00a0%');
    expect(document.querySelector('h1')?.textContent).toContain('Trần Quốc Dũng');
    expect(document.querySelector('#share .subtitle')?.textContent).toContain('221 tin');
  });

  test.each([
    ['items', 'descending'],
    ['-items', 'ascending'],
  ])('overview: sorted by %s without a script', async (sort, direction) => {
    const { document } = await page(app, `/?sort=${sort}`);
    const cells = [...document.querySelectorAll('#persons tbody tr')].map((row) =>
      Number(row.querySelectorAll('[role=cell]')[1]?.getAttribute('data-value')),
    );
    const sorted = cells.toSorted((a, b) => (direction === 'descending' ? b - a : a - b));
    expect(cells).toEqual(sorted);
    const heading = document.querySelector('#persons th[aria-sort]');
    expect(heading?.getAttribute('aria-sort')).toBe(direction);
  });

  test('overview: names sort in Vietnamese, and sorting one table keeps the other', async () => {
    const { document } = await page(app, '/?sort=name&sortOutlets=-items&lang=vi');
    const names = [...document.querySelectorAll('#persons tbody th a')].map((a) => a.textContent);
    expect(names.indexOf('Đặng Ngọc Uyên')).toBe(0);
    expect(names.indexOf('Hồ Minh Triết')).toBe(1);
    const links = [...document.querySelectorAll('#persons thead a')].map((a) =>
      a.getAttribute('href'),
    );
    for (const link of links) expect(link).toContain('sortOutlets=-items');
  });

  test('an unknown value stands last in both directions', async () => {
    for (const sort of ['prominence', '-prominence']) {
      const { document } = await page(app, `/?sort=${sort}`);
      const rows = [...document.querySelectorAll('#persons tbody th a')];
      expect(rows.at(-1)?.textContent).toBe('Tạ Quang Bảo');
    }
  });

  test('figure → items → sentence → original in three clicks', async () => {
    const overview = await page(app, '/?lang=en');
    const toPerson = overview.document.querySelector('#persons tbody th a')?.getAttribute('href');
    const person = await page(app, toPerson ?? '');
    const toItem = person.document.querySelector('#items tbody th a')?.getAttribute('href');
    const item = await page(app, toItem ?? '');
    expect(item.document.querySelectorAll('.sentence mark').length).toBeGreaterThan(0);
    expect(item.document.querySelector('.original')?.getAttribute('href')).toMatch(/^https:/);
  });

  test('person: paging reaches every counted item once', async () => {
    const seen: string[] = [];
    let next: string | null = '/persons/pham-duc-long';
    while (next !== null) {
      const { document } = await page(app, next);
      seen.push(
        ...[...document.querySelectorAll('#items tbody th a')].map(
          (a) => a.getAttribute('href') ?? '',
        ),
      );
      next = document.querySelector('a[rel=next]')?.getAttribute('href') ?? null;
    }
    expect(seen).toHaveLength(28);
    expect(new Set(seen).size).toBe(28);
  });

  test('post: a person leads to their post, and the post to all who held it', async () => {
    const { document } = await page(app, '/persons/dang-ngoc-uyen?lang=en');
    const link = document.querySelector('#posts tbody a[href^="/posts/"]');
    const post = await page(app, link?.getAttribute('href') ?? '');
    expect(post.document.querySelector('h1')?.textContent).toBe(link?.textContent);
    const names = [...post.document.querySelectorAll('.timeline .person-link')];
    expect(names.map((name) => name.textContent)).toEqual(['Đặng Ngọc Uyên', 'Phạm Đức Long']);
    const [acting, before] = [...post.document.querySelectorAll('.timeline svg:not(.dot)')];
    const edges = (bar: Element | undefined) =>
      [...(bar?.querySelectorAll('rect') ?? [])].map((rect) => ({
        kind: rect.getAttribute('class'),
        start: Number(rect.getAttribute('x')),
        end: Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')),
      }));
    // Known to the month, 2021-07: the first part is a month of 57, and drawn lighter.
    expect(edges(before)[0]).toMatchObject({ kind: 'span-perhaps', start: 0 });
    expect(edges(before)[1]?.kind).toBe('span');
    expect(edges(acting)[0]?.start).toBeCloseTo(edges(before)[1]?.end ?? 0, 0);
    expect(edges(acting)[0]?.end).toBeCloseTo(100, 0);
  });

  test('item: uncertain and institutional marks differ from counted ones and say so', async () => {
    const { document } = await page(app, `${itemPath}?lang=en`);
    const text = (selector: string) => document.querySelector(selector)?.textContent;
    expect(text('.mark-counted')).toContain('Phạm Đức Long');
    expect(text('.mark-institutional')).toBe('Chủ tịch UBND thành phố Sông Lam');
    expect(text('.mark-uncertain')).toBe('Nguyễn Văn Hoà');
    const notes = [...document.querySelectorAll('.notes li')].map((note) => note.textContent);
    expect(notes.some((note) => note.includes('not counted'))).toBe(true);
    const marks = document.querySelectorAll('.sentence mark');
    expect(notes).toHaveLength(marks.length);
  });

  test('item: the quoted sentences are exactly those given, mark or no mark', async () => {
    const { samplePage } = await import('./sample/item-page.ts');
    const { document } = await page(app, `${itemPath}?lang=en`);
    const quoted = [...document.querySelectorAll('.quote p')].map((p) => p.textContent);
    const given = samplePage('bao-lam-giang-03-12-13')?.sentences.map((sentence) => sentence.text);
    expect(quoted).toEqual(given);
  });

  test('method: the other language stands in for a missing text and says so', async () => {
    const { document } = await page(app, '/method?lang=en');
    expect(document.querySelector('article')?.getAttribute('lang')).toBe('vi');
    expect(document.querySelector('h1')?.textContent).toBe('Cách đo');
    expect(document.querySelectorAll('article li')[0]?.textContent).toBe(
      'số tin có nhắc chia cho số tin thu được',
    );
  });

  test('codebook: rules keep their numbers, with their examples below them', async () => {
    const { document } = await page(app, '/codebook?lang=en');
    expect(document.querySelector('h1')?.textContent).toBe('Sổ tay');
    expect(document.querySelector('article > ol')?.outerHTML).toBe(
      '<ol start="12"><li><strong>Tên</strong> gọi tắt.' +
        '<ul><li><strong>Ông A</strong> nói. <em>x</em></li><li>Bà B im.</li></ul></li>' +
        '<li>Chức vụ.</li></ol>',
    );
    const method = (await page(app, '/method?lang=vi')).document;
    expect(method.querySelector('a[href^="/codebook"]')?.textContent).toContain('Sổ tay mã hóa');
  });
});

test.each([
  ['en', 'Period', 'mean of 7 days; ', ' at most'],
  ['vi', 'Khoảng', 'trung bình của 7 ngày; nhiều nhất ', ' tin,'],
])('a person’s long line is told in weeks in words too (%s)', async (lang, head, before, after) => {
  const query = `lang=${lang}&from=2025-10-01&to=2026-03-15`;
  const { document } = await page(app, `/persons/dang-ngoc-uyen?${query}`);
  const figure = document.querySelector('#series');
  expect(figure?.querySelector('th')?.textContent).toBe(head);
  const means = [...(figure?.querySelectorAll('tbody tr') ?? [])].flatMap((row) => {
    const said = row.querySelectorAll('th, td')[1]?.textContent ?? '';
    return /^\d/.test(said) ? [{ said, mean: Number.parseFloat(said.replace(',', '.')) }] : [];
  });
  const highest = means.toSorted((left, right) => right.mean - left.mean)[0];
  const alt = figure?.querySelector('svg.chart')?.getAttribute('aria-label');
  expect(alt).toContain(`${before}${highest?.said}${after}`);
});
