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

import { ObservedKind } from '../observation';
import { projectStatefulSet } from './projectStatefulSet';
import { StatefulSetData } from './StatefulSetData';
import { vaultAgentKey } from './workload';

/**
 * StatefulSets that run databases, or read Secrets. Found under
 *
 * - `<namespace>/<name>` of the database that it is a part of, and its own,
 * - `owner:<kind>/<namespace>/<name>` of the custom resource that it is a part of,
 * - `namespace:<namespace>` when it is a database, for those that stand beside it,
 * - `secret:<namespace>/<Secret>` of each Secret that it reads,
 * - `vault-agent:<mount>` of each mount of Vault that its pods ask by themselves.
 *
 * @public
 */
export const statefulSet: ObservedKind<StatefulSetData> = {
  id: 'statefulsets.apps',
  group: 'apps',
  versions: ['v1'],
  resource: 'statefulsets',
  kind: 'StatefulSet',
  namespaced: true,
  elsewhere: true,
  feeds:
    'Databases that no operator runs, how many of their pods are ready, and which apps read the Secret of a database.',
  lane: 'health',
  project: projectStatefulSet,
  keys: ({
    namespace,
    name,
    data: { database, owner, secrets, vaultAgent = [] },
  }) => [
    ...new Set([
      `${namespace}/${name}`,
      ...(database
        ? [`${namespace}/${database.name}`, `namespace:${namespace}`]
        : []),
      ...(owner ? [`owner:${owner.kind}/${namespace}/${owner.name}`] : []),
      ...secrets.map(secret => `secret:${namespace}/${secret.name}`),
      ...vaultAgent.map(vaultAgentKey),
    ]),
  ],
};
