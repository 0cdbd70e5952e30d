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

import { ConflictError } from '@backstage/errors';
import { judgeSealedSecret } from '@basewell/plugin-databases-common/domain';
import { verify } from '@basewell/sops';
import { PlannedChange } from '../planning';
import { otherThanPlanned } from './otherThanPlanned';
import { changedFiles, RequestBranch } from './RequestBranch';

/** What makes a file anything but ciphertext; the rest a reviewer may have chosen. */
const IN_CLEAR = new Set([
  'not-encrypted',
  'unreadable',
  'clear-value',
  'nothing-encrypted',
]);

/**
 * The secrets of the plan that stand on the request's branch, and are kept.
 *
 * @returns their paths
 * @throws ConflictError when one of them is not encrypted, or is another one
 */
export async function keepSecrets(
  planned: PlannedChange,
  branch: RequestBranch,
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (const file of changedFiles(planned, 'platform')) {
    const { path } = file;
    const text = branch.files.get(path);
    if (file.kind !== 'secret' || text === undefined) {
      continue;
    }
    const problem = await problemOf(text);
    if (problem) {
      throw new ConflictError(
        `${path} on the branch ${planned.plan.branch} is not encrypted: ${problem}. ` +
          'Whatever stood there in clear is known now: never use it. Remove the file and its siblings of the same password from the branch, and run again',
      );
    }
    const other = otherThanPlanned(text, file);
    if (other) {
      throw new ConflictError(
        `${path} on the branch ${planned.plan.branch} is ${other}. ` +
          'Remove it and its siblings of the same password from the branch, and run again',
      );
    }
    kept.add(path);
  }
  return kept;
}

async function problemOf(text: string): Promise<string | undefined> {
  const sealed = judgeSealedSecret(text);
  if (sealed) {
    return sealed === 'clear'
      ? 'it has something that is not sealed'
      : undefined;
  }
  const findings = await verify(text);
  return findings.find(({ code }) => IN_CLEAR.has(code))?.message;
}
