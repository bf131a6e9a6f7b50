// robots.txt by RFC 9309. Where a line is broken the stricter reading is taken: an outlet's wish
// is not to be lost to a typing error.

interface Rule {
  readonly allows: boolean;
  /** The pattern cut at its asterisks, in comparable form. */
  readonly parts: readonly string[];
  /** Ends with "$": the last part must end the address. */
  readonly isAnchored: boolean;
  /** Octets of the pattern; the longest match decides. */
  readonly length: number;
}

interface Group {
  readonly rules: Rule[];
  crawlDelaySeconds: number | null;
}

/** A robots.txt as read; the key `*` stands for all that are not named. */
interface Robots {
  readonly groups: ReadonlyMap<string, Group>;
  readonly sitemaps: readonly string[];
}

/** RFC 9309 2.5: this much must be read; more is not an outlet's wish but a fault. */
const MOST_CHARACTERS = 500 * 1024;
const REMEMBERED = 16;

/**
 * Whether the robots.txt lets an agent fetch a URL (RFC 9309: the most specific rule decides,
 * allow wins a tie; groups of one agent are merged; `*` only where the agent is not named).
 * @param agent product token or whole User-Agent header, of which the first token counts
 * @returns false also for what is not an http(s) URL
 */
export function isAllowed(robotsTxt: string, agent: string, url: string): boolean {
  const target = comparableTarget(url);
  if (target === null) return false;
  if (target === '/robots.txt') return true;
  const group = groupFor(readRobots(robotsTxt), agent);
  let best: Rule | null = null;
  for (const rule of group?.rules ?? []) {
    const isWeaker =
      best !== null && (rule.length < best.length || (rule.length === best.length && best.allows));
    if (!isWeaker && matches(rule, target)) best = rule;
  }
  return best === null || best.allows;
}

/** Seconds an agent is asked to wait between two requests; null where the file does not say. */
export function crawlDelay(robotsTxt: string, agent: string): number | null {
  return groupFor(readRobots(robotsTxt), agent)?.crawlDelaySeconds ?? null;
}

/** Addresses of the sitemaps the file names, in its order, each once. */
export function sitemapsOf(robotsTxt: string): readonly string[] {
  return readRobots(robotsTxt).sitemaps;
}

const remembered = new Map<string, Robots>();

function readRobots(text: string): Robots {
  const known = remembered.get(text);
  if (known) return known;
  const robots = parseRobots(text);
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, robots);
  return robots;
}

function groupFor(robots: Robots, agent: string): Group | undefined {
  const token = productToken(agent);
  return (token === null ? undefined : robots.groups.get(token)) ?? robots.groups.get('*');
}

/** `Column-Inches/1.0 (+https://…)` → `column-inches`; null where no token comes first. */
function productToken(agent: string): string | null {
  return /^[A-Za-z0-9_-]+/.exec(agent.trim())?.[0].toLowerCase() ?? null;
}

/** Spellings that are seen in the wild and can mean nothing else. */
const KEYS: readonly (readonly [RegExp, 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap'])[] = [
  [/^user[-_\s]?agent$/i, 'agent'],
  [/^allow$/i, 'allow'],
  [/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)$/i, 'disallow'],
  [/^crawl-?delay$/i, 'delay'],
  [/^site-?map$/i, 'sitemap'],
];

function parseRobots(text: string): Robots {
  const groups = new Map<string, Group>();
  const sitemaps = new Set<string>();
  let current: Group[] = [];
  let named: Group[] = [];
  let isListingAgents = false;
  for (const line of linesOf(text)) {
    const parsed = parseLine(line);
    if (parsed === null) continue;
    const { key, value } = parsed;
    if (key === 'agent') {
      if (!isListingAgents) [current, named] = [[], []];
      isListingAgents = true;
      const listed = agentsOf(value).map((name) => groupNamed(groups, name));
      current.push(...listed);
      if (value !== '') named.push(...listed);
    } else if (key === 'sitemap') {
      if (value !== '') sitemaps.add(value);
    } else if (key === 'delay') {
      // Stands often between the agents it is for; it does not end their list.
      for (const group of current) setDelay(group, value);
    } else {
      isListingAgents = false;
      const allows = key === 'allow';
      const rule = parseRule(allows, value);
      // A group without a name may close for all, but never opens what another closed.
      const meant = allows ? named : current;
      if (rule !== null) for (const group of meant) group.rules.push(rule);
    }
  }
  return { groups, sitemaps: [...sitemaps] };
}

/** Whom a group is for; one that names nobody is for all, rather than for none. */
function agentsOf(value: string): readonly string[] {
  if (value === '') return ['*'];
  // One agent a line is the rule; lists are seen, and mean all that they name.
  return value
    .split(/[,;]/)
    .flatMap((name) => (name.trim().startsWith('*') ? '*' : (productToken(name) ?? [])));
}

/** What nobody sees in an editor: it is part of no name and no path. */
const UNSEEN = /(?![\s\u0085])\p{Cc}|[\u200b-\u200f\u2060\ufeff]/gu;
const LINE_END = /\r\n|[\r\n\u0085\u2028\u2029]/;

/** Lines end with LF, CR or both; a line cut by the limit is left out. */
function linesOf(text: string): string[] {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const read = text.slice(start, start + MOST_CHARACTERS).replace(UNSEEN, '');
  const lines = read.split(LINE_END);
  if (text.length - start > MOST_CHARACTERS) lines.pop();
  return lines.flatMap(joinedLines);
}

/** A space with the next line's key after it. */
const LOST_LINE_END = new RegExp(
  `\\s(?=(?:${[
    'user[-_\\s]?agent|allow|disallow|dissallow|dissalow|disalow|diasllow|disallaw',
    'crawl-?delay|site-?map|host|clean-param|noindex',
  ].join('|')})\\s{0,9}[:：]|disallow\\s{1,9}/)`,
  'i',
);
/** "User-agent: *Disallow: /": after the asterisk of an agent, but never of a path. */
const CROWDED_AGENT = /(user[-_\s]?agent\s{0,9}[:：]\s{0,9}\*)(?=[a-z])/gi;

/** Where a server lost the line ends: "User-agent: * Disallow: /". */
function joinedLines(line: string): string[] {
  const hash = line.indexOf('#');
  const text = hash === -1 ? line : line.slice(0, hash);
  return text.replace(CROWDED_AGENT, '$1 ').split(LOST_LINE_END);
}

function parseLine(line: string) {
  const text = line.trim();
  const colon = text.search(/[:：]/);
  // "Disallow /private" lacks its colon; the wish is plain all the same.
  const split = colon === -1 ? text.search(/\s/) : colon;
  if (split <= 0) return null;
  const word = text.slice(0, split).trim();
  const key = KEYS.find(([pattern]) => pattern.test(word))?.[1];
  if (key === undefined) return null;
  const value = text.slice(split + 1).trim();
  // Quoted by hand: no name and no path begins and ends so.
  const isQuoted = key !== 'allow' && /^(["'])[^"']*\1$/.test(value);
  return { key, value: isQuoted ? value.slice(1, -1).trim() : value };
}

function groupNamed(groups: Map<string, Group>, name: string): Group {
  let group = groups.get(name);
  if (!group) {
    group = { rules: [], crawlDelaySeconds: null };
    groups.set(name, group);
  }
  return group;
}

function setDelay(group: Group, value: string): void {
  const [, written] = /^(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|giây)?$/i.exec(value) ?? [];
  if (written === undefined) return;
  const seconds = Number(written.replace(',', '.'));
  group.crawlDelaySeconds = Math.max(group.crawlDelaySeconds ?? 0, seconds);
}

function parseRule(allows: boolean, value: string): Rule | null {
  if (value === '') return null;
  let pattern = value;
  if (!/^[/*]/.test(pattern)) {
    // Some write whole addresses or forget the slash: kept where it closes, not where it opens.
    if (allows) return null;
    pattern = `/${pattern.replace(/^https?:\/\/[^/]*\/?/i, '')}`;
  }
  const isAnchored = pattern.endsWith('$');
  const body = isAnchored ? pattern.slice(0, -1) : pattern;
  const comparable = comparablePattern(body);
  const parts = comparable.split(/\*+/);
  return { allows, parts, isAnchored, length: comparable.length + (isAnchored ? 1 : 0) };
}

/** Path and query of a URL in comparable form; null for what is no http(s) URL. */
function comparableTarget(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  return comparable(
    `${parsed.pathname}${parsed.search}`.replace(/\*/g, '%2A').replace(/\$/g, '%24'),
  );
}

function comparablePattern(pattern: string): string {
  return comparable(pattern.replace(/\$/g, '%24'));
}

const UNRESERVED = /[A-Za-z0-9\-._~']/;

/**
 * Octets beyond ASCII are percent-encoded, encoded ones that need not be are decoded, hex digits
 * are upper case; in a query ":", "/", "?" and "@" mean the same with and without encoding.
 */
function comparable(text: string): string {
  const encoded = text.replace(/[^\x21-\x7e]+|["<>\\^`{|}]/g, encodeOctets);
  const query = encoded.indexOf('?');
  return encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string, at: number) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    const isPlain =
      UNRESERVED.test(character) || (query !== -1 && at > query && isInner(character));
    return isPlain ? character : `%${hex.toUpperCase()}`;
  });
}

function isInner(character: string): boolean {
  return character === ':' || character === '/' || character === '?' || character === '@';
}

function encodeOctets(text: string): string {
  return Array.from(
    Buffer.from(text, 'utf8'),
    (octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

/** Parts are found from left to right, each as early as can be: never a step back. */
function matches(rule: Rule, target: string): boolean {
  const { parts, isAnchored } = rule;
  const [first = ''] = parts;
  if (!target.startsWith(first)) return false;
  if (parts.length === 1) return !isAnchored || target.length === first.length;
  let position = first.length;
  const last = parts.length - 1;
  for (let index = 1; index < last; index += 1) {
    const part = parts[index] ?? '';
    const found = target.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  const tail = parts[last] ?? '';
  if (isAnchored) return target.length - tail.length >= position && target.endsWith(tail);
  return target.indexOf(tail, position) !== -1;
}
