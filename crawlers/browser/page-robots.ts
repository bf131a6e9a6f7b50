import type { Clock, FetchAttempt, FetchDoor, HostVisit } from '../../src/domain/index.ts';
import { isAllowed } from '../robots.ts';
import { isBlockedHost } from './blocked-hosts.ts';

const agent = 'ColumnInches';
const keptMs = 24 * 3_600_000;
const originsAtMost = 500;
const waitMs = 6_000;

interface Rules {
  /** null = closed for now: it could not be read. */
  readonly text: Promise<string | null>;
  readonly until: number;
}

/** The page whose parts are asked for. */
export interface PartOwner {
  readonly allowPrivateAddresses: boolean;
  /** Host of the page. */
  readonly host: string;
  /** The look it is part of. */
  readonly visit: HostVisit | null;
}

/** What robots.txt of each origin says to the parts of a page: pictures, style sheets, scripts. */
export class PageRobots {
  readonly #door: FetchDoor;
  readonly #clock: Clock;
  readonly #origins = new Map<string, Rules>();

  constructor(door: FetchDoor, clock: Clock) {
    this.#door = door;
    this.#clock = clock;
  }

  async judge(address: string, owner: PartOwner): Promise<'allowed' | 'disallowed' | 'blocked'> {
    const url = URL.parse(address);
    // data: and blob: carry their content with them.
    if (url === null || !/^https?:$/.test(url.protocol)) return 'allowed';
    if (isBlockedHost(url.hostname)) return 'blocked';
    const text = await this.#rules(url.origin, owner);
    return text !== null && isAllowed(text, agent, address) ? 'allowed' : 'disallowed';
  }

  #rules(origin: string, owner: PartOwner): Promise<string | null> {
    const now = this.#clock.now().getTime();
    const known = this.#origins.get(origin);
    if (known && known.until > now) return known.text;
    const text = this.#read(origin, owner);
    this.#origins.set(origin, { text, until: now + keptMs });
    void text.then((read) => {
      // What could not be read is tried again at the next page.
      if (read === null) this.#origins.delete(origin);
    });
    if (this.#origins.size > originsAtMost) {
      const [oldest] = this.#origins.keys();
      if (oldest !== undefined) this.#origins.delete(oldest);
    }
    return text;
  }

  async #read(origin: string, owner: PartOwner) {
    const attempt = await this.#door.fetch({
      url: `${origin}/robots.txt`,
      expects: 'robots',
      delayMs: 0,
      // A private outlet is no licence to look round its network: only its own host is opened.
      allowPrivateAddresses: owner.allowPrivateAddresses && new URL(origin).hostname === owner.host,
      signal: AbortSignal.timeout(waitMs),
      ...(owner.visit ? { visit: owner.visit } : {}),
    });
    return rulesOf(attempt);
  }
}

/** RFC 9309: missing is open, unreachable is closed. */
function rulesOf({ bytes, status }: FetchAttempt): string | null {
  if (bytes !== null) return new TextDecoder().decode(bytes);
  return status !== null && status >= 400 && status < 500 && status !== 429 ? '' : null;
}
