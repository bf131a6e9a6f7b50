import type { Detector } from './detector.ts';
import { occurrencesOf, othersOf } from './people.ts';
import { judgeOccurrences } from './support.ts';

/** Full and titled names of the register, each judged; and the names of everyone else. */
export const fullNames: Detector = {
  id: 'full-names',
  detect: (found) => {
    const { readings, context } = found;
    const occurrences = readings.flatMap((reading) => occurrencesOf(reading, context));
    const names = judgeOccurrences(occurrences, readings, context);
    return { ...found, names, others: readings.flatMap(othersOf) };
  },
};
