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

import { runChecks } from './checks/runChecks.mjs';
import { hasBrowserTests } from './suites/runBrowserTests.mjs';
import { runSuites } from './suites/runSuites.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

/**
 * Everything that guards main, for `.ci/run`. Each check counts as one test.
 * Tests whose server is missing fail here: they see that `CI` is set.
 */
await runMain(async () => {
  await underNode24();
  await ensureInstalled();
  console.log('\n▸ checks');
  const checks = await runChecks();
  const suites = await runSuites(
    ['unit', 'integration', ...(hasBrowserTests() ? ['e2e'] : []), 'smoke'],
    [],
  );
  const passed = checks.passed + suites.passed;
  const failed = checks.failed + suites.failed;
  if (suites.skipped > 0) {
    console.log(
      `skipped: ${suites.skipped}, whose input is not on this machine`,
    );
  }
  console.log(`tests: ${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
