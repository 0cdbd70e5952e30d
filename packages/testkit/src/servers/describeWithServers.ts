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

import { describeOrExcuse } from './describeOrExcuse';
import { missingServers, ServerNeed } from './missingServers';

/**
 * Like `describe`, for tests that need real servers:
 *
 * ```ts
 * describeWithServers('kubernetes', 'sops')('the template', () => { … });
 * ```
 *
 * Where a server is missing, a person sees one skipped test that says so and
 * what to do; with `CI` set that test fails instead.
 *
 * @public
 */
export function describeWithServers(
  ...needs: readonly ServerNeed[]
): (name: string, tests: () => void) => void {
  return describeOrExcuse(missingServers(needs), 'npm run tools');
}
