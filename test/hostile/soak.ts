import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeText, extractArticle } from '../../crawlers/index.ts';
import type { FetchDoor } from '../../src/domain/index.ts';
import { article } from '../crawlers/press.ts';
import { openDoor } from './door.ts';
import { meet, type Route } from './route.ts';
import { ANSWERS } from './routes/answers.ts';
import { BODIES } from './routes/bodies.ts';
import { FRAMING } from './routes/framing.ts';
import { GUARDED } from './routes/guarded.ts';
import { REDIRECTS } from './routes/redirects.ts';
import { hostileServer, http } from './server.ts';

/** What one door left behind after very many fetches. */
export interface Soak {
  /** Resident bytes of this process after each tenth. */
  readonly residentBytes: readonly number[];
  /** Open sockets, pipes and files: before the first fetch and after the last. */
  readonly resources: readonly [before: number, after: number];
  /** Healthy pages that did not come out as articles; must be empty. */
  readonly harmed: readonly string[];
  /** Fetches that took longer than the door allows. */
  readonly late: readonly string[];
  readonly codes: Readonly<Record<string, number>>;
}

const routes = [FRAMING, BODIES, REDIRECTS, GUARDED, ANSWERS].flat();
const atOnce = 12;
/** So that the politeness towards one host does not decide how long a soak takes. */
const hosts = 8;
/** What the door's own limits add up to, and a busy machine's delay. */
const mostMs = 15_000;

/** `count` fetches through one door, a quarter of them from hostile servers, the rest articles. */
export async function soak(count: number): Promise<Soak> {
  const healthy = await openHealthy();
  const door = openDoor();
  const seen: Seen = { harmed: [], late: [], codes: {} };
  const residentBytes: number[] = [];
  const before = openResources();
  let next = 0;
  const work = async () => {
    for (let turn = next++; turn < count; turn = next++) {
      if (turn % 4 === 0) await meetHostile(door, turn, seen);
      else await meetHealthy(door, `${healthy.origins[turn % hosts]}/tin-${turn}.html`, seen);
      if ((turn + 1) % Math.ceil(count / 10) === 0) residentBytes.push(residentNow());
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await door.close();
    await healthy.close();
  }
  // What was closed needs a turn of the loop to be gone.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const after = openResources();
  return { residentBytes, resources: [before, after], ...seen };
}

interface Seen {
  readonly harmed: string[];
  readonly late: string[];
  readonly codes: Record<string, number>;
}

// What nobody holds any more is no leak, even where the engine has not collected it yet.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Timers are left out: the hostile servers of this very process keep some of their own. */
function openResources(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout').length;
}

function residentNow(): number {
  collect();
  return process.memoryUsage().rss;
}

async function openHealthy() {
  const page = http(200, { 'Content-Type': 'text/html; charset=utf-8' }, article('Tỉnh họp'));
  const onConnect = (socket: Socket) => {
    socket.on('data', (chunk: Buffer) => {
      const isRobots = chunk.toString('latin1').startsWith('GET /robots.txt');
      socket.end(isRobots ? http(404) : page);
    });
  };
  const servers = await Promise.all(
    Array.from({ length: hosts }, () => hostileServer({}, { onConnect })),
  );
  return {
    origins: servers.map(({ origin }) => origin),
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}

async function meetHealthy(door: FetchDoor, url: string, seen: Seen): Promise<void> {
  const request = { url, expects: 'page', delayMs: 0, allowPrivateAddresses: true } as const;
  const { bytes, headers, error } = await door.fetch(request);
  const text = bytes === null ? '' : extractArticle(decodeText(bytes, headers).text, url, {}).text;
  if (text.length < 500) seen.harmed.push(`${url}: ${error?.message ?? text.slice(0, 80)}`);
}

async function meetHostile(door: FetchDoor, turn: number, seen: Seen): Promise<void> {
  const route = routes[(turn * 7) % routes.length] as Route;
  await meet(door, route, ({ attempt }) => {
    const code = attempt.error?.code ?? attempt.outcome;
    seen.codes[code] = (seen.codes[code] ?? 0) + 1;
    if (attempt.durationMs > mostMs) seen.late.push(`${route.name}: ${attempt.durationMs} ms`);
  });
}
