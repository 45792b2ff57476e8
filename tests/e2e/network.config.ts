import { defineConfig } from '@playwright/test';
import { isInsideNamespace } from '../../scripts/network/namespace.ts';
import base from './playwright.config.ts';

// Anywhere else the counters would stand still, and every test would look good.
if (!isInsideNamespace()) throw new Error('Start with: npm run test:network');

export default defineConfig(base, { testDir: 'network', testIgnore: [], timeout: 120_000 });
