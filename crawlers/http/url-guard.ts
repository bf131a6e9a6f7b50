import { numberOf } from '../../src/domain/index.ts';
import { type AddressClass, addressClass } from './addresses.ts';
import { fetchError, type FetchErrorName } from './errors.ts';

const USUAL_PORTS = new Set(['', '80', '443', '8000', '8008', '8080', '8081', '8443', '8888']);

/** Ports of other services above 1023: the WHATWG's bad ports and common databases. */
const OTHER_SERVICES = new Set(
  (
    '1433 1521 1719 1720 1723 2049 2375 2376 3306 3389 3659 4045 4190 5060 5061 5432 5900 5984 ' +
    '6000 6379 6566 6665 6666 6667 6668 6669 6679 6697 9200 9300 10080 10250 11211 27017'
  ).split(' '),
);

export interface UrlRules {
  readonly maxCharacters: number;
  readonly allowPrivateAddresses: boolean;
  readonly allowedPorts: ReadonlySet<number>;
}

/** Parses an address and refuses what no public page needs. @throws fetch/* refusals */
export function guardedUrl(address: string, rules: UrlRules, base?: string): URL {
  const refuse = (name: FetchErrorName, detail?: string) =>
    fetchError(name, address, detail === undefined ? {} : { detail });
  if (address.length > rules.maxCharacters) {
    throw refuse(
      'url-too-long',
      `${numberOf(address.length, 'character')}, at most ${rules.maxCharacters}`,
    );
  }
  const url = URL.parse(address, base);
  if (!url) throw refuse('bad-url');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse('scheme', url.protocol);
  if (url.username !== '' || url.password !== '') throw refuse('credentials');
  if (url.hostname === '' || /^\.|\.\.|[^\w.:[\]-]/.test(url.hostname)) throw refuse('bad-url');
  if (url.href.length > rules.maxCharacters) throw refuse('url-too-long');
  const place = writtenClass(url.hostname);
  if (place === 'forbidden' || (place !== 'public' && !rules.allowPrivateAddresses)) {
    throw refuse('private-address', url.hostname);
  }
  if (!isPortAllowed(url.port, rules)) throw refuse('port', `port ${url.port}`);
  url.hash = '';
  return url;
}

/** Where an address leads that says so without a look-up; a name counts as public until then. */
function writtenClass(hostname: string): AddressClass {
  if (/(?:^|\.)localhost\.?$/.test(hostname)) return 'loopback';
  const isLiteral = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  return isLiteral ? addressClass(hostname.replace(/\.$/, '')) : 'public';
}

function isPortAllowed(port: string, rules: UrlRules): boolean {
  if (USUAL_PORTS.has(port) || rules.allowedPorts.has(Number(port))) return true;
  return rules.allowPrivateAddresses && Number(port) >= 1024 && !OTHER_SERVICES.has(port);
}

/** The queue a URL belongs to: one host, whatever its scheme; on odd ports, one server. */
export function hostKey(url: URL): string {
  const host = url.hostname.replace(/\.$/, '');
  return USUAL_PORTS.has(url.port) && url.port.length < 4 ? host : `${host}:${url.port}`;
}
