// Run as a program of its own by crawl.test.ts: crawls the site named and tells on standard output
// every connection, name lookup, process and file that was asked for meanwhile.
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const seen: string[] = [];

type Method = (...all: unknown[]) => unknown;

function watch(
  owner: object,
  names: readonly string[],
  tell: (...all: unknown[]) => string | null,
) {
  const methods = owner as Record<string, Method>;
  for (const name of names) {
    const own = methods[name] as Method;
    methods[name] = function watched(this: unknown, ...all: unknown[]) {
      const told = tell(...all);
      if (told !== null) seen.push(told);
      return own.apply(this, all);
    };
  }
}

watch(net.Socket.prototype, ['connect'], (first) => {
  const [to] = [first].flat() as [{ host?: string; port?: number; path?: string }];
  return `connect ${to.host}:${to.port ?? to.path}`;
});
watch(
  childProcess,
  ['spawn', 'exec', 'execFile', 'fork'],
  (command) => `process ${String(command)}`,
);
watch(dns, ['lookup', 'resolve'], (name) => `lookup ${String(name)}`);
watch(dns.promises, ['lookup', 'resolve'], (name) => `lookup ${String(name)}`);
const isWriting = (path: unknown, flags: unknown) =>
  typeof flags === 'string' && /[wa+]/.test(flags) ? `file ${String(path)}` : null;
for (const owner of [fs, fs.promises]) {
  watch(owner, ['writeFile', 'appendFile', 'mkdir'], (path) => `file ${String(path)}`);
  watch(owner, ['open'], isWriting);
}
watch(fs, ['writeFileSync', 'mkdirSync', 'createWriteStream'], (path) => `file ${String(path)}`);
syncBuiltinESMExports();

const { crawlOutlet, createFetchDoor } = await import('../../crawlers/index.ts');
const { forgetful, outletOf, realClock: clock, silent: log } = await import('./press.ts');
const origin = process.argv[2] ?? '';
const door = createFetchDoor({ clock, log });
const outlet = outletOf(origin, [{ kind: 'feed', url: `${origin}/tin.rss` }]);
const onPage = async () => undefined;
const options = { outlet, door, clock, log, memory: forgetful, recheckWithinMs: 0, onPage };
const { articles } = await crawlOutlet(options);
await door.close();
process.stdout.write(JSON.stringify({ seen, ok: articles.ok }));
