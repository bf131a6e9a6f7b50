// Undoes text that was UTF-8, was read as a single-byte table, and was then saved as UTF-8 again.

/** Bytes that windows-1252 shows as characters beyond U+00FF, by character. */
const WINDOWS_1252 = highCharacters('windows-1252');
const WINDOWS_1258 = highCharacters('windows-1258');

function highCharacters(encoding: string): ReadonlyMap<number, number> {
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 0x80);
  const characters = new TextDecoder(encoding).decode(bytes);
  return new Map(
    Array.from(characters, (_, index) => [characters.charCodeAt(index), 0x80 + index]),
  );
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const RUN = /[\u0080-\uffff]+/g;
/** Characters beyond Latin-1 that continuation bytes (0x80–0xBF) are shown as. */
const HIGH_CONTINUATION = 'ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›₫€™';
const MOST_ROUNDS = 2;
const LEAST_STRONG_RUNS = 3;
const LEAST_SHARE = 0.8;

const CONTINUATION = `[\\u0080-\\u00bf${HIGH_CONTINUATION}]`;
/** A lead byte's character with the continuation bytes it wants, as either table shows them. */
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df\\u0102\\u0110\\u01a0\\u01af]${CONTINUATION}` +
    `|[\\u00e0-\\u00ef\\u0103]${CONTINUATION}{2}|[\\u00f0-\\u00f4\\u0111]${CONTINUATION}{3}`,
  'y',
);

/**
 * How every sequence begins. Few ranges are looked through fast, and few places have it: "độ" has
 * not, since the letters of Vietnamese beyond U+1E00 are no continuations.
 */
const PAIR =
  /[\u00c2-\u00f4\u0102\u0103\u0110\u0111\u01a0\u01af][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/g;

/** Whether a whole sequence stands anywhere: "và" with a hard space after it is none. */
function isSuspect(text: string): boolean {
  PAIR.lastIndex = 0;
  for (let pair = PAIR.exec(text); pair !== null; pair = PAIR.exec(text)) {
    SEQUENCE.lastIndex = pair.index;
    if (SEQUENCE.test(text)) return true;
  }
  return false;
}

/**
 * Repairs text that was encoded twice (`Chá»§ tá»‹ch` → `Chủ tịch`), also in parts of a page.
 * Text without that damage comes back unchanged: a single odd pair such as Portuguese `MANHÃ”` is
 * never taken for it.
 */
export function repairDoubleEncoding(text: string): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (!isSuspect(current)) return current;
    const readings = [WINDOWS_1252, WINDOWS_1258].flatMap((table) => repairOnce(current, table));
    const [best] = readings.toSorted((one, other) => other.broken - one.broken);
    if (best === undefined) return current;
    current = best.text;
  }
  return current;
}

interface Repaired {
  readonly text: string;
  /** Runs that were read anew: the table that reads most was the one at fault. */
  readonly broken: number;
}

function repairOnce(text: string, table: ReadonlyMap<number, number>): Repaired[] {
  let runs = 0;
  let broken = 0;
  let strong = 0;
  for (const [run] of text.matchAll(RUN)) {
    if (!isSuspect(run) && hasNoTrace(run)) continue;
    runs += 1;
    const reading = readRun(run, table);
    if (reading === null) continue;
    broken += 1;
    if (run.length - reading.length >= 2) strong += 1;
  }
  const throughout = broken >= LEAST_SHARE * runs && (broken >= 2 || strong >= 1);
  if (broken === 0 || (!throughout && strong < LEAST_STRONG_RUNS)) return [];
  return [{ text: text.replace(RUN, (run) => readRun(run, table) ?? run), broken }];
}

/** Spaces, dashes and quotation marks say nothing about how letters were encoded. */
function hasNoTrace(run: string): boolean {
  return /^[\u00a0\u00ab\u00bb\u00b7\u00a9\u00ae\u2000-\u206f\u2190-\u2bff\ufffd]+$/.test(run);
}

/** What the run's bytes mean as UTF-8; null where they are not UTF-8. */
function readRun(run: string, table: ReadonlyMap<number, number>): string | null {
  const bytes = new Uint8Array(run.length);
  for (let index = 0; index < run.length; index += 1) {
    const code = run.charCodeAt(index);
    const byte = table.get(code) ?? (code >= 0x80 && code <= 0xff ? code : undefined);
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return null;
  }
}
