import { decodeEntities } from './entities.ts';
import type { Page } from './scan.ts';

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200e\u200f]/g;
const INVISIBLE_TEST = /[\u00ad\u200b\u2060\ufeff\u200e\u200f]/;

const UNEVEN_SPACE = /[^\S ]| {2}/;

const ASCII_ONLY = /^[\t\n\r -~]*$/;

/** Decoded text with single spaces, without invisible characters, in NFC. */
export function cleanText(raw: string): string {
  let text = decodeEntities(raw);
  if (INVISIBLE_TEST.test(text)) text = text.replace(INVISIBLE, '');
  if (UNEVEN_SPACE.test(text)) text = text.replace(/\s+/g, ' ');
  text = text.trim();
  return ASCII_ONLY.test(text) ? text : text.normalize('NFC');
}

/** A block's text; runs inside an element for which `skip` is true are left out. */
export function blockText(page: Page, block: number, skip?: (element: number) => boolean): string {
  const { html, runStart, runEnd, runElement } = page;
  const end = page.blockEndRun[block] as number;
  const owner = page.blockElement[block] as number;
  let raw = '';
  for (let run = page.blockFirstRun[block] as number; run < end; run++) {
    const from = runStart[run] as number;
    const to = runEnd[run] as number;
    if (from === to) raw += ' ';
    else {
      const element = runElement[run] as number;
      if (skip && element !== owner && skip(element)) raw += ' ';
      else raw += html.slice(from, to);
    }
  }
  return cleanText(raw);
}

/*
 * Ranges instead of \p{L}: the engine takes milliseconds to build a table of all letters, which a
 * short run over a few pages would pay for.
 */
const PUNCTUATION =
  /[\s!-/:-@[-`{-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u303f\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20]+/g;
const WORD =
  /[0-9A-Za-z\u00c0-\u1fff\u2c00-\u2fff\u3040-\uf8ff\uf900-\ufe2f\ufe70-\ufefe\uff10-\uffdc]/;

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
  return words === '' ? 0 : words.split(' ').length;
}
