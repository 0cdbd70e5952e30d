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

import { allChecks } from './allChecks.mjs';

/**
 * Runs checks one after the other, all of them whatever the ones before came
 * to.
 *
 * @param {readonly string[]} names empty for all
 * @returns {Promise<{ passed: number; failed: number }>}
 */
export async function runChecks(names = []) {
  const checks = allChecks.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
  let failed = 0;
  for (const { name, what, run } of checks) {
    const started = Date.now();
    const problems = await run();
    const seconds = Math.round((Date.now() - started) / 1000);
    const mark = problems.length === 0 ? '✔' : '✖';
    console.log(`  ${mark} ${name.padEnd(11)}${what} (${seconds} s)`);
    for (const problem of problems) {
      console.log(`    | ${problem}`);
    }
    failed += problems.length === 0 ? 0 : 1;
  }
  return { passed: checks.length - failed, failed };
}
