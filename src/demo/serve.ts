import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../domain/index.ts';
import type { OutletId } from './model.ts';
import type { Press } from './press.ts';
import { respond } from './respond.ts';

export interface ServedPress {
  /** `http://127.0.0.1:PORT` of each outlet. */
  readonly origins: Readonly<Record<OutletId, string>>;
  /** Stops all three; resolves when their ports are free. */
  close(): Promise<void>;
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function serveOutlet(press: Press, outletId: OutletId, clock: Clock): Server {
  return createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    // The press lives in simulated time; a Date of today would contradict its pages.
    response.sendDate = false;
    const date = { date: clock.now().toUTCString() };
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { ...date, allow: 'GET, HEAD' }).end();
      return;
    }
    const answer = respond(press, {
      outletId,
      path: url,
      at: clock.now(),
      headers: headersOf(request),
    });
    const length = { 'content-length': String(Buffer.byteLength(answer.body)) };
    response.writeHead(answer.status, { ...date, ...answer.headers, ...(answer.body && length) });
    response.end(method === 'HEAD' ? undefined : answer.body);
  });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Serves the press over HTTP on loopback, one port an outlet (0 = any free one). */
export async function servePress(
  press: Press,
  options: { readonly clock: Clock; readonly ports?: Partial<Record<OutletId, number>> },
): Promise<ServedPress> {
  const servers: Server[] = [];
  const origins: Partial<Record<OutletId, string>> = {};
  const close = async () => {
    await Promise.all(servers.map(stop));
  };
  try {
    for (const { id } of press.outlets) {
      const server = serveOutlet(press, id, options.clock);
      origins[id] = await listen(server, options.ports?.[id] ?? 0);
      servers.push(server);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { origins: origins as Record<OutletId, string>, close };
}
