import { type Analysis, textChildren } from './analysis.ts';
import { BODY, CARD, STANDFIRST } from './hints.ts';
import { TAG } from './tags.ts';

/** Where the article's text lies: the element that holds it, and how much of the page it is. */
export interface Container {
  readonly element: number;
  /** 0–1: share of the page's paragraph text inside. */
  readonly share: number;
  /** Whether the site itself names the element as the body. */
  readonly named: boolean;
}

/** Elements that sites put whole articles into; lists and paragraphs are parts of one. */
const HOLDERS: ReadonlySet<number> = new Set([
  TAG.html,
  TAG.body,
  TAG.main,
  TAG.article,
  TAG.section,
  TAG.div,
  TAG.form,
  TAG.table,
  TAG.tbody,
  TAG.tr,
  TAG.td,
  0,
]);

function heaviest(analysis: Analysis, children: readonly number[]): number {
  let best = -1;
  for (const child of children) {
    if (best < 0 || (analysis.weight[child] as number) > (analysis.weight[best] as number)) {
      best = child;
    }
  }
  return best;
}

/** From here on what lies beside the child is too little to matter. */
const LONE_SHARE = 0.97;

/** Whether a brother of the heaviest child holds text of its own rather than rows of links. */
function losesText(analysis: Analysis, children: readonly number[], kept: number): boolean {
  const { weight, linked, length, hints } = analysis;
  return children.some((child) => {
    if (child === kept) return false;
    if ((hints[child] as number) & STANDFIRST) return true;
    if ((weight[child] as number) < 60) return false;
    if ((hints[child] as number) & BODY) return true;
    return (linked[child] as number) < 0.2 * (length[child] as number);
  });
}

function isNamed(analysis: Analysis, element: number): boolean {
  const tag = analysis.page.tag[element];
  const hints = analysis.hints[element] as number;
  return (hints & BODY) !== 0 || ((tag === TAG.article || tag === TAG.main) && !(hints & CARD));
}

/** Walks from the root towards the text as long as one child holds nearly all of it. */
export function findContainer(analysis: Analysis): Container {
  const { weight } = analysis;
  const total = Math.max(1, weight[0] as number);
  let element = 0;
  let named = false;
  for (;;) {
    const children = textChildren(analysis, element);
    const child = heaviest(analysis, children);
    if (child < 0) break;
    const share = (weight[child] as number) / Math.max(1, weight[element] as number);
    if (!HOLDERS.has(analysis.page.tag[child] as number)) break;
    const childNamed = isNamed(analysis, child);
    if (share < LONE_SHARE) {
      if (share < (childNamed ? 0.6 : 0.7)) break;
      // What follows a named body is most often not of it; what precedes it may be its opening.
      const brothers = childNamed ? children.filter((brother) => brother < child) : children;
      if (losesText(analysis, brothers, child)) break;
    }
    element = child;
    named = named || childNamed;
  }
  return { element, share: (weight[element] as number) / total, named };
}
