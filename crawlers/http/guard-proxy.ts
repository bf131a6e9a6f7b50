import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { asColumnInchesError, type HostVisit } from '../../src/domain/index.ts';
import { type AddressPolicy, type Resolve, resolveWithin } from './connection.ts';
import { guardedUrl, hostKey } from './url-guard.ts';

export interface GuardOptions {
  /** The page that will be opened: it decides whether private addresses may be touched at all. */
  readonly url: string;
  readonly allowPrivateAddresses: boolean;
  readonly resolve: Resolve;
  /** Hosts never spoken to: third-party advertising and tracking. */
  readonly isBlockedHost: (host: string) => boolean;
  /** The look the page load is part of: each host is its own while it lasts. */
  readonly visit?: HostVisit | null;
  /** Everything one page load may bring in. Default 60 MB. */
  readonly maxBytes?: number;
}

/** A way out for one page load: whatever the page or its scripts ask for passes here. */
export interface GuardProxy {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Requests refused because of where they lead. */
  readonly refused: () => number;
  readonly blocked: () => number;
  close(): Promise<void>;
}

const connectMs = 8_000;
const partMs = 10_000;
const idleMs = 20_000;
const maxSockets = 128;
const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Opens an HTTP and CONNECT proxy on loopback whose every target is looked up and checked here, and
 * connected to by the checked address: neither redirects nor scripts nor a changing name server
 * lead inside. @throws fetch/* where the page itself may not be opened
 */
export async function openGuardProxy(options: GuardOptions): Promise<GuardProxy> {
  const guard = new Guard(options);
  await guard.permit(options.url);
  const server = createServer((incoming, response) => {
    void guard.forward(incoming, response);
  });
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    void guard.tunnel(incoming, client, head);
  });
  server.on('upgrade', (_incoming: IncomingMessage, client: Duplex) => client.destroy());
  server.on('clientError', (_error: Error, client: Duplex) => client.destroy());
  server.maxConnections = maxSockets;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused: () => guard.refused,
    blocked: () => guard.blocked,
    close: async () => {
      guard.end();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

interface Target {
  readonly url: URL;
  readonly address: string;
  readonly port: number;
}

class Guard {
  refused = 0;
  blocked = 0;
  readonly #options: GuardOptions;
  readonly #policy: AddressPolicy;
  readonly #open = new Set<Duplex>();
  readonly #closing = new AbortController();
  #bytesLeft: number;

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#policy = { allowPrivateAddresses: options.allowPrivateAddresses, start: null };
    this.#bytesLeft = options.maxBytes ?? 60_000_000;
  }

  /** The checked target of an address. @throws fetch/* refusals */
  async permit(address: string): Promise<Target> {
    const { allowPrivateAddresses, resolve } = this.#options;
    const rules = { maxCharacters: 8_192, allowPrivateAddresses, allowedPorts: new Set<number>() };
    const url = guardedUrl(address, rules);
    const work = { url, policy: this.#policy, resolve, connectMs };
    const [first] = await resolveWithin(work, this.#closing.signal);
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    return { url, address: (first as { address: string }).address, port };
  }

  async forward(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = incoming.url ?? '';
    const target = await this.#admitted(address);
    if (target === null || target.url.protocol !== 'http:') {
      response.writeHead(403).end();
      return;
    }
    const { url, address: host, port } = target;
    const headers = plainHeaders(incoming.rawHeaders);
    const path = url.pathname + url.search;
    const onward = ask({ host, port, path, method: incoming.method ?? 'GET', headers });
    onward.setTimeout(idleMs, () => onward.destroy());
    onward.on('error', () => response.destroy());
    onward.on('response', (answer) => {
      answer.on('data', (chunk: Buffer) => this.#spend(chunk.length, answer));
      answer.on('error', () => response.destroy());
      response.writeHead(answer.statusCode ?? 502, plainHeaders(answer.rawHeaders));
      answer.pipe(response);
    });
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  async tunnel(incoming: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => client.destroy());
    const target = await this.#admitted(`https://${incoming.url ?? ''}/`);
    if (target === null || client.destroyed) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const { address: host, port } = target;
    const socket: Socket = connect({ host, port, family: isIPv6(host) ? 6 : 4 }, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.write(head);
      client.pipe(socket);
      socket.pipe(client);
    });
    this.#track(client);
    this.#track(socket);
    socket.setTimeout(idleMs, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => this.#spend(chunk.length, socket));
    socket.on('error', () => client.destroy());
    socket.on('close', () => client.destroy());
    client.on('close', () => socket.destroy());
  }

  end(): void {
    this.#closing.abort();
    for (const stream of this.#open) stream.destroy();
  }

  /** Where a request may go; null where it may not, which is counted. */
  async #admitted(address: string): Promise<Target | null> {
    const host = URL.parse(address)?.hostname ?? '';
    if (this.#bytesLeft <= 0) return null;
    if (this.#options.isBlockedHost(host)) {
      this.blocked += 1;
      return null;
    }
    try {
      const target = await this.permit(address);
      await this.#enter(target.url);
      return target;
    } catch (thrown) {
      const { code } = asColumnInchesError(thrown, { code: 'fetch/internal', verdict: 'retry' });
      if (code !== 'fetch/dns') this.refused += 1;
      return null;
    }
  }

  /** Parts of a page often lie on other hosts; those too are spoken to by one look at a time. */
  async #enter(url: URL): Promise<void> {
    const { visit } = this.#options;
    const signal = AbortSignal.any([AbortSignal.timeout(partMs), this.#closing.signal]);
    await visit?.enter(hostKey(url), { url: url.href, delayMs: 0, signal });
  }

  #spend(bytes: number, from: { destroy(): unknown }): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft <= 0) from.destroy();
  }

  #track(stream: Duplex): void {
    this.#open.add(stream);
    stream.on('close', () => this.#open.delete(stream));
  }
}

function plainHeaders(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] as string;
    if (!hopHeaders.has(name.toLowerCase())) kept.push(name, raw[index + 1] as string);
  }
  return kept;
}
