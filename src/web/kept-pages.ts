import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor } from './compression.ts';
import { chooseLanguage, languages } from './language.ts';

export interface KeptPagesOptions {
  /**
   * Differs from an earlier answer as soon as anything stored has changed; its first word does
   * where what was public before may not be shown any more.
   */
  readonly stamp: () => Promise<string>;
  /**
   * How long a page is sent again without looking whether anything has changed, milliseconds; 0 =
   * always look.
   */
  readonly unlookedMs: number;
  /** How old a page may be that is sent while its next one is made, milliseconds; 0 = none is. */
  readonly meanwhileMs: number;
  /**
   * How old a page must be before its next one is made, though something has changed, milliseconds:
   * a crawl changes something every second, and its pages would be made without end.
   */
  readonly renewAfterMs: number;
  /** Marks requests of the server to itself; whoever limits requests lets them through. */
  readonly own: OwnRequests;
  /**
   * Addresses of pages that are made in each language before anyone asks, and how often they are
   * looked at, milliseconds; left out = none.
   */
  readonly ahead?: { readonly pages: readonly string[]; readonly everyMs: number };
}

/** How the server's requests to itself are told from readers': nobody else knows the values. */
export interface OwnRequests {
  /** Makes the page anew, whatever is kept. */
  readonly make: string;
  /** Reads like a reader, and early: a page is made again before it grows old. */
  readonly look: string;
}

/** The header that holds one of the values of `OwnRequests`. */
const ownHeader = 'x-column-inches-own';

/** Whether the server asked this of itself. */
export function isOwn({ headers }: Pick<FastifyRequest, 'headers'>, own: OwnRequests): boolean {
  const said = headers[ownHeader];
  return said === own.make || said === own.look;
}

/** As for many readers: what is stored is on the pages about ten seconds later. */
export const usualKeeping = {
  unlookedMs: 3_000,
  meanwhileMs: 20_000,
  renewAfterMs: 8_000,
  ahead: { pages: ['/'], everyMs: 15_000 },
} as const satisfies Omit<KeptPagesOptions, 'stamp' | 'own'>;

interface KeptPage {
  readonly payload: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** As of before the page was made. */
  readonly stamp: string;
  readonly madeAtMs: number;
  /** When it was last known to be as good as new. */
  knownAtMs: number;
}

/** Pages tell the day and how old the data are, so none is kept for long. */
const keptMs = 60_000;
const pagesAtMost = 400;
/** A look serves all pages for so long: many readers would ask the database for each. */
const lookMs = 500;
const keptHeaders = [
  'content-type',
  'content-language',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'cache-control',
  'etag',
  'vary',
] as const;

/**
 * Only the pages everyone sees alike: a reader who is signed in is never served from here. Feeds
 * and pictures, which write the address they were reached at, are kept by whoever reads them.
 */
function keyOf(request: FastifyRequest): string | null {
  const { cookie = '' } = request.headers;
  const isAnyone = cookie.split(';').every((pair) => /^\s*(lang=.*)?$/.test(pair));
  const route = request.routeOptions.url;
  if (request.method !== 'GET' || !isAnyone || route === undefined) return null;
  // What is framed elsewhere has headers of its own.
  if (route.startsWith('/embed/')) return null;
  // What is to be pasted or cited elsewhere names the address it was reached at.
  if (/^\/data(?:\/exports\/:hash)?$/.test(route)) return null;
  // Monitors ask how things are now, also while the database is away.
  if (/^\/(?:healthz|readyz|metrics)$/.test(route)) return null;
  return [request.url, languageOf(request), encodingFor(request)].join('\n');
}

/** What the reader's browser asks for, before what the address or the operator says. */
function languageOf({ headers }: FastifyRequest): string {
  const asked = { cookieHeader: headers.cookie, acceptHeader: headers['accept-language'] };
  const [first, second] = languages.map((fallback) =>
    chooseLanguage({ address: undefined, ...asked, fallback }),
  );
  return first === second ? String(first) : '';
}

/**
 * Keeps pages that were made and sends them to the next readers for as long as nothing stored has
 * changed, so that a hundred readers of one page cost as much as one. Where something has, the next
 * one is made behind the readers' backs; only of a page that is too old, or was never made, one
 * reader waits for it. Call it after the hooks that change what is sent.
 */
export function keepPages(app: FastifyInstance, options: KeptPagesOptions): void {
  const { own } = options;
  const pages = new Map<string, KeptPage>();
  const inMaking = new Map<string, Promise<void>>();
  const finished = new WeakMap<FastifyRequest, () => void>();
  const stamps = new WeakMap<FastifyRequest, { readonly round: number; readonly stamp: string }>();
  const changing = new WeakSet<FastifyRequest>();
  const renewal = renewing(app, own);
  /** Rises with whatever is sent to this server: a page begun before may show what was changed. */
  let round = 0;

  const looks = lookingAt(options);

  function forget(request: FastifyRequest): undefined {
    changing.add(request);
    round += 1;
    pages.clear();
    looks.forget();
  }

  /** An older page, while the next one is made; none from before a takedown, once looked. */
  async function meanwhile(request: FastifyRequest, key: string): Promise<KeptPage | null> {
    const page = current(pages.get(key), options.meanwhileMs);
    if (page === null || firstWord(page.stamp) !== firstWord(await looks.stamp())) return null;
    page.knownAtMs = performance.now();
    const isYoung = current(page, options.renewAfterMs) !== null;
    if (!isYoung && !inMaking.has(key)) renewal.begin(key, request);
    return page;
  }

  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request);
    if (key === null) return mayChange(request) ? forget(request) : undefined;
    const kept = pages.get(key);
    const isLook = request.headers[ownHeader] === own.look;
    const isTooOld = isLook && current(kept, keptMs / 2) === null;
    const isMade = request.headers[ownHeader] === own.make || isTooOld;
    let page = isMade ? null : ((await stillRight(kept, looks)) ?? (await meanwhile(request, key)));
    const making = inMaking.get(key);
    if (page === null && !isMade && making !== undefined) {
      await making;
      page = await stillRight(pages.get(key), looks);
    }
    if (page !== null) return sendKept(request, reply, page);
    const { promise, resolve } = Promise.withResolvers<void>();
    if (!inMaking.has(key)) inMaking.set(key, promise);
    finished.set(request, () => {
      if (inMaking.get(key) === promise) inMaking.delete(key);
      resolve();
    });
    stamps.set(request, { round, stamp: await looks.stamp() });
  });
  app.addHook('onSend', async (request, reply, payload) => {
    // What was read while the change was made is older than the change.
    if (changing.has(request)) forget(request);
    const key = keyOf(request);
    const begun = stamps.get(request);
    if (key !== null && begun?.round === round && isPage(reply, payload)) {
      const madeAtMs = performance.now();
      const headers = headersOf(reply);
      const { stamp } = begun;
      pages.delete(key);
      pages.set(key, { payload, headers, stamp, madeAtMs, knownAtMs: madeAtMs });
      const [oldest] = pages.keys();
      if (pages.size > pagesAtMost && oldest !== undefined) pages.delete(oldest);
    }
    finished.get(request)?.();
    return payload;
  });
  app.addHook('onResponse', async (request) => finished.get(request)?.());
  if (options.ahead) readAhead(app, { own, ...options.ahead }, renewal);
}

const firstWord = (stamp: string) => stamp.split(' ', 1)[0];

interface Renewal {
  /** Makes a page anew after those that wait already, unless it waits among them. */
  readonly begin: (key: string, request: Pick<FastifyRequest, 'url' | 'headers'>) => void;
  /** When none is waiting any more. */
  readonly ended: () => Promise<void>;
}

/** One page after the other, so that readers' requests come in between. */
function renewing(app: FastifyInstance, own: OwnRequests): Renewal {
  const waiting = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    begin(key, { url, headers }) {
      if (waiting.has(key)) return;
      waiting.add(key);
      const { cookie, 'accept-language': language, 'accept-encoding': encoding } = headers;
      const asked = Object.entries({ cookie, 'accept-language': language })
        .concat([['accept-encoding', encoding === undefined ? undefined : String(encoding)]])
        .filter((entry): entry is [string, string] => entry[1] !== undefined);
      last = last
        .then(() =>
          app.inject({ url, headers: { ...Object.fromEntries(asked), [ownHeader]: own.make } }),
        )
        // The next reader is told what failed.
        .catch(() => {})
        .finally(() => waiting.delete(key));
    },
    ended: async () => void (await last),
  };
}

/** From when the server listens, some pages are made before a reader asks for them. */
function readAhead(
  app: FastifyInstance,
  { own, pages, everyMs }: Pick<KeptPagesOptions, 'own'> & NonNullable<KeptPagesOptions['ahead']>,
  renewal: Renewal,
): void {
  const look = async () => {
    const asked = languages.flatMap((language) =>
      ['br', 'gzip'].map((encoding) => ({
        'accept-language': language,
        'accept-encoding': encoding,
        [ownHeader]: own.look,
      })),
    );
    for (const url of pages) for (const headers of asked) await app.inject({ url, headers });
    await renewal.ended();
  };
  let [isLooking, looking] = [false, Promise.resolve()];
  const begin = () => {
    if (isLooking) return;
    isLooking = true;
    looking = look()
      // A reader is told what failed.
      .catch(() => {})
      .finally(() => {
        isLooking = false;
      });
  };
  const timer = setInterval(begin, everyMs).unref();
  app.addHook('onListen', async () => begin());
  app.addHook('preClose', async () => {
    clearInterval(timer);
    await looking;
  });
}

/** What is sent to this server may change any page. */
function mayChange({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function current(page: KeptPage | undefined, atMostMs: number): KeptPage | null {
  return page && performance.now() - page.madeAtMs < atMostMs ? page : null;
}

interface Looks {
  readonly unlookedMs: number;
  /** The stamp of now, or of a moment ago. */
  readonly stamp: () => Promise<string>;
  readonly forget: () => void;
}

/** One look for all who ask within a moment. */
function lookingAt({ stamp, unlookedMs }: KeptPagesOptions): Looks {
  let last: { readonly stamp: Promise<string>; readonly atMs: number } | null = null;
  const goodMs = Math.min(lookMs, unlookedMs);
  return {
    unlookedMs,
    stamp() {
      const atMs = performance.now();
      if (last !== null && atMs - last.atMs < goodMs) return last.stamp;
      const look = { stamp: stamp(), atMs };
      last = look;
      // One that failed is asked again.
      look.stamp.catch(() => {
        if (last === look) last = null;
      });
      return look.stamp;
    },
    forget: () => void (last = null),
  };
}

async function stillRight(
  page: KeptPage | undefined,
  { stamp, unlookedMs }: Looks,
): Promise<KeptPage | null> {
  if (current(page, keptMs) === null || page === undefined) return null;
  if (performance.now() - page.knownAtMs < unlookedMs) return page;
  if ((await stamp()) !== page.stamp) return null;
  page.knownAtMs = performance.now();
  return page;
}

/** A whole page, sent to everyone alike: forms and choices of language are not. */
function isPage(reply: FastifyReply, payload: unknown): payload is string | Buffer {
  return (
    reply.statusCode === 200 &&
    /^(?:private|public), no-cache$/.test(String(reply.getHeader('cache-control'))) &&
    reply.getHeader('set-cookie') === undefined &&
    (typeof payload === 'string' || Buffer.isBuffer(payload))
  );
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
  const known = (request.headers['if-none-match'] ?? '').split(/\s{0,9},\s{0,9}/);
  void reply.headers(page.headers);
  const { etag } = page.headers;
  if (etag === undefined || !known.includes(etag)) return reply.send(page.payload);
  return reply.removeHeader('content-length').removeHeader('content-encoding').code(304).send();
}
