import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** Where a server goes wrong; `end` is the line that ends a letter. */
export type Step = 'greeting' | 'ehlo' | 'tls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body' | 'end';

/** What it does there: an answer of its own, or none. */
export interface Trouble {
  readonly name: string;
  readonly at: Step;
  /** A whole answer; or `drop`: hang up, `hang`: say nothing, `drip`: a digit at a time. */
  readonly does: string;
  /** The letter is kept nevertheless: only its answer is lost. Default false. */
  readonly keeps?: boolean;
  /** Further lines of the answer to EHLO. */
  readonly offers?: readonly string[];
}

/** One letter that a server has taken: from now on it is the reader's. */
export interface TakenLetter {
  readonly to: string;
  readonly from: string;
  readonly raw: string;
}

export interface TestServer {
  readonly url: string;
  readonly letters: TakenLetter[];
  /** Lines the server was sent, without letters. */
  readonly lines: string[];
  /** Goes wrong in this way from now on; null = no more. */
  trouble(trouble: Trouble | null): void;
  /** Told of each step of a session, before the server answers. */
  watch(told: ((step: string) => void) | null): void;
  close(): Promise<void>;
}

const answers: Readonly<Record<Step, string>> = {
  greeting: '220 test ESMTP',
  ehlo: '250 OK',
  tls: '454 no TLS here',
  auth: '235 2.7.0 welcome',
  mail: '250 2.1.0 sender fine',
  rcpt: '250 2.1.5 reader fine',
  data: '354 go on',
  body: '',
  end: '250 2.0.0 taken',
};

interface Session {
  readonly socket: Socket;
  from: string;
  to: string;
  /** Set while a letter comes in. */
  body: string | null;
}

/** A small SMTP server (RFC 5321) on loopback that goes wrong exactly where it is told to. */
export async function smtpServer(): Promise<TestServer> {
  const letters: TakenLetter[] = [];
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  let trouble: Trouble | null = null;
  let told: ((step: string) => void) | null = null;

  const reply = (session: Session, step: Step, usual: string = answers[step]) => {
    const { socket } = session;
    if (trouble?.at !== step) return void socket.write(`${usual}\r\n`);
    if (trouble.does === 'hang') return;
    if (trouble.does === 'drop') return void socket.destroy();
    if (trouble.does === 'drip') return drip(socket);
    socket.write(`${trouble.does}\r\n`);
  };

  const command = (session: Session, line: string) => {
    lines.push(line);
    told?.(line.slice(0, 4));
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') {
      const offers = ['250-test', ...(trouble?.offers ?? []).map((one) => `250-${one}`), '250 OK'];
      return reply(session, 'ehlo', offers.join('\r\n'));
    }
    if (word === 'STAR') return reply(session, 'tls');
    if (word === 'AUTH') return reply(session, 'auth');
    if (word === 'MAIL') {
      session.from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      return reply(session, 'mail');
    }
    if (word === 'RCPT') {
      session.to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      return reply(session, 'rcpt');
    }
    if (word === 'DATA') {
      if (trouble?.at !== 'data') session.body = '';
      return reply(session, 'data');
    }
    if (word === 'QUIT') return void session.socket.end('221 bye\r\n');
    session.socket.write('250 OK\r\n');
  };

  const letter = (session: Session, text: string) => {
    const { body, to, from } = session;
    const whole = `${body ?? ''}${text}`;
    if (trouble?.at === 'body' && whole.length > 2000) return void session.socket.destroy();
    const end = whole.indexOf('\r\n.\r\n');
    if (end < 0) {
      session.body = whole;
      return;
    }
    session.body = null;
    told?.('end');
    const isKept = trouble?.at !== 'end' || trouble.keeps === true;
    if (isKept) letters.push({ to, from, raw: whole.slice(0, end).replaceAll('\r\n..', '\r\n.') });
    reply(session, 'end');
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    const session: Session = { socket, from: '', to: '', body: null };
    let pending = '';
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (session.body !== null) return letter(session, text);
      pending += text;
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        command(session, line);
      }
    });
    reply(session, 'greeting');
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  afterAll(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    lines,
    trouble: (next) => {
      trouble = next;
      // What hangs in the old trouble does not outlive it.
      for (const socket of sockets) socket.destroy();
    },
    watch: (next) => {
      told = next;
    },
    close,
  };
}

function drip(socket: Socket): void {
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write('2');
  }, 50);
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
