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

import { resolve } from 'node:path';
import {
  describeWithServers,
  KubernetesApi,
  startKubernetesApi,
} from '@basewell/testkit';
import { KubeObject } from '../kubernetes/KubeObject';
import { DemoKubernetes } from './DemoKubernetes';
import { readEstate } from './readEstate';

const FOLDER = resolve(__dirname, '../../../../examples/estate');

/** Their definitions are in no registry that the tests use. */
const WITHOUT_DEFINITION = ['VolumeSnapshot'];

/** Argo CD writes it with the object; the definition has no subresource. */
const WITHOUT_SUBRESOURCE = ['Application'];

describeWithServers('kubernetes')('the estate', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await startKubernetesApi({ crds: true });
  }, 120_000);
  afterAll(() => api?.stop());

  async function write(draft: any) {
    const { status, ...object } = draft;
    if (WITHOUT_SUBRESOURCE.includes(object.kind)) {
      await api.client.apply(draft);
      return;
    }
    await api.client.apply(object);
    if (status) {
      const { apiVersion, kind, metadata } = object;
      await api.client.patchStatus({ apiVersion, kind, ...metadata }, status);
    }
  }

  it.each([
    ['2026-11-21T12:00:30Z', 'a backup runs'],
    ['2026-11-21T12:06:30Z', 'an instance is away'],
  ])(
    'has no field at %s, when %s, that an API server refuses or drops',
    async moment => {
      const estate = await readEstate(FOLDER);
      const now = Date.parse(moment);
      const demo = new DemoKubernetes({ estate, start: now - 60_000 });
      demo.refresh(now, []);
      const refused: string[] = [];
      for (const [name, log] of demo.logs) {
        const objects = log
          .all()
          .filter(({ kind }) => !WITHOUT_DEFINITION.includes(kind))
          .map(object => draftOf(name, object))
          .toSorted(
            (a, b) =>
              Number(b.kind === 'Namespace') - Number(a.kind === 'Namespace'),
          );
        for (const object of objects) {
          await write(object).catch(error =>
            refused.push(`${object.kind} ${object.metadata.name}: ${error}`),
          );
        }
      }
      expect(refused).toEqual([]);
    },
    240_000,
  );
});

/**
 * As somebody would create it. One server stands for all Kubernetes clusters, so
 * each gets namespaces of its own.
 */
function draftOf(kubernetesCluster: string, object: KubeObject): any {
  const own = (name: string) => `${kubernetesCluster}-${name}`;
  const { involvedObject, ...rest } = object as any;
  const {
    uid: _uid,
    resourceVersion: _version,
    generation: _generation,
    creationTimestamp: _created,
    name,
    namespace,
    ...metadata
  } = object.metadata;
  return {
    ...rest,
    metadata: {
      ...metadata,
      name: namespace ? name : own(name),
      ...(namespace && { namespace: own(namespace) }),
    },
    ...(involvedObject && {
      involvedObject: {
        ...involvedObject,
        namespace: own(involvedObject.namespace),
      },
    }),
  };
}
