import type { PageBox } from '../../src/domain/index.ts';
import type { PageReading, ReadNode } from './page-reading.ts';

// The functions below run inside the browser, in a world of their own: they are sent as text, see
// nothing but each other and the page, and change nothing.

interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Walk {
  readonly nodes: ReadNode[];
  readonly limit: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly edges: Clip;
  /** Addresses of pictures that were not fetched because robots.txt closes them to us. */
  readonly closed: ReadonlySet<string>;
  cutOff: boolean;
}

/** Where an element stands: under which parent, and what cuts it off. */
interface Place {
  readonly parent: number;
  readonly clip: Clip;
  /** What cuts off an absolutely placed descendant: the clip of its nearest placed ancestor. */
  readonly placedClip: Clip;
  readonly pinned: boolean;
}

function cutBox(rect: DOMRect, clip: Clip, walk: Walk): PageBox | null {
  const left = Math.max(rect.left + walk.offsetX, clip.left);
  const top = Math.max(rect.top + walk.offsetY, clip.top);
  const right = Math.min(rect.right + walk.offsetX, clip.right);
  const bottom = Math.min(rect.bottom + walk.offsetY, clip.bottom);
  // Under two pixels nothing can be read: boxes "hidden" for screen readers are one pixel large.
  if (right - left < 2 || bottom - top < 2) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

interface Seen {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  readonly visible: boolean;
}

function ownText({ element, visible }: Seen, walk: Walk, clip: Clip) {
  const lines: PageBox[] = [];
  let text = '';
  let area = 0;
  for (const child of element.childNodes) {
    if (child.nodeType !== 3 || !/\S/.test(child.nodeValue ?? '')) continue;
    text += ` ${child.nodeValue}`;
    if (!visible) continue;
    const range = document.createRange();
    range.selectNodeContents(child);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      area += rect.width * rect.height;
      const line = cutBox(rect, clip, walk);
      if (line) lines.push(line);
    }
  }
  return { lines, area, text: text.replace(/\s+/g, ' ').trim().slice(0, 400) };
}

/** A picture that readers see and we may not fetch, where the page reserves its room. */
function isClosedPicture(element: HTMLImageElement, style: CSSStyleDeclaration, walk: Walk) {
  return walk.closed.has(element.currentSrc) && style.width !== 'auto' && style.height !== 'auto';
}

function isPainted(element: Element, style: CSSStyleDeclaration, walk: Walk): boolean {
  if (element instanceof HTMLImageElement) {
    if (isClosedPicture(element, style, walk)) return true;
    const isDrawing = /\.svg(?:[?#]|$)/i.test(element.currentSrc);
    return element.complete && (element.naturalWidth > 2 || isDrawing);
  }
  if (element instanceof HTMLVideoElement) return true;
  return element instanceof HTMLCanvasElement || element.tagName.toLowerCase() === 'svg';
}

function ownPicture({ element, style, visible }: Seen, walk: Walk, clip: Clip) {
  const drawn = isPainted(element, style, walk);
  const behind = !drawn && style.backgroundImage.includes('url(');
  if (!visible || (!drawn && !behind)) return { picture: null, area: 0 };
  const rect = element.getBoundingClientRect();
  // Smaller ones are icons and bullets.
  const [least, lower] = behind ? [80, 60] : [40, 30];
  if (rect.width < least || rect.height < lower) return { picture: null, area: 0 };
  return { picture: cutBox(rect, clip, walk), area: rect.width * rect.height };
}

function innerClip({ element, style }: Seen, walk: Walk, clip: Clip): Clip {
  const isRoot = element === document.body || element === document.documentElement;
  const contains = /paint|strict|content/.test(style.contain);
  const clipsX = !isRoot && (contains || style.overflowX !== 'visible');
  const clipsY = !isRoot && (contains || style.overflowY !== 'visible');
  const cutAway = /inset\(\s*(?:100|50)%/.test(style.clipPath);
  if (cutAway) return { left: 0, top: 0, right: 0, bottom: 0 };
  if (!clipsX && !clipsY) return clip;
  const rect = element.getBoundingClientRect();
  const left = rect.left + walk.offsetX + element.clientLeft;
  const top = rect.top + walk.offsetY + element.clientTop;
  return {
    left: clipsX ? Math.max(clip.left, left) : clip.left,
    right: clipsX ? Math.min(clip.right, left + element.clientWidth) : clip.right,
    top: clipsY ? Math.max(clip.top, top) : clip.top,
    bottom: clipsY ? Math.min(clip.bottom, top + element.clientHeight) : clip.bottom,
  };
}

function childrenOf(element: Element): Element[] {
  if (element.shadowRoot) return [...element.shadowRoot.children];
  if (element instanceof HTMLSlotElement) return element.assignedElements();
  return [...element.children];
}

function factsOf(element: Element, walk: Walk) {
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const rect = element.getBoundingClientRect();
  return {
    tag: element.tagName.toLowerCase(),
    names: `${element.id} ${attribute('class')}`.toLowerCase().slice(0, 200).trim(),
    role: attribute('role').toLowerCase(),
    label: `${attribute('aria-label')} ${attribute('aria-roledescription')}`.trim().slice(0, 100),
    href: element instanceof HTMLAnchorElement ? element.href : '',
    rel: attribute('rel').toLowerCase(),
    box: {
      x: rect.left + walk.offsetX,
      y: rect.top + walk.offsetY,
      width: rect.width,
      height: rect.height,
    },
  };
}

function readNode(seen: Seen, place: Place, walk: Walk) {
  const { element, style, visible } = seen;
  const around = style.position === 'absolute' ? place.placedClip : place.clip;
  const clip = style.position === 'fixed' ? walk.edges : around;
  // Text of an element that cuts off is cut by itself, its picture by what is around it.
  const inner = innerClip(seen, walk, clip);
  const words = ownText(seen, walk, inner);
  const { picture, area } = ownPicture(seen, walk, clip);
  const node: ReadNode = {
    ...factsOf(element, walk),
    parent: place.parent,
    visible,
    pinned: place.pinned || style.position === 'fixed' || style.position === 'sticky',
    clipsX: inner !== clip && style.overflowX !== 'visible',
    clipsY: inner !== clip && style.overflowY !== 'visible',
    text: words.text,
    fontPx: Number.parseFloat(style.fontSize) || 0,
    fontWeight: Number.parseInt(style.fontWeight, 10) || 400,
    lines: words.lines,
    picture,
    fullArea: words.area + area,
  };
  return { node, inner };
}

function readElement(element: Element, place: Place, walk: Walk): boolean {
  const tag = element.tagName.toLowerCase();
  if (/^(?:script|style|noscript|template|select|iframe|option|head|link)$/.test(tag)) return false;
  if (walk.nodes.length >= walk.limit) {
    walk.cutOff = true;
    return false;
  }
  const style = getComputedStyle(element);
  const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const { node, inner } = readNode({ element, style, visible }, place, walk);
  const index = walk.nodes.length;
  walk.nodes.push(node);
  const isPlaced = style.position !== 'static' || style.transform !== 'none';
  const below = {
    parent: index,
    clip: inner,
    placedClip: isPlaced ? inner : place.placedClip,
    pinned: node.pinned,
  };
  let holdsSomething = node.href !== '' || node.text !== '' || node.picture !== null;
  for (const child of childrenOf(element)) {
    if (readElement(child, below, walk)) holdsSomething = true;
  }
  if (!holdsSomething) walk.nodes.length = index;
  return holdsSomething;
}

function readStyleSheets(): PageReading['styleSheets'] {
  const links = [...document.querySelectorAll('link[rel~="stylesheet"]')].filter(
    (link) => !/print/.test(link.getAttribute('media') ?? ''),
  );
  const isThere = (link: Element) => {
    try {
      return ((link as HTMLLinkElement).sheet?.cssRules.length ?? 0) > 0;
    } catch {
      // Rules of another origin may not be read, but they are there.
      return true;
    }
  };
  const loaded = links.filter(isThere).length;
  return { asked: links.length, loaded };
}

function readOverlay(): PageReading['overlay'] {
  const { innerWidth: width, innerHeight: height } = window;
  let share = 0;
  let text = '';
  for (const element of document.querySelectorAll('body *')) {
    if (getComputedStyle(element).position !== 'fixed') continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (getComputedStyle(element).pointerEvents === 'none') continue;
    const rect = element.getBoundingClientRect();
    const wide = Math.min(rect.right, width) - Math.max(rect.left, 0);
    const high = Math.min(rect.bottom, height) - Math.max(rect.top, 0);
    const part = Math.max(0, wide) * Math.max(0, high);
    if (part / (width * height) <= share) continue;
    share = part / (width * height);
    text = (element as HTMLElement).innerText ?? '';
  }
  return { share, text: text.replace(/\s+/g, ' ').slice(0, 2000) };
}

function readPage(limit: number, closed: readonly string[]): PageReading {
  const root = document.scrollingElement ?? document.documentElement;
  const width = document.documentElement.clientWidth;
  const { innerHeight: height } = window;
  const edges = { left: 0, top: 0, right: width, bottom: Number.MAX_SAFE_INTEGER };
  const [offsetX, offsetY] = [window.scrollX, window.scrollY];
  const around = { limit, offsetX, offsetY, edges, closed: new Set(closed) };
  const walk: Walk = { ...around, nodes: [], cutOff: false };
  const top = { parent: -1, clip: edges, placedClip: edges, pinned: false };
  readElement(document.body, top, walk);
  const bodyStyle = getComputedStyle(document.body);
  const rootStyle = getComputedStyle(document.documentElement);
  const locked = (style: CSSStyleDeclaration) => /hidden|clip/.test(style.overflowY);
  const pageHeight = Math.max(root.scrollHeight, document.body.scrollHeight);
  return {
    title: document.title,
    rightToLeft: bodyStyle.direction === 'rtl',
    viewport: { width, height },
    pageHeight,
    nodes: walk.nodes,
    styleSheets: readStyleSheets(),
    scrollLocked: pageHeight > height * 1.5 && (locked(bodyStyle) || locked(rootStyle)),
    overlay: readOverlay(),
    cutOff: walk.cutOff,
  };
}

const parts = [
  cutBox,
  ownText,
  isClosedPicture,
  isPainted,
  ownPicture,
  innerClip,
  childrenOf,
  factsOf,
  readNode,
  readElement,
  readStyleSheets,
  readOverlay,
  readPage,
];

export interface ReadPageOptions {
  readonly nodesAtMost: number;
  /** Pictures that robots.txt closes. */
  readonly closedPictures: readonly string[];
}

/** The script that reads a page at rest: an expression whose value is a PageReading. */
export function readPageScript({ nodesAtMost, closedPictures }: ReadPageOptions): string {
  const closed = JSON.stringify(closedPictures);
  return `(() => {\n${parts.map(String).join('\n')}\nreturn readPage(${nodesAtMost}, ${closed});\n})()`;
}
