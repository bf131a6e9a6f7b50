import { createHash } from 'node:crypto';
import type { FetchAttempt } from '../src/domain/index.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * An id that follows from what it names, so that a step run twice, or on another machine, makes
 * the same row: 80 bits of SHA-256 as 16 characters a–z, 2–7.
 */
export function idOf(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\0')).digest();
  let id = '';
  let bits = 0;
  let buffer = 0;
  for (const byte of digest.subarray(0, 10)) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) id += alphabet[(buffer >>> (bits - 5)) & 31];
    buffer &= (1 << bits) - 1;
  }
  return id;
}

/** SHA-256 as 64 hexadecimal digits. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The id of the item an outlet publishes under an address. */
export function itemIdOf(outletId: string, canonicalUrl: string): string {
  return idOf(outletId, canonicalUrl);
}

/** The id of an outlet's attempt: the same one twice is one row. */
export function fetchIdOf(outletId: string, attempt: Pick<FetchAttempt, 'url' | 'startedAt'>) {
  return idOf(outletId, attempt.url, attempt.startedAt.toISOString());
}
