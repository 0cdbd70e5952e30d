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

/** Where a database is, as its id says. @public */
export interface DatabasePlace {
  readonly kubernetesCluster: string;
  readonly namespace: string;
}

/**
 * Reads `<engine>.<namespace>.<name>@<Kubernetes cluster>`. A name may have dots,
 * a namespace has none.
 *
 * @returns `undefined` for anything else
 * @public
 */
export function parseDatabaseId(id: string): DatabasePlace | undefined {
  const { namespace, kubernetesCluster } =
    /^[^.@]+\.(?<namespace>[a-z0-9-]+)\.[^@]+@(?<kubernetesCluster>.+)$/.exec(
      id,
    )?.groups ?? {};
  return namespace ? { kubernetesCluster, namespace } : undefined;
}
