import type { BlockKind } from '../../src/domain/index.ts';
import { isHeading, isLabel } from './link-cards.ts';
import { type PageTree, textInside } from './page-tree.ts';
import type { ReadNode } from './page-reading.ts';

/** What encloses a card, and what fills it. */
export interface Block {
  readonly label: string | null;
  readonly kind: BlockKind;
}

/** How one outlet names its blocks, where the generic reading is weak. */
export interface BlockRule {
  /** RegExp source, tried on the block's label, id and class names. */
  readonly match: string;
  readonly kind: BlockKind;
}

const landmark = /^(?:main|section|aside|nav|header|footer)$/;
const frameNames =
  /[\s_-](?:nav|navbar|navigation|menu|mainmenu|megamenu|footer|breadcrumbs?|masthead|topbar|sitemap|offcanvas)[\s_-]/;
const sponsoredWords =
  /tài trợ|quảng cáo|thông tin doanh nghiệp|sponsored|advertis|promoted|partner content|đối tác|paid content|anzeige/i;
const sponsoredNames = /[\s_-](?:ads?|advert\w*|sponsor\w*|promo|qc|quang-cao|tai-tro)[\s_-]/;
const automaticWords =
  /(?:đọc|xem|quan tâm) nhiều|nhiều người (?:đọc|xem)|mới nhất|mới cập nhật|vừa cập nhật|tin mới|24h qua|xu hướng|dành cho bạn|có thể bạn|gợi ý|bình luận nhiều|most (?:read|viewed|popular|shared|commented)|popular|trending|latest|newest|just in|recommended|for you|recently|los más|le plus lu|الأكثر/i;
const automaticNames =
  /[\s_-](?:most-?(?:read|viewed|popular)|mostread|popular|trending|latest|doc-nhieu|xem-nhieu|docnhieu|xemnhieu|moi-nhat|tin-moi|recommend\w*)[\s_-]/;
const tickerNames = /[\s_-](?:ticker|marquee|newsticker|breaking-?bar|tin-chay|chay-chu)[\s_-]/;

/**
 * Part of a page's stories, standing nowhere else on it, from which on a block is the page's own
 * list, however it is named.
 */
const ownListShare = 0.35;

/** Characters beside a name: "See all", some sections. More make it the name of a thing apart. */
const wordsBesideAtMost = 40;

/** The block of a card: the nearest enclosing element with a heading, or a part of the page. */
export function blockOf(tree: PageTree, root: number, rules: readonly BlockRule[]): Block {
  const above = ancestorsOf(tree, root);
  const found = nearestBlock(tree, root, above);
  const label = found?.label ?? null;
  return { label, kind: kindOf({ tree, above, label, block: found?.node ?? 0 }, rules) };
}

function ancestorsOf(tree: PageTree, root: number): number[] {
  const above: number[] = [];
  for (let node = root; node >= 0; node = (tree.nodes[node] as ReadNode).parent) above.push(node);
  return above;
}

function nearestBlock(tree: PageTree, root: number, above: readonly number[]) {
  let inside = root;
  for (const node of above.slice(1)) {
    const read = tree.nodes[node] as ReadNode;
    const label = labelBefore(tree, node, inside);
    if (label !== null) return { node, label };
    if (landmark.test(read.tag)) return { node, label: read.label || null };
    inside = node;
  }
  return null;
}

/** The heading among the children of a node that stand before the one with the card. */
function labelBefore(tree: PageTree, node: number, inside: number): string | null {
  const before = (tree.children[node] ?? []).filter((child) => child < inside);
  for (const child of before.toReversed()) {
    const first = headingIn(tree, child);
    if (first !== null) return first;
    // Another story stands between: its heading is not ours, unless it heads the whole list.
  }
  return nameBefore(tree, before.at(-1), inside);
}

/** A heading, or something named like one that has its element nearly to itself. */
function headingIn(tree: PageTree, node: number): string | null {
  if (isLabel(tree, node)) return textInside(tree, node);
  if ((tree.stories[node]?.size ?? 0) > 0) return null;
  const wordsAround = textInside(tree, node).length;
  for (let index = node; index < (tree.end[node] as number); index += 1) {
    if (!isLabel(tree, index)) continue;
    const text = textInside(tree, index);
    if (isHeading(tree, index) || wordsAround - text.length <= wordsBesideAtMost) return text;
  }
  return null;
}

/** Bare words right before a list that say how it fills itself. */
function nameBefore(tree: PageTree, node: number | undefined, list: number): string | null {
  if (node === undefined || (tree.stories[list]?.size ?? 0) < 2) return null;
  if ((tree.stories[node]?.size ?? 0) > 0) return null;
  const text = textInside(tree, node);
  return text.length <= wordsBesideAtMost && automaticWords.test(text) ? text : null;
}

interface Setting {
  readonly tree: PageTree;
  /** From the card outwards. */
  readonly above: readonly number[];
  readonly label: string | null;
  readonly block: number;
}

function kindOf(setting: Setting, rules: readonly BlockRule[]): BlockKind {
  const { tree, above, label, block } = setting;
  const reads = above.map((node) => tree.nodes[node] as ReadNode);
  const named = (node: number) => ` ${(tree.nodes[node] as ReadNode).names} `;
  const within = above.slice(0, above.indexOf(block) + 1);
  const names = within.map(named).join(' ');
  const rule = rules.find(({ match }) => new RegExp(match, 'iu').test(`${label ?? ''} ${names}`));
  if (rule) return rule.kind;
  if (reads.some((read) => read.pinned || isFrame(read))) return 'chrome';
  const whole = Math.max(1, tree.stories[0]?.size ?? 0);
  const isSmall = (node: number) => storiesOnlyIn(tree, node) <= whole * ownListShare;
  if (above.some((node) => isSmall(node) && frameNames.test(named(node)))) return 'chrome';
  const small = within.filter(isSmall).map(named).join(' ');
  if (sponsoredWords.test(label ?? '') || sponsoredNames.test(small)) return 'sponsored';
  if (tickerNames.test(small) || reads.some((read) => read.tag === 'marquee')) return 'ticker';
  if (automaticWords.test(label ?? '') || automaticNames.test(small)) return 'automatic';
  return 'editorial';
}

/** Stories that the page shows inside a node and nowhere else. */
function storiesOnlyIn({ stories, spans, end }: PageTree, node: number): number {
  let count = 0;
  for (const key of stories[node] ?? []) {
    const [first, last] = spans.get(key) ?? [node, node];
    if (first >= node && last < (end[node] as number)) count += 1;
  }
  return count;
}

function isFrame({ tag, role, parent }: ReadNode): boolean {
  if (/^(?:navigation|contentinfo|banner|menu|menubar)$/.test(role)) return true;
  return tag === 'nav' || tag === 'footer' || (tag === 'header' && parent <= 0);
}
