/** One data colour on light and on dark paper. */
export interface DataColour {
  readonly light: string;
  readonly dark: string;
}

/**
 * The set from which a person's colour comes: Okabe and Ito's hues, darkened (light paper) or
 * lightened (dark paper) until each stands 3:1 against the page. Their order is part of every
 * published picture, so it never changes; the style sheet repeats it (a test compares).
 */
export const personColours: readonly DataColour[] = [
  { light: '#0067a8', dark: '#5cb3ea' },
  { light: '#c8500a', dark: '#f2924f' },
  { light: '#007a5a', dark: '#3fcaa0' },
  { light: '#a8508a', dark: '#e3a0cb' },
  { light: '#8a6a00', dark: '#e4bf4f' },
  { light: '#5b48a8', dark: '#b3a5f5' },
  { light: '#7a3b2e', dark: '#d9a08f' },
  { light: '#3f7f8c', dark: '#8fd3df' },
];

/** 0-based place of a person in `personColours`: from the id alone, so the same on every page and in every letter. */
export function personColourIndex(personId: string): number {
  // FNV-1a, 32 bits: short, well spread and the same in every release.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(personId)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % personColours.length;
}

/** The person's colour as a CSS value: the page's own token, or the light colour where there is no page. */
export function personColour(personId: string): string {
  const index = personColourIndex(personId);
  return `var(--person-${index + 1}, ${personColours[index]?.light ?? '#000000'})`;
}
