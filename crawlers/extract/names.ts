import { ASIDE, hintWords } from './hint-words.ts';

/*
 * Reads class names and ids where they stand in the page, letter by letter: no name is cut out,
 * turned into small letters or kept. `articleBody__main_text` is read as the words article, body,
 * main, text, and each run of them is looked up.
 */

/** Names that begin with it, of page builders and of states, say nothing about the content. */
const STATE = 1;
/** Names of utility classes, which say how it looks: "tracking-tight", "lg:shadow-card". */
const UTILITY = 2;
/** WordPress writes a post's categories and tags into its class list … */
const TERM = 4;
/** … and one of these beside them. */
const POST = 8;
/** `widget_recent` on its own is a box beside the text; `x-widget` may be anything. */
const WIDGET = 16;

const MARKED: readonly (readonly [number, string])[] = [
  [STATE, 'elementor has with without no not js is wp-image et-pb vc wpb sqs tve brxe bde'],
  [UTILITY, 'tracking shadow bg border rounded ring divide outline animate duration delay'],
  [TERM, 'category tag author post format status type'],
  [POST, 'hentry status-publish'],
  [WIDGET, 'widget widgets'],
];

const DASH = 45;
const UNDERSCORE = 95;
const COLON = 58;
const BRACKET = 91;
const SPACE = 32;

/** Kinds of characters: 0 parts words; a capital's is the bit that makes it small. */
const SMALL = 1;
const CAPITAL = 32;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[a-z0-9]/.test(letter) ? SMALL : /[A-Z]/.test(letter) ? CAPITAL : 0;
});

const SLOTS = 8192;
const slotHash = new Int32Array(SLOTS);
const slotFlags = new Int32Array(SLOTS);
const slotMarks = new Uint8Array(SLOTS);
/** How many words the longest run has that begins with a word: hardly any word begins one. */
const slotWords = new Uint8Array(SLOTS);

const SEED = 0x811c9dc5 | 0;

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  while (slotHash[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function newSlot(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  const slot = slotOf(hash);
  slotHash[slot] = hash;
  return slot;
}

function learn(run: string, { flags, marks }: { flags: number; marks: number }): void {
  const words = run.split('-');
  const first = newSlot(words[0] ?? run);
  slotWords[first] = Math.max(slotWords[first] as number, words.length);
  const slot = newSlot(run);
  slotFlags[slot] = (slotFlags[slot] as number) | flags;
  slotMarks[slot] = (slotMarks[slot] as number) | marks;
}

for (const [run, flags] of hintWords) learn(run, { flags, marks: 0 });
for (const [marks, runs] of MARKED) {
  for (const run of runs.split(' ')) learn(run, { flags: 0, marks });
}

/** What a name is, beside the flags of hints: a term of a post, and one that only posts have. */
const IS_TERM = 1 << 29;
const IS_POST = 1 << 30;
const IS_WIDGET = 1 << 28;

/** Longer names are cut; so many of one element are read: utility classes come in dozens. */
const NAME_LIMIT = 80;
const NAMES_LIMIT = 40;

/** One name at a time, in the page; there is one reader, since reading never waits. */
class NameReader {
  html = '';
  private from = 0;
  private to = 0;
  /** The hash over the word read last and over those of the same run before it. */
  private hash = SEED;

  /** What a name says: each word of it, and each run of words. */
  read(from: number, to: number): number {
    this.from = from;
    this.to = to;
    if (this.html.charCodeAt(from) === BRACKET) return 0;
    let flags = 0;
    let at = this.wordStart(from);
    while (at < to) {
      this.hash = SEED;
      const end = this.wordEnd(at);
      let slot = slotOf(this.hash);
      let last = end;
      for (let words = slotWords[slot] as number; words > 0; words--) {
        const marks = slotMarks[slot] as number;
        if (marks !== 0 && this.isEmpty(marks, at, last)) return 0;
        if (marks !== 0) flags |= this.kindOf(marks, at, last);
        if (flags & IS_WIDGET) return ASIDE;
        flags |= slotFlags[slot] as number;
        const next = words > 1 ? this.wordStart(last) : to;
        if (next >= to) break;
        this.hash = step(this.hash, DASH);
        last = this.wordEnd(next);
        slot = slotOf(this.hash);
      }
      at = this.wordStart(end);
    }
    return flags;
  }

  /** Reads on to the end of a word: a mark, or a capital after a small letter. */
  private wordEnd(from: number): number {
    const { html, to } = this;
    let { hash } = this;
    let last = 0;
    let at = from;
    for (; at < to; at++) {
      const code = html.charCodeAt(at);
      const kind = code < 128 ? (kinds[code] as number) : 0;
      if (kind === 0 || (kind === CAPITAL && last === SMALL)) break;
      hash = step(hash, code | (kind & CAPITAL));
      last = kind;
    }
    this.hash = hash;
    return at;
  }

  private wordStart(from: number): number {
    const { html, to } = this;
    let at = from;
    while (at < to && (kinds[html.charCodeAt(at) & 127] === 0 || html.charCodeAt(at) > 127)) at++;
    return at;
  }

  /** The character behind a word; 0 where the name ends. */
  private after(end: number): number {
    return end < this.to ? this.html.charCodeAt(end) : 0;
  }

  /** Whether a marked word makes the whole name one that says nothing. */
  private isEmpty(marks: number, start: number, end: number): boolean {
    const after = this.after(end);
    if (after !== DASH && after !== UNDERSCORE) return false;
    if (marks & STATE && start === this.from) return true;
    return (marks & UTILITY) !== 0 && after === DASH && this.opensPart(start);
  }

  /** At the head of the name or behind a colon, with a hyphen between or not. */
  private opensPart(start: number): boolean {
    const { html, from } = this;
    const at = start > from && html.charCodeAt(start - 1) === DASH ? start - 1 : start;
    return at === from || html.charCodeAt(at - 1) === COLON;
  }

  private kindOf(marks: number, start: number, end: number): number {
    if (marks & POST) return IS_POST;
    if (start !== this.from) return 0;
    const after = this.after(end);
    if (marks & WIDGET)
      return after === 0 || after === DASH || after === UNDERSCORE ? IS_WIDGET : 0;
    return marks & TERM && after === DASH ? IS_TERM : 0;
  }
}

const reader = new NameReader();

/** What the names in a class list or id, from one place of the page to another, say together. */
export function namesFlags(html: string, from: number, to: number): number {
  reader.html = html;
  let flags = 0;
  let ofTerms = 0;
  let all = 0;
  let at = from;
  for (let count = 0; count < NAMES_LIMIT && at < to; count++) {
    let end = at;
    while (end < to && html.charCodeAt(end) !== SPACE) end++;
    const own = end > at ? reader.read(at, Math.min(end, at + NAME_LIMIT)) : 0;
    all |= own;
    if (own & IS_TERM) ofTerms |= own;
    else flags |= own;
    at = end + 1;
  }
  reader.html = '';
  return (all & IS_POST ? flags : flags | ofTerms) & ~(IS_TERM | IS_POST);
}
