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

/**
 * What is kept of a place that the Barman Cloud plugin writes to.
 *
 * @public
 */
export interface ObjectStoreData {
  readonly destinationPath?: string;
  readonly endpoint?: string;
  /** `30d`, `4w` or `6m`. */
  readonly retentionPolicy?: string;
  /**
   * What can be restored, by server. It is refreshed by a job on the primary,
   * and freezes without a trace when the store cannot be reached.
   */
  readonly servers: readonly ObjectStoreServer[];
}

/** @public */
export interface ObjectStoreServer {
  readonly name: string;
  /** End of the oldest base backup. */
  readonly firstRecoverabilityPoint?: string;
  readonly lastSuccessfulBackupTime?: string;
  readonly lastFailedBackupTime?: string;
}

/** @public */
export const objectStore: ObservedKind<ObjectStoreData> = {
  id: 'objectstores.barmancloud.cnpg.io',
  group: 'barmancloud.cnpg.io',
  versions: ['v1'],
  resource: 'objectstores',
  kind: 'ObjectStore',
  namespaced: true,
  feeds:
    'What the backup store claims to hold: the recovery window and the last good backup of each server.',
  lane: 'backup',
  project(object) {
    const fields = Fields.of(object);
    return {
      destinationPath: fields.string(
        'spec',
        'configuration',
        'destinationPath',
      ),
      endpoint: fields.string('spec', 'configuration', 'endpointURL'),
      retentionPolicy: fields.string('spec', 'retentionPolicy'),
      servers: fields
        .entries('status', 'serverRecoveryWindow')
        // One store may serve a whole namespace: it grows with its servers.
        .slice(0, 200)
        .map(([name, server]) => ({
          name,
          firstRecoverabilityPoint: server.string('firstRecoverabilityPoint'),
          lastSuccessfulBackupTime: server.string('lastSuccessfulBackupTime'),
          lastFailedBackupTime: server.string('lastFailedBackupTime'),
        })),
    };
  },
  // The second finds the stores of other namespaces that lead to the same place.
  keys: ({ namespace, name, data }) => [
    `${namespace}/${name}`,
    ...(data.destinationPath ? [`path:${data.destinationPath}`] : []),
  ],
};
