import type { Clock } from '../../src/domain/index.ts';
import { fetchError } from './errors.ts';

interface HostState {
  tail: Promise<void>;
  waiting: number;
  /** Epoch milliseconds. */
  freeAt: number;
  pausedUntil: number;
  /** Pauses in a row, each doubling the next one that names no time. */
  strikes: number;
}

export interface Turn {
  readonly key: string;
  readonly url: string;
  readonly delayMs: number;
  readonly signal?: AbortSignal | undefined;
}

const FIRST_PAUSE_MS = 5_000;
const MAX_HOSTS = 5_000;

/** One host, one queue: a request at a time, the delay between two, and pauses where asked for. */
export class HostQueues {
  readonly #hosts = new Map<string, HostState>();
  readonly #clock: Clock;
  readonly #waitMs: number;

  constructor(clock: Clock, waitMs: number) {
    this.#clock = clock;
    this.#waitMs = waitMs;
  }

  /**
   * Waits for the turn; the answer ends it and starts the delay. @throws fetch/host-paused,
   * cancelled
   */
  async takeTurn(turn: Turn): Promise<() => void> {
    const host = this.#host(turn.key);
    const previous = host.tail;
    let leave: () => void = () => undefined;
    host.tail = new Promise((resolve) => {
      leave = resolve;
    });
    host.waiting += 1;
    const end = () => {
      host.waiting -= 1;
      // Whoever gives up while waiting must not let the next one past the one before.
      void previous.then(leave);
    };
    try {
      await orCancelled(previous, turn);
      await this.#sleepUntilFree(host, turn);
    } catch (error) {
      end();
      throw error;
    }
    return () => {
      host.freeAt = this.#clock.now().getTime() + turn.delayMs;
      end();
    };
  }

  async #sleepUntilFree(host: HostState, turn: Turn): Promise<void> {
    const now = this.#clock.now().getTime();
    const waitMs = Math.max(host.freeAt, host.pausedUntil) - now;
    if (waitMs <= 0) return;
    if (waitMs > this.#waitMs) {
      const detail = `for another ${Math.ceil(waitMs / 1000)} s`;
      throw fetchError('host-paused', turn.url, { detail, retryAfterMs: waitMs });
    }
    await orCancelled(this.#clock.sleep(waitMs, turn.signal), turn);
  }

  /** Leaves a host in peace for the asked time, or for one that doubles with each strike. */
  pause(key: string, askedMs: number | null, maxMs: number): number {
    const host = this.#host(key);
    const ownMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(host.strikes, 20), maxMs);
    const pauseMs = askedMs ?? ownMs;
    host.strikes += 1;
    host.pausedUntil = Math.max(host.pausedUntil, this.#clock.now().getTime() + pauseMs);
    return pauseMs;
  }

  /** The host answered as it should. */
  recover(key: string): void {
    this.#host(key).strikes = 0;
  }

  #host(key: string): HostState {
    let host = this.#hosts.get(key);
    if (!host) {
      if (this.#hosts.size >= MAX_HOSTS) this.#forgetIdle();
      host = { tail: Promise.resolve(), waiting: 0, freeAt: 0, pausedUntil: 0, strikes: 0 };
      this.#hosts.set(key, host);
    }
    return host;
  }

  #forgetIdle(): void {
    const now = this.#clock.now().getTime();
    for (const [key, host] of this.#hosts) {
      if (host.waiting === 0 && Math.max(host.freeAt, host.pausedUntil) <= now) {
        this.#hosts.delete(key);
      }
    }
  }
}

async function orCancelled(work: Promise<void>, turn: Turn): Promise<void> {
  const { signal, url } = turn;
  if (signal?.aborted) throw fetchError('cancelled', url);
  if (!signal) return await work;
  let cancel: (() => void) | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(fetchError('cancelled', url));
    signal.addEventListener('abort', cancel, { once: true });
  });
  // A clock's sleep may itself reject at the signal; the first of the two is told.
  work.catch(() => undefined);
  try {
    await Promise.race([work, cancelled]);
  } catch (error) {
    throw signal.aborted ? fetchError('cancelled', url, { cause: error }) : error;
  } finally {
    if (cancel) signal.removeEventListener('abort', cancel);
  }
}

/** At most so many at once; further ones wait in order. */
export class Slots {
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
