import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // One PostgreSQL for all files; test/database.ts gives each its own database on it.
    globalSetup: ['test/server.ts'],
    testTimeout: 30_000,
  },
});
