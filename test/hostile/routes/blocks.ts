import type { Route } from '../route.ts';
import { http } from '../server.ts';

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const challenge = '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script>';
const story = `<p>${'Sáng nay, tỉnh họp bàn về tuyến đường ven biển và việc bồi thường. '.repeat(20)}</p>`;
const titled = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

const blocked = (name: string, page: NonNullable<Route['page']>): Route => ({
  name: `block page: ${name}`,
  page,
  expect: 'blocked',
  check: ({ server }) => {
    const asked = server.targets.filter((target) => target === '/page').length;
    if (asked !== 1) throw new TypeError(`asked ${asked} times`);
  },
});
const open = (name: string, body: string): Route => ({
  name: `no block page: ${name}`,
  page: http(200, html, body),
  expect: 'ok',
});

/** Guards in place of a page, and pages that only look like one. */
export const BLOCKS: readonly Route[] = [
  blocked('a challenge with 403', http(403, { ...html, 'cf-mitigated': 'challenge' }, 'no')),
  blocked('a challenge with 202', http(202, { 'x-amzn-waf-action': 'challenge' }, 'no')),
  blocked('a captcha with 405', http(405, { 'x-amzn-waf-action': 'captcha' }, 'no')),
  blocked('a firewall with 403', http(403, { ...html, 'x-sucuri-block': '12' }, 'no')),
  blocked('a challenge with 200', http(200, html, titled('Just a moment...', challenge))),
  blocked('a title alone', http(200, html, titled('Attention Required!', '<p>Sorry</p>'))),
  blocked(
    'in Vietnamese',
    http(200, html, titled('Xác minh bạn không phải là robot', '<div class="g-recaptcha"></div>')),
  ),
  blocked(
    'a captcha of another house',
    http(200, html, titled('bao.example', '<script src="https://ct.captcha-delivery.com/c.js">')),
  ),
  open('a story under a form with a captcha', titled('Tin', `${story}<div class="g-recaptcha">`)),
  open('a site that is watched over', titled('Tin', challenge + story)),
  open('a story with such a title', titled('Access denied: why 12 sites went dark', story)),
  { name: 'no block page: 403', page: http(403, html, 'no'), expect: 'forbidden' },
];
