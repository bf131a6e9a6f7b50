/** A JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

type Container = JsonValue[] | Record<string, JsonValue>;

/** Deeper values are dropped: no page's data is meant to be that deep. */
const DEPTH_LIMIT = 64;

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Parses JSON as pages really carry it: inside comments or CDATA, with line breaks and bare quotes
 * in strings, trailing or missing commas, comments, or cut off. What cannot be read is left out.
 */
export function parseLenientJson(text: string): JsonValue {
  const bare = text.replace(/^\s*(?:<!--|\/\*|\/\/)?\s*(?:<!\[CDATA\[)?(?:\s*\*\/)?/, '').trim();
  try {
    return JSON.parse(bare.endsWith(';') ? bare.slice(0, -1) : bare) as JsonValue;
  } catch {
    return new LenientReader(bare).read();
  }
}

const NEXT_KEY = /^"[@\w][\w@:-]{0,40}"\s*:/;

/** One pass with its own stack: no recursion, no second look at a character range. */
class LenientReader {
  private readonly text: string;
  private at = 0;
  private readonly stack: Container[] = [];
  private key: string | null = null;
  private readonly keys: (string | null)[] = [];
  private readonly roots: JsonValue[] = [];

  constructor(text: string) {
    this.text = text;
  }

  read(): JsonValue {
    const { text } = this;
    while (this.at < text.length) {
      const character = text[this.at] as string;
      if (character === '{' || character === '[') this.open(character);
      else if (character === '}' || character === ']') this.close();
      else if (character === '"') this.string();
      else if (/[-\d.a-zA-Z]/.test(character)) this.word();
      else this.at++;
    }
    return this.roots.length === 1 ? (this.roots[0] as JsonValue) : this.roots;
  }

  private open(character: string): void {
    this.at++;
    const value: Container = character === '{' ? {} : [];
    if (this.stack.length < DEPTH_LIMIT) this.add(value);
    this.stack.push(value);
    this.keys.push(this.key);
    this.key = null;
  }

  private close(): void {
    this.at++;
    this.stack.pop();
    this.keys.pop();
    this.key = null;
  }

  private add(value: JsonValue): void {
    const parent = this.stack.at(-1);
    if (parent === undefined) this.roots.push(value);
    else if (Array.isArray(parent)) parent.push(value);
    else if (this.key !== null) {
      if (!Object.hasOwn(parent, this.key)) {
        Object.defineProperty(parent, this.key, { value, enumerable: true });
      }
      this.key = null;
    }
  }

  private word(): void {
    const start = this.at;
    while (this.at < this.text.length && /[-+\w.]/.test(this.text[this.at] as string)) this.at++;
    const word = this.text.slice(start, this.at);
    if (this.expectsKey()) this.key = word;
    else if (word === 'true' || word === 'false') this.add(word === 'true');
    else if (word === 'null') this.add(null);
    else if (Number.isFinite(Number(word))) this.add(Number(word));
  }

  private expectsKey(): boolean {
    const parent = this.stack.at(-1);
    return parent !== undefined && !Array.isArray(parent) && this.key === null;
  }

  private string(): void {
    const isKey = this.expectsKey();
    const parts: string[] = [];
    let start = ++this.at;
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (code === 92) {
        parts.push(text.slice(start, this.at), this.escape());
        start = this.at;
      } else if (code === 34 && this.endsString(isKey)) break;
      else this.at++;
    }
    const value = parts.join('') + text.slice(start, this.at);
    this.at++;
    if (isKey) this.key = value;
    else this.add(value);
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    if (letter !== 'u') {
      this.at += 2;
      return ESCAPES[letter] ?? letter;
    }
    const hex = this.text.slice(this.at + 2, this.at + 6);
    this.at += /^[0-9a-fA-F]{4}$/.test(hex) ? 6 : 2;
    return this.text[this.at - 1] === 'u' ? '' : String.fromCharCode(Number.parseInt(hex, 16));
  }

  private nextSign(from: number): number {
    let next = from;
    const limit = Math.min(this.text.length, from + 64);
    while (next < limit && /\s/.test(this.text[next] as string)) next++;
    return next;
  }

  /** A quote ends a string only before what may follow one: others are part of the text. */
  private endsString(isKey: boolean): boolean {
    const next = this.nextSign(this.at + 1);
    const sign = this.text[next];
    if (sign === undefined) return true;
    if (isKey) return sign === ':';
    if (sign === '}' || sign === ']') return true;
    // A forgotten comma before the next key.
    if (sign === '"') return NEXT_KEY.test(this.text.slice(next, next + 64));
    if (sign !== ',') return false;
    const after = this.text[this.nextSign(next + 1)];
    return after === undefined || '"{[}]'.includes(after) || Array.isArray(this.stack.at(-1));
  }
}
