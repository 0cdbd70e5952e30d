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

import { FileWaiver } from '@basewell/plugin-databases-common/domain';
import { DocumentFields } from './DocumentFields';
import { readYamlLeaves } from './readYamlLeaves';

/**
 * The waivers of a `.basewell.yaml`:
 *
 *     waivers:
 *       - rule: short-password            id of the rule
 *         path: clusters/lab/*            glob from the folder of this file
 *         reason: Nothing there is worth more.
 *         owner: group:default/platform
 *         until: 2027-01-31               last day
 *
 * What is missing is empty: the rules say so.
 *
 * @throws YamlProblem
 */
export function inspectWaivers(
  config: string,
  text: string,
): readonly FileWaiver[] {
  return readYamlLeaves(text).flatMap(({ leaves }) =>
    DocumentFields.of(leaves)
      .items('waivers')
      .map(waiver => ({
        config,
        line: waiver.line,
        rule: waiver.name('rule') ?? '',
        path: waiver.name('path') ?? '',
        reason: waiver.leaf('reason')?.text.trim() ?? '',
        owner: waiver.name('owner') ?? '',
        until: waiver.name('until') ?? '',
      })),
  );
}
