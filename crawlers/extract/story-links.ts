import { attribute } from './attributes.ts';
import { baseOf, fromBase } from './base.ts';
import { ASIDE, elementHints, HIDDEN, NAVIGATION } from './hints.ts';
import { type Page, scanPage } from './scan.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';
import { cleanText, comparable, countWords } from './text.ts';
import { hasStoryNumber, isStoryPath, joinVariants, sameSite } from './story-urls.ts';

/** A story a section or front page links to. */
export interface StoryLink {
  /** Absolute, without fragment and tracking parameters. */
  readonly url: string;
  readonly title: string;
}

export interface StoryLinkOptions {
  /** RegExp sources of this outlet's article URLs, and of what is never one. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

interface Anchor {
  readonly element: number;
  readonly url: string;
  readonly text: string;
  /** Inside a heading: the card's headline. */
  readonly heading: boolean;
}

interface Story {
  readonly url: string;
  readonly anchors: Anchor[];
}

/** Text of an element, from its runs, which stand in document order. */
function anchorTexts(page: Page): Map<number, string> {
  const texts = new Map<number, string>();
  for (let run = 0; run < page.runStart.length; run++) {
    if (((page.runFlags[run] as number) & 1) === 0) continue;
    let element = page.runElement[run] as number;
    for (let steps = 0; steps < 24 && element > 0 && page.tag[element] !== TAG.a; steps++) {
      element = page.parent[element] as number;
    }
    const piece = page.html.slice(page.runStart[run], page.runEnd[run]);
    const before = texts.get(element) ?? '';
    if (before.length < 1000) texts.set(element, `${before} ${piece}`);
  }
  return texts;
}

function hasHeadingAround(page: Page, element: number): boolean {
  let up = page.parent[element] as number;
  for (let steps = 0; steps < 3 && up > 0; steps++) {
    if ((tagFlags[page.tag[up] as number] ?? 0) & HEADING) return true;
    up = page.parent[up] as number;
  }
  const end = page.subtreeEnd[element] as number;
  for (let inner = element + 1; inner < end && inner < element + 12; inner++) {
    if ((tagFlags[page.tag[inner] as number] ?? 0) & HEADING) return true;
  }
  return false;
}

function readAnchors(page: Page, url: string): Anchor[] {
  const texts = anchorTexts(page);
  const anchors: Anchor[] = [];
  const base = baseOf(page, url);
  for (let element = 0; element < page.tag.length; element++) {
    if (page.tag[element] !== TAG.a) continue;
    const href = attribute(page, element, 'href');
    if (!href || href.startsWith('#') || /^(?:javascript|mailto|tel):/i.test(href)) continue;
    const absolute = joinVariants(fromBase(href, base, url), url);
    if (absolute === null) continue;
    const shown = cleanText(texts.get(element) ?? '');
    const text = shown === '' ? cleanText(attribute(page, element, 'title') ?? '') : shown;
    anchors.push({ element, url: absolute, text, heading: hasHeadingAround(page, element) });
  }
  return anchors;
}

/** Anchors of one address together, in the order they first appear. */
function groupStories(anchors: readonly Anchor[], pageUrl: string): Story[] {
  const own = joinVariants(pageUrl, pageUrl);
  const stories = new Map<string, Story>();
  for (const anchor of anchors) {
    if (anchor.url === own || !sameSite(anchor.url, pageUrl)) continue;
    const story = stories.get(anchor.url);
    if (story) story.anchors.push(anchor);
    else stories.set(anchor.url, { url: anchor.url, anchors: [anchor] });
  }
  return [...stories.values()];
}

/** A headline has several words; single characters count in scripts without spaces. */
function isHeadline({ text, url }: Anchor): boolean {
  const words = countWords(text);
  return (
    words >= (hasStoryNumber(url) ? 3 : 4) ||
    (words >= 1 && /[\u3040-\u30ff\u3400-\u9fff]{6}/.test(text))
  );
}

function bestTitle(story: Story): string {
  const titled = story.anchors.filter((anchor) => isHeadline(anchor));
  const shown = titled.find((anchor) => anchor.heading) ?? titled[0] ?? story.anchors[0];
  return shown?.text ?? '';
}

/** Which elements lie in navigation, footers, most-read boxes and the like. */
function asideElements(page: Page, stories: readonly Story[]): Uint8Array {
  const counts = new Float64Array(page.tag.length);
  for (const story of stories) {
    for (const anchor of story.anchors) {
      counts[anchor.element] = (counts[anchor.element] as number) + 1 / story.anchors.length;
    }
  }
  for (let element = counts.length - 1; element > 0; element--) {
    const parent = page.parent[element] as number;
    counts[parent] = (counts[parent] as number) + (counts[element] as number);
  }
  const total = Math.max(1, counts[0] as number);
  const aside = new Uint8Array(page.tag.length);
  for (let element = 1; element < aside.length; element++) {
    aside[element] = aside[page.parent[element] as number] as number;
    if (aside[element] || counts[element] === 0) continue;
    // What holds a third of the page's stories is the page's own list, however it is named.
    if ((counts[element] as number) > total * 0.35) continue;
    if (page.tag[element] === TAG.aside) aside[element] = 1;
    else if (elementHints(page, element) & (ASIDE | HIDDEN | NAVIGATION)) aside[element] = 1;
  }
  return aside;
}

/** The path shape most stories of a page share: with a number of five digits or more, or not. */
function needsNumber(stories: readonly Story[]): boolean {
  const numbered = stories.filter((story) => hasStoryNumber(story.url));
  return numbered.length > 0.6 * stories.length;
}

/**
 * The main stories of a section or front page, in reading order: no navigation, most-read lists,
 * tags, video strips or footers; variants of one address are one story. Never throws.
 */
export function storyLinks(html: string, url: string, options: StoryLinkOptions = {}): StoryLink[] {
  const page = scanPage(html);
  const anchors = readAnchors(page, url);
  const include = (options.include ?? []).map((source) => new RegExp(source));
  const exclude = (options.exclude ?? []).map((source) => new RegExp(source));
  const candidates = groupStories(anchors, url).filter((story) => {
    if (exclude.some((pattern) => pattern.test(story.url))) return false;
    if (include.length > 0) return include.some((pattern) => pattern.test(story.url));
    return isStoryPath(story.url) && story.anchors.some((anchor) => isHeadline(anchor));
  });
  const aside = asideElements(page, candidates);
  const main = candidates.filter((story) =>
    story.anchors.some((anchor) => !aside[anchor.element] && isHeadline(anchor)),
  );
  const numbered = include.length === 0 && needsNumber(main);
  return main
    .filter((story) => !numbered || hasStoryNumber(story.url))
    .map((story) => ({
      order: story.anchors.find((anchor) => !aside[anchor.element])?.element ?? 0,
      link: { url: story.url, title: bestTitle(story) },
    }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ link }) => link)
    .filter((link) => comparable(link.title) !== '');
}
