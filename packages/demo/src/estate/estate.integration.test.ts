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
import { resourceOf } from '../kubernetes/servedResources';
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
  }, 60_000);
  afterAll(() => api?.stop());

  /** What is in it at different times of a cycle and of a day. */
  const moments = ['2026-11-21T12:00:30Z', '2026-11-21T12:06:30Z'];

  it.each(moments)(
    'has no field at %s that an API server refuses or drops',
    async moment => {
      const estate = await readEstate(FOLDER);
      const now = Date.parse(moment);
      const demo = new DemoKubernetes({ estate, start: now - 60_000 });
      demo.refresh(now, []);
      for (const [name, log] of demo.logs) {
        // One server stands for all; each gets namespaces of its own.
        const rename = (namespace: string) => `${name}-${namespace}`;
        const refused: string[] = [];
        const objects = log
          .all()
          .filter(({ kind }) => !WITHOUT_DEFINITION.includes(kind))
          .toSorted(
            (a, b) =>
              Number(b.kind === 'Namespace') - Number(a.kind === 'Namespace'),
          );
        for (const object of objects) {
          const { namespaced } = resourceOf(object)!;
          const { status, ...wanted } = object as any;
          const own = (value: string) =>
            namespaced || object.kind === 'Namespace'
              ? value
              : `${name}-${value}`;
          const {
            uid: _uid,
            resourceVersion: _version,
            generation: _generation,
            creationTimestamp: _created,
            ...metadata
          } = object.metadata;
          const draft = {
            ...wanted,
            metadata: {
              ...metadata,
              name:
                object.kind === 'Namespace'
                  ? rename(object.metadata.name)
                  : own(object.metadata.name),
              ...(namespaced && {
                namespace: rename(object.metadata.namespace!),
              }),
            },
            ...(object.kind === 'Event' && {
              involvedObject: {
                ...wanted.involvedObject,
                namespace: rename(wanted.involvedObject.namespace),
              },
            }),
            ...(WITHOUT_SUBRESOURCE.includes(object.kind) && { status }),
          };
          try {
            await api.client.apply(draft);
            if (status && !WITHOUT_SUBRESOURCE.includes(object.kind)) {
              await api.client.patchStatus(
                {
                  apiVersion: draft.apiVersion,
                  kind: draft.kind,
                  ...draft.metadata,
                },
                status,
              );
            }
          } catch (error) {
            refused.push(`${object.kind} ${object.metadata.name}: ${error}`);
          }
        }
        expect(refused).toEqual([]);
      }
    },
    240_000,
  );
});
