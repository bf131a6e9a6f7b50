import type { Socket } from 'node:net';
import type { FetchLimits } from './limits.ts';

const STATUS_LINE = /^HTTP\/1\.[01] ([1-5]\d\d)(?:[ \r]|$)/;

/**
 * Listens to the bytes as they come from the socket, before the HTTP parser: it notices what a
 * parser hides, such as a body longer than announced, an endless row of interim answers or chunk
 * extensions, or a status line that no server may send.
 */
export class WireTap {
  /** Bytes after the last header of the final answer. */
  bodyBytes = 0;
  totalBytes = 0;
  #head = '';
  #isHeadRead = false;
  readonly #limits: FetchLimits;

  constructor(limits: FetchLimits) {
    this.#limits = limits;
  }

  attach(socket: Socket): void {
    const read = socket.read.bind(socket);
    socket.read = (size?: number) => {
      const chunk = read(size) as Buffer | null;
      if (chunk !== null) {
        const fault = this.#hear(chunk);
        if (fault) {
          socket.destroy(fault);
          return null;
        }
      }
      return chunk;
    };
  }

  #hear(chunk: Buffer): WireFault | null {
    this.totalBytes += chunk.length;
    if (this.#isHeadRead) {
      this.bodyBytes += chunk.length;
      // Chunk sizes cost at most a few bytes each; an honest body stays far below twice the cap.
      const most = this.#limits.decodedBytes * 2 + this.#limits.headerBytes * 2;
      return this.totalBytes > most ? new WireFault('too-large', 'endless') : null;
    }
    this.#head += chunk.toString('latin1');
    return this.#readHeads();
  }

  #readHeads(): WireFault | null {
    for (;;) {
      const end = this.#head.indexOf('\r\n\r\n', leadingBlank(this.#head));
      if (end < 0) {
        const isFlood = this.totalBytes > this.#limits.headerBytes * 2;
        return isFlood ? new WireFault('headers-too-large', 'headers without end') : null;
      }
      const status = STATUS_LINE.exec(this.#head.slice(leadingBlank(this.#head)).slice(0, 40));
      if (!status) return new WireFault('protocol', 'no valid status line');
      const fault = ambiguousLength(this.#head.slice(0, end));
      if (fault) return new WireFault('protocol', `it announces ${fault}`);
      this.#head = this.#head.slice(end + 4);
      if (!status[1]?.startsWith('1') || status[1] === '101') break;
      if (this.totalBytes > this.#limits.headerBytes * 2) {
        return new WireFault('headers-too-large', 'interim answers without end');
      }
    }
    this.bodyBytes = this.#head.length;
    this.#head = '';
    this.#isHeadRead = true;
    return null;
  }
}

/** What two readers could understand differently (request smuggling) is read by neither. */
function ambiguousLength(head: string): string | null {
  const lengths = [...head.matchAll(/^content-length[ \t]*:(.*)$/gim)].map(([, value]) => value);
  const codings = [...head.matchAll(/^transfer-encoding[ \t]*:(.*)$/gim)].map(([, value]) => value);
  if (lengths.length > 0 && codings.length > 0) return 'both a length and a transfer coding';
  if (lengths.length > 1 || lengths.some((value) => !/^\s*\d{1,15}\s*$/.test(value ?? ''))) {
    return 'no single length';
  }
  const isKnown =
    codings.length < 2 && codings.every((value) => /^\s*chunked\s*$/i.test(value ?? ''));
  return isKnown ? null : 'an unknown transfer coding';
}

function leadingBlank(head: string): number {
  let start = 0;
  while (start < 8 && (head[start] === '\r' || head[start] === '\n')) start += 1;
  return start;
}

/** What the tap heard; turned into a named error by the exchange. */
export class WireFault extends Error {
  readonly fault: 'too-large' | 'headers-too-large' | 'protocol';

  constructor(fault: WireFault['fault'], detail: string) {
    super(detail);
    this.name = 'WireFault';
    this.fault = fault;
  }
}
