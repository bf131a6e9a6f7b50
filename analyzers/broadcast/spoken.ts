// What is said on air as text with its seconds: cues put together into sentences.
import type { Cue } from '../../src/domain/index.ts';
import { type SentenceRules, splitSentences } from '../text/sentences.ts';
import { countWords } from '../text/words.ts';

/** Milliseconds, end exclusive. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** A sentence of a spoken text with the cues that say it. */
export interface HeardSentence {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly cues: readonly Cue[];
}

export interface SpokenText {
  /** NFC; a line break where the speaker changes or a pause begins something new. */
  readonly text: string;
  readonly sentences: readonly HeardSentence[];
}

/**
 * A pause this long, before a capital, begins a new sentence though no mark ends the one before.
 */
const PAUSE_MS = 200;
/** Fewer marks than one in so many words: subtitles made by a machine that writes none. */
const WORDS_PER_MARK = 80;

/**
 * Puts cues together; where the subtitles have no punctuation, each cue is a sentence of its own.
 */
export function spokenText(cues: readonly Cue[], rules: SentenceRules): SpokenText {
  const words = cues.reduce((sum, { text }) => sum + countWords(text), 0);
  const marks = cues.reduce((sum, { text }) => sum + (text.match(/[.!?…]/g)?.length ?? 0), 0);
  const isBare = words > WORDS_PER_MARK && marks * WORDS_PER_MARK < words;
  let text = '';
  const places = cues.map((cue, index) => {
    const before = cues[index - 1];
    if (before) text += isBare || beginsAnew(before, cue) ? '\n' : ' ';
    const start = text.length;
    text += cue.text;
    return { start, end: text.length, cue };
  });
  const sentences = splitSentences(text, rules).map(({ start, end }) => ({
    start,
    end,
    cues: places.filter((place) => place.start < end && place.end > start).map(({ cue }) => cue),
  }));
  return { text, sentences };
}

function beginsAnew(before: Cue, cue: Cue): boolean {
  if (before.speaker !== cue.speaker) return true;
  const first = /\p{L}/u.exec(cue.text)?.[0] ?? '';
  const isCapital = first !== first.toLocaleLowerCase('vi');
  return isCapital && cue.startMs - before.endMs >= PAUSE_MS;
}

/** Milliseconds covered by stretches; what overlaps counts once. */
export function unionMs(stretches: readonly Stretch[]): number {
  let covered = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startMs, endMs } of stretches.toSorted((a, b) => a.startMs - b.startMs)) {
    if (endMs <= until) continue;
    covered += endMs - Math.max(startMs, until);
    until = endMs;
  }
  return covered;
}
