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

import { SealingScope } from '../model';

/**
 * The scope that the controller opens the values of a SealedSecret with: what its
 * annotations say, of two the wider. Without one it is strict.
 *
 * ```
 * metadata: {annotations: {sealedsecrets.bitnami.com/namespace-wide: "true"}}
 * ```
 */
export function sealingScopeOf({
  metadata,
}: {
  readonly [key: string]: any;
}): SealingScope {
  const scopes = ['cluster-wide', 'namespace-wide'] as const;
  return (
    scopes.find(
      scope =>
        metadata?.annotations?.[`sealedsecrets.bitnami.com/${scope}`] ===
        'true',
    ) ?? 'strict'
  );
}
