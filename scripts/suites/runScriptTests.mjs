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

import { runForeground } from '../toolchain/runForeground.mjs';
import { tallyReport } from './tallyReport.mjs';

/** Runs the tests of these scripts with Node's own runner. */
export function runScriptTests() {
  return tallyReport(
    file =>
      runForeground([
        '--test',
        ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
        ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
        'scripts/**/*.test.mjs',
      ]),
    report => ({
      passed: summaryLine(report, 'pass'),
      failed: summaryLine(report, 'fail') + summaryLine(report, 'cancelled'),
      skipped: summaryLine(report, 'skipped') + summaryLine(report, 'todo'),
    }),
  );
}

function summaryLine(report, name) {
  return Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
}
