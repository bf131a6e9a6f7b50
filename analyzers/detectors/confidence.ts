import type { NameGround } from './support.ts';
import type { ShortGround } from './short-names.ts';
import type { TitleGround } from './title-only.ts';

// Confidence by ground: the share found right on annotated news, the same changed in five ways, the
// demo press and articles written to be hard, before rules were mended by them; where few were
// seen, drawn towards what was believed before as if eight more had been. The codebook's table.

/** Of full names. */
export const nameConfidence: Readonly<Record<NameGround, number>> = {
  'own-title': 0.99,
  'own-apposition': 0.99,
  'own-rank': 0.96,
  'supported-elsewhere': 0.98,
  'formal-address': 0.93,
  'rare-name': 0.85,
  'rare-alone': 0.8,
  'office-of-same-item': 0.93,
  'common-untitled': 0.25,
  'said-as-private': 0.25,
  'namesake-in-register': 0.5,
  'other-office': 0.65,
};

/** Of short names. */
export const shortConfidence: Readonly<Record<ShortGround, number>> = {
  'named-before': 0.98,
  'named-after': 0.95,
  'dated-title': 0.93,
  familiar: 0.85,
  ambiguous: 0.45,
};

/** Of titles standing alone. */
export const titleConfidence: Readonly<Record<TitleGround, number>> = {
  'holder-on-date': 0.97,
  'named-before': 0.96,
  'named-after': 0.93,
  'place-of-item': 0.9,
  'place-of-outlet': 0.9,
  ambiguous: 0.5,
};

/** Of names that differ from a registered one in a single mark. */
export const misprintConfidence = { titled: 0.9, untitled: 0.35 } as const;
