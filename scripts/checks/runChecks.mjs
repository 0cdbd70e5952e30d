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

/** Each is a program of one thread; a machine has two cores at least. */
const AT_ONCE = 2;

/**
 * Runs checks, two at a time, all of them whatever the ones before came to, and
 * prints each when it is done.
 *
 * @param {readonly string[]} names empty for all
 * @returns {Promise<{ passed: number; failed: number }>}
 */
export async function runChecks(names = []) {
  const checks = allChecks.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
  const waiting = [...checks];
  const started = new Map();
  let failed = 0;

  async function runOne({ name, what, run, after }) {
    await started.get(after);
    const began = Date.now();
    const problems = await run();
    const seconds = Math.round((Date.now() - began) / 1000);
    const mark = problems.length === 0 ? '✔' : '✖';
    console.log(`  ${mark} ${name.padEnd(11)}${what} (${seconds} s)`);
    for (const problem of problems) {
      console.log(`    | ${problem}`);
    }
    failed += problems.length === 0 ? 0 : 1;
  }

  async function runWaiting() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const running = runOne(check);
      started.set(check.name, running);
      await running;
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, runWaiting));
  return { passed: checks.length - failed, failed };
}
