import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { ColumnInchesError } from '../src/domain/index.ts';

/** A server's main process and its end. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
}

/** Before each attempt to start it again; together under two minutes. */
const delaysMs = [0, 1_000, 3_000, 10_000, 30_000, 60_000];
/** One that ran so long was well; its end is a new trouble. */
const wellMs = 300_000;

/** What to do about a server that ends although nobody stopped it. */
export interface WatchOptions {
  readonly relaunch: () => Promise<ServerProcess>;
  readonly onRestart: (restarts: number) => void;
  /** Told once it is given up. */
  readonly onGone: (error: ColumnInchesError) => void;
  readonly logPath: string;
}

/** A server that is started again when it dies; the same socket, so that pools find it again. */
export interface WatchedServer {
  current(): ServerProcess;
  /** From now on its end is wanted; resolves with the process to stop, started or not. */
  release(): Promise<ServerProcess>;
}

/** Watches a server until it is released. */
export function watchServer(first: ServerProcess, options: WatchOptions): WatchedServer {
  let current = first;
  const released = new AbortController();
  const watching = (async () => {
    for (let failures = 0; !released.signal.aborted; ) {
      const begun = Date.now();
      await Promise.race([current.exited, aborted(released.signal)]);
      if (released.signal.aborted) return;
      if (Date.now() - begun > wellMs) failures = 0;
      const next = await startAgain(failures, options, released.signal);
      if (next === null) return;
      failures = next.failures;
      current = next.server;
      options.onRestart(failures);
    }
  })();
  return {
    current: () => current,
    release: async () => {
      released.abort();
      await watching;
      return current;
    },
  };
}

async function startAgain(
  before: number,
  options: WatchOptions,
  released: AbortSignal,
): Promise<{ server: ServerProcess; failures: number } | null> {
  let last: unknown;
  for (let failures = before; failures < delaysMs.length; failures += 1) {
    await delay(delaysMs[failures], undefined, { signal: released }).catch(() => undefined);
    if (released.aborted) return null;
    try {
      return { server: await options.relaunch(), failures: failures + 1 };
    } catch (thrown) {
      last = thrown;
    }
  }
  options.onGone(gone(options.logPath, last));
  return null;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function gone(logPath: string, cause: unknown): ColumnInchesError {
  const said = cause instanceof ColumnInchesError ? cause : null;
  return new ColumnInchesError({
    code: 'database/gone',
    verdict: 'stop-run',
    message:
      'The embedded database ended and could not be kept running. What was stored is safe. ' +
      `Free some disk space, see ${logPath}, run "column-inches doctor", then start again. ` +
      `${said?.message ?? ''}`.trim(),
    messageVietnamese:
      'Cơ sở dữ liệu đi kèm đã dừng và không giữ chạy lại được. Dữ liệu đã lưu vẫn an toàn. ' +
      `Hãy giải phóng đĩa, xem ${logPath}, chạy "column-inches doctor" rồi khởi động lại. ` +
      `${said?.messageVietnamese ?? ''}`.trim(),
    ...(cause === undefined ? {} : { cause }),
  });
}
