import {
  BasicCrawler,
  Configuration,
  type Dictionary,
  EventManager,
  Log as EngineLog,
  Logger,
  LogLevel,
  type RequestOptions,
  type RequestProvider,
} from '@crawlee/basic';
import { MemoryStorage } from '@crawlee/memory-storage';
import { CrawlQueue } from './crawl-queue.ts';
import type { FetchAttempt, FetchDoor, FetchRequest, Log, Outlet } from '../src/domain/index.ts';

/** What a task answers: what to ask next, before what is waiting; or that all is over. */
export type Next = readonly Task[] | 'stop';

/** One address to ask for and what to do with the answer. */
export interface Task {
  readonly url: string;
  readonly expects: FetchRequest['expects'];
  /** What an earlier fetch left, to make this one conditional. */
  validators(): Promise<FetchRequest['validators'] | null>;
  /** Told of an attempt that failed for now and is made once more, after all others. */
  retry(attempt: FetchAttempt): Promise<'again' | 'stop'>;
  /** Told of the last attempt. */
  handle(attempt: FetchAttempt): Promise<Next>;
}

export interface EngineOptions {
  readonly outlet: Outlet;
  readonly door: FetchDoor;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

/** Worth one more try within the same crawl. */
const PASSING: ReadonlySet<string> = new Set(
  [
    'dns',
    'connect',
    'connect-timeout',
    'reset',
    'first-byte-timeout',
    'timeout',
    'too-slow',
    'wrong-length',
    'server-error',
    'unavailable',
    'rate-limited',
  ].map((name) => `fetch/${name}`),
);

/**
 * Runs the tasks of one outlet one after the other on crawlee's BasicCrawler, which keeps the queue
 * and the retries; the door is its only way out. Its storage is memory, it writes no file.
 */
export class CrawlEngine {
  readonly #options: EngineOptions;
  readonly #tasks = new Map<string, Task>();
  isInterrupted = false;
  #added = 0;
  #unfinished = 0;
  #isStopped = false;
  #fatal: { thrown: unknown } | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Runs until nothing is left, or a task said stop. @throws what a task threw */
  async run(tasks: readonly Task[]): Promise<void> {
    if (this.#options.signal?.aborted) this.#isStopped = true;
    if (this.#isStopped || tasks.length === 0) return;
    const crawler = this.#crawler();
    await this.#add(crawler, tasks, false);
    await crawler.run();
    if (this.#fatal) throw this.#fatal.thrown;
    if (this.#unfinished > 0 && !this.#isStopped) {
      // crawlee ends its run at Ctrl-C by itself.
      this.isInterrupted = true;
      this.#isStopped = true;
    }
  }

  #crawler(): BasicCrawler {
    const isOver = () => this.#isStopped || this.#unfinished === 0;
    return new BasicCrawler(
      {
        // Any manager will do here; crawlee's check of `requestManager` does not know that option.
        requestQueue: new CrawlQueue() as unknown as RequestProvider,
        log: silentLog(this.#options.log),
        maxConcurrency: 1,
        maxRequestRetries: 1,
        // The door has its own time limits; this one must never fire during a politeness wait.
        requestHandlerTimeoutSecs: 86_400,
        useSessionPool: false,
        retryOnBlocked: false,
        statusMessageLoggingInterval: 86_400,
        statisticsOptions: { logIntervalSecs: 86_400, persistenceOptions: { enable: false } },
        autoscaledPoolOptions: {
          maybeRunIntervalSecs: 0.02,
          loggingIntervalSecs: null,
          isTaskReadyFunction: async () => !isOver(),
          isFinishedFunction: async () => isOver(),
        },
        requestHandler: async ({ request, crawler }) => {
          const add = async (next: readonly Task[]) =>
            await this.#add(crawler as BasicCrawler, next, true);
          await this.#handle(request.uniqueKey, request.retryCount, add);
        },
      },
      memoryOnly(),
    );
  }

  async #add(crawler: BasicCrawler, tasks: readonly Task[], first: boolean): Promise<void> {
    const requests: RequestOptions[] = tasks.map((task) => {
      this.#added += 1;
      const uniqueKey = String(this.#added);
      this.#tasks.set(uniqueKey, task);
      return { url: task.url, uniqueKey };
    });
    this.#unfinished += requests.length;
    await crawler.addRequests(requests, { forefront: first, waitForAllRequestsToBeAdded: true });
  }

  async #handle(key: string, retries: number, add: (next: readonly Task[]) => Promise<void>) {
    const task = this.#tasks.get(key);
    if (!task || this.#isStopped) return;
    let again: FetchAttempt | null = null;
    try {
      again = await this.#attempt(task, retries, add);
    } catch (thrown) {
      this.#fatal = { thrown };
      this.#isStopped = true;
    }
    // Thrown so that the engine makes the next attempt; it has been recorded.
    if (again?.error) throw again.error;
    this.#tasks.delete(key);
    this.#unfinished -= 1;
  }

  /** The attempt, if it is to be made once more. */
  async #attempt(
    task: Task,
    retries: number,
    add: (next: readonly Task[]) => Promise<void>,
  ): Promise<FetchAttempt | null> {
    const { door, outlet, signal } = this.#options;
    const validators = await task.validators();
    const attempt = await door.fetch({
      url: task.url,
      expects: task.expects,
      delayMs: outlet.delayMs,
      allowPrivateAddresses: outlet.allowPrivateAddresses,
      ...(validators ? { validators } : {}),
      ...(signal ? { signal } : {}),
    });
    if (signal?.aborted && attempt.error?.code === 'fetch/cancelled') {
      this.#isStopped = true;
      return null;
    }
    if (retries === 0 && PASSING.has(attempt.error?.code ?? '')) {
      if ((await task.retry(attempt)) === 'again') return attempt;
      this.#isStopped = true;
      return null;
    }
    const next = await task.handle(attempt);
    if (next === 'stop') this.#isStopped = true;
    else if (next.length > 0) await add(next);
    return null;
  }
}

/**
 * No file is written and no process asked for its memory: crawlee's own events would do the latter.
 */
function memoryOnly(): Configuration {
  return new Configuration({
    storageClient: new MemoryStorage({ persistStorage: false, writeMetadata: false }),
    eventManager: new QuietEvents(),
    persistStorage: false,
    purgeOnStart: false,
    // Any figure will do: without one, crawlee starts `ps` to find how much memory there is.
    memoryMbytes: 1024,
  });
}

class QuietEvents extends EventManager {
  override async init(): Promise<void> {
    this.initialized = true;
  }

  override async close(): Promise<void> {
    this.initialized = false;
  }
}

function silentLog(log: Log): EngineLog {
  return new EngineLog({ level: LogLevel.WARNING, logger: new ForwardingLogger(log) });
}

/** What the engine says goes to our log as detail. */
class ForwardingLogger extends Logger {
  readonly #log: Log;

  constructor(log: Log) {
    super({});
    this.#log = log;
  }

  override log(level: LogLevel, message: string, data?: Dictionary): string {
    this.#log.debug(
      { engine: 'crawlee', level, ...(data?.['id'] ? { id: data['id'] } : {}) },
      message,
    );
    return '';
  }
}
