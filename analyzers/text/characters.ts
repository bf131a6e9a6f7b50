/** What a UTF-16 unit is to the tokenizer. */
export const Character = {
  other: 0,
  letter: 1,
  digit: 2,
  space: 3,
  line: 4,
  connector: 5,
  /** Letters of scripts without spaces (Thai, Lao, Khmer, Burmese, Han, kana), and surrogates. */
  unspaced: 6,
} as const;

let classes: Uint8Array | null = null;

/** Table of `Character` by UTF-16 unit; made once, on first use. */
export function characterClasses(): Uint8Array {
  classes ??= buildClasses();
  return classes;
}

/** A unit that fits several is what the last of them says. */
const patterns: readonly (readonly [pattern: RegExp, value: number])[] = [
  [/[\p{L}\p{M}]/gu, Character.letter],
  [/\p{Nd}/gu, Character.digit],
  [/[\p{Zs}\t\u200b\ufeff]|\u2060/gu, Character.space],
  [/[\n\r\u2028\u2029]/gu, Character.line],
  [/\p{Pc}/gu, Character.connector],
  [
    /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ud800-\udfff]/g,
    Character.unspaced,
  ],
];

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
  for (const [pattern, value] of patterns) {
    for (const match of units.matchAll(pattern)) table[match.index] = value;
  }
  return table;
}
