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

import { isWithin } from './isWithin';
import { FluxKustomization } from './readFluxKustomizations';

/**
 * Whether what a Kustomization of Flux delivers is decrypted: it says so, or one
 * that delivers its own file patches it to. Those of other Kubernetes clusters
 * reach other files.
 *
 * @param all - Kustomizations of the repository
 */
export function decryptsSecrets(
  { decryption, file }: FluxKustomization,
  all: readonly FluxKustomization[],
): boolean {
  return (
    decryption?.provider === 'sops' ||
    all.some(
      ({ handsDownDecryption, path }) =>
        handsDownDecryption && isWithin(file, path),
    )
  );
}
