import type { Bilingual, FetchRequest } from '../../src/domain/index.ts';
import type { Headers } from './headers.ts';

// A site that shows a guard in place of its page has said no. We recognise that, say so and leave;
// nothing here, or anywhere, tries to pass.

const readBytes = 40_000;
/** A page with more to read than this is a page, whatever it asks besides. */
const mostWords = 120;

const headerSigns: readonly (readonly [name: string, value: RegExp, whose: string])[] = [
  ['cf-mitigated', /challenge|block/i, 'Cloudflare'],
  ['x-amzn-waf-action', /challenge|captcha/i, 'AWS WAF'],
  ['x-datadome', /./, 'DataDome'],
  ['x-sucuri-block', /./, 'Sucuri'],
];

/** What only a guard's own page loads. */
const guardParts: readonly (readonly [sign: string, whose: string])[] = [
  ['/cdn-cgi/challenge-platform/', 'Cloudflare'],
  ['cf-browser-verification', 'Cloudflare'],
  ['challenges.cloudflare.com/turnstile', 'Cloudflare'],
  ['captcha-delivery.com', 'DataDome'],
  ['_incapsula_resource', 'Imperva'],
  ['px-captcha', 'HUMAN'],
  ['sucuri_cloudproxy_js', 'Sucuri'],
  ['awswafintegration', 'AWS WAF'],
  ['g-recaptcha', 'reCAPTCHA'],
  ['hcaptcha.com/1/api.js', 'hCaptcha'],
  ['h-captcha', 'hCaptcha'],
];

const guardTitle =
  /^(?:just a moment|attention required|access denied|one moment, please|are you (?:a )?human|verify(?:ing)? you are human|security check|ddos-guard|robot check|bot verification|xác (?:minh|thực) (?:bạn )?(?:không phải|là người|truy cập|trình duyệt)|bạn (?:có phải là|không phải là) (?:robot|người máy)|kiểm tra bảo mật|truy cập bị (?:từ chối|chặn))/iu;

/** What shows that a guard answered in place of the page; null where none did. */
export function guardOf(answer: {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array | null;
  readonly expects: FetchRequest['expects'];
}): Bilingual | null {
  const { status, headers, bytes, expects } = answer;
  if (expects === 'robots') return null;
  if (bytes === null) return status >= 300 && status < 400 ? null : byHeaders(status, headers);
  if (!/html/i.test(headers['content-type'] ?? 'text/html')) return null;
  return byText(new TextDecoder('utf-8').decode(bytes.subarray(0, readBytes)), bytes.length);
}

function byHeaders(status: number, headers: Headers): Bilingual | null {
  const found = headerSigns.find(([name, value]) => value.test(headers[name] ?? ''));
  return found ? said(found[2], status) : null;
}

function byText(html: string, length: number): Bilingual | null {
  const start = html.search(/<title[\s>]/i);
  const title = /<title[^<>]{0,200}>\s*([^<]{0,200})/i.exec(html.slice(Math.max(0, start)))?.[1];
  const small = html.toLowerCase();
  const part = guardParts.find(([sign]) => small.includes(sign));
  const isTitle = start >= 0 && guardTitle.test(title?.trim() ?? '');
  if (part === undefined && !isTitle) return null;
  // Real pages may hold such a part for their comments, and real stories such a title.
  if (length > readBytes || wordsOf(html) > mostWords) return null;
  return said(part?.[1] ?? (title ?? '').trim().slice(0, 60), null);
}

/** Words outside tags, scripts and styles, counted in one pass. */
function wordsOf(html: string): number {
  const small = html.toLowerCase();
  let text = '';
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    text += ` ${html.slice(at, open === -1 ? html.length : open)}`;
    if (open === -1) break;
    const raw = /^<(script|style|noscript)\b/i.exec(html.slice(open, open + 12))?.[1];
    const end = raw ? small.indexOf(`</${raw.toLowerCase()}`, open) : open;
    const close = end === -1 ? -1 : html.indexOf('>', end);
    if (close === -1) break;
    at = close + 1;
  }
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function said(whose: string, status: number | null): Bilingual {
  const code = status === null ? '' : `, ${status}`;
  return { vi: `trang chặn: ${whose}${code}`, en: `a guard: ${whose}${code}` };
}
