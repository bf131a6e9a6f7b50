import type { FastifyReply } from 'fastify';
import type { IsoInstant } from '../domain/index.ts';

export interface AtomEntry {
  /** Path on this site. */
  readonly path: string;
  /** Unique for ever, within the feed. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly updated: IsoInstant;
}

export interface AtomFeed {
  readonly path: string;
  readonly title: string;
  readonly language: 'vi' | 'en';
  /** Stands in the title and before every summary; null where the feed is of the real world. */
  readonly mark: string | null;
  /** Latest first. */
  readonly entries: readonly AtomEntry[];
}

const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

/** Text for XML 1.0: marks escaped, characters it forbids left out. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (mark) => `&${names[mark]};`);
}

/** A reader's program shows an entry alone: each says for itself that it is fiction. */
function marked({ mark }: AtomFeed, summary: string): string {
  return mark === null ? summary : `${mark}. ${summary}`;
}

/** RFC 4287; `origin` is where readers reach the site, e.g. `https://example.org`. */
function atomText(feed: AtomFeed, origin: string): string {
  const updated = feed.entries
    .map((entry) => entry.updated)
    .toSorted()
    .at(-1);
  const entries = feed.entries.map(
    (entry) => `  <entry>
    <id>${escape(`${origin}${feed.path}#${entry.id}`)}</id>
    <title>${escape(entry.title)}</title>
    <updated>${escape(entry.updated)}</updated>
    <link rel="alternate" href="${escape(`${origin}${entry.path}`)}"/>
    <summary>${escape(marked(feed, entry.summary))}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${escape(`${origin}${feed.path}`)}</id>
  <title>${escape(feed.mark === null ? feed.title : `${feed.title} · ${feed.mark}`)}</title>
  <updated>${escape(updated ?? '1970-01-01T00:00:00.000Z')}</updated>
  <author><name>Column Inches</name></author>
  <link rel="self" type="application/atom+xml" href="${escape(`${origin}${feed.path}`)}"/>
${entries.join('\n')}
</feed>
`;
}

/** Sends a feed; its links are absolute, at the operator's address or the one it was asked by. */
export function sendAtom(
  reply: FastifyReply,
  feed: AtomFeed,
  publicUrl: string | null,
): FastifyReply {
  const { request } = reply;
  const origin = publicUrl ?? `${request.protocol}://${request.host}`;
  return (
    reply
      .header('content-type', 'application/atom+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      // A shared cache keeps a feed in each language.
      .header('vary', 'Accept-Language, Cookie')
      .send(atomText(feed, origin))
  );
}
