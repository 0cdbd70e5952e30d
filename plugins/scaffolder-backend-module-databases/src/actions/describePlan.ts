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

import { Plan } from '@basewell/plugin-databases-common';
import { diffFile } from '@basewell/plugin-databases-common/domain';

/** A plan for the log of a dry run: files, then diffs, secrets as shapes. */
export function describePlan(plan: Plan): string {
  const changed = plan.files.filter(({ change }) => change !== 'none');
  const list = plan.files.map(
    ({ repository, change, path, purpose }) =>
      `  ${change.padEnd(6)} ${repository.padEnd(8)} ${path}  (${purpose})`,
  );
  return [
    `Dry run: nothing is written. The plan has ${changed.length} changed files:`,
    ...list,
    ...plan.entries.map(
      ({ environment, store, entry, keys }) =>
        `  fill   ${environment}: ${entry} in ${store}, with ${keys.join(', ')}`,
    ),
    '',
    ...changed.map(diffFile),
  ].join('\n');
}
