/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's Chromium where there is one; else what Playwright brings. */
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(file =>
  existsSync(file),
);
const port = process.env.BASEWELL_E2E_PORT ?? '3105';
const baseURL = process.env.BASEWELL_E2E_URL ?? `http://localhost:${port}`;

/** They start a portal of their own, each on the next port that is free. */
const startingPortals = ['**/dynamicPlugins.test.ts', '**/estates.test.ts'];

export default defineConfig({
  testDir: './e2e-tests',
  outputDir: './e2e-report',
  // One demo estate for all; what a file changes in it is of an app of its own.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'demo', testIgnore: startingPortals },
    // Two that start at once may find the same port free.
    { name: 'own', testMatch: startingPortals, workers: 1 },
  ],
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    screenshot: 'only-on-failure',
    // Recording everything is a tenth of the time.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // A portal that runs already is taken as it is.
  webServer: process.env.BASEWELL_E2E_URL
    ? undefined
    : {
        command: `node scripts/start.mjs --reset --port ${port}`,
        cwd: '../..',
        // What is merged comes up in seconds, not in two minutes.
        env: { APP_CONFIG_demo_kubernetes_speed: '10' },
        url: `${baseURL}/.backstage/health/v1/readiness`,
        timeout: 600_000,
        gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
      },
});
