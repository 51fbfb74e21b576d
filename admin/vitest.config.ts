import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Every importer must meet the same copy of graphql, or its types refuse each other.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    name: 'admin',
    // Polaris is loaded once for all files, each of which leaves an empty page behind.
    isolate: false,
    // Projects that share a run share the number of workers.
    maxWorkers: 3,
    environment: 'happy-dom',
    // The page in the frame is a built one: journeys in a real browser see it.
    environmentOptions: { happyDOM: { settings: { disableIframePageLoading: true } } },
    include: ['src/**/*.test.{ts,tsx}', '*.test.ts'],
    // A whole page is rendered and searched by role: on a machine under load that takes seconds.
    testTimeout: 20_000,
    setupFiles: ['./src/test-page.setup.ts'],
  },
});
