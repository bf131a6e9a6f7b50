/** Query parameters that say where a reader came from, not what is read. */
const TRACKING = new RegExp(
  `^(?:${(
    'utm_\\w+ fbclid gclid gbraid wbraid mc_\\w+ igshid ref refer referrer source src from zarsrc ' +
      'zalo\\w* amp cmpid ocid ito xtor spm share _ga ncid smid vca vcm __twitter_impression'
  ).replaceAll(' ', '|')})$`,
  'i',
);

/** Parts of addresses of tags, videos, listings and service pages. */
const NOT_STORY = new RegExp(
  `/(?:${(
    'tags? topics? topic chu-de su-kien event events collection collections authors? tac-gia ' +
      'category categories section search tim-kiem login account rss feed video videos clip ' +
      'podcasts? photo photos anh gallery infographics? live-tv tv lich-phat-song page trang static ' +
      'lien-he gioi-thieu privacy terms about contact subscribe newsletter jobs weather xo-so'
  ).replaceAll(' ', '|')})(?:/|\\.|-\\d+|$)`,
  'i',
);

const TAG_ENDING = /-(?:tag|topic|event|author|page|p|trang|chu-de)-?\d+(?:\.\w+)?$/i;

/** Older systems name the story in the query: `?id=12345`. */
const STORY_QUERY = /[?&](?:id|newsid|articleid|article_id|aid|nid|itemid|item|p|post)=\d{2,}/i;

const ASSET = /\.(?:jpe?g|png|gif|webp|pdf|docx?|xlsx?|zip|mp[34]|rss|xml)$/i;

const HOST_PREFIX = /^(?:www|m|mobile|amp|wap)\./;

/** Renderings for phones and AMP, in an address's path. */
const VARIANT_PATH = /^\/(?:amp|mobile)\/|\.amp(?:\.\w+$|$)|\/amp\/?$/;

/** An absolute address without fragment and tracking; AMP and mobile variants become one. */
export function joinVariants(href: string, base: string): string | null {
  const url = URL.parse(href.trim(), base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // Each setter reads the whole address again: most addresses need none.
  if (href.includes('#')) url.hash = '';
  if (href.includes('?')) dropTracking(url);
  if (VARIANT_PATH.test(url.pathname)) {
    url.pathname = url.pathname
      .replace(/^\/(?:amp|mobile)\//, '/')
      .replace(/\.amp(?=\.\w+$|$)/, '')
      .replace(/\/amp\/?$/, '/');
  }
  const own = URL.parse(base);
  if (own && (url.hostname !== own.hostname || url.protocol !== own.protocol)) {
    if (siteOfHost(url.hostname) === siteOfHost(own.hostname)) {
      url.hostname = own.hostname;
      url.protocol = own.protocol;
    }
  }
  return url.href;
}

function dropTracking(url: URL): void {
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  // Keeps an empty "?" from making a second address.
  if (url.searchParams.size === 0) url.search = '';
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}

function siteOfHost(host: string): string {
  return host.replace(HOST_PREFIX, '');
}

/** Whether two addresses belong to one site; www, m, amp are the same one, other subdomains not. */
export function sameSite(one: string, other: string): boolean {
  const first = hostOf(one);
  const second = hostOf(other);
  return first !== null && second !== null && siteOfHost(first) === siteOfHost(second);
}

/** Whether an address looks like one story, not a section, tag, video list or service page. */
export function isStoryPath(url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = decodeSafely(pathname);
  if (STORY_QUERY.test(search) && !NOT_STORY.test(path)) return true;
  if (path.length < 8 || ASSET.test(path)) return false;
  if (NOT_STORY.test(path) || TAG_ENDING.test(path)) return false;
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  const words = last.split(/[-_]/).filter((word) => /\p{L}/u.test(word)).length;
  if (/\/\d{4}\/(?:\d{1,2}|\p{L}{3})\//u.test(path) && words >= 2) return true;
  if (/\d{5,}/.test(path)) return words >= 2 || /\d{5,}/.test(last);
  return words >= 4;
}

/** Whether an address carries a long number, as most systems give each story one. */
export function hasStoryNumber(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /\d{5,}/.test(pathname) || STORY_QUERY.test(search);
}

function decodeSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
