import { createFetchDoor } from '../../crawlers/fetch.ts';
import type { Log } from '../../src/domain/index.ts';
import { systemClock } from '../../src/system-clock.ts';

// A process of its own that fetches an honest address and then a hostile one, with the limits in
// use, and says how much memory the second cost at its peak.

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const [, , honest = '', hostile = '', kind = 'page'] = process.argv;
const peakBytes = () => process.resourceUsage().maxRSS * 1024;

const door = createFetchDoor({ clock: systemClock, log });
const request = { delayMs: 0, allowPrivateAddresses: true } as const;
await door.fetch({ ...request, url: honest, expects: 'page' });
const before = peakBytes();
const expects = kind === 'sitemap' ? 'sitemap' : 'page';
const { outcome, error } = await door.fetch({ ...request, url: hostile, expects });
await door.close();
process.stdout.write(JSON.stringify({ code: error?.code ?? outcome, cost: peakBytes() - before }));
