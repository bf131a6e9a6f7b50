import { isObject, type JsonObject } from '../formats/feed-json.ts';
import { parseEmbeddedJson } from '../formats/tolerant-json.ts';
import type { Page } from './scan.ts';
import { TAG } from './tags.ts';
import { cleanText, comparable } from './text.ts';

/*
 * Pages that are drawn from the data in their scripts: Next, Nuxt, Arc and the like hold an
 * article's text in JSON, as HTML or as blocks. It is found by the title beside it.
 */

/** Larger scripts are programs, characters. */
const SCRIPT_LIMIT = 4_000_000;
/** Shorter ones hold no text. */
const SCRIPT_LEAST = 300;
const NODE_LIMIT = 50_000;
const DEEPEST = 12;
/** At most so many objects that carry the title are looked into. */
const MOST_TITLED = 20;
/** Data that a program assigns are looked for so often in one script. */
const MOST_STATES = 40;
/** Shorter texts are teasers, characters. */
const TEXT_LEAST = 150;

/** What holds the text, by the name it has in the data of content systems. */
const TEXT_NAME =
  /^(?:.*(?:body|content|text|html|paragraph|blocks?|elements|components|children|value|data|copy|noidung|noi_dung).*|story|article|post|result|items)$/i;
const OTHER_NAME =
  /related|recommend|comment|teaser|promo|newsletter|caption|credit|author|byline|media|image|video|seo|meta|breadcrumb|menu|nav|footer|header|advert|tags?$|config|translations|query|url/i;
/** Kinds of block that are no text of the article. */
const OTHER_KIND =
  /image|photo|picture|gallery|video|embed|oembed|raw_html|interstitial|related|promo|newsletter|advert|\bads?\b|caption|divider|social|audio|list_of_links|custom_embed/i;
/** Kinds of block that are one paragraph, whatever their parts are. */
const LINE_KIND =
  /^(?:p|paragraph|text|block|normal|heading.*|header|h[1-6]|blockquote|quote|li|list-?item|subtitle|intertitle)$/i;

/** The values that a page's scripts hold as JSON, or assign to a name of the program. */
function* statesOf(page: Page): Generator<unknown> {
  for (const [element, [start, end]] of page.rawContent) {
    const length = end - start;
    if (page.tag[element] !== TAG.script || length < SCRIPT_LEAST || length > SCRIPT_LIMIT)
      continue;
    const tag = page.html.slice(page.tagStart[element], page.tagEnd[element]);
    const script = page.html.slice(start, end);
    if (tag.includes('ld+json')) continue;
    if (/type=["']?application\/json/i.test(tag)) yield parseEmbeddedJson(script);
    else yield* assignedIn(script);
  }
}

const ASSIGNED = /(?:=|\bJSON\.parse\()\s{0,20}(?=["'{[])/g;

/** Objects, and texts that hold an object, on the right of an equals sign. */
function* assignedIn(script: string): Generator<unknown> {
  ASSIGNED.lastIndex = 0;
  for (let count = 0; count < MOST_STATES; count++) {
    // Every place is passed once: a match is looked for behind what was read.
    const from: number = ASSIGNED.lastIndex;
    const match = ASSIGNED.exec(script);
    if (match === null || ASSIGNED.lastIndex <= from) return;
    const start = ASSIGNED.lastIndex;
    const end = literalEnd(script, start);
    if (end < 0) return;
    ASSIGNED.lastIndex = end;
    const literal = end - start < SCRIPT_LEAST ? '' : script.slice(start, end);
    const value = literal === '' ? undefined : asJson(literal);
    // A state is often printed as a text of JSON.
    yield typeof value === 'string' && /^\s*[{[]/.test(value) ? asJson(value) : value;
    ASSIGNED.lastIndex = end;
  }
}

function asJson(literal: string): unknown {
  try {
    const isSingle = literal.startsWith("'");
    return JSON.parse(isSingle ? doubleQuoted(literal) : literal) as unknown;
  } catch {
    return undefined;
  }
}

function doubleQuoted(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(^|[^\\])"/g, '$1\\"');
  return `"${inner}"`;
}

/** The place behind a literal that begins here; -1 where it has no end. Linear. */
function literalEnd(script: string, start: number): number {
  const marks = /["'{}[\]]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let match = marks.exec(script); match !== null; match = marks.exec(script)) {
    const mark = match[0];
    if (mark === '"' || mark === "'") {
      const end = stringEnd(script, match.index, mark);
      if (end < 0) return -1;
      marks.lastIndex = end;
    } else depth += mark === '{' || mark === '[' ? 1 : -1;
    if (depth <= 0) return marks.lastIndex;
  }
  return -1;
}

function stringEnd(script: string, start: number, mark: string): number {
  for (let at = script.indexOf(mark, start + 1); at >= 0; at = script.indexOf(mark, at + 1)) {
    let slashes = 0;
    while (script[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

const escaped = (text: string): string =>
  text.replace(/&(?!#?\w{1,10};)/g, '&amp;').replace(/</g, '&lt;');

/** Whether a text says something, rather than being an address, an id or a program. */
function isProse(text: string): boolean {
  if (text.length < 2 || /^(?:https?:|data:|\/|#|[{[])/.test(text)) return false;
  if (text.length < 24 || /\s/.test(text.slice(0, 200))) return true;
  // Scripts that put no space between words.
  return /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\uffdc]/.test(text.slice(0, 40));
}

/** All the texts of a paragraph's parts in one line. */
function lineOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > 6) return '';
  if (Array.isArray(value)) return value.map((part) => lineOf(part, depth + 1)).join('');
  if (!isObject(value)) return '';
  const held = ['text', 'value', 'children', 'content', 'data', 'html', 'body'].find(
    (name) => typeof value[name] === 'string' || typeof value[name] === 'object',
  );
  return held === undefined ? '' : lineOf(value[held], depth + 1);
}

const kindOf = (value: JsonObject): string => {
  const kind = value['type'] ?? value['_type'] ?? value['nodeType'] ?? value['__typename'];
  return typeof kind === 'string' ? kind : '';
};

/** Another story in a list, or a part that is no text. */
function isOther(value: JsonObject): boolean {
  if (OTHER_KIND.test(kindOf(value))) return true;
  const isTitled = ['title', 'headline', 'headlines'].some((name) => value[name] !== undefined);
  return isTitled && ['url', 'slug', 'link', 'href', 'canonical_url'].some((name) => name in value);
}

/** A value of the data as HTML: a text as it is, blocks as paragraphs. */
function htmlOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') {
    if (/<(?:p|div|br|h[1-6]|li)\b/i.test(value)) return value;
    if (!isProse(value)) return '';
    const lines = value.split(/\n\s*\n|\r?\n/);
    return lines.map((line) => `<p>${/<\/?[a-z]/i.test(line) ? line : escaped(line)}</p>`).join('');
  }
  if (depth > DEEPEST) return '';
  if (Array.isArray(value)) {
    return value
      .map((part) => (isObject(part) && isOther(part) ? '' : htmlOf(part, depth + 1)))
      .join('');
  }
  if (!isObject(value) || isOther(value)) return '';
  if (LINE_KIND.test(kindOf(value))) {
    const line = lineOf(value);
    return isProse(line) ? htmlOf(line) : '';
  }
  let best = '';
  for (const [name, inner] of Object.entries(value)) {
    if (!TEXT_NAME.test(name) || OTHER_NAME.test(name)) continue;
    const html = htmlOf(inner, depth + 1);
    if (html.length > best.length) best = html;
  }
  return best;
}

/** Whether an object, or one right inside it, has the title as one of its texts. */
function isTitled(value: JsonObject, titleKey: string): boolean {
  const own = Object.values(value);
  const inner = own.filter((one) => isObject(one)).flatMap((one) => Object.values(one));
  return [...own, ...inner].some(
    (one) => typeof one === 'string' && one.length < 400 && comparable(cleanText(one)) === titleKey,
  );
}

/** The HTML of the text in one state: that of an object that carries the title. */
function textIn(state: unknown, titleKey: string): string {
  const queue: unknown[] = [state];
  let best = '';
  let titled = 0;
  for (let at = 0; at < queue.length && at < NODE_LIMIT && titled < MOST_TITLED; at++) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) if (typeof inner === 'object') queue.push(inner);
    if (!isObject(value) || !isTitled(value, titleKey)) continue;
    titled++;
    const html = htmlOf(value);
    if (html.length > best.length) best = html;
  }
  return best;
}

/** The HTML of the article's text as the page's scripts hold it; null where they do not. */
export function scriptedHtml(page: Page, title: string): string | null {
  const titleKey = comparable(title);
  if (titleKey.length < 4) return null;
  let best = '';
  for (const state of statesOf(page)) {
    if (typeof state !== 'object' || state === null) continue;
    const html = textIn(state, titleKey);
    if (html.length > best.length) best = html;
  }
  return best.length >= TEXT_LEAST ? best : null;
}
