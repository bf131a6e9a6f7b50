/**
 * What the caller does about an error: try again later, pass over one item, leave a source, or end
 * the run.
 */
export type Verdict = 'retry' | 'skip-item' | 'stop-source' | 'stop-run';

/** A text in the two languages of the program, Vietnamese written first. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface ErrorDetails {
  /** Stable, greppable name in kebab-case with its room first, e.g. `fetch/too-large`. */
  readonly code: string;
  readonly verdict: Verdict;
  /**
   * What happened, where (file, line or URL), and the mend; whole sentences a layperson can act on.
   */
  readonly message: string;
  /** The same in Vietnamese, for errors that the user of a command can mend. */
  readonly messageVietnamese?: string;
  /** Milliseconds after which a `retry` may be tried, where the other side said so. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** The only error the project throws on purpose: it has a code and a verdict. */
export class ColumnInchesError extends Error {
  readonly code: string;
  readonly verdict: Verdict;
  readonly messageVietnamese: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ColumnInchesError';
    this.code = details.code;
    this.verdict = details.verdict;
    this.messageVietnamese = details.messageVietnamese;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** What an error says, in both languages; English alone where nobody wrote the Vietnamese. */
export function saidOf(error: ColumnInchesError): Bilingual {
  return { vi: error.messageVietnamese ?? error.message, en: error.message };
}

/**
 * Gives any thrown value a code and a verdict; a surprise stops the run rather than yield a wrong
 * figure.
 */
export function asColumnInchesError(thrown: unknown, fallback: Omit<ErrorDetails, 'message'>) {
  if (thrown instanceof ColumnInchesError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ColumnInchesError({ cause: thrown, ...fallback, message });
}
