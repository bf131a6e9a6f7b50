import type { MentionKind, ParagraphRole } from '../domain/index.ts';

/** A counted mention inside one sentence; UTF-16 offsets from the sentence's start. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly personId: string;
  readonly kind: MentionKind;
  readonly postId: string | null;
  readonly former: boolean;
  /** Stands in a list of those present. */
  readonly inList: boolean;
}

/** Why words that look like a mention are none, or one that does not count. */
export type UncountedReason =
  | 'apposition'
  | 'predicate'
  | 'institutional'
  | 'ambiguous-name'
  | 'ambiguous-title'
  | 'private-namesake'
  | 'street'
  | 'title-chain';

/** A stretch that a detector may stumble over, and what it is in truth. */
export interface UncountedSpan {
  readonly start: number;
  readonly end: number;
  readonly reason: UncountedReason;
  /** The person whose name or office it resembles. */
  readonly personId: string | null;
}

/** One sentence with all it says of office-holders, known since it was put together. */
export interface Sentence {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly uncounted: readonly UncountedSpan[];
}

/** A paragraph: its sentences are joined by one space. */
export interface DraftParagraph {
  readonly role: ParagraphRole;
  readonly sentences: readonly Sentence[];
}

/**
 * What an article says at one time. The first paragraph is the standfirst; captions stand apart.
 */
export interface Draft {
  readonly title: Sentence;
  readonly paragraphs: readonly DraftParagraph[];
  readonly captions: readonly Sentence[];
}

export interface Version {
  /** From when the page shows it, milliseconds since 1970. */
  readonly atMs: number;
  readonly draft: Draft;
  /** What the newsroom did: `published`, `correction`, `update`, `retitled`. */
  readonly change: 'published' | 'correction' | 'update' | 'retitled';
}

export interface PressPicture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** A page of an outlet that is an article of its own newsroom or a wire copy. */
export interface PressArticle {
  readonly id: string;
  readonly outletId: OutletId;
  /** Path with leading slash; never changes. */
  readonly path: string;
  readonly section: string;
  readonly publishedMs: number;
  /** False where no date is on the page, in its metadata, in feeds or in sitemaps. */
  readonly dated: boolean;
  /** Articles of one story share it. */
  readonly storyId: string;
  readonly topic: string;
  /** The article this one copies with small edits; null for an original. */
  readonly copyOf: string | null;
  /** 1–10, the newsroom's own weight for the front page. */
  readonly importance: number;
  /** People the story was written about, by id. */
  readonly subjects: readonly string[];
  readonly versions: readonly Version[];
  readonly pictures: readonly PressPicture[];
  readonly tags: readonly string[];
}

export type OutletId = 'bao-song-thanh' | 'luu-giang-online' | 'dai-song-thanh';
