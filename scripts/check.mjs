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

import { allChecks } from './checks/allChecks.mjs';
import { runChecks } from './checks/runChecks.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { StepError } from './toolchain/StepError.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

/** `npm run check [-- names]`: everything that can be told without running. */
await runMain(async () => {
  await underNode24();
  await ensureInstalled();
  const names = process.argv.slice(2);
  const unknown = names.find(name => !allChecks.some(c => c.name === name));
  if (unknown) {
    const known = allChecks.map(({ name }) => name).join(', ');
    throw new StepError(`There is no check "${unknown}". There are: ${known}.`);
  }
  const { failed } = await runChecks(names);
  return failed > 0 ? 1 : 0;
});
