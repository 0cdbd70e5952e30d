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

import { vaultPathKey, vaultStaticSecret } from '../../kinds';
import { SourceClaim, TraceScene } from '../CredentialObservation';
import { vaultEntryHop } from '../hops/vaultEntryHop';
import { SecretUse } from '../SecretUse';

/**
 * An entry of Vault that the database itself names as another place of the same
 * value, as where a script writes it into Vault and into a release. Nothing
 * carries it from there to the Secret.
 */
export function vaultNamedClaims(
  { vaultPath }: SecretUse,
  scene: TraceScene,
): readonly SourceClaim[] {
  return vaultPath
    ? [
        {
          source: 'vault-static',
          isCopy: true,
          hops: [vaultEntryHop(vaultPath, scene)],
          siblings: scene.facts
            .of(vaultStaticSecret, vaultPathKey(vaultPath))
            .map(({ namespace = '', data }) => ({
              namespace,
              name: data.secret,
            })),
        },
      ]
    : [];
}
