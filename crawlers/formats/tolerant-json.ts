import { decodeReferences } from './xml-scan.ts';

// JSON as content systems print it: comments, trailing commas, raw line ends and quotation marks
// inside strings, missing commas, no end. Sound JSON never comes here.

const DEEPEST = 64;
const MOST_VALUES = 100_000;

const OPENING_MARK = /^(?:\/\/|\/\*)?\s*(?:<!--(?:\/\/-->)?|<!\[CDATA\[|>\s*<!--)\s*(?:\*\/)?/;
const CLOSING_MARK = /(?:\/\/|\/\*)?\s{0,9}(?:-->|<!\]\]>|\]\]>)\s{0,9}(?:\*\/)?$/;
/** Marks stand in marks, but never many; the closing ones are short. */
const MOST_MARKS = 4;
const CLOSING_LENGTH = 40;

/** A script's text without the marks of comments and CDATA around it. */
function unwrapped(block: string): string {
  let bare = block.trim();
  for (let turn = 0; turn < MOST_MARKS; turn += 1) {
    const end = bare.slice(-CLOSING_LENGTH);
    const closing = CLOSING_MARK.exec(end)?.[0].length ?? 0;
    const opening = OPENING_MARK.exec(bare)?.[0].length ?? 0;
    if (opening + closing === 0) return bare;
    bare = bare.slice(opening, bare.length - closing).trim();
  }
  return bare;
}

/**
 * Reads the JSON of one script of a page: without the comment and CDATA marks around it, and where
 * it was escaped as if it were HTML text, unescaped. As `parseTolerantJson` for the rest.
 */
export function parseEmbeddedJson(block: string): unknown {
  const bare = unwrapped(block);
  const isEscaped = /^[{[]\s*&(?:quot|#34|#x22);/i.test(bare);
  const plain = isEscaped ? decodeReferences(bare) : bare;
  // A word processor was at work: no mark of JSON is left but these.
  const isCurly = /^[{[]\s*[“”„]/.test(plain);
  return parseTolerantJson(isCurly ? plain.replace(/[“”„]/g, '"') : plain);
}

/**
 * Reads a text as JSON, mending what is broken; undefined where there is no value at all. Never
 * throws; linear in the text's length.
 */
export function parseTolerantJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const values = new TolerantReader(text).all();
    return values.length > 1 ? values : values[0];
  }
}

/** What may follow the comma after a value of a list: a value, a comment, an end. */
const VALUE_START = /^(?:["'{[}\]\d.+,-]|\/[/*]|(?:true|false|null)\b|$)/;
/** What may follow the comma after a value of an object: a key, a comment, an end. */
const MEMBER_START =
  /^(?:"[^"\n\\]{1,60}"\s*:|'[^'\n\\]{1,60}'\s*:|[A-Za-z_$@][\w$@-]{0,60}\s*:|[}\],]|\/[/*]|$|"[^"]*$)/;
/** A key where the comma before it was forgotten. */
const NEXT_KEY = /^"[@\w][\w@:-]{0,40}"\s*:/;

/** Where a string stands: what may follow it depends on that. */
type Place = 'key' | 'member' | 'element';

class TolerantReader {
  private readonly text: string;
  private position = 0;
  private depth = 0;
  private values = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** All values of the text, one after the other: some sites print several into one block. */
  all(): unknown[] {
    const values: unknown[] = [];
    while (this.values < MOST_VALUES) {
      const start = this.text.slice(this.position).search(/[{[]/);
      if (start === -1) return values;
      this.position += start;
      const value = this.value('element');
      if (value !== undefined) values.push(value);
    }
    return values;
  }

  private value(place: Place): unknown {
    this.skip();
    this.values += 1;
    const mark = this.text[this.position];
    if (mark === undefined || this.values > MOST_VALUES) return undefined;
    if (mark === '{') return this.nested(() => this.object());
    if (mark === '[') return this.nested(() => this.array());
    if (mark === '"' || mark === "'") return this.string(mark, place);
    return this.bare(place);
  }

  private nested(read: () => unknown): unknown {
    if (this.depth >= DEEPEST) {
      this.position = this.text.length;
      return undefined;
    }
    this.depth += 1;
    this.position += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  private object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (;;) {
      this.skip(',');
      const mark = this.text[this.position];
      if (mark === undefined) return object;
      if (mark === '}' || mark === ']') {
        // A wrong bracket ends what it stands in, unless it is an outer one's.
        if (mark === '}') this.position += 1;
        return object;
      }
      const key = mark === '"' || mark === "'" ? this.string(mark, 'key') : this.word();
      this.skip(':');
      if (key === '' && this.text[this.position] === mark) this.position += 1;
      const value = this.value('member');
      if (value !== undefined && key !== '__proto__') object[key] = value;
    }
  }

  private array(): unknown[] {
    const array: unknown[] = [];
    for (;;) {
      this.skip(',');
      const mark = this.text[this.position];
      if (mark === undefined) return array;
      if (mark === ']' || mark === '}') {
        if (mark === ']') this.position += 1;
        return array;
      }
      const value = this.value('element');
      if (value !== undefined) array.push(value);
    }
  }

  /** A string up to the quotation mark that ends it, which need not be the first. */
  private string(mark: string, place: Place): string {
    const start = this.position + 1;
    let index = start;
    for (;;) {
      index = this.text.indexOf(mark, index);
      if (index === -1) {
        this.position = this.text.length;
        return unescaped(this.text.slice(start));
      }
      if (!this.isEscaped(index, start) && this.isEnd(index + 1, place)) break;
      index += 1;
    }
    this.position = index + 1;
    return unescaped(this.text.slice(start, index));
  }

  private isEscaped(index: number, start: number): boolean {
    let slashes = 0;
    while (index - slashes - 1 >= start && this.text[index - slashes - 1] === '\\') slashes += 1;
    return slashes % 2 === 1;
  }

  /** Whether what follows a quotation mark is what follows a string at that place. */
  private isEnd(after: number, place: Place): boolean {
    const rest = this.text.slice(after, after + 140);
    const next = rest.trimStart();
    const mark = next.charAt(0);
    if (mark === '') return true;
    // A value right after a key: the colon is missing.
    if (place === 'key') return mark === ':' || mark === '}' || /^["'{[]/.test(next);
    if (mark === '}' || mark === ']') return true;
    if (mark === ',') {
      return (place === 'member' ? MEMBER_START : VALUE_START).test(next.slice(1).trimStart());
    }
    if (/^\/[/*]/.test(next)) return true;
    return place === 'member' ? NEXT_KEY.test(next) : mark === '"' && /^\s*\n/.test(rest);
  }

  /** A number, true, false, null, or a word someone forgot to quote. */
  private bare(place: Place): unknown {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null' || word === 'undefined' || word === '' || word === 'NaN') return null;
    if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(word)) return Number(word);
    return place === 'key' ? word : word.replace(/^[“”]|[“”]$/g, '');
  }

  private word(): string {
    const rest = /[^,:{}[\]"'\n]*/y;
    rest.lastIndex = this.position;
    const word = rest.exec(this.text)?.[0] ?? '';
    // Always a step forward, whatever stands there.
    this.position += Math.max(word.length, 1);
    return word.trim();
  }

  /** Past white space and comments, and past one kind of mark. */
  private skip(mark = ''): void {
    const blank = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
    for (;;) {
      blank.lastIndex = this.position;
      this.position += blank.exec(this.text)?.[0].length ?? 0;
      if (mark === '' || this.text[this.position] !== mark) return;
      this.position += 1;
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex?: string, letter?: string) =>
    hex === undefined
      ? (ESCAPES[letter ?? ''] ?? letter ?? '')
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
