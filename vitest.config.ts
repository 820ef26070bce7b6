import { defineConfig } from 'vitest/config'

/**
 * Four projects: what the compiler, linter and formatter say; pure code; code that meets a real PostgreSQL;
 * and the web app in a real browser.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'checks', include: ['test/checks/*.test.ts'], testTimeout: 300_000 } },
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/documents/**/*.test.ts'],
          // Time is never what a test is about; a busy machine may take it.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['test/{store,api,migrations,cli}/**/*.test.ts'],
          globalSetup: ['test/support/database-servers.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/support/web-app.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
