import { createRequire } from 'node:module';
import type {
  Clock,
  FetchAttempt,
  FetchDoor,
  FetchRequest,
  HostEntry,
  HostLender,
  HostVisit,
  Log,
} from '../src/domain/index.ts';
import { decodeText } from './extract/charset.ts';
import { guardOf } from './http/block-page.ts';
import { type AddressPolicy, type Resolve, systemResolve } from './http/connection.ts';
import { Deadline, untilAborted } from './http/deadline.ts';
import { fetchError, isRefusal } from './http/errors.ts';
import { type Answer, exchange, type ExchangeSettings, namedError } from './http/exchange.ts';
import type { Headers } from './http/headers.ts';
import { type HeldTurn, HostQueues, Slots } from './http/hosts.ts';
import { DEFAULT_LIMITS, type FetchLimits } from './http/limits.ts';
import { retryAfterMs } from './http/retry-after.ts';
import { RobotsCache, type RobotsReading } from './http/robots-cache.ts';
import { asksForPause, redirectTarget, statusError } from './http/status.ts';
import { guardedUrl, hostKey } from './http/url-guard.ts';

export { DEFAULT_LIMITS, type FetchLimits } from './http/limits.ts';
export { type Resolve, type ResolvedAddress, systemResolve } from './http/connection.ts';

/** The name sites use for us in robots.txt. */
export const ROBOTS_AGENT = 'ColumnInches';

const PROJECT_PAGE = 'https://github.com/column-inches/column-inches';
const ROBOTS_RETRY_MS = 600_000;
const MAX_DELAY_MS = 3_600_000;
/** How long a site that answered with a guard is left in peace. */
const BLOCKED_PAUSE_MS = 6 * 3_600_000;

export interface FetchDoorOptions {
  readonly clock: Clock;
  readonly log: Log;
  /**
   * How a site reaches the operator: a mail address or a page. Default: the project's page alone.
   */
  readonly contact?: string;
  readonly limits?: Partial<FetchLimits>;
  /** Ports beyond the usual ones of web servers that are public nevertheless. */
  readonly allowedPorts?: readonly number[];
  /** Further PEM certificates to trust, e.g. of a company's own authority; never fewer checks. */
  readonly certificateAuthorities?: readonly string[];
  /** Another name resolver, e.g. for tests; its answers are checked all the same. */
  readonly resolve?: Resolve;
  /** Lends hosts where other processes ask them too. Default: this process knows itself alone. */
  readonly hosts?: HostLender;
  /** Told of requests the door makes of its own accord: robots.txt. */
  readonly onOwnAttempt?: (attempt: FetchAttempt) => void;
}

/** `ColumnInches/0.1.0 (+https://…; research; contact)`: honest, one line, no impersonation. */
export function userAgent(contact?: string): string {
  const manifest = createRequire(import.meta.url)('column-inches/package.json') as {
    version: string;
  };
  const plain = contact
    ?.replace(/[^\x20-\x7e]|[()<>;]/g, '')
    .trim()
    .slice(0, 120);
  const parts = [`+${PROJECT_PAGE}`, 'research', ...(plain ? [plain] : [])];
  return `${ROBOTS_AGENT}/${manifest.version} (${parts.join('; ')})`;
}

/**
 * The only HTTP door. Every `fetch` resolves to an attempt, also a refused or failed one, within
 * `limits.totalMs` of network time plus the politeness waits; it never rejects.
 */
export function createFetchDoor(options: FetchDoorOptions): FetchDoor {
  return new HttpDoor(options);
}

/** What is known of an attempt so far. */
interface Trace {
  finalUrl: string;
  status: number | null;
  headers: Headers;
}

interface Chain {
  readonly request: FetchRequest;
  readonly deadline: Deadline;
  readonly policy: AddressPolicy;
  readonly trace: Trace;
  readonly signal: AbortSignal;
}

interface ChainOptions {
  readonly totalMs: number;
  /** Where the chain counts as having begun, if not at its first address. */
  readonly start: AddressPolicy['start'];
}

class HttpDoor implements FetchDoor {
  readonly #options: FetchDoorOptions;
  readonly #settings: ExchangeSettings;
  readonly #hosts: HostQueues;
  readonly #robots: RobotsCache;
  readonly #slots: Slots;
  readonly #closing = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(options: FetchDoorOptions) {
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#options = options;
    this.#settings = {
      userAgent: userAgent(options.contact),
      limits,
      resolve: options.resolve ?? systemResolve,
      certificateAuthorities: options.certificateAuthorities,
    };
    const { clock, hosts: lender } = options;
    this.#hosts = new HostQueues({ clock, waitMs: limits.waitMs, lender });
    this.#robots = new RobotsCache(options.clock, ROBOTS_AGENT);
    this.#slots = new Slots(limits.concurrentRequests);
  }

  async fetch(request: FetchRequest): Promise<FetchAttempt> {
    const { totalMs } = this.#settings.limits;
    const attempt = this.#attempt(this.#chain(request, { totalMs, start: null }));
    this.#underWay.add(attempt);
    try {
      return await attempt;
    } finally {
      this.#underWay.delete(attempt);
    }
  }

  visit(): HostVisit {
    return this.#hosts.visit();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#underWay);
  }

  async #attempt(chain: Chain): Promise<FetchAttempt> {
    const { request, trace } = chain;
    const startedAt = this.#options.clock.now();
    const begun = performance.now();
    const told = { url: request.url, startedAt };
    const durationMs = () => Math.round(performance.now() - begun);
    try {
      const answer = await this.#follow(chain);
      const outcome = answer.status === 304 ? 'not-modified' : 'ok';
      const { bytes } = answer;
      return { ...told, ...trace, durationMs: durationMs(), outcome, bytes, error: null };
    } catch (thrown) {
      const error = namedError(thrown, trace.finalUrl);
      const outcome = isRefusal(error) ? 'refused' : 'failed';
      const fields = { url: request.url, code: error.code, status: trace.status };
      this.#options.log.debug(fields, error.message);
      return { ...told, ...trace, durationMs: durationMs(), outcome, bytes: null, error };
    }
  }

  #chain(request: FetchRequest, { totalMs, start }: ChainOptions): Chain {
    const trace: Trace = { finalUrl: request.url, status: null, headers: {} };
    const closing = this.#closing.signal;
    const signal = request.signal ? AbortSignal.any([request.signal, closing]) : closing;
    const deadline = new Deadline(totalMs, request.url, signal);
    const policy = { allowPrivateAddresses: request.allowPrivateAddresses, start };
    return { request, trace, signal, deadline, policy };
  }

  /** The request and up to five redirects, each checked as if it were the first. */
  async #follow(chain: Chain): Promise<Answer> {
    const { limits } = this.#settings;
    const { request, trace } = chain;
    if (chain.signal.aborted) throw fetchError('cancelled', request.url);
    const seen = new Set<string>();
    let url = this.#guarded(request.url, request);
    for (let hops = 0; ; hops += 1) {
      if (seen.has(url.href)) throw fetchError('redirect-loop', url.href);
      if (hops > limits.redirects) throw fetchError('too-many-redirects', request.url);
      seen.add(url.href);
      trace.finalUrl = url.href;
      trace.status = null;
      trace.headers = {};
      const answer = await this.#hop(url, chain);
      const target = redirectTarget(answer, url.href);
      if (target === null) {
        this.#leaveWhereBlocked(answer, url, request);
        return this.#accepted(answer, url, request);
      }
      url = this.#guarded(target, request, url.href);
    }
  }

  #guarded(address: string, request: FetchRequest, base?: string): URL {
    const rules = {
      maxCharacters: this.#settings.limits.urlCharacters,
      allowPrivateAddresses: request.allowPrivateAddresses,
      allowedPorts: new Set(this.#options.allowedPorts),
    };
    return guardedUrl(address, rules, base);
  }

  async #hop(url: URL, chain: Chain): Promise<Answer> {
    const { request, signal, deadline, policy, trace } = chain;
    const delayMs = Math.max(sensibleDelayMs(request), await this.#admitted(url, chain));
    const key = hostKey(url);
    const turn = await this.#turn(key, { url: url.href, delayMs, signal }, request.visit);
    const asked = { url, expects: request.expects, validators: request.validators, policy };
    const onHead = (status: number, headers: Headers) => {
      trace.status = status;
      trace.headers = headers;
      this.#heed(key, status, headers);
    };
    const ask = async (spending: AbortSignal) => {
      const lasting = turn.lost ? AbortSignal.any([spending, turn.lost]) : spending;
      return await exchange(asked, this.#settings, { signal: lasting, onHead });
    };
    try {
      return await this.#slots.run(async () => await deadline.spend(ask));
    } finally {
      await turn.end();
    }
  }

  /** The host to oneself: for this request, or for the whole look it is part of. */
  async #turn(key: string, entry: HostEntry, visit: HostVisit | undefined): Promise<HeldTurn> {
    if (!visit) return await this.#hosts.takeTurn({ ...entry, key });
    await visit.enter(key, entry);
    return { lost: visit.lost, end: async () => undefined };
  }

  /** A host that says “too often” or “not now” is left in peace. */
  #heed(key: string, status: number, headers: Headers): void {
    if (!asksForPause(status)) {
      if (status < 500) this.#hosts.recover(key);
      return;
    }
    const { pauseMs } = this.#settings.limits;
    this.#hosts.pause(key, this.#askedPauseMs(headers), pauseMs);
  }

  #askedPauseMs(headers: Headers): number | null {
    const { pauseMs } = this.#settings.limits;
    return retryAfterMs(headers['retry-after'], this.#options.clock.now(), pauseMs);
  }

  /** A guard in place of the page is a no: the host is not asked again for hours. */
  #leaveWhereBlocked(answer: Answer, url: URL, { expects }: FetchRequest): void {
    const guard = guardOf({ ...answer, expects });
    if (guard === null) return;
    const { pauseMs } = this.#settings.limits;
    this.#hosts.pause(hostKey(url), Math.min(BLOCKED_PAUSE_MS, pauseMs), pauseMs);
    throw fetchError('blocked', url.href, { detail: guard });
  }

  #accepted(answer: Answer, url: URL, request: FetchRequest): Answer {
    const { status, headers, bytes } = answer;
    if (status === 304) {
      if (request.validators?.etag || request.validators?.lastModified) return answer;
      throw fetchError('unexpected-not-modified', url.href);
    }
    if (bytes === null) {
      const waitMs = asksForPause(status) ? this.#askedPauseMs(headers) : null;
      throw statusError(status, url.href, waitMs);
    }
    if (bytes.length === 0 && request.expects !== 'robots') throw fetchError('empty', url.href);
    return answer;
  }

  /** The delay robots.txt asks for, milliseconds; throws where it forbids. */
  async #admitted(url: URL, chain: Chain): Promise<number> {
    const { request, deadline, policy, signal } = chain;
    if (request.expects === 'robots') return 0;
    const scope = `${request.allowPrivateAddresses} ${policy.start ?? 'first'}`;
    const totalMs = Math.min(this.#settings.limits.robotsMs, deadline.remainingMs);
    const read = async (origin: string) =>
      await this.#readRobots(origin, request, { totalMs, start: policy.start });
    // One reading may serve several requests, so none of them can call it off for the others.
    const admission = this.#robots.admit(url, scope, read);
    const { crawlDelayMs, spentMs } = await untilAborted(admission, signal);
    deadline.charge(spentMs);
    return crawlDelayMs;
  }

  async #readRobots(
    origin: string,
    { allowPrivateAddresses, delayMs, visit }: FetchRequest,
    options: ChainOptions,
  ): Promise<RobotsReading> {
    const url = `${origin}/robots.txt`;
    const asked = { url, expects: 'robots', delayMs, allowPrivateAddresses } as const;
    const chain = this.#chain(visit ? { ...asked, visit } : asked, options);
    const attempt = await this.#attempt(chain);
    this.#options.onOwnAttempt?.(attempt);
    const spentMs = options.totalMs - chain.deadline.remainingMs;
    return { spentMs, ...robotsState(attempt) };
  }
}

/** UTF-8, as RFC 9309 has it; rules that an editor saved as UTF-16 are an outlet's wish as well. */
function robotsText(bytes: Uint8Array): string {
  const { text, encoding } = decodeText(bytes);
  return /^utf-(?:16|32)/.test(encoding) ? text : new TextDecoder('utf-8').decode(bytes);
}

/** RFC 9309, 2.3.1: missing is open, unreachable is closed for now. */
function robotsState({ bytes, error, status }: FetchAttempt) {
  if (bytes !== null) {
    return { kind: 'rules', text: robotsText(bytes) } as const;
  }
  const isLost =
    error?.code === 'fetch/redirect-loop' || error?.code === 'fetch/too-many-redirects';
  const isMissing = status !== null && status >= 400 && status < 500 && status !== 429;
  if (error === null || isLost || isMissing) return { kind: 'open' } as const;
  // Our own refusal holds for this request only: another outlet may be permitted to go there.
  const isOurs = isRefusal(error) && error.code !== 'fetch/host-paused';
  const forMs = isOurs ? 0 : Math.max(error.retryAfterMs ?? ROBOTS_RETRY_MS, 1000);
  return { kind: 'closed', error, forMs } as const;
}

function sensibleDelayMs({ delayMs }: FetchRequest): number {
  return Number.isFinite(delayMs) ? Math.min(Math.max(delayMs, 0), MAX_DELAY_MS) : 0;
}
