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
import { shortText } from './shortText';

/**
 * What is kept of a logical database that is declared by itself.
 *
 * @public
 */
export interface LogicalDatabaseData {
  /** Name of its CNPG cluster. */
  readonly cluster: string;
  readonly labels?: {
    readonly app?: string;
    readonly environment?: string;
  };
  readonly annotations?: {
    readonly owner?: string;
    readonly service?: string;
  };
  readonly generation?: number;
  readonly database?: string;
  readonly owner?: string;
  /** `present` or `absent`. */
  readonly ensure?: string;
  /** Left out when nobody knows: the operator has not come to it, or follows another cluster. */
  readonly applied?: boolean;
  readonly observedGeneration?: number;
  readonly message?: string;
}

/** @public */
export const cnpgDatabase: ObservedKind<LogicalDatabaseData> = {
  id: 'databases.postgresql.cnpg.io',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  resource: 'databases',
  kind: 'Database',
  namespaced: true,
  feeds:
    'Logical databases beside the main one say themselves whether they were created.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const cluster = fields.string('spec', 'cluster', 'name');
    return cluster
      ? {
          cluster,
          labels: {
            app: fields.string('metadata', 'labels', 'basewell.dev/app'),
            environment: fields.string(
              'metadata',
              'labels',
              'basewell.dev/environment',
            ),
          },
          annotations: {
            owner: fields.string(
              'metadata',
              'annotations',
              'basewell.dev/owner',
            ),
            service: fields.string(
              'metadata',
              'annotations',
              'basewell.dev/service',
            ),
          },
          generation: fields.number('metadata', 'generation'),
          database: fields.string('spec', 'name'),
          owner: fields.string('spec', 'owner'),
          ensure: fields.string('spec', 'ensure'),
          applied: fields.boolean('status', 'applied'),
          observedGeneration: fields.number('status', 'observedGeneration'),
          message: shortText(fields.string('status', 'message')),
        }
      : undefined;
  },
  keys: ofCluster,
};
