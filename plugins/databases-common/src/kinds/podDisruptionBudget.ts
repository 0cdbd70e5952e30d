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

import { Fields, ObservedKind } from '../observation';
import { ofCluster } from './ofCluster';

/**
 * What is kept of a disruption budget of CloudNativePG.
 *
 * @public
 */
export interface PodDisruptionBudgetData {
  /** Name of the CNPG cluster whose pods it selects. */
  readonly cluster: string;
  /** `primary` or `replica`: whose pods it selects. */
  readonly instanceRole?: string;
  readonly disruptionsAllowed?: number;
}

const matches = ['spec', 'selector', 'matchLabels'] as const;

/** All of them are read: the operator does not label its own with `cnpg.io/cluster`. @public */
export const podDisruptionBudget: ObservedKind<PodDisruptionBudgetData> = {
  id: 'poddisruptionbudgets.policy',
  group: 'policy',
  versions: ['v1'],
  resource: 'poddisruptionbudgets',
  kind: 'PodDisruptionBudget',
  namespaced: true,
  feeds:
    'A budget that allows nothing is why a node with a database on it cannot be drained.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const cluster = fields.string(...matches, 'cnpg.io/cluster');
    return cluster
      ? {
          cluster,
          instanceRole:
            fields.string(...matches, 'cnpg.io/instanceRole') ??
            fields.string(...matches, 'role'),
          disruptionsAllowed: fields.number('status', 'disruptionsAllowed'),
        }
      : undefined;
  },
  keys: ofCluster,
};
