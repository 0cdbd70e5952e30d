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

import { prepareServers } from './prepareServers.mjs';
import { printNotice } from './printNotice.mjs';
import { runBrowserTests } from './runBrowserTests.mjs';
import { runJest } from './runJest.mjs';
import { runScriptTests } from './runScriptTests.mjs';
import { runSmokeTest } from './runSmokeTest.mjs';

/**
 * The names that `npm test` takes.
 *
 * @type {readonly ('unit' | 'integration' | 'e2e' | 'smoke')[]}
 */
export const suiteNames = ['unit', 'integration', 'e2e', 'smoke'];

/**
 * Runs suites one after the other, all of them whatever the ones before came
 * to, and prints what each came to.
 *
 * @param {readonly (typeof suiteNames)[number][]} names
 * @param {readonly string[]} args for the test runner
 * @returns {Promise<import('./tallyReport.mjs').Tally>} the sum
 */
export async function runSuites(names, args) {
  const rows = [];
  let missing = [];
  async function run(name, suite) {
    console.log(`\n▸ ${name}`);
    const started = Date.now();
    const tally = await suite();
    rows.push({ name, ...tally, seconds: (Date.now() - started) / 1000 });
  }

  if (names.includes('unit')) {
    // Arguments are for Jest, and mean nothing here.
    if (args.length === 0) {
      await run('scripts', runScriptTests);
    }
    await run('unit', () => runJest('unit', args));
  }
  if (names.includes('integration')) {
    missing = await prepareServers();
    await run('integration', () => runJest('integration', args));
  }
  if (names.includes('e2e')) {
    await run('e2e', () => runBrowserTests(args));
  }
  if (names.includes('smoke')) {
    await run('smoke', runSmokeTest);
  }

  console.log('');
  for (const { name, passed, failed, skipped, seconds } of rows) {
    console.log(
      `${name.padEnd(12)} ${passed} passed, ${failed} failed, ${skipped} skipped  (${Math.round(seconds)} s)`,
    );
  }
  if (missing.length > 0) {
    printMissing(missing);
  }
  return rows.reduce(
    (sum, row) => ({
      passed: sum.passed + row.passed,
      failed: sum.failed + row.failed,
      skipped: sum.skipped + row.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function printMissing(missing) {
  const minutes = missing.reduce((sum, server) => sum + server.minutes, 0);
  printNotice([
    'Integration tests were SKIPPED: these servers are not built yet.',
    `  ${missing.map(({ name }) => name).join(', ')}`,
    `Build them once, in up to ${Math.ceil(minutes)} minutes (two cores):  npm run tools`,
  ]);
}
