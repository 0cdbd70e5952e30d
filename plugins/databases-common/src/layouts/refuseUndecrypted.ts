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
import { decryptsSecrets } from './decryptsSecrets';
import { FileDrafts } from './FileDrafts';
import { findCovering } from './deliverByFlux';
import { folderOf } from './folderOf';
import { FluxConventions, LayoutContext } from './Layout';
import { PlacedSecrets } from './PlacedSecrets';
import { TargetPaths } from './TargetPaths';

/**
 * Refuses ciphertext that Flux would not decrypt: it applies such a file as it
 * is, and the app reads `ENC[…]` for its password.
 */
export function refuseUndecrypted(
  { target }: LayoutContext,
  flux: FluxConventions,
  files: FileDrafts,
  paths: TargetPaths,
  { path, holds }: PlacedSecrets['made'][number],
): void {
  if (holds === 'manifest' || target.options.flux.controllerDecrypts) {
    return;
  }
  const folder = folderOf(path);
  const covering = findCovering(flux, folder);
  if (covering && !decryptsSecrets(covering, flux.kustomizations)) {
    files.obstacle({
      rule: 'decrypted-in-cluster',
      ...violation('decryptedInCluster.flux', {
        path: covering.file,
        kustomization: covering.name,
        folder,
      }),
      evidence: [{ object: covering.file, field: 'spec.decryption' }],
    });
  } else if (!covering && !flux.decryption) {
    files.obstacle({
      rule: 'decrypted-in-cluster',
      ...violation('decryptedInCluster.unknown', {
        folder: folderOf(paths.databaseApplication),
        option: 'flux.decryptionSecret',
      }),
    });
  } else if (!covering && folder !== paths.clusterFolder) {
    files.obstacle({
      rule: 'decrypted-in-cluster',
      ...violation('decryptedInCluster.undelivered', { folder }),
    });
  }
}
