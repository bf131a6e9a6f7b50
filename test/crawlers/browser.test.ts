import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewports } from '../../src/domain/index.ts';
import { document, openSite, picture, story, type TestSite } from './front-page/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const links = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => story(from + at))
    .map(({ href, title }) => `<p><a href="${href}">${title}</a></p>`)
    .join('');

/** A good page with something more. */
const page = (more: string, style = '') => document(`<main>${links(8)}</main>${more}`, style);

/** Browsers this test process has started. */
function browserProcesses(): number[] {
  const parents = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return parents
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, command]) => Number(parent) === process.pid && command?.includes('chromium'),
    )
    .map(([pid]) => Number(pid));
}

describe('the browser door', () => {
  test('gives its own name, the outlet’s language and zone, and keeps its evidence', async () => {
    const say = `document.querySelector('main').dataset.said = 1;
      document.body.append(navigator.language + Intl.DateTimeFormat().resolvedOptions().timeZone)`;
    site.serve(
      '/named',
      page(`<img src="/shown.svg" width="200" height="100"><script>${say}</script>`),
    );
    const snapshot = await site.look('/named');
    expect(snapshot.fault).toBeNull();
    const names = new Set(site.asked.map(({ userAgent }) => userAgent));
    expect([...names].every((name) => name.startsWith('ColumnInches/'))).toBe(true);
    expect(site.asked.map(({ path }) => path)).toContain('/shown.svg');
    const saved = new TextDecoder().decode(snapshot.selfContained ?? new Uint8Array());
    expect(saved).toMatch(/viAsia\/(Ho_Chi_Minh|Saigon)/);
    expect(snapshot.screenshot?.slice(0, 3)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
    expect(snapshot.thumbnail?.length).toBeLessThan(snapshot.screenshot?.length ?? 0);
    expect(snapshot.facts.browser).toMatch(/^Chromium \d+/);
    expect(snapshot.facts.fonts).toContain('Open Sans');
  });

  test('the phone window is a phone’s', async () => {
    site.serve('/wide', page('', '@media (max-width:500px){main p:nth-child(n+5){display:none}}'));
    const [wide, narrow] = [
      await site.look('/wide'),
      await site.look('/wide', { viewport: viewports.phone }),
    ];
    expect(wide.placements.length).toBe(8);
    expect(narrow.placements.length).toBe(4);
  });

  test('robots.txt holds for the page and for its parts; trackers are kept back', async () => {
    site.serve('/robots.txt', 'User-agent: *\nDisallow: /closed\nDisallow: /parts/');
    site.serve('/closed', page(''));
    const tracker = '<script src="https://www.google-analytics.com/analytics.js"></script>';
    site.serve('/open', page(`<img src="/parts/one.svg">${tracker}`));
    const other = await openSite();
    try {
      other.serve('/robots.txt', 'User-agent: *\nDisallow: /closed\nDisallow: /parts/');
      other.serve('/closed', page(''));
      other.serve('/open', page(`<img src="/parts/one.svg">${tracker}`));
      expect((await other.look('/closed')).fault).toBe('refused');
      const open = await other.look('/open');
      expect(open.fault).toBeNull();
      expect(open.facts.disallowedRequests).toBe(1);
      expect(open.facts.blockedRequests).toBe(1);
      expect(other.asked.map(({ path }) => path)).not.toContain('/parts/one.svg');
      expect(other.asked.map(({ path }) => path)).not.toContain('/closed');
      // What readers see and we may not fetch counts where the page reserves its room.
      const card = (index: number, image: string) =>
        `<article style="width:400px"><a href="${story(index).href}">${image}<h3>${story(index).title}</h3></a></article>`;
      const images = [
        '<img src="/parts/a.jpg" width="400" height="200" alt="">',
        '<img src="/parts/b.jpg" style="width:100%;aspect-ratio:2" alt="Ảnh">',
        '<img src="/parts/c.jpg" alt="Ảnh chụp">',
        '<img src="/lost.jpg" width="400" height="200" alt="">',
      ];
      other.serve('/rooms', page(images.map((image, at) => card(60 + at, image)).join('')));
      const { placements } = await other.look('/rooms');
      const areaOf = (index: number) =>
        placements.find(({ url }) => url.endsWith(story(index).href))?.pictureArea;
      expect([60, 61, 62, 63].map(areaOf)).toEqual([80_000, 80_000, 0, 0]);
    } finally {
      await other.close();
    }
  });

  test('a page leads to no other private address, not even by script', async () => {
    const far = 'http://10.11.12.13:8000/x.svg';
    site.serve(
      '/inside',
      page(`<img src="${far}"><script>fetch('${far}').catch(function(){})</script>`),
    );
    const snapshot = await site.look('/inside');
    expect(snapshot.fault).toBeNull();
    // robots.txt of that address cannot be asked for either, so it stays closed.
    expect(snapshot.facts.disallowedRequests).toBeGreaterThan(0);
  });

  test('hidden, transparent, off-screen and clipped links count nothing', async () => {
    const hide = [
      'display:none',
      'visibility:hidden',
      'opacity:0',
      'position:absolute;left:-9999px',
      'position:absolute;top:-500px',
      'text-indent:-9999px;overflow:hidden;white-space:nowrap',
      'height:0;overflow:hidden',
      'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)',
      'clip-path:inset(100%)',
      'transform:translateX(-3000px)',
      'content-visibility:hidden',
    ];
    const traps = hide.map((style, index) => {
      const { href, title } = story(100 + index);
      return `<div style="${style}"><a href="${href}">${title}</a></div>`;
    });
    const box = `<div style="height:60px;overflow:auto">${links(10, 200)}</div>`;
    const late = `<details><summary>Thêm</summary>${links(3, 300)}</details>`;
    site.serve('/hidden', page(traps.join('') + box + late));
    const { placements } = await site.look('/hidden');
    const numbers = placements.map(({ url }) => Number(/hieu-(\d+)/.exec(url)?.[1]) - 10_000);
    expect(numbers.filter((number) => number >= 100 && number < 200)).toEqual([]);
    expect(numbers.filter((number) => number >= 300)).toEqual([]);
    // Of the scrolled box only the lines inside its window are there.
    expect(numbers.filter((number) => number >= 200 && number < 300).length).toBeLessThanOrEqual(2);
    expect(numbers.filter((number) => number < 100).length).toBe(8);
  });

  test('a section with a long name is no story where stories have numbers', async () => {
    const section = '<a href="/chinh-tri/ky-nguyen-moi-cua-dan-toc">Kỷ nguyên mới của dân tộc</a>';
    site.serve('/sections', document(`<p>${section}</p><main>${links(12)}</main>`));
    const { placements } = await site.look('/sections');
    expect(placements.length).toBe(12);
    expect(placements.some(({ url }) => url.includes('ky-nguyen'))).toBe(false);
  });

  test('a row of slides longer than its window, a stack, and their clones', async () => {
    const slide = (index: number, names: string, style = '') => {
      const { href, title } = story(index);
      return `<div class="${names}" style="${style}"><a href="${href}">${picture(600, 300)}<h3>${title}</h3></a></div>`;
    };
    const wide = 'flex:0 0 600px';
    const own = [10, 11, 12].map((one) => slide(one, 's', wide)).join('');
    const track = slide(12, 's copy', wide) + own + slide(10, 's copy', wide);
    const row =
      '<div style="width:600px;overflow:hidden">' +
      `<div style="display:flex;transform:translateX(-600px)">${track}</div></div>`;
    const stack = `<div class="hero-slider">${[20, 21].map((one, at) => slide(one, 'item', at === 0 ? '' : 'display:none')).join('')}</div>`;
    const tabs = `<div class="tabs"><div>${links(2, 30)}</div><div style="display:none">${links(2, 40)}</div></div>`;
    site.serve('/turns', page(row + stack + tabs));
    const { placements } = await site.look('/turns');
    const turning = placements.filter((one) => one.carousel !== null);
    expect(turning.map((one) => one.carousel?.slides ?? 0).sort((a, b) => a - b)).toEqual([
      2, 2, 3, 3, 3,
    ]);
    expect(turning.filter((one) => one.inkArea > 0).length).toBe(2);
    expect(placements.some(({ url }) => /hieu-1004\d/.test(url))).toBe(false);
  });

  test('lazy pictures are called up, late parts and animations come to rest', async () => {
    const lazy = `<div style="height:3000px"></div><article><a href="${story(50).href}"><img data-src="/late.svg" width="400" height="200"></a><h3><a href="${story(50).href}">${story(50).title}</a></h3></article>`;
    const script = `<script>new IntersectionObserver(function(seen){seen.forEach(function(one){if(one.isIntersecting)one.target.src=one.target.dataset.src})}).observe(document.querySelector('img[data-src]'))</script>`;
    const fading = `<div style="opacity:0;animation:show 3s 5s forwards"><a href="${story(51).href}">${story(51).title}</a></div>`;
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>';
    site.serve('/late.svg', { headers: { 'content-type': 'image/svg+xml' }, body: svg });
    site.serve('/lazy', page(lazy + script + fading, '@keyframes show{to{opacity:1}}'));
    const { placements } = await site.look('/lazy');
    const late = placements.find(({ url }) => url.includes('10050'));
    expect(late?.pictureArea).toBe(80_000);
    expect(placements.some(({ url }) => url.includes('10051'))).toBe(true);
  });
});

describe('health', () => {
  const wall = (buttons: string) =>
    `<div id="cookie-consent" style="position:fixed;inset:0;background:#fff"><p>We use cookies. Chúng tôi dùng cookie.</p>${buttons}</div>`;
  const close = `onclick="document.getElementById('cookie-consent').remove()"`;

  test('a consent wall is refused, never accepted; one that cannot be is a failed look', async () => {
    const agree =
      '<button onclick="document.body.dataset.agreed=1;document.body.innerHTML=\'\'">Accept all</button>';
    site.serve('/consent', page(wall(`${agree}<button ${close}>Từ chối tất cả</button>`)));
    const refused = await site.look('/consent');
    expect(refused.fault).toBeNull();
    expect(refused.facts.consentRefused).toBe(true);
    site.serve('/wall', page(wall('<p>Xin hãy trả tiền hoặc đồng ý</p>')));
    const walled = await site.look('/wall');
    expect(walled.fault).toBe('consent-wall');
    expect(walled.placements).toEqual([]);
    expect(walled.screenshot).not.toBeNull();
  });

  test.each([
    ['no-links', document('<p>Trang đang được xây dựng.</p>')],
    ['error-page', document('<h1>502 Bad Gateway</h1>').replace('Trang nhất', '502 Bad Gateway')],
    ['lost-styles', page('<link rel="stylesheet" href="/gone.css">')],
    ['lost-styles', page('<link rel="stylesheet" href="http://styles.invalid/far.css">')],
    [
      'scroll-lock',
      page('<div style="height:4000px"></div>', 'html,body{overflow:hidden;height:100%}'),
    ],
    ['redirected', page('<script>location.href="/elsewhere/page"</script>')],
  ])('%s', async (fault, html) => {
    site.serve('/elsewhere/page', page(''));
    site.serve(`/ill-${fault}`, html);
    const snapshot = await site.look(`/ill-${fault}`);
    expect(snapshot.fault).toBe(fault);
    expect(snapshot.faultText).not.toBe('');
    expect(snapshot.placements).toEqual([]);
  });

  test('styles that are lost in silence show against the outlet’s habit', async () => {
    const thin = document(`<div style="padding-top:760px">${links(8)}</div>`);
    site.serve('/habit', thin);
    const outlet = {
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      delayMs: 0,
      allowPrivateAddresses: true,
    };
    const asked = { outlet, url: `${site.origin}/habit`, viewports: [viewports.desktop] };
    const [first] = (await site.door.capture(asked)).snapshots;
    expect(first?.fault).toBeNull();
    const usualAboveFold = { desktop: 0.4, phone: 0.4 };
    const [second] = (await site.door.capture({ ...asked, usualAboveFold })).snapshots;
    expect(second?.fault).toBe('lost-styles');
    expect(second?.faultText).toContain('usually 40 %');
  });

  test('a page that never comes to rest, and one that does not answer', async () => {
    const hasty = await openSite({ lookMs: 1000 });
    try {
      hasty.serve(
        '/restless',
        page(
          '<script>for(let i=0;i<9;i++)setInterval(()=>{document.body.append(document.createElement("b"))},9)</script>',
        ),
      );
      const slow = await hasty.look('/restless');
      expect([slow.fault, slow.placements]).toEqual(['too-slow', []]);
    } finally {
      await hasty.close();
    }
    const gone = await openSite();
    const { origin } = gone;
    await gone.close();
    const outlet = {
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      delayMs: 0,
      allowPrivateAddresses: true,
    };
    const asked = { outlet, url: `${origin}/`, viewports: [viewports.desktop] };
    const [none] = (await site.door.capture(asked)).snapshots;
    expect(['unreachable', 'refused']).toContain(none?.fault);
    expect(none?.faultText).toMatch(/\S/);
  }, 60_000);

  test('what the server says is told apart: an error, another page, no answer', async () => {
    site.serve('/error', { status: 500, body: 'no' });
    site.serve('/gone', { status: 302, headers: { location: '/elsewhere/page' }, body: '' });
    expect((await site.look('/error')).fault).toBe('error-page');
    expect((await site.look('/gone')).fault).toBe('redirected');
  });
});

describe('a browser that dies', () => {
  test('the look is marked failed with a reason, and the next has a new browser', async () => {
    site.serve('/hang.js', { body: '' });
    site.serve(
      '/slow',
      page('<script>setInterval(function(){document.body.append("")},100)</script>'),
    );
    for (let turn = 0; turn < 3; turn += 1) {
      const looking = site.look('/slow');
      await new Promise((resolve) => setTimeout(resolve, 150 + turn * 200));
      for (const pid of browserProcesses()) process.kill(pid, 'SIGKILL');
      const snapshot = await looking;
      expect(snapshot.fault === null || snapshot.fault === 'browser-gone').toBe(true);
      if (snapshot.fault !== null) expect(snapshot.faultText).not.toBe('');
    }
    expect((await site.look('/slow')).fault).toBeNull();
    expect(browserProcesses().length).toBe(1);
  });
});
