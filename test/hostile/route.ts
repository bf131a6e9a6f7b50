import type { FetchAttempt, FetchRequest } from '../../src/domain/index.ts';
import type { HostileOptions, HostileServer, Reply } from './server.ts';

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
  readonly check?: (seen: { attempt: FetchAttempt; server: HostileServer }) => void;
}
