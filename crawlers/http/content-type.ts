import type { FetchRequest } from '../../src/domain/index.ts';

type Expects = FetchRequest['expects'];

const ACCEPT: Readonly<Record<Expects, string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
  feed: 'application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.1',
  sitemap: 'application/xml,text/xml;q=0.9,application/gzip;q=0.8,*/*;q=0.1',
  listing: 'text/html,application/xml,application/json;q=0.9,*/*;q=0.1',
  robots: 'text/plain,*/*;q=0.1',
};

/** The Accept header for what is expected. */
export function acceptHeader(expects: Expects): string {
  return ACCEPT[expects];
}

const TEXT = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml))$/;
const FEED = /^(?:application|text)\/(?:[\w.+-]*\+)?(?:xml|rss|atom|json|feed)$|^text\/x?html$/;
const UNNAMED = /^(?:application\/(?:octet-stream|force-download|download)|binary\/octet-stream)$/;
const PACKED = /^application\/(?:x-)?gzip$/;
const LISTING =
  /^(?:text\/(?:csv|calendar|tab-separated-values|vtt|srt|x-srt)|application\/(?:csv|x-subrip|srt))$/;

/**
 * Whether a Content-Type may hold what is expected; a missing or unreadable one may, since then the
 * bytes are looked at. Feeds and sitemaps come under many names, pages do not.
 */
export function mayHold(expects: Expects, contentType: string): boolean {
  const type = mediaType(contentType);
  if (type === null || expects === 'robots' || TEXT.test(type)) return true;
  if (expects === 'page') return false;
  if (FEED.test(type) || UNNAMED.test(type) || PACKED.test(type)) return true;
  return expects === 'listing' && LISTING.test(type);
}

/** The last readable type of a Content-Type header, as browsers take it; null if there is none. */
function mediaType(contentType: string): string | null {
  const types = contentType.slice(0, 1000).toLowerCase().split(',');
  const names = types.map((type) => (type.split(';', 1)[0] ?? '').trim());
  return names.findLast((name) => /^[\w.+-]+\/[\w.+-]+$/.test(name)) ?? null;
}

const SIGNATURES: readonly (readonly [kind: string, at: number, bytes: string])[] = [
  ['a JPEG picture', 0, '\xff\xd8\xff'],
  ['a PNG picture', 0, '\x89PNG'],
  ['a GIF picture', 0, 'GIF8'],
  ['a WebP, AVI or WAV file', 0, 'RIFF'],
  ['an MP4 or HEIC file', 4, 'ftyp'],
  ['a WebM or Matroska video', 0, '\x1a\x45\xdf\xa3'],
  ['an Ogg file', 0, 'OggS'],
  ['an MP3 file', 0, 'ID3'],
  ['a Flash file', 0, 'FLV\x01'],
  ['a PDF document', 0, '%PDF-'],
  ['a ZIP archive or Office document', 0, 'PK\x03\x04'],
  ['a RAR archive', 0, 'Rar!\x1a'],
  ['a 7z archive', 0, '7z\xbc\xaf'],
  ['a bzip2 archive', 0, 'BZh9'],
  ['an xz archive', 0, '\xfd7zXZ'],
  ['an old Office document', 0, '\xd0\xcf\x11\xe0'],
  ['a program', 0, '\x7fELF'],
  ['a program', 0, '\xca\xfe\xba\xbe'],
  ['a program', 0, 'MZ\x90'],
  ['a WebAssembly file', 0, '\0asm'],
  ['a font', 0, 'wOF'],
  ['a font', 0, '\x00\x01\x00\x00\x00'],
  ['a picture', 0, 'BM6'],
  ['a picture', 0, 'II*\0'],
  ['a picture', 0, 'MM\0*'],
  ['an icon', 0, '\x00\x00\x01\x00'],
];

/** The kind of file that bytes begin, in words, where it is surely no text; else null. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = SIGNATURES.find(([, at, signature]) => head.startsWith(signature, at));
  return found?.[0] ?? null;
}
