import { ColumnInchesError, type Verdict } from '../../src/domain/index.ts';

interface ErrorKind {
  readonly verdict: Verdict;
  /** The door's own guard said no: nothing was asked of the page. */
  readonly refused?: true;
  readonly says: string;
  readonly mend: string;
}

const SITE = 'Try again later; if it lasts, tell the outlet or take the address out of its YAML.';
const OWN = 'Correct the address in the outlet’s YAML, or leave this item out.';
const FLAG =
  'Only an outlet whose YAML says allowPrivateAddresses: true may live on this machine or ' +
  'network, and it may not send the crawler elsewhere inside it.';

/** Every way a door says no, by code; the code of the thrown error is `fetch/` + this name. */
const FETCH_ERRORS = {
  'bad-url': { verdict: 'skip-item', refused: true, says: 'is not a web address', mend: OWN },
  'url-too-long': { verdict: 'skip-item', refused: true, says: 'is too long', mend: OWN },
  scheme: {
    verdict: 'skip-item',
    refused: true,
    says: 'is neither http nor https',
    mend: 'Only http:// and https:// addresses are fetched. Correct the address.',
  },
  credentials: {
    verdict: 'skip-item',
    refused: true,
    says: 'carries a user name or password',
    mend: 'Take the part before @ out of the address: only public pages are read.',
  },
  port: {
    verdict: 'skip-item',
    refused: true,
    says: 'names a port that web servers do not use',
    mend: 'Use an address without a port number, or one of the usual ports (80, 443, 8080, 8443).',
  },
  'private-address': {
    verdict: 'skip-item',
    refused: true,
    says: 'leads to an address inside this machine or a private network',
    mend: FLAG,
  },
  robots: {
    verdict: 'skip-item',
    refused: true,
    says: 'is closed to crawlers by the site’s robots.txt',
    mend: 'This is respected. Ask the outlet for permission, or leave the address out.',
  },
  'robots-unreachable': {
    verdict: 'retry',
    refused: true,
    says: 'was not asked for, because the site’s robots.txt could not be read',
    mend: 'It is tried again after a while; until then the site counts as closed.',
  },
  'host-paused': {
    verdict: 'retry',
    refused: true,
    says: 'was not asked for, because the site asked for a pause',
    mend: 'Nothing to do: the next crawl after the pause asks again.',
  },
  dns: {
    verdict: 'retry',
    says: 'has a host name that cannot be found',
    mend: 'Check the spelling of the address and this machine’s internet connection.',
  },
  connect: {
    verdict: 'retry',
    says: 'has a server that cannot be reached',
    mend: 'Check the address and this machine’s internet connection; else try again later.',
  },
  'connect-timeout': {
    verdict: 'retry',
    says: 'has a server that did not take the connection in time',
    mend: SITE,
  },
  tls: {
    verdict: 'stop-source',
    says: 'has no trustworthy certificate, or its encryption failed',
    mend: 'Certificates are never skipped. Check the clock of this machine and tell the outlet.',
  },
  reset: { verdict: 'retry', says: 'broke off the connection', mend: SITE },
  protocol: { verdict: 'skip-item', says: 'answered with something that is not HTTP', mend: SITE },
  'headers-too-large': { verdict: 'skip-item', says: 'sent too many headers', mend: SITE },
  'first-byte-timeout': { verdict: 'retry', says: 'did not begin to answer in time', mend: SITE },
  timeout: { verdict: 'retry', says: 'did not finish answering in time', mend: SITE },
  'too-slow': { verdict: 'retry', says: 'sent its answer too slowly', mend: SITE },
  'too-large': {
    verdict: 'skip-item',
    says: 'is larger than any page should be',
    mend: 'It is left out. If it is a real page, tell us: the limit is a setting of the door.',
  },
  'wrong-length': {
    verdict: 'retry',
    says: 'sent more or less than it had announced, so the page may be cut off',
    mend: SITE,
  },
  'bad-encoding': {
    verdict: 'skip-item',
    says: 'sent compressed data that cannot be unpacked',
    mend: SITE,
  },
  'content-type': {
    verdict: 'skip-item',
    says: 'is not text but another kind of file',
    mend: 'Check that the address is a page, feed or sitemap and not a picture, video or document.',
  },
  empty: { verdict: 'skip-item', says: 'answered with nothing', mend: SITE },
  'too-many-redirects': {
    verdict: 'skip-item',
    says: 'sends the reader on more than five times',
    mend: 'Open it in a browser and put the last address into the YAML.',
  },
  'redirect-loop': {
    verdict: 'skip-item',
    says: 'sends the reader in a circle (some sites do so to those without cookies)',
    mend: 'Open it in a browser and put the last address into the YAML.',
  },
  'bad-redirect': {
    verdict: 'skip-item',
    says: 'sends the reader on without saying where',
    mend: SITE,
  },
  'not-found': {
    verdict: 'skip-item',
    says: 'does not exist (any more)',
    mend: 'Open it in a browser; if it has moved, correct the address in the YAML.',
  },
  forbidden: {
    verdict: 'skip-item',
    says: 'is closed to us',
    mend: 'This is respected. Ask the outlet for permission, or leave the address out.',
  },
  'rate-limited': {
    verdict: 'retry',
    says: 'says that we ask too often',
    mend: 'The site is left in peace for a while. Raise delayMs in the outlet’s YAML.',
  },
  unavailable: {
    verdict: 'retry',
    says: 'is not available at the moment',
    mend: 'The site is left in peace for a while; the next crawl asks again.',
  },
  'server-error': { verdict: 'retry', says: 'has a fault on its server', mend: SITE },
  status: { verdict: 'skip-item', says: 'answered with an unusual status', mend: SITE },
  'unexpected-not-modified': {
    verdict: 'retry',
    says: 'said “not modified” although nothing was compared',
    mend: SITE,
  },
  cancelled: {
    verdict: 'retry',
    refused: true,
    says: 'was given up, because the crawl was stopped',
    mend: 'Start the crawl again.',
  },
  internal: {
    verdict: 'stop-run',
    says: 'met a fault of this program',
    mend: 'Please report it with the address and this text.',
  },
} as const satisfies Record<string, ErrorKind>;

export type FetchErrorName = keyof typeof FETCH_ERRORS;

export interface FetchErrorMore {
  /** What exactly was seen, without a full stop. */
  readonly detail?: string;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A refusal or failure of the door, with its code, verdict and mend. */
export function fetchError(name: FetchErrorName, url: string, more: FetchErrorMore = {}) {
  const kind: ErrorKind = FETCH_ERRORS[name];
  const detail = more.detail ? ` (${more.detail})` : '';
  return new ColumnInchesError({
    code: `fetch/${name}`,
    verdict: kind.verdict,
    message: `${shownUrl(url)} ${kind.says}${detail}. ${kind.mend}`,
    ...(more.retryAfterMs === undefined ? {} : { retryAfterMs: more.retryAfterMs }),
    ...(more.cause === undefined ? {} : { cause: more.cause }),
  });
}

/** Whether an error of the door means that nothing was asked of the page. */
export function isRefusal(error: ColumnInchesError): boolean {
  const kind = Object.entries(FETCH_ERRORS).find(([name]) => error.code === `fetch/${name}`);
  return kind !== undefined && 'refused' in kind[1];
}

/** A URL fit for a message: short, without control characters and without a password. */
function shownUrl(url: string): string {
  const printable = url.replace(/[^\x21-\uFFFD]/g, '').replace(/\/\/[^/@]*@/, '//');
  return printable.length > 200 ? `${printable.slice(0, 200)}…` : printable || 'The address';
}
