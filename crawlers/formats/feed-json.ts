// JSON Feed 1.0 and 1.1, also one that was cut off or has commas too many.
import { parseTolerantJson } from './tolerant-json.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface RoughJsonFeed {
  readonly feed: JsonObject;
  readonly truncated: boolean;
}

/** Each try reads the whole text again. */
const MOST_CUTS = 12;

/** The feed's object; null where the text is no JSON object with items or a JSON Feed version. */
export function readJsonFeed(text: string): RoughJsonFeed | null {
  const start = text.trimStart();
  if (!start.startsWith('{')) return null;
  const whole = parsed(start);
  if (whole !== null) return isFeed(whole) ? { feed: whole, truncated: false } : null;
  let end = start.length;
  for (let cut = 0; cut < MOST_CUTS; cut += 1) {
    end = start.lastIndexOf('}', end - 1);
    if (end <= 0) break;
    const feed = parsed(`${start.slice(0, end + 1)}]}`);
    if (feed !== null && isFeed(feed)) return { feed, truncated: true };
  }
  return mended(start);
}

/** Broken inside: commas too many, raw line ends, quotation marks in a title. */
function mended(text: string): RoughJsonFeed | null {
  const feed = parseTolerantJson(text);
  if (!isObject(feed) || !isFeed(feed)) return null;
  return { feed, truncated: !text.trimEnd().endsWith('}') };
}

function parsed(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFeed(value: JsonObject): boolean {
  const { version } = value;
  if (typeof version === 'string' && version.includes('jsonfeed.org')) return true;
  return Array.isArray(value['items']) && typeof value['title'] === 'string';
}

/** A string or number of an object as text; null where there is none. */
export function textOf(object: JsonObject, name: string): string | null {
  const value = object[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
