import { numberOf } from '../../src/domain/index.ts';
import { fetchError } from './errors.ts';
import type { FetchLimits } from './limits.ts';

/** Never kept: cookies, and what would identify a session. */
const DROPPED = new Set(['set-cookie', 'set-cookie2', 'authorization', 'proxy-authenticate']);
const MAX_VALUE_CHARACTERS = 4_000;

export type Headers = Readonly<Record<string, string>>;

/**
 * Header fields as a record with lower-case names, repeated ones joined by ", "; cookies are left
 * out. @throws fetch/headers-too-large, fetch/bad-redirect for two targets
 */
export function readHeaders(raw: readonly string[], url: string, limits: FetchLimits): Headers {
  const count = raw.length / 2;
  if (count > limits.headerCount) {
    throw fetchError('headers-too-large', url, {
      detail: { vi: `${count} phần đầu`, en: numberOf(count, 'header') },
    });
  }
  const read = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase();
    const value = asUnicode(String(raw[index + 1])).trim();
    const earlier = read.get(name);
    if (name === 'location' && earlier !== undefined && earlier !== value) {
      throw fetchError('bad-redirect', url, {
        detail: { vi: 'hai đích khác nhau', en: 'two different targets' },
      });
    }
    read.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  const kept = [...read].filter(([name]) => !DROPPED.has(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, value.slice(0, MAX_VALUE_CHARACTERS)]),
  );
}

/** Header bytes arrive as Latin-1; Vietnamese sites mean UTF-8 by them. */
function asUnicode(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return value;
  }
}
