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

import { Entity } from '@backstage/catalog-model';
import { appOf, BENCH_LABEL, ownerOf } from '../observed/clusterObject';

/** A component for each app, and one to which everything belongs. */
export function componentsOf(count: number): Entity[] {
  return [
    component('everything', {
      'backstage.io/kubernetes-label-selector': `${BENCH_LABEL}=yes`,
    }),
    ...Array.from({ length: count }, (_, index) =>
      component(
        appOf(index),
        {
          'basewell.dev/app': appOf(index),
          'backstage.io/kubernetes-label-selector': `basewell.dev/app=${appOf(index)}`,
        },
        ownerOf(index),
      ),
    ),
  ];
}

function component(
  name: string,
  annotations: Readonly<Record<string, string>>,
  owner = 'group:default/everybody',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
