import type { Clock, HostEntry, HostLender, HostUse, HostVisit } from '../../src/domain/index.ts';
import { fetchError } from './errors.ts';

interface HostState {
  tail: Promise<void>;
  waiting: number;
  /** Epoch milliseconds. */
  freeAt: number;
  pausedUntil: number;
  /** Pauses in a row, each doubling the next one that names no time. */
  strikes: number;
  /** What whoever has the turn has seen of the host, for the lender. */
  pause: HostUse['pause'];
  recovered: boolean;
}

/** Whose turn it is. */
export interface Turn extends HostEntry {
  readonly key: string;
}

/** A turn that was given: the host is spoken to by its owner alone until it ends. */
export interface HeldTurn {
  /** Fires where another machine may have the host by now; null where there is none. */
  readonly lost: AbortSignal | null;
  end(): Promise<void>;
}

export interface HostQueueOptions {
  readonly clock: Clock;
  /** Longest pause that is waited for, milliseconds. */
  readonly waitMs: number;
  /** Who lends hosts where other processes speak to them too. */
  readonly lender?: HostLender | undefined;
}

const FIRST_PAUSE_MS = 5_000;
const MAX_HOSTS = 5_000;

/** One host, one queue: a request at a time, the delay between two, and pauses where asked for. */
export class HostQueues {
  readonly #hosts = new Map<string, HostState>();
  readonly #clock: Clock;
  readonly #waitMs: number;
  readonly #lender: HostLender | null;

  constructor({ clock, waitMs, lender }: HostQueueOptions) {
    this.#clock = clock;
    this.#waitMs = waitMs;
    this.#lender = lender ?? null;
  }

  /**
   * Waits for the turn; the answer ends it and starts the delay. @throws fetch/host-paused,
   * cancelled
   */
  async takeTurn(turn: Turn): Promise<HeldTurn> {
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
      const lost = await this.#borrow(turn);
      return { lost, end: async () => await this.#giveBack(host, turn).finally(end) };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** A look that keeps each host it enters until it leaves. */
  visit(): HostVisit {
    const held = new Map<string, Promise<HeldTurn>>();
    const over = new AbortController();
    const enter = async (key: string, entry: HostEntry) => {
      let turn = held.get(key);
      if (!turn) {
        turn = this.takeTurn({ ...entry, key });
        held.set(key, turn);
        turn.catch(() => held.delete(key));
      }
      const { lost } = await turn;
      lost?.addEventListener('abort', () => over.abort(), { once: true });
      if (lost?.aborted) over.abort();
    };
    const leave = async () => {
      const turns = await Promise.allSettled(held.values());
      held.clear();
      for (const turn of turns) if (turn.status === 'fulfilled') await turn.value.end();
    };
    return { enter, leave, lost: over.signal };
  }

  async #sleepUntilFree(host: HostState, turn: Turn): Promise<void> {
    const now = this.#clock.now().getTime();
    await this.#wait(Math.max(host.freeAt, host.pausedUntil) - now, turn);
  }

  async #wait(waitMs: number, turn: Turn): Promise<void> {
    if (waitMs <= 0) return;
    if (waitMs > this.#waitMs) {
      const detail = `for another ${Math.ceil(waitMs / 1000)} s`;
      throw fetchError('host-paused', turn.url, { detail, retryAfterMs: waitMs });
    }
    await orCancelled(this.#clock.sleep(waitMs, turn.signal), turn);
  }

  /** Waits until no other process has the host. */
  async #borrow(turn: Turn): Promise<AbortSignal | null> {
    if (this.#lender === null) return null;
    for (;;) {
      const loan = await this.#lender.ask(turn.key);
      if (!loan.lent) {
        await this.#wait(loan.waitMs, turn);
        continue;
      }
      if (!turn.signal?.aborted) return loan.lost;
      await this.#lender.giveBack(turn.key, { delayMs: 0, pause: null, recovered: false });
      throw fetchError('cancelled', turn.url);
    }
  }

  async #giveBack(host: HostState, turn: Turn): Promise<void> {
    const { key, delayMs } = turn;
    host.freeAt = this.#clock.now().getTime() + delayMs;
    const { pause, recovered } = host;
    host.pause = null;
    host.recovered = false;
    await this.#lender?.giveBack(key, { delayMs, pause, recovered });
  }

  /** Leaves a host in peace for the asked time, or for one that doubles with each strike. */
  pause(key: string, askedMs: number | null, mostMs: number): number {
    const host = this.#host(key);
    const ownMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(host.strikes, 20), mostMs);
    const pauseMs = askedMs ?? ownMs;
    host.strikes += 1;
    host.pausedUntil = Math.max(host.pausedUntil, this.#clock.now().getTime() + pauseMs);
    host.pause = { askedMs, mostMs };
    return pauseMs;
  }

  /** The host answered as it should. */
  recover(key: string): void {
    const host = this.#host(key);
    host.recovered = host.strikes > 0;
    host.strikes = 0;
  }

  #host(key: string): HostState {
    let host = this.#hosts.get(key);
    if (!host) {
      if (this.#hosts.size >= MAX_HOSTS) this.#forgetIdle();
      host = {
        tail: Promise.resolve(),
        waiting: 0,
        freeAt: 0,
        pausedUntil: 0,
        strikes: 0,
        pause: null,
        recovered: false,
      };
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
