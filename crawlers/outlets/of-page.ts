import type { Outlet } from '../../src/domain/index.ts';
import { isSameSite } from '../canonical-url.ts';
import { idFrom } from '../discover/guess.ts';

/** The outlet, among `outlets`, on whose site a page lies; else a bare one named after the host. */
export function outletOfPage(url: string, outlets: readonly Outlet[]): Outlet {
  return outlets.find(({ homepage }) => isSameSite(url, homepage)) ?? bareOutlet(url);
}

/** Known from its pages only: nothing says what it is, how it is crawled or how much it prints. */
function bareOutlet(url: string): Outlet {
  const host = new URL(url).host.replace(/^www\./, '');
  return {
    id: idFrom(host, host),
    name: host,
    medium: 'news-site',
    homepage: new URL('/', url).href,
    place: null,
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    verified: false,
    sources: [],
    selectors: [],
    delayMs: 5_000,
    expectedItemsPerDay: { min: 0, max: 1_000 },
    allowPrivateAddresses: false,
    demo: false,
  };
}
