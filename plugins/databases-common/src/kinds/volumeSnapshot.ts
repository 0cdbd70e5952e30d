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
 * What is kept of a snapshot of a database's volume.
 *
 * @public
 */
export interface VolumeSnapshotData {
  /** Name of its CNPG cluster: label `cnpg.io/cluster`. */
  readonly cluster: string;
  /** Left out until the storage driver says so. */
  readonly readyToUse?: boolean;
  readonly takenAt?: string;
  readonly error?: string;
}

/** @public */
export const volumeSnapshot: ObservedKind<VolumeSnapshotData> = {
  id: 'volumesnapshots.snapshot.storage.k8s.io',
  group: 'snapshot.storage.k8s.io',
  versions: ['v1'],
  resource: 'volumesnapshots',
  kind: 'VolumeSnapshot',
  namespaced: true,
  selectors: [{ labels: 'cnpg.io/cluster' }],
  feeds:
    'Backups by snapshot can be restored only while their snapshots are there.',
  lane: 'backup',
  project(object) {
    const status = Fields.of(object).at('status');
    const cluster = object.metadata.labels?.['cnpg.io/cluster'];
    return cluster
      ? {
          cluster,
          readyToUse: status.boolean('readyToUse'),
          takenAt: status.string('creationTime'),
          error: shortText(status.string('error', 'message')),
        }
      : undefined;
  },
  keys: ofCluster,
};
