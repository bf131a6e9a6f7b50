import type { IsoInstant, PartOrigin } from '../../src/domain/index.ts';
import type { Analysis } from './analysis.ts';
import type { ExtractOptions } from './article.ts';
import type { Page } from './scan.ts';
import type { LinkedData } from './structured.ts';

export interface DateSources {
  readonly page: Page;
  readonly analysis: Analysis;
  readonly meta: ReadonlyMap<string, string>;
  readonly data: LinkedData | null;
  readonly url: string;
  readonly options: ExtractOptions;
}

export interface FoundDates {
  readonly publishedAt: IsoInstant | null;
  readonly modifiedAt: IsoInstant | null;
  readonly origin: PartOrigin;
}

/** stub */
export function findDates(sources: DateSources): FoundDates {
  return { publishedAt: sources.data?.datePublished ?? null, modifiedAt: null, origin: 'none' };
}
