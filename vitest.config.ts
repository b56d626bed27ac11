import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/global-setup.ts'],
    // .ci/run reads its last line from the report.
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/report.json' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes when the machine gets to it, and answers are kept for some seconds.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    pool: 'forks',
    // No test changes a module for others, so that what a process has loaded serves the next file, too.
    isolate: false,
    // Knex imports the migrations by itself, past the test runner's own handling of TypeScript.
    execArgv: ['--import', 'tsx'],
  },
});
