import type { FrontPage } from '../front.ts';
import type { Card, Visit } from './html.ts';

/** Everything an article page shows beside the article. */
export interface ArticleView {
  readonly card: Card;
  readonly related: readonly Card[];
  readonly mostRead: readonly Card[];
}

export interface SectionView {
  readonly id: string;
  readonly name: string;
  readonly cards: readonly Card[];
  readonly page: number;
  readonly pages: number;
}

export interface FrontView {
  readonly front: FrontPage;
  readonly cards: ReadonlyMap<string, Card>;
}

/** How an outlet builds its pages: three outlets, three different hands. */
export interface Theme {
  front(visit: Visit, view: FrontView): string;
  article(visit: Visit, view: ArticleView): string;
  section(visit: Visit, view: SectionView): string;
  /** Any other page of the house: sponsored, not found, listings. */
  plain(
    visit: Visit,
    page: { readonly title: string; readonly path: string; readonly html: string },
  ): string;
}
