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

import { violation } from '../messages';
import { FileDrafts } from './FileDrafts';
import { SecretClaim } from './findClaims';

/** A Secret that the repository gets from somewhere else already. */
export function refuseClaims(
  files: FileDrafts,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  claims: readonly SecretClaim[],
): void {
  for (const { path, kind } of claims) {
    files.obstacle({
      rule: 'one-credential-source',
      ...violation('oneCredentialSource.claimed', {
        path,
        kind,
        secret: `${namespace}/${name}`,
      }),
      evidence: [{ object: path, field: 'kind', value: kind }],
    });
  }
}
