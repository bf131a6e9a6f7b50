import type { IsoInstant } from '../domain/index.ts';
import type { OutletId, PressArticle } from './model.ts';
import { hourMs, isoLocal } from './moment.ts';
import { sectionIds, sectionNames } from './outlets.ts';
import { type Press, versionAt } from './press.ts';
import { randomFor } from './random.ts';
import { revisionMs } from './rhythm.ts';

/** What kind of block a link stands in; the words of METHOD.md. */
export type BlockKind = 'editorial' | 'automatic' | 'carousel' | 'ticker' | 'sponsored';

/** How big its box is, from the page's main story down to a bare line of text. */
export type BoxSize = 'hero' | 'large' | 'medium' | 'small' | 'line';

export interface Placement {
  readonly articleId: string;
  readonly path: string;
  readonly title: string;
  /** 1 = first in its block. */
  readonly order: number;
  readonly size: BoxSize;
  readonly picture: boolean;
}

export interface FrontBlock {
  readonly id: string;
  readonly label: string | null;
  readonly kind: BlockKind;
  readonly items: readonly Placement[];
}

/** A front page as the editors left it at its last revision. */
export interface FrontPage {
  readonly outletId: OutletId;
  readonly revisedAt: IsoInstant;
  readonly blocks: readonly FrontBlock[];
}

/** Articles of an outlet published by a time, newest first. */
export function publishedBy(press: Press, outletId: OutletId, atMs: number): PressArticle[] {
  return press.articles
    .filter((article) => article.outletId === outletId && article.publishedMs <= atMs)
    .toReversed();
}

class Sheet {
  readonly blocks: FrontBlock[] = [];
  readonly #used = new Set<string>();
  readonly #ranked: readonly PressArticle[];
  readonly #atMs: number;

  constructor(ranked: readonly PressArticle[], atMs: number) {
    this.#ranked = ranked;
    this.#atMs = atMs;
  }

  /** The best stories not yet on the page, in the sizes asked for. */
  take(sizes: readonly BoxSize[], fits: (article: PressArticle) => boolean = () => true) {
    const chosen = this.#ranked
      .filter((article) => !this.#used.has(article.id) && fits(article))
      .slice(0, sizes.length);
    for (const { id } of chosen) this.#used.add(id);
    return this.place(chosen, sizes);
  }

  place(articles: readonly PressArticle[], sizes: readonly BoxSize[]): Placement[] {
    return articles.map((article, index) => {
      const size = sizes[Math.min(index, sizes.length - 1)] as BoxSize;
      return {
        articleId: article.id,
        path: article.path,
        title: versionAt(article, this.#atMs)?.draft.title.text ?? '',
        order: index + 1,
        size,
        picture: size !== 'line' && article.pictures.length > 0,
      };
    });
  }

  add(block: FrontBlock): void {
    if (block.items.length > 0) this.blocks.push(block);
  }
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

function sectionBlocks(sheet: Sheet, sizes: readonly BoxSize[], count: number): void {
  for (const section of sectionIds.slice(0, count)) {
    const items = sheet.take(sizes, (article) => article.section === section);
    sheet.add({
      id: `muc-${section}`,
      label: sectionNames[section] ?? section,
      kind: 'editorial',
      items,
    });
  }
}

const layouts: Readonly<
  Record<OutletId, (sheet: Sheet, latest: PressArticle[], read: PressArticle[]) => void>
> = {
  'bao-song-thanh': (sheet, latest, read) => {
    sheet.add({
      id: 'tieu-diem',
      label: null,
      kind: 'editorial',
      items: sheet.take(['hero', ...times(4, 'medium' as const)]),
    });
    sheet.add({
      id: 'moi-nhat',
      label: 'Tin mới nhất',
      kind: 'automatic',
      items: sheet.place(latest.slice(0, 7), ['line']),
    });
    sectionBlocks(sheet, ['large', ...times(3, 'line' as const)], 7);
    sheet.add({
      id: 'doc-nhieu',
      label: 'Đọc nhiều',
      kind: 'automatic',
      items: sheet.place(read.slice(0, 5), ['line']),
    });
  },
  'luu-giang-online': (sheet, latest, read) => {
    sheet.add({
      id: 'nong',
      label: 'Nóng',
      kind: 'ticker',
      items: sheet.place(latest.slice(0, 5), ['line']),
    });
    sheet.add({
      id: 'noi-bat',
      label: null,
      kind: 'editorial',
      items: sheet.take(['hero', ...times(4, 'medium' as const)]),
    });
    sheet.add({
      id: 'dong-tin',
      label: 'Dòng tin',
      kind: 'editorial',
      items: sheet.take(times(10, 'small' as const)),
    });
    sheet.add({
      id: 'doc-nhieu',
      label: 'Xem nhiều',
      kind: 'automatic',
      items: sheet.place(read.slice(0, 6), ['line']),
    });
    sectionBlocks(sheet, times(3, 'medium' as const), 4);
  },
  'dai-song-thanh': (sheet, latest, read) => {
    sheet.add({
      id: 'bang-truot',
      label: null,
      kind: 'carousel',
      items: sheet.take(times(4, 'hero' as const)),
    });
    sheet.add({
      id: 'tin-chinh',
      label: 'Tin chính',
      kind: 'editorial',
      items: sheet.take(times(6, 'medium' as const)),
    });
    sectionBlocks(sheet, ['medium', ...times(3, 'small' as const)], 6);
    sheet.add({
      id: 'moi',
      label: 'Mới cập nhật',
      kind: 'automatic',
      items: sheet.place(latest.slice(0, 8), ['line']),
    });
    sheet.add({
      id: 'xem-nhieu',
      label: 'Xem nhiều',
      kind: 'automatic',
      items: sheet.place(read.slice(0, 5), ['line']),
    });
  },
};

/** The front page at a time: which story stands where, how big, in which kind of block. */
export function frontPage(press: Press, outletId: OutletId, at: Date): FrontPage {
  const atMs = revisionMs(outletId, at.getTime());
  const latest = publishedBy(press, outletId, atMs);
  const shift = Math.floor(atMs / (3 * hourMs));
  const worth = (article: PressArticle): number => {
    const mood = randomFor(press.seed, 'front', article.id, shift).next() * 2.4;
    return article.importance + mood - ((atMs - article.publishedMs) / hourMs) * 0.32;
  };
  const reading = (article: PressArticle): number =>
    randomFor(press.seed, 'read', article.id).next() * 10 +
    article.importance / 2 -
    ((atMs - article.publishedMs) / hourMs) * 0.15;
  const by = (score: (article: PressArticle) => number) =>
    latest
      .slice(0, 120)
      .map((article) => ({ article, value: score(article) }))
      .toSorted((a, b) => b.value - a.value)
      .map(({ article }) => article);
  const sheet = new Sheet(by(worth), atMs);
  layouts[outletId](
    sheet,
    latest.filter(({ dated }) => dated),
    by(reading),
  );
  return { outletId, revisedAt: isoLocal(atMs), blocks: sheet.blocks };
}
