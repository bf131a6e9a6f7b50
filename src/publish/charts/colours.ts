/** One data colour on light and on dark paper. */
export interface DataColour {
  readonly light: string;
  readonly dark: string;
}

/**
 * The set from which a person's colour comes. Found by search: every colour stands 3:1 against the
 * page, and any two stay apart (OKLab distance ≥ 0.08) for readers with normal, red-blind and
 * green-blind sight, on light and on dark paper; a test measures it. Their order is part of every
 * published picture, so it never changes; the style sheet repeats it (a test compares).
 */
export const personColours: readonly DataColour[] = [
  { light: '#0a3aa7', dark: '#7aa5f7' },
  { light: '#833c02', dark: '#f09056' },
  { light: '#279496', dark: '#25bfc2' },
  { light: '#720124', dark: '#d36f7b' },
  { light: '#a1821c', dark: '#ecc653' },
  { light: '#6968b9', dark: '#bec1fa' },
  { light: '#3c764b', dark: '#b4e6bf' },
  { light: '#452a68', dark: '#9679c3' },
];

/** 0-based place in `personColours`: from the id alone, so the same on every page and letter. */
export function personColourIndex(personId: string): number {
  // FNV-1a, its upper bits folded into the lower: short and well spread.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(personId)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % personColours.length;
}

/** As a CSS value: the page's own token, or the light colour where there is no page. */
export function personColour(personId: string): string {
  const index = personColourIndex(personId);
  return `var(--person-${index + 1}, ${personColours[index]?.light ?? '#000000'})`;
}
