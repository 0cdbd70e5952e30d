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

import { runSuites, suiteNames } from './suites/runSuites.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

/**
 * `npm test [unit | integration | e2e | smoke] [-- arguments for Jest or Playwright]`;
 * without a name, unit and integration tests.
 */
await runMain(async () => {
  await underNode24();
  await ensureInstalled();
  // npm takes the `--` away, other callers leave it.
  const [first, ...rest] = process.argv.slice(2).filter(arg => arg !== '--');
  const { failed } = suiteNames.includes(first)
    ? await runSuites([first], rest)
    : await runSuites(['unit', 'integration'], first ? [first, ...rest] : []);
  return failed > 0 ? 1 : 0;
});
