import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyShares } from '../../../analyzers/index.ts';
import { type PagePlacement, viewports } from '../../../src/domain/index.ts';
import { generatedLayout } from './generated.ts';
import { kendall, orderOf } from './kendall.ts';
import { layouts } from './layouts.ts';
import { document, openSite, story, storyIndex, type TestSite } from './site.ts';

const card = (index: number) =>
  `<article><h3><a href="${story(index).href}">${story(index).title}</a></h3></article>`;

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

describe('hand-made layouts', () => {
  test.each(layouts)('$name: every story is found once, in its order', async (layout) => {
    const path = `/${layouts.indexOf(layout)}`;
    site.serve(path, layout.html);
    const snapshot = await site.look(path);
    expect(snapshot.faultText).toBeNull();
    expect([...orderOf(snapshot.placements)].sort((a, b) => a - b)).toEqual(
      [...layout.order].sort((a, b) => a - b),
    );
    expect(snapshot.placements.length).toBe(layout.order.length);
    expect(kendall(layout.order, orderOf(snapshot.placements))).toBeGreaterThanOrEqual(0.95);
  });

  test('a card has its picture, headline and lead, and nothing of its neighbours', async () => {
    const snapshot = await site.look('/1');
    const [hero] = snapshot.placements;
    expect(hero?.pictures.length).toBe(1);
    expect(hero?.headlinePx).toBe(36);
    expect(hero?.headlineWeight).toBe(700);
    expect(hero?.pictureArea).toBeGreaterThan(300_000);
    expect(hero?.lines.length).toBeGreaterThanOrEqual(2);
    expect(hero?.aboveFold).toBe(true);
    const flat = await site.look('/8');
    expect(flat.placements.every((one) => one.lines.length === 2)).toBe(true);
  });

  test('a ticker that repeats every story of a young page is a ticker', async () => {
    const three = [0, 1, 2].map((index) => story(index));
    const line = three.map(({ href, title }) => `<a href="${href}">${title}</a>`).join(' · ');
    const cards = [0, 1, 2].map(card);
    const ticker = `<div class="news-ticker" style="white-space:nowrap">${line}</div>`;
    site.serve('/young', document(`${ticker}<main>${cards.join('')}</main>`));
    const { placements } = await site.look('/young');
    expect(placements.map(({ blockKind }) => blockKind).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'editorial'),
      ...Array.from({ length: 3 }, () => 'ticker'),
    ]);
  });

  test('headlines are told from standfirsts, names of lists from those of other things', async () => {
    const long = 'Phần mở đầu có đường dẫn, dài hơn tiêu đề nhiều lần, và đặt bằng cỡ chữ nhỏ hơn.';
    const apart = story(0);
    const whole = story(1);
    const more = Array.from({ length: 12 }, (_, index) => card(2 + index));
    const read = [20, 21, 22].map(card).join('');
    site.serve(
      '/names',
      document(
        `<div class="top"><a href="/bang-gia">Bảng giá</a><div class="news"><p class="title left">MỚI NHẤT!</p><a href="/nhanh">Đọc nhanh</a> <span>Đang tải danh sách tin từ máy chủ của tòa soạn</span></div></div>
        <main><article><h3><a href="${apart.href}">${apart.title}</a></h3><p><a href="${apart.href}">${long}</a></p></article>
        <a href="${whole.href}"><b style="font-size:20px">${whole.title}</b><p>${long}</p></a>${more.join('')}</main>
        <div><div class="box-cate"><a href="javascript:void(0)">Đọc nhiều</a></div><ul>${read}</ul></div>`,
      ),
    );
    const { placements } = await site.look('/names');
    const known = new Map(placements.map((one) => [storyIndex(one.url), one]));
    expect(known.get(0)?.headline).toBe(apart.title);
    expect(known.get(1)?.headline).toBe(whole.title);
    const kinds = (from: number, to: number) =>
      new Set(placements.slice(from, to).map((one) => `${one.blockKind} ${one.blockLabel}`));
    expect(kinds(0, 14)).toEqual(new Set(['editorial null']));
    expect(kinds(14, 17)).toEqual(new Set(['automatic Đọc nhiều']));
    // Where the reading is weak, the outlet's file has the last word.
    const frontPage = { blocks: [{ match: '^đọc nhiều', kind: 'sponsored' }] } as const;
    const ruled = await site.look('/names', { frontPage });
    expect(ruled.placements.slice(14).map((one) => one.blockKind)).toEqual(
      Array.from({ length: 3 }, () => 'sponsored'),
    );
  });

  test('what stays, moves or belongs to another page is no story of the editors', async () => {
    const line = (index: number) => `<a href="${story(index).href}">${story(index).title}</a>`;
    const turns = [30, 31, 32].map(line).join(' • ');
    const inner = document(`<main>${[50, 51].map(card).join('')}</main>`);
    site.serve('/inner', inner);
    site.serve(
      '/moving',
      document(
        `<div style="position:sticky;top:0">${line(40)}</div><div style="position:fixed;bottom:0">${line(41)}</div>
        <marquee>${turns} • ${turns}</marquee>
        <main>${Array.from({ length: 9 }, (_, index) => card(index)).join('')}</main>
        <iframe src="/inner" width="600" height="400"></iframe>`,
      ),
    );
    const { placements } = await site.look('/moving');
    const kindOf = (index: number) => [
      ...new Set(
        placements.filter((one) => storyIndex(one.url) === index).map((one) => one.blockKind),
      ),
    ];
    expect([40, 41].flatMap(kindOf)).toEqual(['chrome', 'chrome']);
    // Of a moving line only what is in its window is there.
    expect(new Set([30, 31, 32].flatMap(kindOf))).toEqual(new Set(['ticker']));
    expect([50, 51].flatMap(kindOf)).toEqual([]);
    expect(sharesOf(placements).size).toBe(9);
  });

  test('two loads of one page give shares within half a point', async () => {
    for (const path of ['/1', '/3', '/6']) {
      const [first, second] = [await site.look(path), await site.look(path)];
      const one = sharesOf(first.placements);
      const other = sharesOf(second.placements);
      expect([...one.keys()]).toEqual([...other.keys()]);
      for (const [key, share] of one) {
        expect(Math.abs(share - (other.get(key) ?? 0))).toBeLessThan(0.005);
      }
    }
  });
});

describe('generated layouts', () => {
  // More of them: test/long/crawlers/front-page/generated.test.ts.
  test.each([1, 2, 3, 4, 5])('page %i: every story once, in its order', async (seed) => {
    const layout = generatedLayout(seed);
    site.serve(`/generated-${seed}`, layout.html);
    const { placements, faultText } = await site.look(`/generated-${seed}`);
    expect(faultText).toBeNull();
    const order = orderOf(placements);
    expect(order.toSorted((one, other) => one - other)).toEqual(layout.order);
    expect(kendall(layout.order, order), layout.name).toBeGreaterThanOrEqual(0.95);
  });
});

function sharesOf(placements: readonly PagePlacement[]): Map<string, number> {
  const shares = storyShares(placements, { viewport: viewports.desktop, kind: 'front' });
  return new Map(shares.map((row) => [row.storyKey, row.share ?? 0]));
}
