import { decodeEntities } from './entities.ts';
import type { Page } from './scan.ts';

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200e\u200f]/g;

/** White space that is more than one plain space: single spaces are most of a text, and stay. */
const UNEVEN = /[^\S ]\s*| \s+/g;

/** What is neither odd nor ever changed by NFC: nearly all of most texts is nothing else. */
const NOT_PLAIN =
  /[^ -~\u00a1-\u00ac\u00ae-\u02ff\u0410-\u044f\u1ea0-\u1ef9\u2010-\u2027\u4e00-\u9fff]/;

/** Every white space but the plain one, and every invisible character: one search for both. */
const ODD =
  /[\t-\r\u00a0\u00ad\u1680\u2000-\u200b\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** Decoded text with single spaces, without invisible characters, in NFC. */
export function cleanText(raw: string): string {
  let text = decodeEntities(raw);
  if (!NOT_PLAIN.test(text)) {
    return (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();
  }
  if (ODD.test(text)) text = text.replace(INVISIBLE, '').replace(UNEVEN, ' ');
  else if (text.includes('  ')) text = text.replace(/ {2,}/g, ' ');
  return text.trim().normalize('NFC');
}

function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

function isUpperOrDigit(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0xc0 && code < 0xdf);
}

/**
 * Whether two elements stand side by side that a style sheet sets apart: no word goes on from a
 * small letter to a capital or a digit in another element (`<span>Time</span><span>2 h</span>`).
 */
function isGlued(html: string, leftEnd: number, rightStart: number): boolean {
  if (leftEnd === rightStart) return false;
  return isLower(html.charCodeAt(leftEnd - 1)) && isUpperOrDigit(html.charCodeAt(rightStart));
}

/** A block's text; runs inside an element for which `skip` is true are left out. */
export function blockText(page: Page, block: number, skip?: (element: number) => boolean): string {
  const first = page.blockFirstRun[block] as number;
  const owner = page.blockElement[block] as number;
  return runsText(page, { owner, first, end: page.blockEndRun[block] as number }, skip);
}

/** The lines of a block that line breaks part, as its text gives them joined. */
export function blockLines(
  page: Page,
  block: number,
  skip?: (element: number) => boolean,
): string[] {
  const end = page.blockEndRun[block] as number;
  const owner = page.blockElement[block] as number;
  const lines: string[] = [];
  let first = page.blockFirstRun[block] as number;
  for (let run = first; run <= end; run++) {
    if (run < end && page.runStart[run] !== page.runEnd[run]) continue;
    const line = runsText(page, { owner, first, end: run }, skip);
    if (line !== '') lines.push(line);
    first = run + 1;
  }
  return lines;
}

/** Runs of one block, and the element it belongs to. */
interface Runs {
  readonly owner: number;
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
}

function runsText(page: Page, runs: Runs, skip?: (element: number) => boolean): string {
  const { owner, first, end } = runs;
  const { html, runStart, runEnd, runElement } = page;
  let raw = '';
  let before = runElement[first] as number;
  for (let run = first; run < end; run++) {
    const from = runStart[run] as number;
    const to = runEnd[run] as number;
    if (from === to) raw += ' ';
    else {
      const element = runElement[run] as number;
      if (skip && element !== owner && skip(element)) raw += ' ';
      else {
        if (element !== before && isGlued(html, runEnd[run - 1] as number, from)) raw += ' ';
        raw += html.slice(from, to);
      }
      before = element;
    }
  }
  return cleanText(raw);
}

/*
 * Ranges instead of \p{L}: the engine takes milliseconds to build a table of all letters, which a
 * short run over a few pages would pay for.
 */
const MARK =
  '\\t-\\r!-/:-@[-`{-\\u00bf\\u00d7\\u00f7\\u1680\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u2bff' +
  '\\u3000-\\u303f\\ufe30-\\ufe4f\\ufeff\\uff00-\\uff0f\\uff1a-\\uff20';
/** Every run of spaces and marks but a single space, which most are and may stay. */
const PUNCTUATION = new RegExp(` ?[${MARK}][ ${MARK}]*|  [ ${MARK}]*`, 'g');
const WORD =
  /[0-9A-Za-z\u00c0-\u1fff\u2c00-\u2fff\u3040-\uf8ff\uf900-\ufe2f\ufe70-\ufefe\uff10-\uffdc]/;

const NAME_WORD =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ud7ff\uf900-\ufe2f][^\d\s!-&(-,/:-@[-`{-\u00bf\u2000-\u2018\u201a-\u206f]*$/;

/** Whether a text is nothing but so many words that each begin with a capital: a name. */
export function isNames(text: string, least: number, most: number): boolean {
  const words = text.split(/[\s,&]+/);
  if (words.length < least || words.length > most) return false;
  return words.every((word) => {
    const initial = word.slice(0, 1);
    return initial !== initial.toLowerCase() && NAME_WORD.test(word);
  });
}

/** Whether a text holds a letter or digit of any script. */
export function hasWord(text: string): boolean {
  return WORD.test(text);
}

/** For comparing two texts: letters and digits only, lower case, one space between. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(PUNCTUATION, ' ').trim();
}

/** Words as readers of any script count them; Vietnamese syllables are words here. */
export function countWords(text: string): number {
  const words = comparable(text);
  let count = words === '' ? 0 : 1;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count++;
  return count;
}
