import net, { type AddressInfo, type Socket } from 'node:net';
import tls from 'node:tls';

/**
 * What a hostile server does with one request: raw bytes and the end, or anything with the socket.
 */
export type Reply = string | Uint8Array | ((socket: Socket, target: string) => void);

export interface HostileServer {
  readonly origin: string;
  readonly port: number;
  /** Request targets in the order they came, robots.txt included. */
  readonly targets: string[];
  /** Whole request heads, in the same order. */
  readonly heads: string[];
  close(): Promise<void>;
}

export interface HostileOptions {
  readonly host?: string;
  readonly tls?: tls.TlsOptions;
  /** Misbehaves as soon as someone connects, before any request. */
  readonly onConnect?: (socket: Socket) => void;
}

/** A server on loopback that answers each path with raw bytes; an unknown path is a 404. */
export async function hostileServer(
  replies: Readonly<Record<string, Reply>>,
  options: HostileOptions = {},
): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  const targets: string[] = [];
  const heads: string[] = [];
  const accept = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (options.onConnect) return options.onConnect(socket);
    let head = '';
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const target = head.split(' ', 2)[1] ?? '';
      targets.push(target);
      heads.push(head);
      head = '';
      answer(socket, target, replies[target.split('?', 1)[0] ?? ''] ?? NOT_FOUND);
    });
  };
  const server = options.tls ? tls.createServer(options.tls, accept) : net.createServer(accept);
  server.on('tlsClientError', () => undefined);
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    origin: `${options.tls ? 'https' : 'http'}://${name}:${port}`,
    port,
    targets,
    heads,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const NOT_FOUND = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n';

function answer(socket: Socket, target: string, reply: Reply): void {
  if (typeof reply === 'function') reply(socket, target);
  else socket.end(reply);
}

/** A raw answer with the right length unless the headers say otherwise. */
export function http(
  status: number | string,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Buffer {
  const bytes = Buffer.from(body);
  const isFramed = Object.keys(headers).some((name) => /^(?:content-length|transfer-)/i.test(name));
  const all = isFramed ? headers : { 'Content-Length': String(bytes.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const line = typeof status === 'number' ? `HTTP/1.1 ${status} Answer` : status;
  return Buffer.concat([Buffer.from(`${line}\r\n${lines.join('')}\r\n`), bytes]);
}

export const HTML =
  '<!doctype html><html><head><title>Tin</title></head><body><p>Chào</p></body></html>';

/** An ordinary page. */
export function page(
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = HTML,
) {
  return http(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body);
}

/** A page whose framing is given by hand. */
export function rawPage(headers: string, body: string | Uint8Array = HTML): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** Sends `head`, then `piece` again and again, as fast as the socket takes it or every so often. */
export function endless(head: string | Uint8Array, piece: string | Uint8Array, everyMs = 0): Reply {
  return (socket) => {
    socket.write(head);
    const send = () => {
      if (socket.destroyed) return;
      if (everyMs > 0) {
        socket.write(piece);
        setTimeout(send, everyMs).unref();
      } else {
        while (socket.write(piece) && !socket.destroyed);
        if (!socket.destroyed) socket.once('drain', send);
      }
    };
    send();
  };
}

/** Sends something and then neither more nor the end. */
export function stall(bytes: string | Uint8Array = ''): Reply {
  return (socket) => void (bytes.length > 0 && socket.write(bytes));
}

/** Sends something and resets the connection. */
export function reset(bytes: string | Uint8Array = ''): Reply {
  return (socket) => {
    if (bytes.length === 0) socket.resetAndDestroy();
    else socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 30));
  };
}
