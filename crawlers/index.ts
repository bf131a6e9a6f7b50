// The crawlers' room: everything others use, and the library `column-inches/crawlers`.

// Pages as text. Pure: no network, no files.
export { type ExtractOptions, extractArticle, missesLayout } from './extract/article.ts';
export {
  type InspectedPart,
  inspectPage,
  type PageInspection,
  type PartReason,
  type PartReport,
  type Proposal,
} from './extract/inspect.ts';
export { type StoryLink, type StoryLinkOptions, storyLinks } from './extract/story-links.ts';
export { type DecodedText, decodeText } from './extract/charset.ts';
export { type DateOptions, parsePublishedDate } from './extract/dates.ts';

// What outlets publish about themselves. Pure.
export { type LiveUpdate, readJsonLd, type SchemaItem } from './formats/json-ld.ts';
export { type OpmlDocument, type OpmlFeed, parseOpml, writeOpml } from './formats/opml.ts';
export { type WarcCapture, writeWarc } from './formats/warc.ts';
export { findWebSubLinks, type WebSubLinks } from './formats/websub.ts';
export { type Feed, type FeedItem, type FeedOptions, parseFeed } from './formats/feed.ts';
export { type FeedShape, feedShape } from './formats/feed-shape.ts';
export {
  parseSitemap,
  type Sitemap,
  type SitemapEntry,
  type SitemapOptions,
} from './formats/sitemap.ts';
export { parseListing, type ReadListingOptions } from './formats/listing.ts';
export { type ListingOptions, parseXmltv, XmltvReader, type XmltvSink } from './formats/xmltv.ts';
export { parseSubtitles } from './formats/subtitles.ts';
export { parseChapters } from './formats/chapters.ts';
export { parseDurationSeconds } from './formats/duration.ts';
export { type BulletinOptions, readBulletinPage } from './formats/bulletin-page.ts';
export { isFeed as isBulletinFeed } from './sources/bulletin.ts';
export { readBulletinFeed } from './formats/bulletin-feed.ts';
export { crawlDelay, isAllowed, sitemapsOf } from './robots.ts';
export { canonicalUrl, isSameSite, itemKey } from './canonical-url.ts';

// The doors: the only ways out.
export {
  createFetchDoor,
  DEFAULT_LIMITS,
  type FetchDoorOptions,
  type FetchLimits,
  type Resolve,
  type ResolvedAddress,
  ROBOTS_AGENT,
  systemResolve,
  userAgent,
} from './fetch.ts';
export {
  type BrowserDoor,
  type BrowserDoorOptions,
  createBrowserDoor,
  type PageCapture,
} from './browser.ts';
export { aboveFoldInk } from './front-page/health.ts';
export {
  createReplayDoor,
  isReadersPage,
  type ReplayedPage,
  replayedAttempt,
  type ReplayOptions,
  replayPages,
} from './replay.ts';

export {
  airFileKind,
  type AirFileKind,
  type ListingBatch,
  type ListingFileOptions,
  readListingFile,
  readSubtitleFile,
} from './air-files.ts';

// Outlets: crawled, described, discovered, checked.
export {
  type CrawlOptions,
  type CrawlSummary,
  crawlOutlet,
  type SourceSummary,
} from './crawl.ts';
export { loadOutlets, outletJsonSchema, outletYaml, parseOutlet } from './outlets/index.ts';
export { outletOfPage } from './outlets/of-page.ts';
export {
  type DiscoverOptions,
  type Discovery,
  discoverOutlet,
  type Finding,
} from './discover.ts';
export { checkOutlet, type OutletCheck, type SampleCheck, type SourceCheck } from './check.ts';
export {
  type CapturedBytes,
  compareFrozen,
  type FrozenDifference,
  type FrozenPage,
  freezePage,
  hasKnownLayout,
  inspectCapture,
  readFrozenPages,
} from './outlets/frozen.ts';
export { type LiveFinding, type LiveReading, lookAtFrozen } from './outlets/frozen-live.ts';
