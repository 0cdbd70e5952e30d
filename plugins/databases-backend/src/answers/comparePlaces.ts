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

import { placeOf } from '@basewell/plugin-databases-common';

const origins = ['kubernetes', 'git', 'vault', 'metrics'];

/** Orders what is seen by where: Kubernetes clusters, repositories, Vaults, metrics, each by name. */
export function comparePlaces(
  a: { readonly kubernetesCluster: string },
  b: { readonly kubernetesCluster: string },
): number {
  const [first, second] = [a, b].map(({ kubernetesCluster }) =>
    placeOf(kubernetesCluster),
  );
  return (
    origins.indexOf(first.origin) - origins.indexOf(second.origin) ||
    (first.name < second.name ? -1 : 1)
  );
}
