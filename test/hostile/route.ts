import type { FetchAttempt, FetchDoor, FetchRequest } from '../../src/domain/index.ts';
import { type HostileOptions, type HostileServer, hostileServer, type Reply } from './server.ts';

/** One hostile case: what the server does and what the door must make of it. */
export interface Route {
  readonly name: string;
  /** The answer to `/page`. */
  readonly page?: Reply;
  /** Answers to other paths, and robots.txt; default: 404. */
  readonly other?: Readonly<Record<string, Reply>>;
  readonly server?: HostileOptions;
  readonly request?: Partial<FetchRequest>;
  /** Asked instead of `/page`. */
  readonly url?: string | ((server: HostileServer) => string);
  /** `ok`, `not-modified`, or the error's code without `fetch/`. */
  readonly expect: string;
  readonly check?: (met: Met) => void;
}

/** What came of asking a hostile server, which is still there to be asked what it saw. */
export interface Met {
  readonly attempt: FetchAttempt;
  readonly server: HostileServer;
}

/** Opens the server of a case, fetches from it through a door, and shows what came of it. */
export async function meet(door: FetchDoor, route: Route, look: (met: Met) => void): Promise<void> {
  const replies = { ...(route.page !== undefined && { '/page': route.page }), ...route.other };
  const server = await hostileServer(replies, route.server);
  const own = typeof route.url === 'function' ? route.url(server) : route.url;
  try {
    const attempt = await door.fetch({
      url: own ?? `${server.origin}/page`,
      expects: 'page',
      delayMs: 0,
      allowPrivateAddresses: true,
      ...route.request,
    });
    look({ attempt, server });
  } finally {
    await server.close();
  }
}
