import { decodeText } from '../extract/charset.ts';
import { plainText, resolveLink } from './feed-markup.ts';
import { readAttributes, scanXml } from './xml-scan.ts';

/** One feed of a subscription list. */
export interface OpmlFeed {
  readonly title: string;
  readonly feedUrl: string;
  /** The page the feed is about. */
  readonly pageUrl: string | null;
  /** Titles of the folders it lies in, outermost first. */
  readonly folders: readonly string[];
  readonly language: string | null;
}

export interface OpmlDocument {
  readonly title: string | null;
  readonly feeds: readonly OpmlFeed[];
}

const MOST_FEEDS = 100_000;
const DEEPEST = 64;

/** Reads an OPML subscription list, also a broken one; outlines without a feed are folders. */
export function parseOpml(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): OpmlDocument {
  const feeds: OpmlFeed[] = [];
  const folders: string[] = [];
  let title: string | null = null;
  let isInTitle = false;
  scanXml(decodeText(bytes, headers).text, {
    open(name, source, isEmpty) {
      isInTitle = name === 'title' && !isEmpty && title === null;
      if (name !== 'outline') return;
      const attributes = readAttributes(source);
      const label = plainText(attributes.get('title') || attributes.get('text') || '');
      const feedUrl = resolveLink(attributes.get('xmlurl') ?? '', null);
      if (feedUrl !== null && feeds.length < MOST_FEEDS) {
        feeds.push({
          title: label === '' ? feedUrl : label,
          feedUrl,
          pageUrl: resolveLink(attributes.get('htmlurl') ?? '', null),
          folders: folders.filter((folder) => folder !== ''),
          language: attributes.get('language') || null,
        });
      }
      // Every outline is pushed, so that each end pops its own; only folders have a name here.
      if (folders.length < DEEPEST) folders.push(feedUrl === null ? label : '');
    },
    close(name) {
      if (name === 'outline') folders.pop();
    },
    text(raw) {
      if (isInTitle && raw.trim() !== '') title = plainText(raw);
    },
  });
  return { title, feeds };
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: OpmlFeed[];
}

const newFolder = (): Folder => ({ folders: new Map(), feeds: [] });

/** Writes OPML 2.0 with the folders as nested outlines; what `parseOpml` reads comes back equal. */
export function writeOpml(document: OpmlDocument): string {
  const root = newFolder();
  for (const feed of document.feeds) {
    let place = root;
    for (const name of feed.folders) {
      const next = place.folders.get(name) ?? newFolder();
      place.folders.set(name, next);
      place = next;
    }
    place.feeds.push(feed);
  }
  const title = escaped(document.title ?? 'Column Inches');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `<head><title>${title}</title></head>`,
    '<body>',
    ...outlinesOf(root),
    '</body>',
    '</opml>',
    '',
  ].join('\n');
}

function outlinesOf(folder: Folder): string[] {
  const own = folder.feeds.map((feed) => {
    const { title, feedUrl, pageUrl, language } = feed;
    const attributes = {
      text: title,
      title,
      type: 'rss',
      xmlUrl: feedUrl,
      htmlUrl: pageUrl,
      language,
    };
    return `<outline${attributesOf(attributes)}/>`;
  });
  const inner = [...folder.folders].flatMap(([name, sub]) => [
    `<outline${attributesOf({ text: name, title: name })}>`,
    ...outlinesOf(sub),
    '</outline>',
  ]);
  return [...own, ...inner];
}

function attributesOf(attributes: Readonly<Record<string, string | null>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[^\P{Cc}\t\n\r]/gu, '');
}
