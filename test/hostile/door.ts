import { createFetchDoor, type Resolve } from '../../crawlers/fetch.ts';
import type { Clock, FetchDoor, Log } from '../../src/domain/index.ts';
import { authority } from './certificate.ts';

const clock: Clock = {
  now: () => new Date(),
  sleep: async (durationMs) => await new Promise((resolve) => setTimeout(resolve, durationMs)),
};
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
/** Shorter than in use, so that hundreds of cases fit in a minute. */
export const LIMITS = {
  totalMs: 4000,
  robotsMs: 3000,
  connectMs: 1800,
  firstByteMs: 1800,
  slowWindowMs: 1000,
  minBytesPerSecond: 2000,
  decodedBytes: 2_000_000,
  waitMs: 100,
};
export const trusted = authority('Test authority');

/** A world of names: none of it exists outside. */
let rebindings = 0;
const resolve: Resolve = async (hostname) => {
  const v4 = (...addresses: string[]) =>
    addresses.map((address) => ({ address, family: 4 as const }));
  switch (hostname.replace(/\.$/, '')) {
    case 'localhost':
    case 'site.example':
      return v4('127.0.0.1');
    case 'inside.example':
      return v4('10.0.0.7');
    case 'both.example':
      return v4('93.184.216.34', '10.0.0.7');
    case 'mapped.example':
      return [{ address: '::ffff:127.0.0.1', family: 6 }];
    case 'zero.example':
      return v4('0.0.0.0');
    case 'empty.example':
      return [];
    case 'hangs.example':
      return await new Promise(() => undefined);
    case 'rebinding.example':
      rebindings += 1;
      return rebindings === 1 ? v4('127.0.0.1') : v4('169.254.169.254');
    default:
      throw Object.assign(new TypeError('not found'), { code: 'ENOTFOUND' });
  }
};

// One a case: the system hands out ports again, and a door remembers what lived there.
/** A door with those limits into that world, or with others; `{}` = those in use. */
export function openDoor(limits: Partial<typeof LIMITS> = LIMITS): FetchDoor {
  const certificateAuthorities = [trusted.cert];
  return createFetchDoor({ clock, log: silent, limits, resolve, certificateAuthorities });
}
