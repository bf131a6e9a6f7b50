import {
  type AddRequestsBatchedResult,
  type Dictionary,
  type IRequestManager,
  Request,
  type RequestQueueOperationInfo,
  type RequestOptions,
  type RequestQueueOperationOptions,
  type RequestsLike,
  type Source,
} from '@crawlee/basic';

/**
 * The queue of one crawl for crawlee, in plain memory. crawlee's own reserves room for two million
 * keys each time it is opened, and a station crawls its outlets many times a day.
 */
export class CrawlQueue implements IRequestManager {
  /** What is asked next, in this order; the places before `#next` have been taken. */
  #waiting: Request[] = [];
  #next = 0;
  readonly #running = new Set<string>();
  #total = 0;
  #handled = 0;

  async isEmpty(): Promise<boolean> {
    return this.#next === this.#waiting.length;
  }

  async isFinished(): Promise<boolean> {
    return this.#running.size === 0 && (await this.isEmpty());
  }

  async handledCount(): Promise<number> {
    return this.#handled;
  }

  getTotalCount(): number {
    return this.#total;
  }

  getPendingCount(): number {
    return this.#total - this.#handled;
  }

  async fetchNextRequest<Data extends Dictionary = Dictionary>(): Promise<Request<Data> | null> {
    const request = this.#waiting[this.#next];
    if (!request) return null;
    this.#next += 1;
    this.#running.add(request.uniqueKey);
    return request as Request<Data>;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (;;) {
      const request = await this.fetchNextRequest();
      if (!request) return;
      yield request;
    }
  }

  async markRequestHandled(request: Request): Promise<void> {
    if (this.#running.delete(request.uniqueKey)) this.#handled += 1;
  }

  /** A request that failed waits for its next attempt, after all others unless told otherwise. */
  async reclaimRequest(
    request: Request,
    options: RequestQueueOperationOptions = {},
  ): Promise<RequestQueueOperationInfo> {
    this.#running.delete(request.uniqueKey);
    this.#put([request], options);
    return { ...infoOf(request), wasAlreadyPresent: true, forefront: options.forefront ?? false };
  }

  async addRequest(
    source: Source,
    options: RequestQueueOperationOptions = {},
  ): Promise<RequestQueueOperationInfo> {
    const request = requestOf(source);
    this.#total += 1;
    this.#put([request], options);
    return { ...infoOf(request), forefront: options.forefront ?? false };
  }

  async addRequestsBatched(
    sources: RequestsLike,
    options: RequestQueueOperationOptions = {},
  ): Promise<AddRequestsBatchedResult> {
    const requests: Request[] = [];
    for await (const source of sources) {
      requests.push(requestOf(typeof source === 'string' ? { url: source } : source));
    }
    this.#total += requests.length;
    this.#put(requests, options);
    const addedRequests = requests.map(infoOf);
    return { addedRequests, waitForAllRequestsToBeAdded: Promise.resolve([]) };
  }

  #put(requests: readonly Request[], { forefront }: RequestQueueOperationOptions): void {
    const waiting = this.#waiting.slice(this.#next);
    this.#waiting = forefront ? [...requests, ...waiting] : [...waiting, ...requests];
    this.#next = 0;
  }
}

function requestOf(source: Source): Request {
  return source instanceof Request ? source : new Request(source as RequestOptions);
}

function infoOf({ uniqueKey }: Request) {
  return {
    uniqueKey,
    requestId: uniqueKey,
    wasAlreadyPresent: false,
    wasAlreadyHandled: false,
  };
}
