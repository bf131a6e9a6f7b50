// Parts the text of one block into the paragraphs that its line ends set apart.
import type { Analysis } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import { ASIDE, HIDDEN } from './hints.ts';
import { blockLines, cleanText, hasWord } from './text.ts';

type Piece = Pick<Candidate, 'block' | 'text'>;

/** Says of an element inside a block whether it is no text of the article. */
export function skipsRun(analysis: Analysis): (element: number) => boolean {
  return (element) => ((analysis.area[element] as number) & (HIDDEN | ASIDE)) !== 0;
}

/** Where a style sheet keeps line ends, an empty line parts paragraphs. */
const EMPTY_LINE = /\n[ \t\r]{0,20}\n/;
/** Shorter texts are one paragraph, characters. */
const LEAST_LINES = 160;

/** Where every line is so long and ends as a sentence does, line breaks part paragraphs. */
const LEAST_BROKEN_LINE = 60;

/** What single line breaks part into whole paragraphs; null where they are but breaks in one. */
function brokenLines(analysis: Analysis, { block, text }: Piece): string[] | null {
  const { page } = analysis;
  let isBroken = false;
  const end = page.blockEndRun[block] as number;
  for (let run = page.blockFirstRun[block] as number; run < end && !isBroken; run++) {
    isBroken = page.runStart[run] === page.runEnd[run];
  }
  if (!isBroken) return null;
  const lines = blockLines(page, block, skipsRun(analysis));
  // Lines that were cut off above stay so.
  if (lines.join(' ') !== text) return null;
  const scale = analysis.scriptScale;
  const isWhole = (line: string) => line.length * scale >= LEAST_BROKEN_LINE && endsSentence(line);
  return lines.every(isWhole) ? lines : null;
}

function endsSentence(line: string): boolean {
  return /[.!?…。！？」』"'”’)]$/.test(line);
}

/** The paragraphs of one block: its text, or what line ends part into whole sentences. */
export function linesOf(analysis: Analysis, piece: Piece): string[] {
  const { page } = analysis;
  const { block, text } = piece;
  if (text.length * analysis.scriptScale < LEAST_LINES) return [text];
  const broken = brokenLines(analysis, piece);
  if (broken !== null) return broken;
  const first = page.blockFirstRun[block] as number;
  const last = (page.blockEndRun[block] as number) - 1;
  const raw = page.html.slice(page.runStart[first], page.runEnd[last]);
  // Markup between the runs would have to be left out: such texts have tags for paragraphs.
  if (!raw.includes('\n') || raw.includes('<') || !EMPTY_LINE.test(raw)) return [text];
  const lines = raw.split(EMPTY_LINE).map(cleanText).filter(hasWord);
  return lines.every(endsSentence) ? lines : [text];
}
