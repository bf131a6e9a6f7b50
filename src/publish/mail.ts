import { Readable } from 'node:stream';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Log, MailDoor, MailOutcome, OutgoingMail } from '../domain/index.ts';

export interface MailDoorOptions {
  /** `smtp://user:password@host:587`, or `smtps://` where TLS comes first. */
  readonly url: string;
  /** Address the letters come from; refusals come back to it too. */
  readonly from: string;
  readonly log: Log;
  /** Name beside the address; default "Column Inches". */
  readonly fromName?: string;
  /** Longest silence of the server, milliseconds; at least 100, default 60,000. */
  readonly silenceMs?: number;
  /**
   * Longest time for a whole letter, milliseconds; at least 200, default 300,000. A server may
   * take its time when it has the letter, and whoever hangs up then sends it twice.
   */
  readonly letterMs?: number;
}

type Settings = Required<MailDoorOptions>;

/** The server's answer, as nodemailer tells it. */
interface SmtpFault {
  readonly message: string;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** A mail server, over one connection that is kept for the letters that follow. */
export function createMailDoor(options: MailDoorOptions): MailDoor {
  const settings: Settings = {
    fromName: 'Column Inches',
    silenceMs: 60_000,
    letterMs: 300_000,
    ...options,
  };
  let open: SMTPConnection | null = null;
  const drop = () => {
    open?.close();
    open = null;
  };
  const sendOnce = async (letter: Omit<Handing, 'settings'>): Promise<MailOutcome> => {
    try {
      open ??= await connectThen(settings, (ended) => {
        if (open === ended) open = null;
      });
    } catch (fault) {
      return { state: 'later', ofHouse: true, answer: answerOf(fault as SmtpFault) };
    }
    const outcome = await hand(open, { ...letter, settings });
    // After anything but a clean answer nobody knows where the two sides stand.
    if (outcome.state !== 'sent') drop();
    return outcome;
  };
  return {
    send: async (mail, beforeEnd = async () => true) => {
      const letter = { mail, bytes: await compose(mail, settings), beforeEnd };
      const isKept = open !== null;
      const outcome = await sendOnce(letter);
      // A server may end a connection after any letter: that is no trouble, only a new beginning.
      const isStale = isKept && outcome.state === 'later' && outcome.ofHouse;
      return isStale ? sendOnce(letter) : outcome;
    },
    close: async () => drop(),
  };
}

async function compose(mail: OutgoingMail, settings: Settings): Promise<Buffer> {
  const { to, subject, html, text, messageId, date, language, headers, pictures = [] } = mail;
  const composer = new MailComposer({
    from: { name: settings.fromName, address: settings.from },
    to: { name: '', address: to },
    subject,
    html,
    text,
    messageId,
    date,
    headers: headerLines({ 'Content-Language': language, ...headers }),
    attachments: pictures.map(({ name, bytes }) => ({
      cid: name,
      filename: name,
      content: Buffer.from(bytes),
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** One line each, never folded: a link stays whole, and nothing in a value can end its line. */
function headerLines(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([key, text]) => ({
    key,
    value: { prepared: true, foldLines: false, value: text.replaceAll(/[^\x20-\x7e]/g, '') },
  }));
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** Connects and signs in. */
function connect(settings: Settings): Promise<SMTPConnection> {
  const { url, silenceMs } = settings;
  const { protocol, hostname, port, username, password } = new URL(url);
  const isHere = loopback.test(hostname);
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    // A password never crosses a network in the clear.
    requireTLS: protocol === 'smtp:' && username !== '' && !isHere,
    tls: { rejectUnauthorized: !isHere },
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    socketCloseTimeout: 1000,
    maxResponseSize: 65_536,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(silent), 3 * silenceMs);
    const fail = (fault: unknown) => {
      clearTimeout(timer);
      connection.close();
      reject(fault as Error);
    };
    const done = () => {
      clearTimeout(timer);
      resolve(connection);
    };
    // Faults between two letters are met again when the next is sent.
    connection.on('error', fail);
    connection.connect(() => {
      if (username === '') return done();
      const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
      connection.login(auth, (fault) => (fault ? fail(fault) : done()));
    });
  });
}

async function connectThen(
  settings: Settings,
  onEnd: (connection: SMTPConnection) => void,
): Promise<SMTPConnection> {
  const connection = await connect(settings);
  connection.once('end', () => onEnd(connection));
  return connection;
}

const silent: SmtpFault = { message: 'the server did not answer in time' };

interface Handing {
  readonly mail: OutgoingMail;
  readonly bytes: Buffer;
  readonly beforeEnd: () => Promise<boolean>;
  readonly settings: Settings;
}

/** Hands one letter over and tells what became of it. */
function hand(connection: SMTPConnection, handing: Handing): Promise<MailOutcome> {
  const { mail, bytes, beforeEnd, settings } = handing;
  const begunAt = performance.now();
  return new Promise((resolve) => {
    let isOver = false;
    let isHandedOver = false;
    const finish = (outcome: MailOutcome) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      resolve(outcome);
    };
    const fail = (fault: SmtpFault) => {
      const outcome = outcomeOf(fault, isHandedOver);
      // Nothing of the connection may go on in the background: the last line least of all.
      if (outcome.state !== 'refused') connection.close();
      finish(outcome);
    };
    const timer = setTimeout(() => fail(silent), settings.letterMs);
    const mayEnd = async () => {
      const envelopeMs = performance.now() - begunAt;
      while (!isOver && isFlowing(connection)) await delay(flowingMs);
      await delay(Math.max(shortestPauseMs, Math.min(envelopeMs, longestPauseMs)));
      const may = !isOver && (await beforeEnd().catch(() => false));
      await turns();
      isHandedOver = may && !isOver;
      return isHandedOver;
    };
    const envelope = { from: settings.from, to: [mail.to], size: bytes.length };
    connection.send(envelope, messageStream(bytes, mayEnd), (fault, info) => {
      if (fault) fail(fault);
      else finish({ state: 'sent', answer: shortened(info?.response ?? '') });
    });
  });
}

/**
 * A server that hangs up within a letter has not taken it; one that hangs up after the letter's end
 * may have. So the end waits until all before it has left and the server has had as long to hang up
 * as it took over the envelope, one round trip or more: what is heard by then is no doubt.
 */
const shortestPauseMs = 10;
const longestPauseMs = 1000;
const flowingMs = 5;

function isFlowing({ _socket: socket }: SMTPConnection): boolean {
  return socket !== null && socket !== false && socket.writableLength > 0;
}

/** Some turns of the event loop, each a look at the sockets: a hang-up that has come is heard. */
async function turns(): Promise<void> {
  for (let count = 0; count < 4; count += 1) await turn();
}

/** The letter; the end, which makes the server keep it, waits for leave. */
function messageStream(bytes: Buffer, mayEnd: () => Promise<boolean>): Readable {
  let isRead = false;
  return new Readable({
    read() {
      if (!isRead) {
        isRead = true;
        this.push(bytes);
        return;
      }
      void mayEnd().then((may) => {
        if (may) this.push(null);
        else this.destroy(new TypeError('the letter was called off'));
      });
    },
  });
}

/** What a failed letter means for it and its reader. */
function outcomeOf(fault: SmtpFault, isHandedOver: boolean): MailOutcome {
  const answer = answerOf(fault);
  const { responseCode = 0, command = '' } = fault;
  if (isHandedOver) {
    if (responseCode >= 500) return { state: 'refused', answer, address: faultOfAddress(fault) };
    if (responseCode >= 400) return { state: 'later', answer, ofHouse: false };
    return { state: 'unknown', answer };
  }
  const isOfReader = command === 'RCPT TO' || command === 'DATA';
  if (isOfReader && responseCode >= 500 && !isPolicy(fault)) {
    return { state: 'refused', answer, address: faultOfAddress(fault) };
  }
  return { state: 'later', answer, ofHouse: !isOfReader || isPolicy(fault) };
}

/** RFC 3463: 5.7 is what the server thinks of the sender, not of the address. */
function isPolicy({ response = '' }: SmtpFault): boolean {
  return /^\d{3}[ -]5\.7\./.test(response);
}

function faultOfAddress({ response = '' }: SmtpFault): 'missing' | 'failing' | 'unharmed' {
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return addressFault(status ?? null);
}

/** What an enhanced status code (RFC 3463) says of an address; null = the server gave none. */
export function addressFault(status: string | null): 'missing' | 'failing' | 'unharmed' {
  if (status === null) return 'failing';
  if (/^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(status)) return 'missing';
  return /^5\.[12]\./.test(status) ? 'failing' : 'unharmed';
}

/** Servers repeat the address in their answer; it is nobody's business in a log. */
function answerOf(fault: SmtpFault): string {
  return shortened(fault.response ?? fault.message);
}

function shortened(text: string): string {
  return text
    .replaceAll(/[^\s<>]{1,64}@[^\s<>]{1,255}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
}
