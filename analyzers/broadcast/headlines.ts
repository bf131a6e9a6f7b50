import type { Cue } from '../../src/domain/index.ts';
import type { SentenceRules } from '../text/sentences.ts';
import { spokenText } from './spoken.ts';

/** So many of a title's word pairs in one sentence of the headlines, and it is read there. */
const leastShare = 0.6;

/** What the headlines announce. */
export interface HeardHeadlines {
  includesTitle(title: string): boolean;
}

/** Headlines as heard, for asking whether a report's title is among them. */
export function headlineTitles(cues: readonly Cue[], rules: SentenceRules): HeardHeadlines {
  const { text, sentences } = spokenText(cues, rules);
  const heard = sentences.map(({ start, end }) => {
    const sentence = text.slice(start, end);
    return { pairs: pairsOf(sentence), numbers: numbersOf(sentence) };
  });
  return {
    includesTitle: (title) => {
      const pairs = pairsOf(title);
      if (pairs.size === 0) return false;
      const numbers = numbersOf(title);
      return heard.some((sentence) => {
        let shared = 0;
        for (const pair of pairs) if (sentence.pairs.has(pair)) shared += 1;
        // "21 projects" and "10 projects" are two reports.
        return (
          shared >= leastShare * pairs.size &&
          [...numbers].every((one) => sentence.numbers.has(one))
        );
      });
    },
  };
}

function numbersOf(text: string): Set<string> {
  return new Set(text.match(/\d+(?:[.,]\d+)*/g) ?? []);
}

/** Neighbouring words, so that the same words in another order are another headline. */
function pairsOf(text: string): Set<string> {
  const words = text.toLocaleLowerCase('vi').match(/[\p{L}\p{N}]+/gu) ?? [];
  const [only] = words;
  if (words.length === 1 && only !== undefined) return new Set([only]);
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}
