import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readFrontPage } from '../../crawlers/discover/front-page.ts';
import {
  checkOutlet,
  createFetchDoor,
  discoverOutlet,
  outletYaml,
  parseOutlet,
} from '../../crawlers/index.ts';
import {
  article,
  feedOf,
  frontPage,
  openSite,
  outletOf,
  realClock,
  silent,
  type Site,
} from './press.ts';

const TITLES = Array.from(
  { length: 8 },
  (_, at) =>
    [
      `/tin-tuc-${300_000 + at}.html`,
      `Tỉnh công bố kế hoạch xây dựng cầu thứ ${at + 2} qua sông`,
    ] as const,
);
const door = createFetchDoor({ clock: realClock, log: silent });
let site: Site;

beforeAll(async () => {
  site = await openSite({});
  const { origin, pages } = site;
  pages.set('/', frontPage(TITLES));
  pages.set('/tin.rss', feedOf(origin, TITLES.slice(0, 4)));
  pages.set('/chinh-tri', frontPage(TITLES));
  pages.set('/xa-hoi', frontPage(TITLES.slice(0, 1)));
  pages.set('/robots.txt', `User-agent: *\nDisallow: /dang-nhap\nSitemap: ${origin}/news.xml\n`);
  const urls = TITLES.map(([at]) => `<url><loc>${origin}${at}</loc></url>`);
  pages.set(
    '/news.xml',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
  );
  for (const [at, title] of TITLES) pages.set(at, article(title));
});
afterAll(async () => {
  await door.close();
  await site.close();
});

test('feeds and sections count from a front page’s <base>', () => {
  const head = '<base href="/"><link rel="alternate" type="application/rss+xml" href="rss/a.rss">';
  const page = `<html><head>${head}</head><body><nav><a href="kinh-te">Kinh tế</a></nav></body></html>`;
  const { feeds, sections } = readFrontPage(page, 'https://bao.example/vi/trang-chu');
  expect(feeds.map(({ url }) => url)).toEqual(['https://bao.example/rss/a.rss']);
  expect(sections.map(({ url }) => url)).toEqual(['https://bao.example/kinh-te']);
});

describe('discoverOutlet', () => {
  it('finds feed, sitemap, sections, name, language and zone, and says from what', async () => {
    const options = { door, clock: realClock, allowPrivateAddresses: true, delayMs: 0 };
    const { outlet, found } = await discoverOutlet(`${site.origin}/`, options);
    const { origin } = site;
    expect(outlet).toMatchObject({
      id: 'bao-thu',
      name: 'Báo Thử',
      medium: 'newspaper',
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      verified: false,
    });
    expect(outlet.sources.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      `homepage ${origin}/`,
      `feed ${origin}/tin.rss`,
      `sitemap ${origin}/news.xml`,
      `section ${origin}/chinh-tri`,
    ]);
    expect(
      found.every(
        ({ reason, value }) => reason.en.length > 5 && reason.vi !== reason.en && value !== '',
      ),
    ).toBe(true);
    expect(site.asked).not.toContain('/dang-nhap');
    expect(parseOutlet(outletYaml(outlet), 'bao-thu.yaml')).toEqual({ ...outlet, delayMs: 2000 });
  });

  it('finds feeds that are only listed on a page called /rss', async () => {
    const plain = '<html><head><title>Trang tin</title></head><body>Chào</body></html>';
    const other = await openSite({ '/': plain });
    other.pages.set('/rss', '<html><body><a href="/rss/thoi-su.rss">Thời sự</a></body></html>');
    other.pages.set('/rss/thoi-su.rss', feedOf(other.origin, TITLES));
    const options = { door, clock: realClock, allowPrivateAddresses: true, delayMs: 0 };
    const { outlet } = await discoverOutlet(other.origin, options);
    await other.close();
    expect(outlet.sources.filter(({ kind }) => kind === 'feed')).toEqual([
      { kind: 'feed', url: `${other.origin}/rss/thoi-su.rss`, title: 'Thời sự' },
    ]);
  });

  it('says why a site cannot be read', async () => {
    const failing = discoverOutlet('http://127.0.0.1/', { door, clock: realClock });
    await expect(failing).rejects.toMatchObject({ code: 'fetch/private-address' });
  });
});

describe('checkOutlet', () => {
  it('tells for each source whether it works, and reads a sample', async () => {
    const { origin } = site;
    const sources = [
      { kind: 'feed', url: `${origin}/tin.rss` },
      { kind: 'feed', url: `${origin}/none.rss` },
      { kind: 'section', url: `${origin}/tin-tuc-300000.html` },
    ] as const;
    const check = await checkOutlet(outletOf(origin, sources), { door, clock: realClock });
    expect(check.sources.map(({ works, leads }) => [works, leads])).toEqual([
      [true, 4],
      [false, 0],
      [false, 0],
    ]);
    expect(check.sources[1]?.problem?.en).toMatch(/none\.rss does not exist/);
    expect(check.sources[1]?.problem?.vi).toMatch(/none\.rss không \(còn\) tồn tại/);
    expect(check.works).toBe(true);
    expect(check.sample).toMatchObject({ title: TITLES[0]?.[1] });
    expect(check.sample?.words).toBeGreaterThan(150);
    expect(check.sample?.confidence).toBeGreaterThan(0.5);
  });

  it('counts programmes and bulletins, and says so where a page that answers names none', async () => {
    const { origin, pages } = site;
    const day = '<li><time>18:30</time> Thời sự</li><li><time>19:00</time> Phim truyện</li>';
    pages.set('/lich', `<html><body><h1>Lịch 2/3/2026</h1><ul>${day}</ul></body></html>`);
    pages.set('/khong-lich', '<html><body><p>Trang đang được bảo trì.</p></body></html>');
    pages.set('/ban-tin', '<html><body><a href="/ban-tin/1">Thời sự tối 2/3</a></body></html>');
    const sources = [
      { kind: 'listing', url: `${origin}/lich` },
      { kind: 'listing', url: `${origin}/khong-lich` },
      { kind: 'bulletin', url: `${origin}/ban-tin` },
      { kind: 'bulletin', url: `${origin}/khong-lich` },
    ] as const;
    const check = await checkOutlet(outletOf(origin, sources), { door, clock: realClock });
    expect(check.sources.map(({ works, aired }) => [works, aired])).toEqual([
      [true, 2],
      [false, 0],
      [true, 1],
      [false, 0],
    ]);
    expect(check.sources[1]?.problem?.vi).toContain('không nêu chương trình nào');
    expect(check.sources[3]?.problem?.en).toContain('names no bulletins');
  });

  it('says so where nothing works', async () => {
    const outlet = outletOf(site.origin, [{ kind: 'feed', url: `${site.origin}/none.rss` }]);
    const check = await checkOutlet(outlet, { door, clock: realClock });
    expect(check).toMatchObject({
      works: false,
      sample: null,
      sampleProblem: { en: 'No source names an article.' },
    });
  });
});
