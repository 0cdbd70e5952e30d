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

import { randomUUID } from 'node:crypto';
import { describeKubernetesApi } from '@basewell/testkit';
import { instantText } from '../estate/instantText';
import { ObjectLog } from './ObjectLog';
import { resourceOf, servedResources } from './servedResources';
import { startKubernetesServer } from './startKubernetesServer';

const TOKEN = 'test-token-not-a-secret';

describeKubernetesApi('The demo', async () => {
  const log = new ObjectLog({ first: Date.now() });
  const server = await startKubernetesServer({
    port: 0,
    kubernetesClusters: new Map([
      ['test', { log, token: TOKEN, resources: servedResources }],
    ]),
  });
  return {
    url: `${server.url}/test`,
    tokens: { reader: TOKEN, wrong: 'token-of-nobody' },
    async put(object) {
      const { metadata } = object;
      const before = log.get(resourceOf(object)!, metadata);
      const { uid, creationTimestamp } = before?.metadata ?? {
        uid: randomUUID(),
        creationTimestamp: instantText(Date.now()),
      };
      log.put(resourceOf(object)!, {
        ...object,
        metadata: { ...metadata, uid, creationTimestamp },
      });
    },
    async delete({ apiVersion, kind, namespace, name }) {
      log.delete(resourceOf({ apiVersion, kind })!, { namespace, name: name! });
    },
    async forget() {
      const { resourceVersion } = log;
      const resource = resourceOf({ apiVersion: 'v1', kind: 'Namespace' })!;
      log.put(resource, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: randomUUID() },
      });
      log.compact();
      return String(resourceVersion);
    },
    stop: () => server.stop(),
  };
});
