import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface KeptPagesOptions {
  /** Differs from an earlier answer as soon as anything stored has changed. */
  readonly stamp: () => Promise<string>;
  /**
   * How long a page is sent again without looking whether anything has changed, milliseconds; 0 =
   * always look.
   */
  readonly unlookedMs: number;
  /** How old a page may be that is sent while its next one is made, milliseconds; 0 = none is. */
  readonly meanwhileMs: number;
}

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

/** Only the pages everyone sees alike: a reader who is signed in is never served from here. */
function keyOf(request: FastifyRequest): string | null {
  const { cookie = '', 'accept-encoding': encodings = '' } = request.headers;
  const isAnyone = cookie.split(';').every((pair) => /^\s*(lang=.*)?$/.test(pair));
  const route = request.routeOptions.url;
  if (request.method !== 'GET' || !isAnyone || route === undefined) return null;
  // What is framed elsewhere has headers of its own.
  if (route.startsWith('/embed/')) return null;
  // Monitors ask how things are now, also while the database is away.
  if (/^\/(?:healthz|readyz|metrics)$/.test(route)) return null;
  const encoding = /\bbr\b/.test(String(encodings)) ? 'br' : String(encodings);
  const languages = request.headers['accept-language'] ?? '';
  return [request.host, request.url, cookie, languages, encoding].join('\n');
}

/**
 * Keeps pages that were made and sends them to the next readers for as long as nothing stored has
 * changed, so that a hundred readers of one page cost as much as one. Of several who ask for a page
 * at once, one waits for it to be made. Call it after the hooks that change what is sent.
 */
export function keepPages(app: FastifyInstance, options: KeptPagesOptions): void {
  const pages = new Map<string, KeptPage>();
  const inMaking = new Map<string, Promise<void>>();
  const finished = new WeakMap<FastifyRequest, () => void>();
  const stamps = new WeakMap<FastifyRequest, string>();

  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request);
    if (key === null) return forget(request, pages);
    let page = await stillRight(pages.get(key), options);
    const making = inMaking.get(key);
    if (page === null && making !== undefined) {
      page = current(pages.get(key), options.meanwhileMs);
      if (page === null) await making;
      page ??= await stillRight(pages.get(key), options);
    }
    if (page !== null) return sendKept(request, reply, page);
    const { promise, resolve } = Promise.withResolvers<void>();
    if (!inMaking.has(key)) inMaking.set(key, promise);
    finished.set(request, () => {
      if (inMaking.get(key) === promise) inMaking.delete(key);
      resolve();
    });
    stamps.set(request, await options.stamp());
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const key = keyOf(request);
    const stamp = stamps.get(request);
    if (key !== null && stamp !== undefined && isPage(reply, payload)) {
      const madeAtMs = performance.now();
      const headers = headersOf(reply);
      pages.delete(key);
      pages.set(key, { payload, headers, stamp, madeAtMs, knownAtMs: madeAtMs });
      const [oldest] = pages.keys();
      if (pages.size > pagesAtMost && oldest !== undefined) pages.delete(oldest);
    }
    finished.get(request)?.();
    return payload;
  });
  app.addHook('onResponse', async (request) => finished.get(request)?.());
}

/** What is sent to this server may change any page. */
function forget(request: FastifyRequest, pages: Map<string, KeptPage>): undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') pages.clear();
}

function current(page: KeptPage | undefined, atMostMs: number): KeptPage | null {
  return page && performance.now() - page.madeAtMs < atMostMs ? page : null;
}

async function stillRight(
  page: KeptPage | undefined,
  { stamp, unlookedMs }: KeptPagesOptions,
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
  if (!known.includes(page.headers.etag ?? '')) return reply.send(page.payload);
  return reply.removeHeader('content-length').removeHeader('content-encoding').code(304).send();
}
