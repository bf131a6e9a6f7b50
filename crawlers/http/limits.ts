/** What one request may cost. Times in milliseconds of real time, sizes in bytes. */
export interface FetchLimits {
  /** All network time of one `fetch`: robots.txt, redirects and body. Default 14,000. */
  readonly totalMs: number;
  /** Reading robots.txt, within the total. Default 6,000. */
  readonly robotsMs: number;
  /** Name lookup, and connection with TLS, each. Default 5,000. */
  readonly connectMs: number;
  /** From the sent request to the last header. Default 10,000. */
  readonly firstByteMs: number;
  /** Body after decompression, and on the wire. Default 15 MB. */
  readonly decodedBytes: number;
  /** Least rate of a body, bytes a second, over each `slowWindowMs`. Default 200. */
  readonly minBytesPerSecond: number;
  /** Default 5,000. */
  readonly slowWindowMs: number;
  /** Default 65,536. */
  readonly headerBytes: number;
  /** Default 200. */
  readonly headerCount: number;
  /** Default 5. */
  readonly redirects: number;
  /** Default 2,048. */
  readonly urlCharacters: number;
  /** What is read of a robots.txt. Default 500 KiB (RFC 9309). */
  readonly robotsBytes: number;
  /**
   * Longest politeness wait inside one `fetch`; beyond it the request is refused. Default 30,000.
   */
  readonly waitMs: number;
  /** Longest pause a Retry-After may impose. Default one day. */
  readonly pauseMs: number;
  /** Requests under way at once over all hosts: bounds the memory. Default 6. */
  readonly concurrentRequests: number;
}

export const DEFAULT_LIMITS: FetchLimits = {
  // One second under the promise of 15 s, so that the promise holds with the machine busy.
  totalMs: 14_000,
  robotsMs: 6_000,
  connectMs: 5_000,
  firstByteMs: 10_000,
  decodedBytes: 15_000_000,
  minBytesPerSecond: 200,
  slowWindowMs: 5_000,
  headerBytes: 65_536,
  headerCount: 200,
  redirects: 5,
  urlCharacters: 2_048,
  robotsBytes: 500 * 1024,
  waitMs: 30_000,
  pauseMs: 86_400_000,
  concurrentRequests: 6,
};
