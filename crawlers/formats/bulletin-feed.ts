// Feeds and video sitemaps of bulletins: RSS and Atom with Media RSS, the platforms' channel feeds.
import type { BulletinReading } from '../../src/domain/index.ts';
import { parsePublishedDate } from '../extract/dates.ts';
import { type BulletinOptions, titleStart } from './bulletin-page.ts';
import { parseChapters } from './chapters.ts';
import { parseDurationSeconds } from './duration.ts';
import { resolveLink } from './feed-markup.ts';
import { FaultList } from './reading-faults.ts';
import { readAttributes } from './xml-scan.ts';
import { XmlStream, type XmlStreamHandler } from './xml-stream.ts';

type Fields = Map<string, string>;

/** Elements whose text is kept, by local name with the prefix where it tells. */
const TEXTS = new Set(
  (
    'title link guid id pubdate published updated description summary content:encoded content ' +
    'media:title media:description itunes:duration itunes:summary loc video:title ' +
    'video:description video:duration video:publication_date video:thumbnail_loc dc:date'
  ).split(' '),
);
const ENTRIES = new Set(['item', 'entry', 'url']);
const MOST_ENTRIES = 5_000;

/**
 * Bulletins of a feed or video sitemap, in its order; a chapter list in a description is their
 * rundown. Entries without an address are left out. Never throws; no feed gives none.
 */
export function readBulletinFeed(
  text: string,
  url: string,
  options: BulletinOptions,
): BulletinReading[] {
  const handler = new MediaHandler();
  const stream = new XmlStream(handler);
  stream.write(text);
  stream.end();
  return handler.entries.flatMap((entry) => readingOf(entry, url, options) ?? []);
}

class MediaHandler implements XmlStreamHandler {
  readonly entries: Fields[] = [];
  private readonly faults = new FaultList();
  private entry: Fields | null = null;
  private field: { readonly name: string; text: string } | null = null;

  open(name: string, source: string): void {
    if (ENTRIES.has(name)) {
      this.endEntry();
      this.entry = new Map();
      return;
    }
    if (!this.entry) return;
    if (TEXTS.has(name) && this.field === null) this.field = { name, text: '' };
    this.takeAttributes(name, readAttributes(source));
  }

  close(name: string): void {
    if (this.field?.name === name) {
      const value = this.field.text.trim();
      if (value !== '') this.put(name, value);
      this.field = null;
    }
    if (ENTRIES.has(name)) this.endEntry();
  }

  text(text: string): void {
    if (this.field && this.field.text.length < 100_000) this.field.text += text;
  }

  fault(code: 'cut-off' | 'bad-tag' | 'too-long', line: number): void {
    this.faults.add(code, line);
  }

  private takeAttributes(name: string, attributes: ReadonlyMap<string, string>): void {
    const put = (key: string, value: string | undefined) => value && this.put(key, value);
    if (name === 'link' && (attributes.get('rel') ?? 'alternate') === 'alternate') {
      put('link', attributes.get('href'));
    }
    if (name === 'media:content') put('duration', attributes.get('duration'));
    if (name === 'media:thumbnail' || name === 'itunes:image') {
      put('thumbnail', attributes.get('url') ?? attributes.get('href'));
    }
    if (name === 'media:subtitle') put('subtitle', attributes.get('href'));
    // The platform's own element for the length of a film.
    if (name === 'yt:duration') put('duration', attributes.get('seconds'));
    if (name === 'media:player') put('player', attributes.get('url'));
  }

  private put(name: string, value: string): void {
    if (this.entry && !this.entry.has(name)) this.entry.set(name, value.normalize('NFC'));
  }

  private endEntry(): void {
    if (this.entry && this.entries.length < MOST_ENTRIES) this.entries.push(this.entry);
    this.entry = null;
    this.field = null;
  }
}

function readingOf(entry: Fields, base: string, options: BulletinOptions): BulletinReading | null {
  const first = (...names: string[]) =>
    names.map((name) => entry.get(name)).find((value) => value !== undefined) ?? null;
  const link = first('link', 'loc', 'player') ?? addressLike(first('guid', 'id'));
  const url = link === null ? null : resolveLink(link, base);
  // A page of a sitemap without a film is no bulletin.
  const isPlainPage =
    entry.has('loc') && ![...entry.keys()].some((key) => key.startsWith('video:'));
  if (url === null || !/^https?:/i.test(url) || isPlainPage) return null;
  const title = first('title', 'media:title', 'video:title')?.replace(/\s+/gu, ' ') ?? '';
  const length = first('duration', 'itunes:duration', 'video:duration');
  const durationSeconds = length === null ? null : parseDurationSeconds(length) || null;
  const description = first(
    'media:description',
    'description',
    'video:description',
    'summary',
    'itunes:summary',
    'content:encoded',
    'content',
  );
  const published = first('pubdate', 'published', 'video:publication_date', 'dc:date', 'updated');
  const startAt = titleStart(title, options);
  const subtitle = first('subtitle');
  return {
    url,
    title,
    channel: null,
    startAt,
    startFrom: startAt === null ? null : 'title',
    publishedAt: parsePublishedDate(published ?? '', options),
    durationSeconds,
    description,
    thumbnailUrl: first('thumbnail', 'video:thumbnail_loc'),
    subtitles:
      subtitle === null ? [] : [{ url: resolveLink(subtitle, base) ?? '', language: null }],
    rundown: parseChapters(description ?? '', durationSeconds),
  };
}

function addressLike(text: string | null): string | null {
  return text !== null && /^https?:\/\/\S+$/.test(text) ? text : null;
}
