import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig(base, { testMatch: 'demo.journey.ts', timeout: 180_000 });
