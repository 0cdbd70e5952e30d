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

import { apiReportsCommand } from './checks/checkApiReports.mjs';
import { typesCommand } from './checks/typesCommand.mjs';
import { ensureInstalled } from './toolchain/ensureInstalled.mjs';
import { runForeground } from './toolchain/runForeground.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { underNode24 } from './toolchain/underNode24.mjs';

/** `npm run api-reports`: writes the API reports of the published libraries. */
await runMain(async () => {
  await underNode24();
  await ensureInstalled();
  const types = await runForeground(typesCommand());
  return types || (await runForeground(apiReportsCommand()));
});
