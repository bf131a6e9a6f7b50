import { fetchError, type FetchErrorName } from './errors.ts';

/**
 * A purse of real milliseconds that several pieces of work share; waiting for politeness costs
 * none.
 */
export class Deadline {
  #remainingMs: number;
  readonly #url: string;
  readonly #outer: AbortSignal | undefined;

  constructor(totalMs: number, url: string, outer?: AbortSignal) {
    this.#remainingMs = totalMs;
    this.#url = url;
    this.#outer = outer;
  }

  get remainingMs(): number {
    return this.#remainingMs;
  }

  /** Takes time that was spent elsewhere on this work's behalf. */
  charge(spentMs: number): void {
    this.#remainingMs = Math.max(1, this.#remainingMs - spentMs);
  }

  /**
   * Runs work that stops at its signal. @throws the signal's reason: fetch/timeout, fetch/cancelled
   */
  async spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const disarm = abortAfter(controller, this.#remainingMs, { name: 'timeout', url: this.#url });
    const unlink = followSignal(controller, this.#outer, this.#url);
    const startedAt = performance.now();
    try {
      return await untilAborted(work(controller.signal), controller.signal);
    } finally {
      this.charge(performance.now() - startedAt);
      disarm();
      unlink();
    }
  }
}

export interface AbortWith {
  readonly name: FetchErrorName;
  readonly url: string;
}

/**
 * Aborts with a named error after a time; returns what disarms it. What has already arrived is read
 * first: a process that was busy with something else must not blame the server.
 */
export function abortAfter(controller: AbortController, delayMs: number, error: AbortWith) {
  const detail = `after ${Math.round(delayMs / 100) / 10} s`;
  const abort = () => controller.abort(fetchError(error.name, error.url, { detail }));
  let immediate: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    immediate = setImmediate(abort);
  }, delayMs);
  return () => {
    clearTimeout(timer);
    clearImmediate(immediate);
  };
}

function followSignal(controller: AbortController, outer: AbortSignal | undefined, url: string) {
  const abort = () => controller.abort(fetchError('cancelled', url));
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  return () => outer?.removeEventListener('abort', abort);
}

/** The work's result, or the signal's reason as soon as it fires, whatever the work still does. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}
