const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });

/**
 * Unicode words (UAX 29). Vietnamese spaces separate syllables, so a "word" is a syllable there.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count++;
  return count;
}

const marks = /[\u0300-\u036f]/g;

/** Lower-case Latin words joined by hyphens: "Cảng cá Cửa Vọng" → `cang-ca-cua-vong`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
