// What Plot and d3 ask of a document when they draw an SVG, and nothing more. A whole DOM makes
// every attribute a node that listens to events: most of the time of a page went into that.

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** linkedom's references, in which the committed pictures are written. */
const references: Readonly<Record<string, string>> = {
  '\u00A0': '&#160;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

function escapeText(text: string): string {
  return text.replace(/[<>&\u00A0]/g, (character) => references[character] ?? character);
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** Digits behind the point carry no picture and make committed files unstable. */
function rounded(value: string): string {
  return value.replace(/-?\d{1,15}\.\d{3,20}/g, (number) =>
    String(Number(Number(number).toFixed(2))),
  );
}

class SvgText {
  parentNode: SvgElement | null = null;
  readonly data: string;
  constructor(data: string) {
    this.data = data;
  }
  write(out: string[]): void {
    out.push(escapeText(this.data));
  }
}

/** An element of a picture in the making. */
export class SvgElement {
  readonly namespaceURI = svgNamespace;
  readonly ownerDocument: SvgDocument;
  readonly localName: string;
  parentNode: SvgElement | null = null;
  readonly #attributes = new Map<string, string>();
  readonly #children: (SvgElement | SvgText)[] = [];

  constructor(ownerDocument: SvgDocument, localName: string) {
    this.ownerDocument = ownerDocument;
    this.localName = localName;
  }

  get children(): SvgElement[] {
    return this.#children.filter((child) => child instanceof SvgElement);
  }

  /** The pages' security policy forbids inline styles: a style is written as an attribute. */
  get style(): { setProperty(name: string, value: unknown): void } {
    return { setProperty: (name, value) => this.setAttribute(name, value) };
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  set textContent(text: unknown) {
    this.#children.length = 0;
    this.append(new SvgText(String(text)));
  }

  append(...nodes: (SvgElement | SvgText)[]): void {
    for (const node of nodes) this.insertBefore(node, null);
  }

  appendChild<Node extends SvgElement | SvgText>(node: Node): Node {
    return this.insertBefore(node, null);
  }

  insertBefore<Node extends SvgElement | SvgText>(
    node: Node,
    next: SvgElement | SvgText | null,
  ): Node {
    node.parentNode?.removeChild(node);
    const at = next === null ? -1 : this.#children.indexOf(next);
    if (at < 0) this.#children.push(node);
    else this.#children.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }

  removeChild(node: SvgElement | SvgText): void {
    const at = this.#children.indexOf(node);
    if (at >= 0) this.#children.splice(at, 1);
    node.parentNode = null;
  }

  /** This element and all in it, from the outside inwards. */
  *all(): Generator<SvgElement> {
    yield this;
    for (const child of this.#children) if (child instanceof SvgElement) yield* child.all();
  }

  write(out: string[]): void {
    out.push('<', this.localName);
    // The attribute set last comes first, as in the committed pictures.
    for (const [name, value] of [...this.#attributes].toReversed())
      out.push(' ', name, '="', escapeAttribute(rounded(value)), '"');
    if (this.#children.length === 0) {
      out.push(' />');
      return;
    }
    out.push('>');
    for (const child of this.#children) child.write(out);
    out.push('</', this.localName, '>');
  }

  get outerHTML(): string {
    const out: string[] = [];
    this.write(out);
    return out.join('');
  }
}

/** A document that makes elements of a picture. */
export class SvgDocument {
  readonly documentElement: SvgElement = new SvgElement(this, 'svg');

  createElementNS(_namespace: string, name: string): SvgElement {
    return new SvgElement(this, name);
  }
}
