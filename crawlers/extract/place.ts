import { attribute } from './attributes.ts';
import type { Page } from './scan.ts';
import { TAG, tagName } from './tags.ts';

/** A name that a person chose and that will hold: no hash, no number of this one article. */
const LASTING = /^[A-Za-z][A-Za-z-]*(?:_{1,2}[A-Za-z][A-Za-z-]*)*\d?$/;
/** Names of states, columns and of tools that style by names: they say nothing of the content. */
const VAGUE = new RegExp(
  '^(?:active|clearfix|container|wrapper?|content|left|right|main|inner|box|block|hidden|show)$|' +
    '^(?:row|col|flex|grid|p[btlrxy]?|m[btlrxy]?|w|h|d|text|font|bg|border|rounded|items|justify|' +
    'align|gap|space|order|overflow|relative|absolute|sm|md|lg|xl|no|is|has|js)(?:-|$)',
  'i',
);
const MOST_NAMES = 6;
const MOST_STEPS = 6;

/** One step of a selector: what an element is called. */
function namesOf(page: Page, element: number): string[] {
  const tag = tagName(page.tag[element] as number);
  const id = attribute(page, element, 'id') ?? '';
  const classes = (attribute(page, element, 'class') ?? '').split(/\s+/);
  const named = classes.filter(
    (name) => LASTING.test(name) && name.length > 2 && !VAGUE.test(name),
  );
  const steps = named.slice(0, MOST_NAMES).map((name) => `${tag}.${name}`);
  if (LASTING.test(id) && id.length > 2) steps.unshift(`${tag === '' ? '' : tag}#${id}`);
  const property = attribute(page, element, 'itemprop');
  if (property && LASTING.test(property)) steps.push(`[itemprop="${property}"]`);
  if (page.tag[element] === TAG.h1 || page.tag[element] === TAG.article) steps.push(tag);
  return steps;
}

/** Elements that a step as `namesOf` writes it selects. */
function matches(page: Page, element: number, step: string): boolean {
  const [, tag = '', kind = '', name = ''] = /^(\w*)([#.]?)([\w-]*)/.exec(step) ?? [];
  if (step.startsWith('[')) return step === `[itemprop="${attribute(page, element, 'itemprop')}"]`;
  if (tagName(page.tag[element] as number) !== tag) return false;
  if (kind === '#') return attribute(page, element, 'id') === name;
  if (kind === '') return true;
  return (attribute(page, element, 'class') ?? '').split(/\s+/).includes(name);
}

function isUnique(page: Page, steps: readonly string[]): boolean {
  let count = 0;
  for (let element = 1; element < page.tag.length && count < 2; element++) {
    if (matchesPath(page, element, steps)) count++;
  }
  return count === 1;
}

/** Whether an element is the last of the steps and the others are around it, in their order. */
function matchesPath(page: Page, element: number, steps: readonly string[]): boolean {
  let at = steps.length - 1;
  if (!matches(page, element, steps[at] ?? '')) return false;
  let up = page.parent[element] as number;
  for (at--; at >= 0; at--) {
    while (up > 0 && !matches(page, up, steps[at] ?? '')) up = page.parent[up] as number;
    if (up <= 0) return false;
    up = page.parent[up] as number;
  }
  return true;
}

/**
 * A CSS selector that picks this element alone, made of names that will hold on the site's other
 * pages; null where the page gives it none.
 */
export function selectorOf(page: Page, element: number): string | null {
  const own = namesOf(page, element);
  const lone = own.find((step) => isUnique(page, [step]));
  if (lone !== undefined) return lone;
  const last = own[0] ?? tagName(page.tag[element] as number);
  if (last === '') return null;
  let up = page.parent[element] as number;
  for (let steps = 0; steps < MOST_STEPS && up > 0; steps++) {
    const around = namesOf(page, up).find((step) => isUnique(page, [step, last]));
    if (around !== undefined) return `${around} ${last}`;
    up = page.parent[up] as number;
  }
  return null;
}
