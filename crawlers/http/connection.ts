import dns from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { Client, buildConnector } from 'undici';
import { addressClass, mayTouch, type AddressClass } from './addresses.ts';
import { untilAborted } from './deadline.ts';
import { fetchError } from './errors.ts';
import type { FetchLimits } from './limits.ts';
import { WireTap } from './wire-tap.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Looks a host name up; the default is the machine's own resolver. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** The machine's resolver, hosts file included. */
export const systemResolve: Resolve = async (hostname) =>
  await new Promise((resolve, reject) => {
    dns.lookup(hostname, { all: true }, (error, found) => {
      if (error) reject(error);
      else resolve(found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })));
    });
  });

/** Where a chain of redirects may go: decided by where it began. */
export interface AddressPolicy {
  readonly allowPrivateAddresses: boolean;
  start: AddressClass | null;
}

/**
 * The checked addresses of a URL's host. One forbidden address among several refuses the host: a
 * name that leads both outside and inside is an attack or a fault. @throws fetch/dns,
 * private-address
 */
async function checkedAddresses(url: URL, policy: AddressPolicy, resolve: Resolve) {
  const found = await lookUp(url, resolve);
  for (const { address } of found) {
    const next = addressClass(address);
    policy.start ??= next;
    if (!mayTouch(next, policy.start, policy.allowPrivateAddresses)) {
      throw fetchError('private-address', url.href, { detail: address });
    }
  }
  return found;
}

async function lookUp(url: URL, resolve: Resolve): Promise<readonly ResolvedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host.includes(':')) return [{ address: host, family: 6 }];
  if (/^[\d.]+$/.test(host)) return [{ address: host, family: 4 }];
  try {
    const found = await resolve(host);
    if (found.length > 0) return found.slice(0, 16);
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw fetchError('dns', url.href, { detail, cause });
  }
  throw fetchError('dns', url.href, {
    detail: { vi: 'tên này không có địa chỉ', en: 'it has no address' },
  });
}

export interface ConnectionOptions {
  readonly addresses: readonly ResolvedAddress[];
  readonly limits: FetchLimits;
  readonly certificateAuthorities: readonly string[] | undefined;
}

/**
 * A connection for one request, pinned to checked addresses: the name is not looked up again, so a
 * name server that changes its answer (DNS rebinding) gains nothing. Nothing is reused, so no
 * answer can speak for another request's page.
 */
export function openConnection(url: URL, options: ConnectionOptions) {
  const { addresses, limits, certificateAuthorities } = options;
  const tap = new WireTap(limits);
  const lookup: LookupFunction = (_hostname, { all }, callback) => {
    const [first] = addresses as [ResolvedAddress];
    if (all) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
  const connect = buildConnector({
    lookup,
    allowH2: false,
    timeout: limits.connectMs,
    autoSelectFamily: addresses.length > 1,
    maxCachedSessions: 0,
    // Said aloud, since an environment variable of Node could switch the check off.
    rejectUnauthorized: true,
    ...(certificateAuthorities ? { ca: [...certificateAuthorities] } : {}),
  });
  const client = new Client(url.origin, {
    maxHeaderSize: limits.headerBytes,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (target, callback) =>
      connect(target, (error, socket) => {
        if (error) return callback(error, null);
        const stray = strayAddress(socket, addresses);
        if (stray !== null) {
          socket.destroy();
          return callback(fetchError('private-address', url.href, { detail: stray }), null);
        }
        tap.attach(socket);
        callback(null, socket);
      }),
  });
  return { client, tap };
}

/** Belt and braces: the far end must be one of the checked addresses. */
function strayAddress(socket: Socket, addresses: readonly ResolvedAddress[]): string | null {
  const remote = socket.remoteAddress;
  // Already gone again: there is nobody to speak to.
  if (remote === undefined) return null;
  const plain = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '').toLowerCase();
  const isChecked = addresses.some(({ address }) => sameAddress(plain(address), plain(remote)));
  return isChecked ? null : remote;
}

function sameAddress(left: string, right: string): boolean {
  if (left === right) return true;
  return left.includes(':') && URL.parse(`http://[${left}]`)?.hostname === `[${right}]`;
}

/** Looks up and checks within the connection's share of the time. */
export async function resolveWithin(
  work: { url: URL; policy: AddressPolicy; resolve: Resolve; connectMs: number },
  signal: AbortSignal,
) {
  const { url, policy, resolve, connectMs } = work;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const error = fetchError('dns', url.href, {
      detail: { vi: 'máy chủ tên miền không trả lời', en: 'no answer from the name servers' },
    });
    timer = setTimeout(() => reject(error), connectMs);
  });
  try {
    const looking = checkedAddresses(url, policy, resolve);
    looking.catch(() => undefined);
    return await untilAborted(Promise.race([looking, tooLate]), signal);
  } finally {
    clearTimeout(timer);
  }
}
