// What all subtitle formats share: times, cleaned text, speakers, and text that rolls over.
import type { Cue } from '../../src/domain/index.ts';
import type { FaultList } from './reading-faults.ts';

/** A cue as its file has it, line breaks kept. */
export interface RawCue {
  readonly startMs: number;
  /** null where the file gives none that can be. */
  readonly endMs: number | null;
  readonly lines: readonly { readonly text: string; readonly speaker: string | null }[];
  readonly line: number;
}

const TIME = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,6}))?$/;

/** Milliseconds of `01:02:03.500`, `02:03,5` and the like; null for what is no time. */
export function cueTimeMs(text: string): number | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [hours, minutes, seconds] = match.slice(1, 4).map((part) => Number(part ?? 0));
  if ((minutes ?? 0) > 59 || (seconds ?? 0) > 59) return null;
  const fraction = match[4] === undefined ? 0 : Number(`0.${match[4]}`);
  return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) + fraction) * 1000);
}

const LABEL = /^(?:>>+\s*|[-–—]\s*)?\[?([^:：[\]]{2,60}?)\]?\s?[:：]\s+(?=\S)/u;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\d+)$/u;

/**
 * `TRẦN VĂN A: …` at the beginning of a line: every word of the label begins with a capital. Null
 * where there is none.
 */
function labelledSpeaker(text: string): { speaker: string; text: string } | null {
  const match = LABEL.exec(text);
  const speaker = match?.[1]?.trim();
  if (!match || !speaker) return null;
  const words = speaker.split(/\s+/);
  const isName = words.length <= 8 && words.every((word) => NAME_WORD.test(word));
  // One capitalised word and a colon is as often a heading as a name.
  if (!isName || (words.length < 2 && speaker !== speaker.toUpperCase())) return null;
  return { speaker, text: text.slice(match[0].length) };
}

/** Plain NFC text on one line. */
function plainCueText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Two cues this close follow each other without a pause. */
const CLOSE_MS = 250;

/**
 * Cues in order of time. Lines that only roll over from the cue before are taken out; a cue that
 * repeats the one before prolongs it; without a usable end its words are kept and its seconds not
 * counted.
 */
export function finishCues(raw: readonly RawCue[], faults: FaultList): Cue[] {
  const cues: Cue[] = [];
  let shown: readonly string[] = [];
  for (const { startMs, endMs, lines, line } of inOrder(raw, faults)) {
    const texts = lines.map(({ text }) => plainCueText(text));
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0) {
      faults.add('empty-cue', line);
      continue;
    }
    const before = cues.at(-1);
    const follows = before !== undefined && startMs - before.endMs <= CLOSE_MS;
    const rolled = follows ? rolledLines(shown, filled) : 0;
    shown = filled;
    const end = Math.max(startMs, endMs ?? startMs);
    if (rolled === filled.length && before) {
      cues[cues.length - 1] = { ...before, endMs: Math.max(before.endMs, end) };
      continue;
    }
    const kept = lines.filter((_, at) => texts[at] !== '').slice(rolled);
    cues.push(...bySpeaker(kept).map((part) => ({ startMs, endMs: end, ...part })));
  }
  return withCarriedLabels(cues);
}

function inOrder(raw: readonly RawCue[], faults: FaultList): readonly RawCue[] {
  for (const [index, cue] of raw.entries()) {
    const before = raw[index - 1];
    if (before && cue.startMs < before.startMs) {
      faults.add('backwards', cue.line, `${cue.startMs / 1000} s`);
    }
  }
  return raw.toSorted((one, other) => one.startMs - other.startMs);
}

/** How many of a cue's first lines are the last lines of the one before. */
function rolledLines(before: readonly string[], now: readonly string[]): number {
  for (let count = Math.min(before.length, now.length); count > 0; count -= 1) {
    const tail = before.slice(-count);
    if (tail.every((text, at) => text === now[at])) return count;
  }
  return 0;
}

interface SpokenPart {
  readonly text: string;
  readonly speaker: string | null;
}

function bySpeaker(lines: RawCue['lines']): SpokenPart[] {
  const parts: { text: string; speaker: string | null; isLabelled: boolean }[] = [];
  for (const { text, speaker: voice } of lines) {
    const plain = plainCueText(text);
    const label = voice === null ? labelledSpeaker(plain) : null;
    const own = label?.text ?? plain;
    const speaker = voice ?? label?.speaker ?? null;
    const last = parts.at(-1);
    // What stands under a label without one of its own is still the labelled speaker's.
    const goesOn = last && (speaker === last.speaker || (speaker === null && last.isLabelled));
    if (goesOn) last.text += ` ${own}`;
    else parts.push({ text: own, speaker, isLabelled: label !== null });
  }
  return parts.map(({ text, speaker }) => ({ text, speaker }));
}

/**
 * Who begins a sentence speaks it to its end, also over several cues, unless the file says
 * otherwise.
 */
function withCarriedLabels(cues: readonly Cue[]): Cue[] {
  let open: string | null = null;
  return cues.map((cue) => {
    const speaker: string | null = cue.speaker ?? open;
    open = speaker !== null && !/[.!?…]["”’)]*$/.test(cue.text) ? speaker : null;
    return speaker === cue.speaker ? cue : { ...cue, speaker };
  });
}
