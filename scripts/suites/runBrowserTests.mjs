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
import { join } from 'node:path';
import { packageBin } from '../toolchain/packageBin.mjs';
import { repositoryRoot } from '../toolchain/repositoryRoot.mjs';
import { runForeground } from '../toolchain/runForeground.mjs';
import { tallyReport } from './tallyReport.mjs';

const CONFIG = join('packages', 'app', 'playwright.config.ts');

/**
 * Whether the portal has browser tests.
 */
export function hasBrowserTests() {
  return existsSync(join(repositoryRoot, CONFIG));
}

/**
 * Runs the browser tests of the portal.
 *
 * @param {readonly string[]} args for Playwright
 */
export async function runBrowserTests(args) {
  if (!hasBrowserTests()) {
    console.log(`There are no browser tests: ${CONFIG} does not exist.`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  return await tallyReport(
    file =>
      runForeground(
        [
          packageBin('@playwright/test', 'playwright'),
          ...['test', `--config=${CONFIG}`, '--reporter=list,json', ...args],
        ],
        // The second is what Playwright called it before 1.50.
        {
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
          PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        },
      ),
    report => {
      const { stats, errors = [] } = JSON.parse(report);
      return {
        passed: stats.expected,
        // A test that passes at its second attempt hides something.
        failed: stats.unexpected + stats.flaky + errors.length,
        skipped: stats.skipped,
      };
    },
  );
}
