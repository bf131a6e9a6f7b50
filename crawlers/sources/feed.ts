import { ColumnInchesError } from '../../src/domain/index.ts';
import { parseFeed } from '../formats/feed.ts';
import { leadsOf } from './leads.ts';
import type { SourceReader } from './source.ts';

/** RSS, Atom, RDF and JSON feeds: titles and times as the outlet gives them. */
export const feed: SourceReader = {
  kind: 'feed',
  expects: 'feed',
  read(page) {
    const { url, outlet, now } = page;
    const options = { url, timeZone: outlet.timeZone, now };
    const { kind, items } = parseFeed(page.bytes, page.headers, options);
    if (kind === 'unknown') {
      throw new ColumnInchesError({
        code: 'crawl/no-feed',
        verdict: 'stop-source',
        message: `${url} is no feed. Open it in a browser and correct the address in the YAML.`,
        messageVietnamese: `${url} không phải nguồn tin. Mở nó trong trình duyệt và sửa địa chỉ trong tệp YAML.`,
      });
    }
    const found = items.map(({ link, titleText, publishedAt }) => ({
      url: link,
      title: titleText,
      publishedAt,
    }));
    return { leads: leadsOf(found, page), further: [] };
  },
};
