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

import { existsSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a suite came to. A suite that could not even run has one failure.
 *
 * @typedef {{ passed: number; failed: number; skipped: number }} Tally
 */

/**
 * Runs something that writes a report, and counts.
 *
 * @param {(file: string) => Promise<number>} run gives the exit code
 * @param {(report: string) => Tally} count
 * @returns {Promise<Tally>}
 */
export async function tallyReport(run, count) {
  const folder = mkdtempSync(join(tmpdir(), 'basewell-report-'));
  const file = join(folder, 'report');
  try {
    const exitCode = await run(file);
    const tally = existsSync(file)
      ? count(readFileSync(file, 'utf8'))
      : { passed: 0, failed: 0, skipped: 0 };
    const isUnexplained = exitCode !== 0 && tally.failed === 0;
    return isUnexplained ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
