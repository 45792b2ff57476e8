import { defineConfig } from 'vitest/config';

/** Plain Node, real encrypted files. The end-to-end tests run under Playwright (`npm test`). */
export default defineConfig({
  test: {
    environment: 'node',
    // Key derivation alone takes about half a second on a slow machine, and tests of it run side by side.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Much of the time is waiting for disks and killed processes: the default would leave a core free for nothing.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/{unit,renderer}/**/*.test.{ts,tsx}'] },
      },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'] } },
    ],
  },
});
