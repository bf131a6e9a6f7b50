import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/reporter.ts';

/** What takes hours: whole fortnights, hundreds of captures. `npm test` holds samples of it. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/server.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    reporters: [new SummaryReporter()],
  },
});
