import type { Client, Dispatcher } from 'undici';
import { ColumnInchesError, numberOf, type FetchRequest } from '../../src/domain/index.ts';
import { ACCEPTED_ENCODINGS, readBody, type BodyOptions } from './body.ts';
import { openConnection, resolveWithin, type AddressPolicy, type Resolve } from './connection.ts';
import { acceptHeader, mayHold } from './content-type.ts';
import { abortAfter } from './deadline.ts';
import { fetchError, type FetchErrorName } from './errors.ts';
import { readHeaders, type Headers } from './headers.ts';
import type { FetchLimits } from './limits.ts';
import { WireFault, type WireTap } from './wire-tap.ts';

/** What stays the same for all requests of a door. */
export interface ExchangeSettings {
  readonly userAgent: string;
  readonly limits: FetchLimits;
  readonly resolve: Resolve;
  readonly certificateAuthorities: readonly string[] | undefined;
}

export interface Exchange {
  readonly url: URL;
  readonly expects: FetchRequest['expects'];
  readonly validators?: FetchRequest['validators'] | undefined;
  readonly policy: AddressPolicy;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Null unless the status is 200 or 203. */
  readonly bytes: Uint8Array | null;
}

/**
 * Called as soon as the head of the answer is known, so that failures after it can tell the status.
 */
export type OnHead = (status: number, headers: Headers) => void;

/**
 * One request and its answer, without following anything.
 * @throws a named error `fetch/…` for whatever is amiss
 */
export async function exchange(
  asked: Exchange,
  settings: ExchangeSettings,
  run: { signal: AbortSignal; onHead?: OnHead },
): Promise<Answer> {
  const { limits, resolve, certificateAuthorities } = settings;
  const { url, policy } = asked;
  const abort = new AbortController();
  const follow = () => abort.abort(run.signal.reason);
  if (run.signal.aborted) follow();
  run.signal.addEventListener('abort', follow, { once: true });
  let client: Client | undefined;
  try {
    const work = { url, policy, resolve, connectMs: limits.connectMs };
    const addresses = await resolveWithin(work, abort.signal);
    const opened = openConnection(url, { addresses, limits, certificateAuthorities });
    client = opened.client;
    return await converse({ ...opened, asked, settings, abort, onHead: run.onHead });
  } catch (error) {
    throw namedError(abort.signal.aborted ? abort.signal.reason : error, url.href);
  } finally {
    run.signal.removeEventListener('abort', follow);
    client?.destroy().catch(() => undefined);
  }
}

interface Conversation {
  readonly client: Client;
  readonly tap: WireTap;
  readonly asked: Exchange;
  readonly settings: ExchangeSettings;
  readonly abort: AbortController;
  readonly onHead: OnHead | undefined;
}

async function converse(talk: Conversation): Promise<Answer> {
  const { asked, settings, abort, tap } = talk;
  const { limits } = settings;
  const url = asked.url.href;
  const noAnswer = { name: 'first-byte-timeout', url } as const;
  const disarm = abortAfter(abort, limits.firstByteMs, noAnswer);
  let response: Dispatcher.ResponseData;
  try {
    response = await talk.client.request({
      method: 'GET',
      path: asked.url.pathname + asked.url.search,
      headers: requestHeaders(asked, settings),
      reset: true,
      signal: abort.signal,
      responseHeaders: 'raw',
    });
  } finally {
    disarm();
  }
  const { statusCode: status, body } = response;
  // Whatever the body does after we lost interest in it is no surprise.
  body.on('error', () => undefined);
  const headers = readHeaders(response.headers as unknown as string[], url, limits);
  talk.onHead?.(status, headers);
  if (!isReadable(status, asked)) {
    body.destroy();
    return { status, headers, bytes: null };
  }
  const bytes = await readBody(body, bodyOptions(talk, headers)).catch((error: unknown) => {
    throw isCutOff(error) ? fetchError('wrong-length', url, { cause: error }) : error;
  });
  const announced = Number(headers['content-length'] ?? Number.NaN);
  if (tap.bodyBytes > announced) {
    const detail = `${numberOf(announced, 'byte')} announced, at least ${tap.bodyBytes} sent`;
    throw fetchError('wrong-length', url, { detail });
  }
  return { status, headers, bytes };
}

/** The other side closed before the announced end. */
function isCutOff(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'UND_ERR_SOCKET' && message === 'other side closed';
}

function isReadable(status: number, { expects }: Exchange): boolean {
  return (
    status === 200 || status === 203 || (expects === 'robots' && status >= 200 && status < 300)
  );
}

function bodyOptions({ asked, settings, abort }: Conversation, headers: Headers): BodyOptions {
  const { limits } = settings;
  const { expects } = asked;
  const url = asked.url.href;
  const type = headers['content-type'] ?? '';
  if (!mayHold(expects, type)) {
    throw fetchError('content-type', url, { detail: type.slice(0, 80) });
  }
  const isRobots = expects === 'robots';
  if (!isRobots && Number(headers['content-length'] ?? 0) > limits.decodedBytes) {
    throw fetchError('too-large', url, {
      detail: {
        vi: `${headers['content-length']} byte`,
        en: numberOf(headers['content-length'], 'byte'),
      },
    });
  }
  return {
    url,
    expects,
    contentEncoding: headers['content-encoding'] ?? '',
    maxBytes: isRobots ? limits.robotsBytes : limits.decodedBytes,
    maxWireBytes: limits.decodedBytes,
    minBytesPerSecond: limits.minBytesPerSecond,
    slowWindowMs: limits.slowWindowMs,
    cutAtLimit: isRobots,
    abort,
  };
}

function requestHeaders(asked: Exchange, settings: ExchangeSettings): Record<string, string> {
  const { etag, lastModified } = asked.validators ?? {};
  // Validators come back from a store: what could end a header line never goes out.
  const isSafe = (value: string | undefined) => value && /^[\x20-\x7e]{1,1000}$/.test(value);
  return {
    'user-agent': settings.userAgent,
    accept: acceptHeader(asked.expects),
    'accept-encoding': ACCEPTED_ENCODINGS,
    ...(isSafe(etag) ? { 'if-none-match': etag as string } : {}),
    ...(isSafe(lastModified) ? { 'if-modified-since': lastModified as string } : {}),
  };
}

const BY_CODE: Readonly<Record<string, FetchErrorName>> = {
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  EADDRNOTAVAIL: 'connect',
  EACCES: 'connect',
  EPERM: 'connect',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  UND_ERR_HEADERS_TIMEOUT: 'first-byte-timeout',
  UND_ERR_BODY_TIMEOUT: 'too-slow',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'wrong-length',
  ERR_ASSERTION: 'protocol',
};

/** Gives whatever the network stack threw its name. */
export function namedError(thrown: unknown, url: string): ColumnInchesError {
  if (thrown instanceof ColumnInchesError) return thrown;
  const error = innermost(thrown);
  if (error instanceof WireFault) {
    return fetchError(error.fault, url, { detail: error.message, cause: thrown });
  }
  const code = error.code ?? '';
  const detail = code || error.message.slice(0, 120);
  const more = { detail, cause: thrown };
  const known = BY_CODE[code];
  if (known) return fetchError(known, url, more);
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code)) {
    return fetchError('tls', url, more);
  }
  if (error.name === 'HTTPParserError') {
    return fetchError('protocol', url, { ...more, detail: error.message.slice(0, 120) });
  }
  if (code === 'UND_ERR_SOCKET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    const isOdd = /bad (?:response|upgrade)/.test(error.message);
    return fetchError(isOdd ? 'protocol' : 'reset', url, { ...more, detail: error.message });
  }
  return fetchError('internal', url, more);
}

function innermost(thrown: unknown): NodeJS.ErrnoException {
  let error = thrown instanceof Error ? thrown : new TypeError(String(thrown));
  for (let depth = 0; depth < 5; depth += 1) {
    if (error instanceof AggregateError && error.errors[0] instanceof Error) {
      error = error.errors[0];
    } else if (error.cause instanceof Error && !('code' in error)) error = error.cause;
    else break;
  }
  return error;
}
