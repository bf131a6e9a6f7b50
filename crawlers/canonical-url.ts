/** Query parameters that say how a reader came, not what is read. */
const TRACKING = new RegExp(
  `^(?:${[
    String.raw`utm_\w*|vn_(?:source|medium|campaign|term|content|thumb\w*)|zarsrc|zalo_?\w*|gidzl`,
    String.raw`fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_g[al]`,
    String.raw`_hs\w+|__tn__|at_\w+|cmpid|ocid|itm_\w*|pk_\w*|wt_\w*|ref|ref_?src|referrer`,
    String.raw`source|src|from|shared?|spm|rss|feed|amp|outputtype`,
  ].join('|')})$`,
  'i',
);

/** Values of ordinary parameters that only name another rendering. */
const VARIANTS: ReadonlyMap<string, RegExp> = new Map([
  ['view', /^(?:amp|mobile|print)$/i],
  ['mode', /^(?:amp|mobile|print)$/i],
  ['print', /./],
  ['mobile', /./],
]);

/**
 * The address of an item as it may be fetched and shown: without fragment and tracking parameters.
 * Null where it is no http(s) address. A relative one is resolved against `base`.
 */
export function canonicalUrl(address: string, base?: string): string | null {
  const url = URL.parse(address.trim(), base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  for (const name of new Set(url.searchParams.keys())) {
    if (isAboutTheWay(name, url.searchParams.get(name) ?? '')) url.searchParams.delete(name);
  }
  return url.href.replace(/\?{1,99}$/, '');
}

function isAboutTheWay(name: string, value: string): boolean {
  return TRACKING.test(name) || (VARIANTS.get(name.toLowerCase())?.test(value) ?? false);
}

/**
 * The same for all renderings of one item (AMP, mobile, http and https, order of parameters): what
 * leads are joined by. Not an address to fetch.
 */
export function itemKey(address: string): string {
  const canonical = canonicalUrl(address);
  if (canonical === null) return address;
  const url = new URL(canonical);
  url.searchParams.sort();
  const host = url.host.replace(/^(?:www|m|mobile|amp|wap|touch)\./, '');
  const path = url.pathname
    .replace(/\/(?:amp|print)\/?$/i, '')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/(?:\.amp|-amp)(?=\.\w+$|$)/i, '')
    .replace(/\/(?:index\.(?:html?|php|aspx))?$/i, '');
  return `${host}${path}${url.search}`;
}

/** Whether an address is a rendering for phones or AMP rather than the ordinary page. */
export function isVariant(address: string): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  return (
    /^(?:m|mobile|amp|wap|touch)\./.test(url.hostname) ||
    /^\/amp\/|\/amp\/?$|[.-]amp(?:\.\w+)?$/i.test(url.pathname)
  );
}

/**
 * Whether an address belongs to the site of another: the same host, a part of it, or the reverse.
 */
export function isSameSite(address: string, site: string): boolean {
  const [host, own] = [siteHost(address), siteHost(site)];
  if (host === null || own === null) return false;
  return host === own || host.endsWith(`.${own}`);
}

function siteHost(address: string): string | null {
  const url = URL.parse(address);
  return url ? url.host.replace(/^(?:www|m|mobile|amp)\./, '') : null;
}
