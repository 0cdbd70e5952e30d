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

import { listServers } from './listServers';
import { ServerName } from './ServerName';

/**
 * What a suite needs, as `describeWithServers` takes it.
 *
 * @public
 */
export type ServerNeed =
  'gitea' | 'kubernetes' | 'kustomize' | 'sops' | 'vault';

const PARTS: Readonly<Record<ServerNeed, readonly ServerName[]>> = {
  gitea: ['gitea'],
  kubernetes: ['crds', 'etcd', 'kube-apiserver'],
  kustomize: ['kustomize'],
  sops: ['sops'],
  vault: ['vault'],
};

/**
 * What of it is not there.
 *
 * @internal
 */
export function missingServers(
  needs: readonly ServerNeed[],
): readonly ServerName[] {
  const present = new Set(
    listServers()
      .filter(({ found }) => found)
      .map(({ name }) => name),
  );
  return needs.flatMap(need => PARTS[need]).filter(name => !present.has(name));
}
