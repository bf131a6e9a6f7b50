import { isIP } from 'node:net';

// How the text of a setting is read: its value, null for "off", undefined where it is none.

/** An address of one of the protocols (`https:`), or undefined. */
export function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol) ? url : undefined;
}

/** 0 to 65535, or undefined. */
export function parsePort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : undefined;
}

/** The origin of an address without a path, or undefined. */
export function parsePublicUrl(text: string): string | undefined {
  const url = parseUrl(text, ['http:', 'https:']);
  // Links of the pages begin at the root of their host.
  return url?.href === `${url?.origin}/` ? url.origin : undefined;
}

/** Server and bucket, and perhaps a prefix; no query, and no keys in an address that is shown. */
export function parseBucket(text: string): string | undefined {
  const url = parseUrl(text, ['http:', 'https:']);
  const isPlain = url?.search === '' && url.hash === '' && url.username === '';
  return isPlain && /^\/[^/]+/.test(url.pathname) ? url.href.replace(/\/{1,9}$/, '') : undefined;
}

/** One printable line that cannot break the User-Agent header: an e-mail address or a web page. */
export function parseContact(text: string): string | undefined {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return text;
  return parseUrl(text, ['http:', 'https:'])?.href;
}

/** on or off in the words people use, or undefined. */
export function parseSwitch(text: string): boolean | undefined {
  if (/^(on|true|yes|1)$/i.test(text)) return true;
  return /^(off|false|no|0)$/i.test(text) ? false : undefined;
}

/** Names that stand for ranges of addresses in `parseProxies`. */
export const proxyRanges: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

function isProxy(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : isIP(address) === 4 ? 32 : -1;
  if (length === undefined) return bits > 0 || proxyRanges.includes(address);
  return rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= bits;
}

/** `off`, or addresses and ranges; "everybody" is none, since anyone may write the header. */
export function parseProxies(text: string): string | null | undefined {
  if (parseSwitch(text) === false) return null;
  const proxies = text.split(/\s{0,9},\s{0,9}/);
  return proxies.every(isProxy) ? proxies.join(',') : undefined;
}

/** `off`, or whole days from a week on: a page younger than that may still be edited. */
export function parseDays(text: string): number | null | undefined {
  if (parseSwitch(text) === false) return null;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return days >= 7 ? days : undefined;
}
