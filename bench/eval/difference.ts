const runWords = 4;

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** The first four words in a row of a text that the other has nowhere; null: there are none. */
function firstBeyond(words: readonly string[], others: readonly string[]): string | null {
  const known = ` ${others.join(' ')} `;
  for (let first = 0; first + runWords <= words.length; first += 1) {
    const run = words.slice(first, first + runWords).join(' ');
    if (!known.includes(` ${run} `)) return run;
  }
  return null;
}

/** What a person needs to see where a text went wrong: lengths, and where it first differs. */
export function differenceInWords(expected: string, got: string): string {
  const gold = wordsOf(expected);
  const read = wordsOf(got);
  if (read.length === 0) return 'nothing was read';
  const missing = firstBeyond(gold, read);
  const extra = firstBeyond(read, gold);
  return [
    `${read.length} words instead of ${gold.length}`,
    ...(missing === null ? [] : [`lost from "${missing}" on`]),
    ...(extra === null ? [] : [`too much from "${extra}" on`]),
  ].join('; ');
}
