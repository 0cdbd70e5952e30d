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

import { deleteGuard, syncWave } from '../../manifests';
import { DatabaseDraft, Manifest } from '../../model';
import { parseQuantity } from '../../quantities';

const defaults = {
  failoverDelay: 0,
  logLevel: 'info',
  maxSyncReplicas: 0,
  minSyncReplicas: 0,
  postgresGID: 26,
  postgresUID: 26,
  primaryUpdateMethod: 'restart',
  primaryUpdateStrategy: 'unsupervised',
  replicationSlots: {
    highAvailability: { enabled: true, slotPrefix: '_cnpg_' },
    synchronizeReplicas: { enabled: true },
    updateInterval: 30,
  },
  smartShutdownTimeout: 180,
  startDelay: 3600,
  stopDelay: 1800,
  switchoverDelay: 3600,
};

/**
 * The CNPG Cluster of a database.
 *
 * Defaults of the CRD are written out, so that the object read back is the
 * object in git and Argo CD shows no difference that nobody made (v1.30; the
 * drift test holds it). Of what the operator's webhook adds, only what belongs
 * to this database is written: its PostgreSQL parameters, probes and monitoring
 * queries would otherwise be frozen at today's release, and Argo CD's
 * server-side diff leaves them out.
 *
 * @param additions - further fields of `spec`, such as those of backups
 */
export function clusterManifest(
  database: DatabaseDraft,
  additions: { readonly [field: string]: unknown } = {},
): Manifest {
  const { names, instances, production, cpu, memory } = database;
  const resources = { cpu, memory };
  const redundant = instances > 1;
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name: names.cluster,
      namespace: names.databasesNamespace,
      labels: database.labels,
      annotations: {
        ...database.annotations,
        ...deleteGuard,
        ...syncWave('Cluster'),
      },
    },
    spec: {
      instances,
      imageName: database.image,
      bootstrap: {
        initdb: {
          database: names.database,
          owner: names.owner,
          // Without one, CloudNativePG makes the password itself.
          ...(database.credentialSource !== 'operator-generated' && {
            secret: { name: names.bootstrapSecret },
          }),
          dataChecksums: true,
          encoding: 'UTF8',
          localeCollate: 'C',
          localeCType: 'C',
        },
      },
      enableSuperuserAccess: false,
      storage: {
        size: database.storage,
        ...(database.storageClass !== undefined && {
          storageClass: database.storageClass,
        }),
        resizeInUseVolumes: true,
      },
      resources: { requests: resources, limits: resources },
      affinity: {
        enablePodAntiAffinity: true,
        topologyKey: 'kubernetes.io/hostname',
        // One node that fails must not take both copies of production with it.
        podAntiAffinityType: production && redundant ? 'required' : 'preferred',
      },
      postgresql: { parameters: { shared_buffers: sharedBuffers(memory) } },
      ...additions,
      ...defaults,
      // A budget over a single instance blocks every drain of its node.
      enablePDB: redundant || production,
    },
  };
}

/** A quarter of the memory, as PostgreSQL's documentation recommends to begin with. */
function sharedBuffers(memory: string): string {
  const mebibytes = (parseQuantity(memory) ?? 0) / 4 / 2 ** 20;
  return `${Math.max(16, Math.floor(mebibytes))}MB`;
}
