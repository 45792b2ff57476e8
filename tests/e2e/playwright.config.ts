import { defineConfig } from '@playwright/test';
import { preparedRuntime } from '../../scripts/runtime/prepared-runtime.ts';

// Says at once what is wrong when Playwright was started directly.
preparedRuntime();

export default defineConfig({
  testDir: '.',
  // Counts packets in a network of its own (network.config.ts).
  testIgnore: 'network/**',
  outputDir: '../../test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // A busy machine with two cores takes its time; a thing that never comes still fails.
  expect: { timeout: 30_000 },
  reporter: 'list',
});
