import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // These take hours: `npm run test:long`.
    exclude: ['test/long/**', 'node_modules/**'],
    // One PostgreSQL for all files; test/database.ts gives each its own database on it.
    globalSetup: ['test/server.ts'],
    testTimeout: 30_000,
    // Opening a database or a browser takes long on a machine that does much else.
    hookTimeout: 120_000,
    reporters: [new SummaryReporter()],
  },
});
