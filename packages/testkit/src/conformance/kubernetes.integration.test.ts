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

import { KubernetesReference, startKubernetesApi } from '../kubernetes';
import { describeWithServers } from '../servers';
import { describeKubernetesApi } from './kubernetes';

const group = 'conformance.basewell.dev';

describeWithServers('kubernetes')('conformance', () => {
  describeKubernetesApi('kube-apiserver', async () => {
    const api = await startKubernetesApi({ crds: ['cnpg'] });
    const reader = api.addUser({ name: 'reader', groups: ['system:masters'] });
    const stranger = api.addUser({ name: 'stranger' });
    return {
      url: api.url,
      ca: api.ca,
      tokens: {
        reader: reader.token,
        stranger: stranger.token,
        wrong: 'testkit-token-of-nobody',
      },
      async put(object) {
        await api.client.apply(object);
      },
      delete: (reference: KubernetesReference) => api.client.delete(reference),
      async installProbes() {
        await api.client.apply({
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          metadata: { name: `probes.${group}` },
          spec: {
            group,
            scope: 'Namespaced',
            names: { kind: 'Probe', plural: 'probes', singular: 'probe' },
            versions: [
              {
                name: 'v1',
                served: true,
                storage: true,
                schema: { openAPIV3Schema: { type: 'object' } },
              },
            ],
          },
        });
        const deadline = Date.now() + 20_000;
        for (;;) {
          try {
            await api.client.list({ apiVersion: `${group}/v1`, kind: 'Probe' });
            return;
          } catch (error) {
            if (Date.now() > deadline) {
              throw error;
            }
          }
        }
      },
      // What it remembers of the past is in its memory only.
      async forget() {
        await api.restart();
        return '1';
      },
      stop: () => api.stop(),
    };
  });
});
