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

import { packageBin } from '../toolchain/packageBin.mjs';
import { runForeground } from '../toolchain/runForeground.mjs';
import { tallyReport } from './tallyReport.mjs';

/** As regular expressions over paths, of what the other suite runs. */
const NOT_IN = {
  unit: '\\.integration\\.test\\.[jt]sx?$',
  integration: '(?<!\\.integration)\\.test\\.[cm]?[jt]sx?$',
};

/**
 * Runs the Jest tests of all packages: `*.integration.test.ts` start real
 * servers and wait for them most of the time, two at once; all others are units.
 *
 * @param {'unit' | 'integration'} kind
 * @param {readonly string[]} args for Jest
 */
export function runJest(kind, args) {
  return tallyReport(
    file =>
      runForeground([
        packageBin('@backstage/cli', 'backstage-cli'),
        ...['repo', 'test', '--watchAll=false', '--passWithNoTests'],
        ...['--testPathIgnorePatterns=/node_modules/'],
        `--testPathIgnorePatterns=${NOT_IN[kind]}`,
        ...(kind === 'integration' ? ['--maxWorkers=2'] : []),
        // Whoever hangs is found out all the same, and a busy machine is no failure.
        '--testTimeout=60000',
        ...['--json', `--outputFile=${file}`],
        ...args,
      ]),
    report => {
      const counts = JSON.parse(report);
      return {
        passed: counts.numPassedTests,
        // A file that does not even load has no tests to fail.
        failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
        skipped: counts.numPendingTests + counts.numTodoTests,
      };
    },
  );
}
