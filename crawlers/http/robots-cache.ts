import {
  type Bilingual,
  type Clock,
  type ColumnInchesError,
  saidOf,
} from '../../src/domain/index.ts';
import { crawlDelay, isAllowed } from '../robots.ts';
import { fetchError, type FetchErrorName } from './errors.ts';

/** What reading an origin's robots.txt came to. */
export type RobotsReading = { readonly spentMs: number } & RobotsState;

type RobotsState =
  | { readonly kind: 'rules'; readonly text: string }
  /** Missing (4xx): everything is open. */
  | { readonly kind: 'open' }
  /** 5xx, 429 or no answer: everything is closed for now. */
  | { readonly kind: 'closed'; readonly error: ColumnInchesError; readonly forMs: number };

type ReadRobots = (origin: string) => Promise<RobotsReading>;

export interface Admission {
  readonly crawlDelayMs: number;
  readonly spentMs: number;
}

interface Entry {
  readonly reading: RobotsReading;
  readonly crawlDelayMs: number;
  readonly expiresAt: number;
}

const whenAsking: Bilingual = {
  vi: 'gặp khi hỏi robots.txt của trang',
  en: 'seen when asking for its robots.txt',
};
const DAY_MS = 86_400_000;
const MAX_ORIGINS = 2_000;
const MAX_CHARACTERS = 16_000_000;

/** Errors of the site itself: told as they are, since “robots.txt” would lead the reader astray. */
const TOLD_AS_THEY_ARE = new Set(['private-address', 'dns', 'connect', 'connect-timeout', 'tls']);

/** The robots.txt of each origin, read once a day, kept within 16 MB. */
export class RobotsCache {
  readonly #entries = new Map<string, Entry>();
  readonly #reading = new Map<string, Promise<Entry>>();
  #characters = 0;
  readonly #clock: Clock;
  readonly #agent: string;

  constructor(clock: Clock, agent: string) {
    this.#clock = clock;
    this.#agent = agent;
  }

  /**
   * The delay the site asks for and the time a reading took just now, milliseconds. `scope` parts
   * the requests that may not share a reading under way: they may go to different places. @throws
   * fetch/robots, robots-unreachable, or why the site cannot be reached
   */
  async admit(url: URL, scope: string, read: ReadRobots): Promise<Admission> {
    const known = this.#fresh(url.origin);
    const entry = known ?? (await this.#readOnce(url.origin, scope, () => read(url.origin)));
    const { reading } = entry;
    if (reading.kind === 'closed') throw this.#closedError(url, reading, entry);
    if (reading.kind === 'rules' && !isAllowed(reading.text, this.#agent, url.href)) {
      throw fetchError('robots', url.href);
    }
    return { crawlDelayMs: entry.crawlDelayMs, spentMs: known ? 0 : reading.spentMs };
  }

  #closedError(url: URL, { error }: { error: ColumnInchesError }, entry: Entry) {
    const retryAfterMs = Math.max(0, entry.expiresAt - this.#clock.now().getTime());
    const name = error.code.replace(/^fetch\//, '') as FetchErrorName;
    const { vi, en } = saidOf(error);
    const detail = { vi: vi.slice(0, 300), en: en.slice(0, 300) };
    const more = { detail, retryAfterMs, cause: error };
    if (!TOLD_AS_THEY_ARE.has(name)) return fetchError('robots-unreachable', url.href, more);
    return fetchError(name, url.href, { ...more, detail: whenAsking });
  }

  #fresh(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt <= this.#clock.now().getTime()) return undefined;
    // Moved to the end: the first of the map is the one unused longest.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  #readOnce(origin: string, scope: string, read: () => Promise<RobotsReading>): Promise<Entry> {
    const key = `${scope} ${origin}`;
    const underWay = this.#reading.get(key);
    if (underWay) return underWay;
    const reading = read()
      .then((result) => this.#keep(origin, result))
      .finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  #keep(key: string, reading: RobotsReading): Entry {
    const text = reading.kind === 'rules' ? reading.text : '';
    const lifetimeMs = reading.kind === 'closed' ? Math.min(reading.forMs, DAY_MS) : DAY_MS;
    const expiresAt = this.#clock.now().getTime() + lifetimeMs;
    const delaySeconds = text === '' ? 0 : (crawlDelay(text, this.#agent) ?? 0);
    const crawlDelayMs = Math.min(Math.max(delaySeconds * 1000 || 0, 0), DAY_MS);
    const entry = { reading, crawlDelayMs, expiresAt };
    this.#drop(key);
    this.#entries.set(key, entry);
    this.#characters += text.length;
    while (this.#entries.size > MAX_ORIGINS || this.#characters > MAX_CHARACTERS) {
      const [oldest] = this.#entries.keys();
      if (oldest === undefined || oldest === key) break;
      this.#drop(oldest);
    }
    return entry;
  }

  #drop(key: string): void {
    const { reading } = this.#entries.get(key) ?? {};
    if (reading?.kind === 'rules') this.#characters -= reading.text.length;
    this.#entries.delete(key);
  }
}
