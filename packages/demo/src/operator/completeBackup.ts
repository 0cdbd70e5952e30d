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

import { Json, mergePatch } from '../estate/mergePatch';
import { uidOf } from '../estate/uidOf';
import { KubeObject } from '../kubernetes/KubeObject';

/**
 * What the operator and the plugin write about a backup that ended or runs, from
 * its phase and times. What the object has in its status already stays.
 *
 * @internal
 */
export function completeBackup(
  kubernetesCluster: string,
  backup: KubeObject,
): KubeObject {
  const { spec, status } = backup as any;
  if (!status?.startedAt) {
    return backup;
  }
  const { namespace } = backup.metadata;
  const { name } = spec.cluster;
  const stamp = status.startedAt.replace(/[-:Z]/g, '');
  const plugin = spec.method === 'plugin';
  const completed = status.phase === 'completed';
  const usual: Json = {
    method: spec.method,
    majorVersion: 17,
    instanceID: { podName: `${name}-1`, ContainerID: `containerd://${stamp}` },
    reconciliationStartedAt: status.startedAt,
    ...(completed && {
      backupId: stamp,
      backupName: `backup-${stamp.replace('T', '')}`,
      beginWal: '000000010000000000000042',
      endWal: '000000010000000000000043',
      beginLSN: '0/42000028',
      endLSN: '0/43000050',
      reconciliationTerminatedAt: status.stoppedAt,
    }),
    ...(completed &&
      plugin && {
        pluginMetadata: {
          clusterUID: uidOf(kubernetesCluster, {
            kind: 'Cluster',
            namespace,
            name,
          }),
          name: spec.pluginConfiguration.name,
          displayName: 'BarmanCloudInstance',
          pluginName: spec.pluginConfiguration.name,
          timeline: '1',
          version: '0.14.0',
        },
      }),
  };
  return { ...backup, status: mergePatch(usual, status) };
}
