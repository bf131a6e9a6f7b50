import { AttributeCursor, isAt } from './attributes.ts';
import {
  ASIDE,
  BODY,
  BYLINE,
  CAPTION,
  DATE,
  HIDDEN,
  MAYBE_ASIDE,
  QUOTE,
  TITLE,
} from './hint-words.ts';
import { namesFlags } from './names.ts';
import type { Page } from './scan.ts';
import { HEADING, TAG, tagFlags, tagName } from './tags.ts';

export {
  ASIDE,
  BODY,
  BYLINE,
  CAPTION,
  CARD,
  CONTENTS,
  DATE,
  HIDDEN,
  MAYBE_ASIDE,
  NAVIGATION,
  NEVER,
  QUOTE,
  STANDFIRST,
  TITLE,
} from './hint-words.ts';

const ROLE_FLAGS: ReadonlyMap<string, number> = new Map([
  ['navigation', ASIDE],
  ['complementary', MAYBE_ASIDE],
  ['contentinfo', ASIDE],
  ['search', ASIDE],
  ['dialog', ASIDE],
  ['alertdialog', ASIDE],
  ['menu', ASIDE],
  ['menubar', ASIDE],
  ['tooltip', ASIDE],
]);

const ITEMPROP_FLAGS: ReadonlyMap<string, number> = new Map([
  ['articlebody', BODY],
  ['headline', TITLE],
  ['author', BYLINE],
  ['datepublished', BYLINE | DATE],
  ['datemodified', BYLINE],
  ['caption', CAPTION],
  ['comment', ASIDE],
]);

const tagHints = new Int32Array(256);
for (const [tag, flags] of [
  [TAG.nav, ASIDE],
  [TAG.footer, ASIDE],
  [TAG.menu, ASIDE],
  [TAG.button, ASIDE],
  [TAG.select, ASIDE],
  [TAG.head, HIDDEN],
  [TAG.aside, MAYBE_ASIDE],
  [TAG.address, BYLINE],
  [TAG.time, BYLINE | DATE],
  [TAG.figcaption, CAPTION],
  [TAG.blockquote, QUOTE],
] as const) {
  tagHints[tag] = flags;
}

/** What a tag says without any name. */
export function hintsOfTag(tag: number): number {
  return tagHints[tag] as number;
}

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

// React streams parts of a page into hidden boxes and moves them into place by script.
const SHOWN_LATER = 8192;
const STREAMED = /^S:[\da-f]+$/;

const COLON = 58;
const DASH = 45;
const UNDERSCORE = 95;

/** A heading's words as an id, "1-how-popular-are-these-tools": so many parts, none longer. */
const SLUG_LENGTH = 25;
const SLUG_PARTS = 5;
const SLUG_PART_LENGTH = 40;

/** Where an id ends that names something: behind the first part where it is a heading's words. */
function nameEnd(html: string, from: number, to: number): number {
  let parts = 1;
  let start = from;
  let first = to;
  for (let at = from; at <= to; at++) {
    const code = at < to ? html.charCodeAt(at) : DASH;
    if (code !== DASH && code !== UNDERSCORE) continue;
    if (at === start || at - start > SLUG_PART_LENGTH) return to;
    if (parts === 1) first = at;
    if (at < to) parts++;
    start = at + 1;
  }
  return parts >= SLUG_PARTS ? first : to;
}

function idFlags(html: string, from: number, to: number): number {
  const end = to - from >= SLUG_LENGTH ? nameEnd(html, from, to) : to;
  const isStreamed = html.charCodeAt(from + 1) === COLON && STREAMED.test(html.slice(from, to));
  return namesFlags(html, from, end) | (isStreamed ? SHOWN_LATER : 0);
}

/** What an attribute says; its name's length leaves one or two that may say anything. */
function attributeHints(html: string, cursor: AttributeCursor): number {
  const { nameStart, valueStart: from, valueEnd: to } = cursor;
  switch (cursor.nameEnd - nameStart) {
    case 2:
      return isAt(html, nameStart, 'id') ? idFlags(html, from, to) : 0;
    case 5:
      if (isAt(html, nameStart, 'class')) return namesFlags(html, from, to);
      return isAt(html, nameStart, 'style') && HIDDEN_STYLE.test(html.slice(from, to)) ? HIDDEN : 0;
    case 4:
      return isAt(html, nameStart, 'role') ? valueFlags(ROLE_FLAGS, html.slice(from, to)) : 0;
    case 8:
      if (!isAt(html, nameStart, 'itemprop')) return 0;
      return valueFlags(ITEMPROP_FLAGS, html.slice(from, to));
    case 6:
      return isAt(html, nameStart, 'hidden') ? HIDDEN : 0;
    case 11:
      return isAt(html, nameStart, 'aria-hidden') && isAt(html, from, 'true') ? HIDDEN : 0;
    default:
      return 0;
  }
}

function valueFlags(flags: ReadonlyMap<string, number>, value: string): number {
  return flags.get(value.toLowerCase().trim()) ?? 0;
}

function isHeadingTag(tag: number): boolean {
  return ((tagFlags[tag] ?? 0) & HEADING) !== 0;
}

/** The heading of a part that opens on a click is a button, around the heading or inside it. */
function isHeadingButton(page: Page, button: number): boolean {
  if (isHeadingTag(page.tag[page.parent[button] as number] as number)) return true;
  const end = Math.min(page.subtreeEnd[button] as number, button + 6);
  for (let inner = button + 1; inner < end; inner++) {
    if (isHeadingTag(page.tag[inner] as number)) return true;
  }
  return false;
}

/** What an element's tag, class, id, role and other attributes say about its content. */
export function elementHints(page: Page, element: number): number {
  const tag = page.tag[element] as number;
  const flags = tag === TAG.button && isHeadingButton(page, element) ? 0 : hintsOfTag(tag);
  const length = (page.tagEnd[element] as number) - (page.tagStart[element] as number);
  // Most tags are bare.
  return length <= tagName(tag).length + 3 ? flags : namedHints(page, element, flags);
}

function namedHints(page: Page, element: number, ofTag: number): number {
  const { html } = page;
  let flags = ofTag;
  const tag = page.tag[element] as number;
  const isHeading = isHeadingTag(tag);
  const cursor = new AttributeCursor(page, element);
  while (cursor.next()) {
    // The id of a heading is its own words, for links to it: "opt-in-systems", "popular-tools".
    if (isHeading && cursor.nameEnd - cursor.nameStart === 2) continue;
    flags |= attributeHints(html, cursor);
  }
  // Words inside a line are never the body, whatever part of a page their names come from.
  if (tag === TAG.span || tag === TAG.a) flags &= ~BODY;
  return flags & SHOWN_LATER ? flags & ~(HIDDEN | SHOWN_LATER) : flags;
}
