import type { SerializedError } from 'vitest';
import { DefaultReporter, type TestModule, type TestRunEndReason } from 'vitest/node';

/** How a whole run ended. `failed` also counts files that would not load and stray errors. */
export interface RunCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What the count needs of a test file; a real `TestModule` fits. */
export interface CountableModule {
  state(): string;
  readonly children: {
    allTests(): Iterable<{ result(): { readonly state: string } }>;
  };
}

/** Counts tests; a file that failed without a failed test (it would not load) is one failure. */
export function countRun(modules: Iterable<CountableModule>, strayErrors: number): RunCount {
  const count = { passed: 0, failed: strayErrors, skipped: 0 };
  for (const module of modules) {
    const failedBefore = count.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') count.passed += 1;
      else if (state === 'skipped') count.skipped += 1;
      else count.failed += 1;
    }
    if (module.state() === 'failed' && count.failed === failedBefore) count.failed += 1;
  }
  return count;
}

/** The line that ends `npm test`: `12 passed, 0 failed`, with `, 1 skipped` where any were. */
export function summaryLine({ passed, failed, skipped }: RunCount): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Vitest's own report, and after everything else is written, the summary line. */
export class SummaryReporter extends DefaultReporter {
  #summary: string | null = null;

  override onInit(...parameters: Parameters<DefaultReporter['onInit']>): void {
    super.onInit(...parameters);
    // At exit, because stopping the shared database server comes after the run's end and may speak.
    process.once('exit', () => {
      if (this.#summary !== null) process.stdout.write(`${this.#summary}\n`);
    });
  }

  override onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(modules, errors, reason);
    // A run without a single file proved nothing: Vitest fails it, and so does the line.
    const strayErrors = modules.length === 0 ? Math.max(1, errors.length) : errors.length;
    this.#summary = summaryLine(countRun(modules, strayErrors));
  }
}
