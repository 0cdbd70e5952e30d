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

import { KubeObject } from '../model';
import { Fields, ObservedKind } from '../observation';
import { OperatedData, OperatedStatus } from './OperatedData';
import { readConditions } from './readConditions';
import { readNames } from './readNames';
import { readOperated } from './readOperated';
import { shortText } from './shortText';

/** A database of StackGres. @public */
export const sgCluster: ObservedKind<OperatedData> = {
  id: 'sgclusters.stackgres.io',
  group: 'stackgres.io',
  versions: ['v1'],
  resource: 'sgclusters',
  kind: 'SGCluster',
  namespaced: true,
  feeds: 'Databases of StackGres.',
  lane: 'health',
  project,
  keys: ({ namespace, name }) => [`${namespace}/${name}`],
};

function project(object: KubeObject): OperatedData {
  const fields = Fields.of(object);
  const spec = fields.at('spec');
  const status = fields.at('status');
  const instances = spec.number('instances');
  const version =
    status.string('postgresVersion') ?? spec.string('postgres', 'version');
  return {
    ...readOperated(object),
    version: /^\d+/.exec(version ?? '')?.[0],
    groups: [{ name: 'postgres', wanted: instances }],
    stopped: instances === 0 || undefined,
    paused:
      fields.string(
        'metadata',
        'annotations',
        'stackgres.io/reconciliation-pause',
      ) === 'true' || undefined,
    standby: spec.at('replicateFrom').present || undefined,
    databases: [],
    users: [],
    secrets: [],
    storage: shortText(spec.string('pods', 'persistentVolume', 'size'), 24),
    backups: readBackups(spec),
    status: status.entries().length ? readStatus(status) : undefined,
  };
}

function readBackups(spec: Fields): OperatedData['backups'] {
  const backups = spec.list('configurations', 'backups').slice(0, 2);
  return backups.length
    ? backups.map(backup => ({
        schedule: shortText(backup.string('cronSchedule'), 64),
        keep: backup.number('retention'),
        to: shortText(backup.string('sgObjectStorage'), 63),
      }))
    : undefined;
}

function readStatus(status: Fields): OperatedStatus {
  const pods = status.list('podStatuses');
  const pending = readNames(
    pods
      .filter(pod => pod.boolean('pendingRestart'))
      .map(pod => pod.string('name')),
  );
  return {
    primary: shortText(
      pods.find(pod => pod.boolean('primary'))?.string('name'),
      63,
    ),
    pendingRestart: pending.length ? pending : undefined,
    conditions: readConditions(status, [
      'Failed',
      'Bootstrapped',
      'PendingRestart',
      'PendingUpgrade',
    ]),
  };
}
