import { parseFeed } from './feed.ts';

/** How much a feed says of its entries beyond their headlines. */
export interface FeedShape {
  readonly entries: number;
  /** Entries with a summary or a text. */
  readonly withText: number;
  /** Of summary or text, the longer one; the middle entry's. */
  readonly medianCharacters: number;
}

/** Measures a feed, so that one cut down to headlines is noticed. Never throws. */
export function feedShape(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): FeedShape {
  const lengths = parseFeed(bytes, headers)
    .items.map(({ summary, content }) => Math.max(summary?.length ?? 0, content?.length ?? 0))
    .toSorted((one, other) => one - other);
  return {
    entries: lengths.length,
    withText: lengths.filter((length) => length > 0).length,
    medianCharacters: lengths[Math.floor(lengths.length / 2)] ?? 0,
  };
}
