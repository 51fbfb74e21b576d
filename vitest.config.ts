import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** Every importer must meet the same copy of graphql, or its types refuse each other. */
const oneGraphql = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

/**
 * Databases, browsers and vendors share a small machine: what waits for one of them may wait too short once. What fails three times is broken; what
 * was tried again is named in the report.
 */
const RETRIES = 2;

/** The last line says in plain words how it went, for whoever reads only that. */
const countReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.ok() && test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const broken = modules.filter(failsAsAWhole).length + unhandledErrors.length;
    process.stdout.write(`${passed} passed, ${failed + broken} failed\n`);
  },
};

/** A file that cannot even be loaded has no test to count. */
function failsAsAWhole(module: TestModule): boolean {
  return module.errors().length > 0;
}

export default defineConfig({
  test: {
    reporters: ['default', countReporter],
    // More than a small machine has cores: half of the time a test waits for a database, a browser or a vendor.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias: oneGraphql },
        oxc: { decorator: { legacy: true } },
        test: {
          name: 'api',
          include: ['api/{src,test}/**/*.test.ts'],
          exclude: ['api/test/{architecture,words}.test.ts'],
          globalSetup: ['./api/test/database.global-setup.ts'],
          setupFiles: ['./api/test/console.setup.ts'],
          // A file's world is its database and its own app: nothing is left in the modules that the next file would meet, and they are
          // loaded once.
          isolate: false,
          retry: RETRIES,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      { test: { name: 'house', include: ['api/test/{architecture,words}.test.ts'] } },
      {
        resolve: { alias: oneGraphql },
        test: {
          name: 'extensions',
          isolate: false,
          include: ['extensions/**/*.test.ts'],
          globalSetup: ['./extensions/checkout-gate/test/build.global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      'admin/vitest.config.ts',
      'widget/vitest.config.ts',
      {
        test: {
          name: 'e2e',
          // What a file needs it starts for itself, in processes of their own; what is loaded is loaded once.
          isolate: false,
          include: ['{e2e,bench}/**/*.test.ts'],
          globalSetup: ['./e2e/global-setup.ts'],
          retry: RETRIES,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
