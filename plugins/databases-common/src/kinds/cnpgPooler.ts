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
 * What is kept of a connection pooler.
 *
 * @public
 */
export interface PoolerData {
  /** Name of its CNPG cluster. */
  readonly cluster: string;
  /** Wanted. */
  readonly instances?: number;
  readonly type?: string;
  /** Whether somebody holds its clients back: `spec.pgbouncer.paused`. */
  readonly paused?: boolean;
  readonly status?: {
    /** `active`, `paused`, `inactive` or `failed`; operators before 1.30 write none. */
    readonly phase?: string;
    readonly phaseReason?: string;
    readonly instances?: number;
    readonly error?: string;
  };
}

/** @public */
export const cnpgPooler: ObservedKind<PoolerData> = {
  id: 'poolers.postgresql.cnpg.io',
  group: 'postgresql.cnpg.io',
  versions: ['v1'],
  resource: 'poolers',
  kind: 'Pooler',
  namespaced: true,
  feeds:
    'Apps that connect through a pooler are down when it is, however well the database is.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const status = fields.at('status');
    const cluster = fields.string('spec', 'cluster', 'name');
    return cluster
      ? {
          cluster,
          instances: fields.number('spec', 'instances'),
          type: fields.string('spec', 'type'),
          paused: fields.boolean('spec', 'pgbouncer', 'paused'),
          status: status.present
            ? {
                phase: status.string('phase'),
                phaseReason: shortText(status.string('phaseReason')),
                instances: status.number('instances'),
                error: shortText(status.string('error')),
              }
            : undefined,
        }
      : undefined;
  },
  keys: ofCluster,
};
