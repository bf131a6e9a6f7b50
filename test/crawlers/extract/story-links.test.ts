import { describe, expect, it } from 'vitest';
import { storyLinks } from '../../../crawlers/extract/index.ts';
import { isStoryPath, joinVariants, sameSite } from '../../../crawlers/extract/story-urls.ts';
import { sectionPage, sectionUrl } from './sample-pages.ts';

const site = 'https://baotragiang.vn';

describe('storyLinks', () => {
  it('gives the main stories in reading order, each once, with its headline', () => {
    expect(storyLinks(sectionPage(), sectionUrl)).toEqual([
      {
        url: `${site}/gia-lua-dau-vu-tang-manh-o-tra-giang-204501.html`,
        title: 'Giá lúa đầu vụ tăng mạnh ở Trà Giang',
      },
      {
        url: `${site}/khu-cong-nghiep-binh-an-don-them-bon-nha-may-204502.html`,
        title: 'Khu công nghiệp Bình An đón thêm bốn nhà máy',
      },
      {
        url: `${site}/ngu-dan-cua-lo-trung-mua-ca-com-204503.html`,
        title: 'Ngư dân Cửa Lở trúng mùa cá cơm',
      },
      {
        url: `${site}/cho-dau-moi-moi-mo-cua-tu-thang-sau-204504.html`,
        title: 'Chợ đầu mối mới mở cửa từ tháng sau',
      },
    ]);
  });

  it('counts relative addresses from the page’s <base>', () => {
    const relative = sectionPage().replaceAll('href="/', 'href="');
    const page = `<base href="/">${relative}`;
    const inside = `${site}/kinh-te/trong-tinh/`;
    const urls = (html: string) => storyLinks(html, inside).map(({ url }) => url);
    expect(urls(page)).toEqual(urls(sectionPage()));
    expect(urls(page)).toHaveLength(4);
    expect(urls(relative)).not.toEqual(urls(page));
  });

  it('obeys the outlet’s own patterns', () => {
    const options = { exclude: ['cho-dau-moi'], include: ['-2045\\d\\d\\.html$'] };
    const links = storyLinks(sectionPage(), sectionUrl, options);
    expect(links.map((link) => link.url.slice(-11))).toEqual([
      '204501.html',
      '204502.html',
      '204503.html',
    ]);
  });

  it('joins variants of one address', () => {
    const page = `<div><h2><a href="/cau-ben-da-sap-thong-xe-204518.html">Cầu Bến Đá sắp thông xe</a></h2>
      <a href="https://m.baotragiang.vn/cau-ben-da-sap-thong-xe-204518.html?utm_medium=x#top">Cầu Bến Đá sắp thông xe</a></div>`;
    expect(storyLinks(page, sectionUrl)).toHaveLength(1);
  });

  it('is empty for a page without stories, and never throws on a bad address', () => {
    expect(storyLinks('<a href="http://[">x y z t</a><a>y</a>', sectionUrl)).toEqual([]);
    expect(storyLinks('<a href="/a-b-c-d-12345">một hai ba bốn</a>', 'not an address')).toEqual([]);
  });
});

describe('story addresses', () => {
  it.each([
    ['/gia-lua-tang-manh-dau-vu-204501.html', true],
    ['/2024/05/12/bridge-repair', true],
    ['/thoi-su/20240512091500123.htm', true],
    ['/kinh-te', false],
    ['/tag/gia-lua-hom-nay-va-ngay-mai', false],
    ['/gia-lua-hom-nay-tag12345.html', false],
    ['/video/canh-dong-lua-chin-204000.html', false],
    ['/anh/cau-ben-da-moi-nhin-tu-xa-1.jpg', false],
    ['/index.php?view=article&id=4711', true],
    ['/lien-he', false],
  ])('%s: %s', (path, expected) => {
    expect(isStoryPath(site + path)).toBe(expected);
  });

  it('lose tracking, fragments, AMP and mobile hosts', () => {
    expect(joinVariants('http://m.baotragiang.vn/amp/a-1.html?fbclid=x&id=2#c', `${site}/`)).toBe(
      `${site}/a-1.html?id=2`,
    );
    expect(joinVariants('javascript:void(0)', site)).toBeNull();
  });

  it('belong to one site or not', () => {
    expect(sameSite('https://www.a.vn/x', 'https://a.vn/y')).toBe(true);
    expect(sameSite('https://en.a.vn/x', 'https://a.vn/y')).toBe(false);
  });
});
