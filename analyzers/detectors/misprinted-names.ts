import type { Detector } from './detector.ts';
import { splitNearNames } from './near-names.ts';

/** Names of "others" that are a registered name but for one mark. */
export const misprintedNames: Detector = {
  id: 'misprinted-names',
  detect: (found) => {
    const { near, rest } = splitNearNames(found.others, found.names);
    return { ...found, near, others: rest };
  },
};
