/** Starts and ends a paragraph. */
export const BLOCK = 1;
/** Has no end tag. */
export const VOID = 2;
/** Its content is never article text: skipped by one search for the end tag. */
export const RAW = 4;
/** Changes only the look of the text: no element is kept for it. */
export const PLAIN = 8;
/** h1–h6. */
export const HEADING = 16;
/** Bold text: a paragraph of nothing else is a subheading. */
export const BOLD = 32;
/** An end tag of it never closes anything outside a table cell, list or section. */
export const SCOPE = 64;

const NAMES: Readonly<Record<string, number>> = {
  address: BLOCK,
  article: BLOCK | SCOPE,
  aside: BLOCK | SCOPE,
  blockquote: BLOCK | SCOPE,
  body: BLOCK | SCOPE,
  caption: BLOCK,
  center: BLOCK,
  dd: BLOCK,
  details: BLOCK,
  dialog: BLOCK,
  div: BLOCK | SCOPE,
  dl: BLOCK,
  dt: BLOCK,
  fieldset: BLOCK,
  figcaption: BLOCK,
  figure: BLOCK | SCOPE,
  footer: BLOCK | SCOPE,
  form: BLOCK,
  h1: BLOCK | HEADING,
  h2: BLOCK | HEADING,
  h3: BLOCK | HEADING,
  h4: BLOCK | HEADING,
  h5: BLOCK | HEADING,
  h6: BLOCK | HEADING,
  head: BLOCK,
  header: BLOCK | SCOPE,
  html: BLOCK | SCOPE,
  li: BLOCK,
  main: BLOCK | SCOPE,
  menu: BLOCK | SCOPE,
  nav: BLOCK | SCOPE,
  ol: BLOCK | SCOPE,
  p: BLOCK,
  pre: BLOCK,
  section: BLOCK | SCOPE,
  summary: BLOCK,
  table: BLOCK | SCOPE,
  tbody: BLOCK,
  td: BLOCK | SCOPE,
  tfoot: BLOCK,
  th: BLOCK | SCOPE,
  thead: BLOCK,
  tr: BLOCK,
  ul: BLOCK | SCOPE,
  legend: BLOCK,
  area: VOID,
  base: VOID,
  br: VOID,
  col: VOID,
  embed: VOID,
  hr: VOID | BLOCK,
  img: VOID,
  input: VOID,
  link: VOID,
  meta: VOID,
  param: VOID,
  source: VOID,
  track: VOID,
  wbr: VOID | PLAIN,
  canvas: RAW,
  iframe: RAW,
  noscript: RAW,
  object: RAW,
  script: RAW,
  select: RAW,
  style: RAW,
  svg: RAW,
  template: RAW,
  textarea: RAW,
  title: RAW,
  video: RAW,
  audio: RAW,
  b: PLAIN | BOLD,
  strong: PLAIN | BOLD,
  abbr: PLAIN,
  bdi: PLAIN,
  bdo: PLAIN,
  big: PLAIN,
  cite: PLAIN,
  code: PLAIN,
  del: PLAIN,
  dfn: PLAIN,
  em: PLAIN,
  font: PLAIN,
  i: PLAIN,
  ins: PLAIN,
  kbd: PLAIN,
  mark: PLAIN,
  q: PLAIN,
  s: PLAIN,
  samp: PLAIN,
  small: PLAIN,
  strike: PLAIN,
  sub: PLAIN,
  sup: PLAIN,
  tt: PLAIN,
  u: PLAIN,
  var: PLAIN,
  a: 0,
  button: 0,
  label: 0,
  span: 0,
  time: 0,
  picture: 0,
};

const names = ['', ...Object.keys(NAMES)];

/** Flags of each tag by its number; 0 is any tag not in the table. */
export const tagFlags = Uint8Array.from(names, (name) => NAMES[name] ?? 0);

const SLOTS = 4096;
const slotTag = new Uint8Array(SLOTS);
const slotHash = new Int32Array(SLOTS);

/** One step of the hash over a tag's name in lower case. */
export function hashStep(hash: number, lowerCode: number): number {
  return (Math.imul(hash, 31) + lowerCode) | 0;
}

function hashName(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = hashStep(hash, name.charCodeAt(at));
  return hash;
}

function slotFor(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (slotTag[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

for (let number = 1; number < names.length; number++) {
  const slot = slotFor(hashName(names[number] ?? ''));
  slotTag[slot] = number;
  slotHash[slot] = hashName(names[number] ?? '');
}

/** The number of the tag whose lower-case name has this hash; 0 if it is not in the table. */
export function tagOfHash(hash: number): number {
  return slotTag[slotFor(hash)] ?? 0;
}

/** The number of a tag by name, for the code that asks for one tag; 0 if unknown. */
function tagNumber(name: string): number {
  return tagOfHash(hashName(name));
}

/** The lower-case name of a tag number; empty for tags not in the table. */
export function tagName(number: number): string {
  return names[number] ?? '';
}

/** Tag numbers by name, for comparisons in inner loops. */
export const TAG = {
  a: tagNumber('a'),
  address: tagNumber('address'),
  article: tagNumber('article'),
  aside: tagNumber('aside'),
  base: tagNumber('base'),
  blockquote: tagNumber('blockquote'),
  body: tagNumber('body'),
  br: tagNumber('br'),
  button: tagNumber('button'),
  center: tagNumber('center'),
  caption: tagNumber('caption'),
  dd: tagNumber('dd'),
  div: tagNumber('div'),
  dl: tagNumber('dl'),
  dt: tagNumber('dt'),
  figcaption: tagNumber('figcaption'),
  em: tagNumber('em'),
  figure: tagNumber('figure'),
  footer: tagNumber('footer'),
  form: tagNumber('form'),
  h1: tagNumber('h1'),
  h2: tagNumber('h2'),
  h6: tagNumber('h6'),
  head: tagNumber('head'),
  header: tagNumber('header'),
  html: tagNumber('html'),
  i: tagNumber('i'),
  img: tagNumber('img'),
  input: tagNumber('input'),
  label: tagNumber('label'),
  li: tagNumber('li'),
  link: tagNumber('link'),
  main: tagNumber('main'),
  menu: tagNumber('menu'),
  meta: tagNumber('meta'),
  nav: tagNumber('nav'),
  ol: tagNumber('ol'),
  p: tagNumber('p'),
  pre: tagNumber('pre'),
  script: tagNumber('script'),
  section: tagNumber('section'),
  select: tagNumber('select'),
  span: tagNumber('span'),
  style: tagNumber('style'),
  table: tagNumber('table'),
  tbody: tagNumber('tbody'),
  td: tagNumber('td'),
  template: tagNumber('template'),
  th: tagNumber('th'),
  time: tagNumber('time'),
  title: tagNumber('title'),
  tr: tagNumber('tr'),
  ul: tagNumber('ul'),
} as const;
