import { isAscii, isUtf8 } from 'node:buffer';
import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';
import iconv from 'iconv-lite';
import { repairDoubleEncoding } from './charset-repair.ts';
import { scoreVietnamese } from './charset-vietnamese.ts';

/** Text in NFC, and the encoding it was read with (WHATWG name, or `tcvn`, `viscii` …). */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Where a declaration may stand: browsers restart on a late one, so a page may have it late. */
const SNIFFED_BYTES = 16 * 1024;
const NUL_SAMPLE_BYTES = 512;

/** Names under which Vietnamese sites declared tables that no browser knows. */
const VIETNAMESE_LABELS: ReadonlyMap<string, string> = new Map([
  ...['tcvn', 'tcvn3', 'tcvn-3', 'tcvn5712', 'tcvn-5712', 'tcvn5712-1', 'tcvn5712-1:1993'].map(
    (label) => [label, 'tcvn'] as const,
  ),
  ...['x-viet-tcvn', 'x-viet-tcvn5712', 'x-viet-tcvn3', 'x-tcvn', 'x-tcvn3', 'abc', 'vscii'].map(
    (label) => [label, 'tcvn'] as const,
  ),
  ...['viscii', 'csviscii', 'viscii1.1', 'viscii1.1-1', 'x-viet-viscii', 'x-viscii'].map(
    (label) => [label, 'viscii'] as const,
  ),
  ...['x-viet-windows1258', 'ms-1258', 'ansi-1258', 'windows1258'].map(
    (label) => [label, 'windows-1258'] as const,
  ),
]);
const VIETNAMESE_TABLES = ['windows-1258', 'tcvn', 'viscii'] as const;
/** Tables that are often declared without being true; another may be tried in their place. */
const DOUBTED = new Set(['windows-1252', 'windows-1258', 'iso-8859-15', 'tcvn', 'viscii', 'utf-8']);
const DOUBLE_BYTE = new Set(['gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr']);

/**
 * Reads bytes as text, always NFC and without a byte order mark; never throws.
 * Valid UTF-8 is UTF-8 whatever a label says (a double-byte table that fits too keeps its label);
 * then byte order mark, header, XML declaration and `<meta>` count in this order, and a label that
 * gives broken Vietnamese gives way to windows-1258, TCVN3 or VISCII where that gives sound words.
 * Text that was encoded twice is repaired.
 * @param bytes the body, decompressed
 * @param headers HTTP headers; names in any case
 */
export function decodeText(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { text: finish(decodeAs(bytes, wide)), encoding: wide };
  const encoding = isCertainlyUtf8(bytes)
    ? 'utf-8'
    : trueEncoding(bytes, declaredEncoding(bytes, headers));
  return { text: finish(decodeAs(bytes, encoding)), encoding };
}

/** Sequences of three bytes that are all UTF-8 do not happen by chance; no label need be asked. */
function isCertainlyUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && bytes.some((byte) => byte >= 0xe1);
}

function finish(text: string): string {
  const whole = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return repairDoubleEncoding(whole).normalize('NFC');
}

/** UTF-16 and UTF-32 by their mark or, without one, by where the NUL bytes of markup lie. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 && bytes.length > 4 ? 'utf-32le' : 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  const sample = bytes.subarray(0, NUL_SAMPLE_BYTES & ~3);
  const nuls = [0, 0, 0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) nuls[index & 3] = (nuls[index & 3] ?? 0) + 1;
  }
  const [a, b, c, d] = nuls.map((count) => count > sample.length / 16);
  if (a && b && c && !d) return 'utf-32be';
  if (b && c && d && !a) return 'utf-32le';
  if (a && c && !b && !d) return 'utf-16be';
  if (b && d && !a && !c) return 'utf-16le';
  return null;
}

/** The encoding a label names; null where it names none that can be read. */
function encodingOfLabel(label: string): string | null {
  const name = label.trim().toLowerCase();
  const vietnamese = VIETNAMESE_LABELS.get(name.replace(/_/g, '-'));
  if (vietnamese !== undefined) return vietnamese;
  try {
    const { encoding } = new TextDecoder(name);
    // One decoder for both by the WHATWG's definition; the wider name is the true one.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return name !== '' && iconv.encodingExists(name) && !isInternalCodec(name) ? name : null;
  }
}

/** iconv-lite also lists transfer codings and escapes that are not charsets. */
function isInternalCodec(name: string): boolean {
  return /^(?:base64|hex|binary|utf-?7(?:-?imap)?|internal|cesu-?8)/.test(name);
}

function headerLabel(headers: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() !== 'content-type') continue;
    return (
      /;\s{0,9}charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"';,]+)/i.exec(String(value))?.[1] ?? null
    );
  }
  return null;
}

/** Header first, then the document's own word; null where neither names a known encoding. */
function declaredEncoding(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): string | null {
  const fromHeader = encodingOfLabel(headerLabel(headers) ?? '');
  if (fromHeader !== null) return fromHeader;
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const sniffer = new Sniffer({ maxBytes: SNIFFED_BYTES });
  sniffer.write(head);
  if (sniffer.resultType !== ResultType.DEFAULT) return encodingOfLabel(sniffer.encoding);
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const unlisted =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>\s]{1,40})["']/i.exec(start)?.[1] ??
    /<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'>;]{1,40})["'\s>;/]/i.exec(
      start,
    )?.[1];
  // What the sniffer knows but did not find is not a declaration; only other names are left.
  return unlisted === undefined || isBrowserLabel(unlisted) ? null : encodingOfLabel(unlisted);
}

function isBrowserLabel(label: string): boolean {
  try {
    return new TextDecoder(label) instanceof TextDecoder;
  } catch {
    return false;
  }
}

function trueEncoding(bytes: Uint8Array, label: string | null): string {
  if (label !== null && label.startsWith('iso-2022')) return label;
  if (isAscii(bytes)) return asciiEncoding(bytes, label);
  if (isUtf8(bytes)) return isDoubleByte(bytes, label) ? (label as string) : 'utf-8';
  if (isMostlyUtf8(bytes, label)) return 'utf-8';
  const known = label === null || label.startsWith('utf-') ? 'windows-1252' : label;
  return DOUBTED.has(known) ? bestVietnamese(bytes, known) : known;
}

/** Bytes below 0x80 are the same in all tables but UTF-16, which bytes without NUL cannot be. */
function asciiEncoding(bytes: Uint8Array, label: string | null): string {
  if (label !== null) return label.startsWith('utf-') ? 'utf-8' : label;
  return bytes[0] === 0x3c && bytes[1] === 0x3f ? 'utf-8' : 'windows-1252';
}

/** A declared double-byte table that fits holds against UTF-8 that might be chance: pairs only. */
function isDoubleByte(bytes: Uint8Array, label: string | null): boolean {
  if (label === null || !DOUBLE_BYTE.has(label)) return false;
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isMostlyUtf8(bytes: Uint8Array, label: string | null): boolean {
  if (label !== null && !DOUBTED.has(label)) return false;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  const { valid, invalid } = countSequences(bytes);
  return label === 'utf-8' ? valid > invalid : valid >= 3 && valid >= 4 * invalid;
}

/** Multi-byte sequences that are UTF-8, and bytes beyond ASCII outside of such. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const isSequence =
      lead >= 0xc2 &&
      lead <= 0xf4 &&
      index + length <= bytes.length &&
      isContinued(bytes, index, length);
    if (isSequence) valid += 1;
    else invalid += 1;
    index += isSequence ? length : 1;
  }
  return { valid, invalid };
}

function isContinued(bytes: Uint8Array, start: number, length: number): boolean {
  for (let index = start + 1; index < start + length; index += 1) {
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}

/** The declared table unless another one turns broken words into Vietnamese. */
function bestVietnamese(bytes: Uint8Array, declared: string): string {
  const sample = bytes.subarray(0, 64 * 1024);
  const score = (encoding: string) => scoreVietnamese(decodeAs(sample, encoding).normalize('NFC'));
  const own = score(declared);
  let best = { encoding: declared, share: own.share };
  // Two odd words are chance; a declared Vietnamese table needs more against it than Latin-1 does.
  const margin = declared === 'windows-1252' || declared === 'iso-8859-15' ? 0.25 : 0.4;
  for (const encoding of VIETNAMESE_TABLES) {
    const { words, share } = score(encoding);
    const isClear = words >= 3 && share >= 0.7 && share >= own.share + margin;
    // TCVN3 and VISCII give each other's bytes Vietnamese letters: most words look sound by chance.
    const isOther = words >= 6 && share >= 0.95 && share >= own.share + 0.12;
    if ((isClear || isOther) && share > best.share) best = { encoding, share };
  }
  return best.encoding;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'tcvn' || encoding === 'viscii') return iconvDecode(bytes, encoding);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return iconvDecode(bytes, encoding);
  }
}

function iconvDecode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}
