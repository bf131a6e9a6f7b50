import type { ParagraphRole } from '../../src/domain/index.ts';

/** A block that may be a paragraph of the article, while that is being decided. */
export interface Candidate {
  readonly block: number;
  text: string;
  role: ParagraphRole;
  keep: boolean;
  /** The heading of other stories, or of what stands below an article: what follows is dropped. */
  readonly related: 'stories' | 'closing' | null;
  /** A line about newsletters, cookies, subscriptions and the like. */
  readonly service: boolean;
}
