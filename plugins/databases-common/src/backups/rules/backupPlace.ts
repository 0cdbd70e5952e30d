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

import { objectStore } from '../../kinds';
import { evidenceOf } from '../../observation';
import { BackupRule } from '../BackupRule';
import { judgeEndpoint } from '../judgeEndpoint';

/** @internal */
export const backupPlace: BackupRule = {
  id: 'backup-place',
  title: 'The object storage outlives the Kubernetes cluster.',
  check({ cluster, evidence, facts, ofCluster }) {
    const { barmanObjectStore, plugins } = cluster.data.spec;
    const inTree = barmanObjectStore?.endpoint;
    const stores = plugins.flatMap(({ objectStore: name }) =>
      name ? facts.of(objectStore, `${cluster.namespace}/${name}`) : [],
    );
    const object = evidence.destination ?? `Cluster ${cluster.name}`;
    return [
      ...(inTree
        ? judgeEndpoint(
            inTree,
            object,
            ofCluster('spec.backup.barmanObjectStore.endpointURL', inTree),
          )
        : []),
      ...stores.flatMap(store => {
        const { endpoint } = store.data;
        return endpoint
          ? judgeEndpoint(
              endpoint,
              object,
              evidenceOf(
                objectStore,
                store,
                'spec.configuration.endpointURL',
                endpoint,
              ),
            )
          : [];
      }),
    ];
  },
};
