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

import { Remembered } from '../../assessment';
import { health } from '../../messages/en/health';
import { CoverageState, HealthState, KubeObject } from '../../model';
import { HealthScene } from './__testUtils__/HealthScene';
import { cnpgHealthRules } from './cnpgHealthRules';
import {
  budgetObject,
  claimObject,
  clusterObject,
  databaseObject,
  eventObject,
  healthyObjects,
  jobPodObject,
  nodeObject,
  notReady,
  podObject,
  poolerObject,
  sliceObject,
} from './__testUtils__/objects';

interface Row {
  readonly reason: string;
  readonly objects: readonly KubeObject[];
  readonly state: HealthState;
  /** Rule of the deciding finding, or of the side remark that has to be there. */
  readonly rule?: string;
  readonly message?: string;
  readonly since?: string;
  readonly memory?: { readonly [key: string]: Remembered };
  readonly coverage?: { readonly [kind: string]: CoverageState };
}

const HOURS_AGO = '2026-11-21T08:00:00Z';
const JUST_NOW = '2026-11-21T11:58:00Z';

/** Members of a list are replaced as a whole, so conditions are given all at once. */
function conditions(
  ...given: readonly [
    type: string,
    status: string,
    reason?: string,
    since?: string,
  ][]
) {
  return given.map(([type, status, reason, since = HOURS_AGO]) => ({
    type,
    status,
    reason,
    message: `${reason}`,
    lastTransitionTime: since,
  }));
}

const ready = ['Ready', 'True', 'ClusterIsReady'] as const;
const settingUp = {
  phase: 'Setting up primary',
  readyInstances: null,
  instancesStatus: null,
  instancesReportedState: null,
  currentPrimary: null,
  targetPrimary: 'shop-cnpg-1',
  pluginStatus: [{ name: 'barman-cloud.cloudnative-pg.io', version: '0.14.0' }],
  conditions: conditions(['Ready', 'False', 'ClusterIsNotReady', JUST_NOW]),
};
const single = {
  spec: { instances: 1 },
  status: {
    instances: 1,
    readyInstances: 1,
    instancesStatus: { healthy: ['shop-cnpg-1'] },
    topology: { nodesUsed: 1 },
    instancesReportedState: { 'shop-cnpg-2': null, 'shop-cnpg-3': null },
  },
};
const asleep = {
  metadata: { annotations: { 'cnpg.io/hibernation': 'on' } },
  status: {
    readyInstances: null,
    instancesStatus: null,
    instancesReportedState: null,
    danglingPVC: ['shop-cnpg-1'],
    conditions: conditions(
      [...ready],
      ['cnpg.io/hibernation', 'True', 'Hibernated'],
    ),
  },
};
const noPods = {
  pods: 'forbidden',
  'endpointslices.discovery.k8s.io': 'forbidden',
} as const;

const rows: readonly Row[] = [
  {
    reason: 'a database that is well',
    objects: healthyObjects(),
    state: 'healthy',
    message: 'cnpgHealth.healthy',
    since: '2026-11-01T08:00:00Z',
  },
  {
    reason: 'a database that is well, by its status alone',
    objects: [clusterObject()],
    coverage: noPods,
    state: 'healthy',
  },
  {
    reason: 'T1: archiving fails, and the database is up',
    objects: healthyObjects({
      status: {
        conditions: conditions(
          [...ready],
          ['ContinuousArchiving', 'False', 'ContinuousArchivingFailing'],
        ),
      },
    }),
    state: 'healthy',
    rule: 'cnpg-disk',
    message: 'cnpgDisk.walKept',
  },
  {
    reason: 'T2: the WAL that could not be archived has filled the disk',
    objects: healthyObjects({
      status: {
        phase: 'Not enough disk space',
        conditions: conditions(
          ['Ready', 'False', 'ClusterIsNotReady', JUST_NOW],
          ['ContinuousArchiving', 'False', 'ContinuousArchivingFailing'],
        ),
      },
    }),
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.diskFull',
  },
  {
    reason: 'T16: the primary is fenced, and the phase stays healthy',
    objects: healthyObjects({
      metadata: {
        annotations: { 'cnpg.io/fencedInstances': '["shop-cnpg-1"]' },
      },
    }),
    state: 'failed',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.primary',
  },
  {
    reason: 'T16: all are fenced, and nothing says that none is ready',
    objects: [
      clusterObject({
        metadata: { annotations: { 'cnpg.io/fencedInstances': '["*"]' } },
        status: { readyInstances: null },
      }),
    ],
    coverage: noPods,
    state: 'failed',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.all',
  },
  {
    reason: 'T16: a replica is fenced',
    objects: healthyObjects({
      metadata: {
        annotations: { 'cnpg.io/fencedInstances': '["shop-cnpg-2"]' },
      },
    }),
    state: 'degraded',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.replica',
  },
  {
    reason: 'T16: the fenced pod is gone',
    objects: healthyObjects({
      metadata: {
        annotations: { 'cnpg.io/fencedInstances': '["shop-cnpg-9"]' },
      },
    }),
    state: 'healthy',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.stale',
  },
  {
    reason: 'T16: nobody is fenced by an empty list',
    objects: healthyObjects({
      metadata: { annotations: { 'cnpg.io/fencedInstances': '[]' } },
    }),
    state: 'healthy',
  },
  {
    reason: 'T16: an annotation that is no list',
    objects: healthyObjects({
      metadata: { annotations: { 'cnpg.io/fencedInstances': 'shop-cnpg-1' } },
    }),
    state: 'unknown',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.unreadable',
  },
  {
    reason: 'T17: healthy and Ready by its own word, without a ready instance',
    objects: [clusterObject({ status: { readyInstances: null } })],
    coverage: noPods,
    state: 'failed',
    rule: 'cnpg-instances',
    message: 'cnpgInstances.outage',
  },
  {
    reason: 'T17: the same, and all pods are gone',
    objects: [clusterObject({ status: { readyInstances: null } })],
    state: 'failed',
    rule: 'cnpg-instances',
  },
  {
    reason: 'T17: the last instance went away a moment ago',
    objects: [clusterObject({ status: { readyInstances: null } })],
    coverage: noPods,
    memory: {
      ready: {
        value: '0',
        since: JUST_NOW,
        previous: { value: '1', until: JUST_NOW },
      },
    },
    state: 'progressing',
    rule: 'cnpg-instances',
    message: 'cnpgInstances.outageYoung',
  },
  {
    reason: 'T18: a replica that cannot catch up, for hours',
    objects: [
      clusterObject({
        status: {
          readyInstances: 2,
          instancesStatus: {
            healthy: ['shop-cnpg-1', 'shop-cnpg-2'],
            replicating: ['shop-cnpg-3'],
          },
        },
      }),
      podObject(1),
      podObject(2),
      podObject(3, notReady(HOURS_AGO)),
    ],
    state: 'degraded',
    rule: 'cnpg-instances',
    message: 'cnpgInstances.partial',
    since: HOURS_AGO,
  },
  {
    reason: 'T18: a replica that was made a moment ago',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, notReady(JUST_NOW)),
    ],
    state: 'progressing',
    rule: 'cnpg-instances',
    message: 'cnpgInstances.partialYoung',
  },
  {
    reason: 'T18: nobody knows since when a replica is missing',
    objects: [clusterObject({ status: { readyInstances: 2 } })],
    coverage: noPods,
    state: 'degraded',
    rule: 'cnpg-instances',
  },
  {
    reason: 'T18: a replica is being made, and the operator says so',
    objects: [
      clusterObject({
        status: {
          phase: 'Creating a new replica',
          readyInstances: 2,
          conditions: conditions(['Ready', 'False', undefined, JUST_NOW]),
        },
      }),
    ],
    coverage: noPods,
    state: 'progressing',
    rule: 'cnpg-phase',
  },
  {
    reason: 'T19: it hibernates, and the phase stays healthy',
    objects: [clusterObject(asleep)],
    state: 'hibernated',
    rule: 'cnpg-hibernation',
    message: 'cnpgHibernation.hibernated',
    since: HOURS_AGO,
  },
  {
    reason: 'T19: it should hibernate, and runs',
    objects: [clusterObject(asleep), podObject(1)],
    state: 'unknown',
    rule: 'cnpg-hibernation',
    message: 'cnpgHibernation.running',
  },
  {
    reason: 'T19: nobody confirmed that it hibernates',
    objects: [clusterObject({ ...asleep, status: { readyInstances: null } })],
    state: 'unknown',
    rule: 'cnpg-hibernation',
    message: 'cnpgHibernation.unconfirmed',
  },
  {
    reason: 'T19: it is falling asleep',
    objects: [
      clusterObject({
        ...asleep,
        status: {
          readyInstances: null,
          conditions: conditions(
            [...ready],
            ['cnpg.io/hibernation', 'False', 'DeletingPods', JUST_NOW],
          ),
        },
      }),
    ],
    state: 'progressing',
    rule: 'cnpg-hibernation',
    message: 'cnpgHibernation.going',
  },
  {
    reason: 'T19: it was woken, and no pod came back',
    objects: [
      clusterObject({
        ...asleep,
        metadata: { annotations: { 'cnpg.io/hibernation': 'off' } },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-instances',
  },
  {
    reason: 'T19: a value that means nothing does not hide an outage',
    objects: [
      clusterObject({
        ...asleep,
        metadata: { annotations: { 'cnpg.io/hibernation': 'yes' } },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-hibernation',
    message: 'cnpgHibernation.wrongValue',
  },
  {
    reason: 'T19: it hibernates, and is fenced besides',
    objects: [
      clusterObject({
        ...asleep,
        metadata: {
          annotations: {
            'cnpg.io/hibernation': 'on',
            'cnpg.io/fencedInstances': '["*"]',
          },
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-fencing',
  },
  {
    reason: 'T20: setting up the primary takes more than half an hour',
    objects: [
      clusterObject({
        status: {
          ...settingUp,
          conditions: conditions(['Ready', 'False', undefined, HOURS_AGO]),
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.bootstrapStuck',
    since: HOURS_AGO,
  },
  {
    reason: 'T20: setting up began an hour ago, as its creation tells',
    objects: [
      clusterObject({
        metadata: { creationTimestamp: HOURS_AGO },
        status: { ...settingUp, conditions: [] },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-phase',
  },
  {
    reason: 'T20: the job that sets it up failed',
    objects: [
      clusterObject({ status: settingUp }),
      jobPodObject('initdb', 'permission denied'),
    ],
    state: 'failed',
    rule: 'cnpg-bootstrap',
    message: 'cnpgBootstrap.failed',
  },
  {
    reason: 'T20: the operator gave up',
    objects: [
      clusterObject({
        status: {
          ...settingUp,
          phase: 'Cluster is unrecoverable and needs manual intervention',
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.unrecoverable',
  },
  {
    reason: 'T21: no status, and the volume cannot be had',
    objects: [
      clusterObject({ status: null }),
      claimObject({
        metadata: { creationTimestamp: HOURS_AGO },
        status: { phase: 'Pending', capacity: null },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.pending',
  },
  {
    reason: 'T21: setting up, and the image cannot be had',
    objects: [
      clusterObject({
        status: { ...settingUp, initializingPVC: ['shop-cnpg-1'] },
      }),
      podObject(1, {
        status: {
          phase: 'Pending',
          conditions: notReady(JUST_NOW).status,
          containerStatuses: [
            {
              name: 'postgres',
              image: 'ghcr.io/cloudnative-pg/postgresql:17.99',
              restartCount: 0,
              state: { waiting: { reason: 'ImagePullBackOff' } },
            },
          ],
        },
      }),
    ],
    state: 'failed',
    rule: 'cnpg-pods',
    message: 'cnpgPods.image',
  },
  {
    reason: 'T21: a volume that was asked for a moment ago',
    objects: [
      clusterObject({ status: settingUp }),
      claimObject({
        metadata: { creationTimestamp: JUST_NOW },
        status: { phase: 'Pending' },
      }),
    ],
    state: 'progressing',
    rule: 'cnpg-storage',
  },
  {
    reason: 'T22: recovered from the archive that it would write to',
    objects: [
      clusterObject({
        spec: {
          bootstrap: { initdb: null, recovery: { source: 'origin' } },
          plugins: [
            {
              name: 'barman-cloud.cloudnative-pg.io',
              isWALArchiver: true,
              parameters: { barmanObjectName: 'store', serverName: 'shop' },
            },
          ],
          externalClusters: [
            {
              name: 'origin',
              plugin: {
                name: 'barman-cloud.cloudnative-pg.io',
                parameters: { barmanObjectName: 'store', serverName: 'shop' },
              },
            },
          ],
        },
        status: settingUp,
      }),
      jobPodObject('full-recovery'),
    ],
    state: 'failed',
    rule: 'cnpg-bootstrap',
    message: 'cnpgBootstrap.archiveTaken',
  },
  {
    reason: 'T22: the pod says that the archive is not empty',
    objects: [
      clusterObject({ status: settingUp }),
      jobPodObject(
        'full-recovery',
        'WAL archive check failed: Expected empty archive',
      ),
    ],
    state: 'failed',
    rule: 'cnpg-bootstrap',
    message: 'cnpgBootstrap.archiveTaken',
  },
  ...(
    [
      ['2026-11-20 12:00:00 +0000 UTC', {}, 'degraded', 'expired'],
      ['2026-11-24 12:00:00 +0000 UTC', {}, 'healthy', 'expiring'],
      [
        '2026-11-20 12:00:00 +0100 CET',
        { serverTLSSecret: 'shop-tls' },
        'degraded',
        'ownExpired',
      ],
      [
        '2026-11-24 12:00:00 +0100 CET',
        { serverTLSSecret: 'shop-tls' },
        'healthy',
        'ownExpiring',
      ],
      ['sometime next year', {}, 'unknown', 'unreadable'],
    ] as const
  ).map(([expires, certificates, state, kind]): Row => ({
    reason: `T23: a certificate until ${expires}`,
    objects: healthyObjects({
      spec: { certificates },
      status: { certificates: { expirations: { 'shop-tls': expires } } },
    }),
    state,
    rule: 'cnpg-certificates',
    message: `cnpgCertificates.${kind}`,
  })),
  {
    reason: 'T24: a drain waits for the only instance',
    objects: [
      clusterObject(single),
      podObject(1),
      nodeObject({ spec: { unschedulable: true } }),
      budgetObject(),
    ],
    state: 'healthy',
    rule: 'cnpg-drain',
    message: 'cnpgDrain.blocked',
  },
  {
    reason: 'T25: a volume that no instance uses',
    objects: healthyObjects({ status: { danglingPVC: ['shop-cnpg-4'] } }),
    state: 'healthy',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.dangling',
  },
  {
    reason: 'T25: a volume that is of no use',
    objects: healthyObjects({ status: { unusablePVC: ['shop-cnpg-2-wal'] } }),
    state: 'degraded',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.unusable',
  },
  {
    reason: 'T26: the plugin is down, and nothing goes on',
    objects: healthyObjects({
      status: {
        phase:
          'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
        conditions: conditions(['Ready', 'False']),
        pluginStatus: null,
      },
    }),
    state: 'failed',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.broken',
  },
  {
    reason: 'T26: a plugin that was never loaded',
    objects: healthyObjects({ status: { pluginStatus: [] } }),
    state: 'degraded',
    rule: 'cnpg-plugins',
    message: 'cnpgPlugins.missing',
  },
  {
    reason: 'T29: a declared role that cannot be made so',
    objects: healthyObjects({
      status: {
        managedRolesStatus: {
          cannotReconcile: { reporting: ['wrong username'] },
        },
      },
    }),
    state: 'degraded',
    rule: 'cnpg-roles',
    message: 'cnpgRoles.role',
  },
  {
    reason: 'T30: the only instance restarts, and all says healthy',
    objects: [
      clusterObject(single),
      podObject(1, notReady('2026-11-21T11:50:00Z')),
    ],
    state: 'failed',
    rule: 'cnpg-instances',
    since: '2026-11-21T11:50:00Z',
  },
  {
    reason: 'T30: the same, for two minutes',
    objects: [clusterObject(single), podObject(1, notReady(JUST_NOW))],
    state: 'progressing',
    rule: 'cnpg-instances',
  },
  {
    reason: 'T30: healthy by its phase, and not Ready',
    objects: healthyObjects({
      status: { conditions: conditions(['Ready', 'False']) },
    }),
    state: 'unknown',
    rule: 'cnpg-contradiction',
    message: 'cnpgContradiction.ready',
  },
  {
    reason: 'T30: pods are ready, and the operator never noticed',
    objects: healthyObjects({ status: { readyInstances: 1 } }),
    state: 'unknown',
    rule: 'cnpg-contradiction',
    message: 'cnpgContradiction.pods',
  },
  {
    reason: 'T36: Clusters may not be read',
    objects: healthyObjects(),
    coverage: { 'clusters.postgresql.cnpg.io': 'forbidden' },
    state: 'unknown',
    rule: 'cnpg-observed',
    message: 'coverage.forbidden',
  },
  ...(
    [
      'absent',
      'unauthorized',
      'unreachable',
      'failing',
      'syncing',
      'on-demand',
    ] as const
  ).map((state): Row => ({
    reason: `T36: Clusters are ${state}`,
    objects: healthyObjects(),
    coverage: { 'clusters.postgresql.cnpg.io': state },
    state: 'unknown',
    rule: 'cnpg-observed',
  })),
  {
    reason: 'T36: pods may not be read, which is no fault of the database',
    objects: healthyObjects(),
    coverage: noPods,
    state: 'healthy',
    rule: 'cnpg-observed',
    message: 'coverage.forbidden',
  },
  {
    reason: 'T37: the operator leaves it alone',
    objects: healthyObjects({
      metadata: { annotations: { 'cnpg.io/reconciliationLoop': 'disabled' } },
    }),
    state: 'unknown',
    rule: 'cnpg-paused',
    message: 'cnpgPaused.disabled',
  },
  {
    reason: 'T38: the system ids differ',
    objects: healthyObjects({
      status: {
        conditions: conditions(
          [...ready],
          ['ConsistentSystemID', 'False', 'Mismatch'],
        ),
      },
    }),
    state: 'failed',
    rule: 'cnpg-split',
    message: 'cnpgSplit.systemId',
  },
  {
    reason: 'T38: two primaries',
    objects: healthyObjects({
      status: {
        instancesReportedState: { 'shop-cnpg-2': { isPrimary: true } },
      },
    }),
    state: 'failed',
    rule: 'cnpg-split',
    message: 'cnpgSplit.twoPrimaries',
  },
  {
    reason: 'T38: two timelines',
    objects: healthyObjects({
      status: { instancesReportedState: { 'shop-cnpg-3': { timeLineID: 3 } } },
    }),
    state: 'degraded',
    rule: 'cnpg-split',
    message: 'cnpgSplit.timeline',
  },
  {
    reason:
      'T38: a moment after a failover replicas are still on the old timeline',
    objects: healthyObjects({
      status: {
        currentPrimaryTimestamp: JUST_NOW,
        instancesReportedState: { 'shop-cnpg-3': { timeLineID: 3 } },
      },
    }),
    state: 'healthy',
  },
  {
    reason: 'no status at all',
    objects: [clusterObject({ status: null })],
    state: 'unknown',
    rule: 'cnpg-phase',
    message: 'cnpgPhase.absent',
  },
  {
    reason: 'the Cluster is gone',
    objects: [],
    state: 'unknown',
    message: 'cnpgHealth.gone',
  },
  {
    reason: 'it is being deleted',
    objects: healthyObjects({ metadata: { deletionTimestamp: JUST_NOW } }),
    state: 'failed',
    rule: 'cnpg-deletion',
    since: JUST_NOW,
  },
  {
    reason: 'a primary that is not ready beside ready replicas',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1, notReady('2026-11-21T11:50:00Z')),
      podObject(2),
      podObject(3),
    ],
    state: 'failed',
    rule: 'cnpg-primary',
    message: 'cnpgPrimary.notReady',
  },
  {
    reason: 'a primary that does not answer the operator',
    objects: healthyObjects({
      status: { currentPrimaryFailingSinceTimestamp: JUST_NOW },
    }),
    state: 'degraded',
    rule: 'cnpg-primary',
    message: 'cnpgPrimary.failing',
  },
  {
    reason: 'a failover that is asked for and does not come',
    objects: healthyObjects({
      status: { targetPrimary: 'pending', targetPrimaryTimestamp: HOURS_AGO },
    }),
    state: 'degraded',
    rule: 'cnpg-primary',
    message: 'cnpgPrimary.stuck',
  },
  {
    reason: 'nothing says who the primary is',
    objects: [
      clusterObject({ status: { currentPrimary: null, targetPrimary: null } }),
    ],
    coverage: noPods,
    state: 'unknown',
    message: 'cnpgHealth.unproven',
  },
  {
    reason: 'the service that apps write to leads nowhere',
    objects: [
      ...healthyObjects().slice(0, 4),
      sliceObject({ endpoints: null }),
    ],
    state: 'failed',
    rule: 'cnpg-writer',
    message: 'cnpgWriter.noAddress',
  },
  {
    reason: 'a pod that no node takes',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, {
        metadata: { creationTimestamp: HOURS_AGO },
        spec: { nodeName: null },
        status: {
          phase: 'Pending',
          startTime: null,
          containerStatuses: null,
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available: 3 Insufficient memory.',
            },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-pods',
    message: 'cnpgPods.unschedulable',
  },
  {
    reason: 'a pod of which only the clock of another time tells',
    objects: [
      clusterObject(single),
      podObject(1, notReady('2099-01-01T00:00:00Z')),
    ],
    state: 'failed',
    rule: 'cnpg-instances',
  },
  {
    reason: 'a replica that crashes again and again',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, {
        status: {
          ...(notReady(JUST_NOW).status as object),
          containerStatuses: [
            {
              restartCount: 12,
              state: { waiting: { reason: 'CrashLoopBackOff' } },
              lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
            },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-pods',
    message: 'cnpgPods.waiting',
  },
  {
    reason: 'an instance that ran out of memory and is back',
    objects: [
      clusterObject(),
      podObject(1),
      podObject(2),
      podObject(3, {
        status: {
          containerStatuses: [
            {
              restartCount: 2,
              state: { running: {} },
              lastState: {
                terminated: {
                  exitCode: 137,
                  reason: 'OOMKilled',
                  finishedAt: '2026-11-21T11:40:00Z',
                },
              },
            },
          ],
        },
      }),
    ],
    state: 'healthy',
    rule: 'cnpg-pods',
    message: 'cnpgPods.restarted',
  },
  {
    reason: 'a pooler whose pods crash',
    objects: [
      ...healthyObjects(),
      poolerObject({ status: { phase: null } }),
      podObject(7, {
        metadata: { labels: { 'cnpg.io/poolerName': 'shop-cnpg-pooler' } },
        status: {
          containerStatuses: [
            { state: { waiting: { reason: 'CreateContainerConfigError' } } },
          ],
        },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPods.waiting',
  },
  {
    reason: 'a fenced replica that only the status knows',
    objects: [
      clusterObject({
        metadata: {
          annotations: { 'cnpg.io/fencedInstances': '["shop-cnpg-3"]' },
        },
      }),
    ],
    coverage: noPods,
    state: 'degraded',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.replica',
  },
  {
    reason: 'a switchover that began a moment ago',
    objects: healthyObjects({
      status: {
        targetPrimary: 'shop-cnpg-2',
        targetPrimaryTimestamp: JUST_NOW,
      },
    }),
    state: 'progressing',
    rule: 'cnpg-primary',
    message: 'cnpgPrimary.moving',
  },
  {
    reason: 'a primary that does not answer for longer than the grace',
    objects: healthyObjects({
      status: { currentPrimaryFailingSinceTimestamp: HOURS_AGO },
    }),
    state: 'failed',
    rule: 'cnpg-primary',
    message: 'cnpgPrimary.failing',
  },
  {
    reason: 'a primary whose pod is gone, beside ready replicas',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(2),
      podObject(3),
    ],
    state: 'failed',
    rule: 'cnpg-primary',
    message: 'cnpgPrimary.notReady',
  },
  {
    reason: 'the operator restarts the only instance, whose pod is gone',
    objects: [
      clusterObject({
        ...single,
        status: {
          ...single.status,
          phase: 'Primary instance is being restarted without a switchover',
          readyInstances: null,
          conditions: conditions(['Ready', 'False', undefined, JUST_NOW]),
        },
      }),
    ],
    state: 'progressing',
    rule: 'cnpg-instances',
    message: 'cnpgInstances.outageYoung',
  },
  {
    reason: 'the address that apps write to went away a moment ago',
    objects: [
      ...healthyObjects().slice(0, 4),
      sliceObject({ endpoints: null }),
    ],
    memory: {
      writer: {
        value: 'none',
        since: JUST_NOW,
        previous: { value: 'some', until: JUST_NOW },
      },
    },
    state: 'degraded',
    rule: 'cnpg-writer',
  },
  {
    reason: 'the operator has not caught up with a pod yet',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, {
        status: {
          conditions: [
            { type: 'Ready', status: 'True', lastTransitionTime: JUST_NOW },
          ],
        },
      }),
    ],
    state: 'progressing',
    rule: 'cnpg-contradiction',
    message: 'cnpgContradiction.pods',
  },
  {
    reason: 'an instance too many',
    objects: [
      ...healthyObjects({ status: { readyInstances: 4 } }),
      podObject(4),
    ],
    state: 'progressing',
    rule: 'cnpg-instances',
    message: 'cnpgInstances.surplus',
  },
  {
    reason: 'a pooler that its CRD was never installed for',
    objects: healthyObjects(),
    coverage: {
      'poolers.postgresql.cnpg.io': 'absent',
      'databases.postgresql.cnpg.io': 'absent',
    },
    state: 'healthy',
  },
  {
    reason: 'a logical database of a cluster that follows another',
    objects: [
      ...healthyObjects({ spec: { replica: { enabled: true } } }),
      databaseObject({ status: null }),
    ],
    state: 'healthy',
  },
  {
    reason: 'all instances on one node',
    objects: healthyObjects({ status: { topology: { nodesUsed: 1 } } }),
    state: 'healthy',
    rule: 'cnpg-placement',
    message: 'cnpgPlacement.oneNode',
  },
  {
    reason: 'a node that is down, with a replica on it',
    objects: [
      clusterObject({ status: { readyInstances: 2 } }),
      podObject(1),
      podObject(2),
      podObject(3, notReady(HOURS_AGO)),
      nodeObject({
        metadata: { name: 'node-3' },
        status: { conditions: [{ type: 'Ready', status: 'Unknown' }] },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-placement',
    message: 'cnpgPlacement.nodeDown',
  },
  {
    reason: 'a tablespace that cannot be made',
    objects: healthyObjects({
      status: {
        tablespacesStatus: [
          { name: 'cold', state: 'pending', error: 'no space' },
        ],
      },
    }),
    state: 'degraded',
    rule: 'cnpg-roles',
    message: 'cnpgRoles.tablespace',
  },
  {
    reason: 'a pooler that failed',
    objects: [
      ...healthyObjects(),
      poolerObject({ status: { phase: 'failed' } }),
    ],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPoolers.failed',
  },
  {
    reason: 'a pooler that is paused',
    objects: [
      ...healthyObjects(),
      poolerObject({ spec: { pgbouncer: { paused: true } } }),
    ],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPoolers.paused',
  },
  {
    reason: 'a pooler of an operator before 1.30, without a pod',
    objects: [...healthyObjects(), poolerObject({ status: { phase: null } })],
    state: 'degraded',
    rule: 'cnpg-poolers',
    message: 'cnpgPoolers.noPod',
  },
  {
    reason: 'a logical database that could not be made',
    objects: [
      ...healthyObjects(),
      databaseObject({
        status: { applied: false, message: 'role "x" does not exist' },
      }),
    ],
    state: 'degraded',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.failed',
  },
  {
    reason: 'a logical database that nobody has looked at',
    objects: [...healthyObjects(), databaseObject({ status: null })],
    state: 'healthy',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.unconfirmed',
  },
  {
    reason: 'a logical database that was changed since',
    objects: [
      ...healthyObjects(),
      databaseObject({ metadata: { generation: 2 } }),
    ],
    state: 'healthy',
    rule: 'cnpg-databases',
    message: 'cnpgDatabases.outdated',
  },
  {
    reason: 'a guard against deletion that is inert',
    objects: healthyObjects({
      metadata: { annotations: { 'argocd.argoproj.io/sync-options': null } },
    }),
    state: 'healthy',
    rule: 'cnpg-delete-guard',
    message: 'cnpgDeleteGuard.inert',
  },
  {
    reason: 'an event within the hour',
    objects: [...healthyObjects(), eventObject()],
    state: 'healthy',
    rule: 'cnpg-events',
    message: 'cnpgEvents.recent',
  },
  {
    reason: 'a volume that grows',
    objects: [
      ...healthyObjects(),
      claimObject({
        status: {
          conditions: [{ type: 'FileSystemResizePending', status: 'True' }],
        },
      }),
    ],
    state: 'healthy',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.resizing',
  },
  {
    reason: 'a volume that is lost, beside instances that serve',
    objects: [...healthyObjects(), claimObject({ status: { phase: 'Lost' } })],
    state: 'degraded',
    rule: 'cnpg-storage',
    message: 'cnpgStorage.lost',
  },
];

const anyState = expect.objectContaining({ state: expect.anything() });

/** The finding that has to be there; without one, none may be about the state. */
function wanted({ rule, message }: Row) {
  return rule || message
    ? rule && {
        findings: expect.arrayContaining([
          expect.objectContaining({ rule, ...(message && { message }) }),
        ]),
      }
    : { findings: expect.not.arrayContaining([anyState]) };
}

describe('the health of a CNPG database', () => {
  it.each(rows)('$reason: $state', row => {
    const { rule, message, since, state } = row;
    expect(new HealthScene(row).assess()).toMatchObject({
      state,
      ...(since && { since }),
      ...(message && !rule && { message }),
      ...wanted(row),
    });
  });

  it.each(rows)('$reason: in whole sentences, with evidence', row => {
    const verdict = new HealthScene(row).assess();
    const words = [verdict, ...verdict.findings].map(({ summary }) => summary);
    expect(words.join('\n')).not.toMatch(/[{}]|undefined|NaN/);
    expect(verdict.evidence).not.toEqual([]);
  });

  it('is asked about by every rule in some row', () => {
    const heard = rows.flatMap(row =>
      new HealthScene(row).assess().findings.map(({ rule }) => rule),
    );
    expect(
      cnpgHealthRules.map(({ id }) => id).filter(id => !heard.includes(id)),
    ).toEqual([]);
  });

  it('is put into every sentence in some row', () => {
    const heard = rows.flatMap(row => {
      const verdict = new HealthScene(row).assess();
      return [verdict, ...verdict.findings].map(({ message }) => message);
    });
    // Phases have a table of their own, and objects by themselves a test.
    const elsewhere = /^(cnpgPhase\.|cnpgHealth\.object$)/;
    expect(
      Object.keys(health).filter(
        key => !heard.includes(key) && !elsewhere.test(key),
      ),
    ).toEqual([]);
  });

  it('says what a healthy verdict rests on', () => {
    const { summary, evidence } = new HealthScene({
      objects: healthyObjects(),
    }).assess();
    expect(summary).toBe(
      '3 of 3 instances are ready; shop-cnpg-1 is the primary.',
    );
    expect(evidence.map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'status.phase: Cluster in healthy state',
      'spec.instances: 3',
      'status.readyInstances: 3',
      'status.currentPrimary: shop-cnpg-1',
      'status.conditions[Ready]: true',
    ]);
  });

  it('quotes the warnings about a volume that cannot be had', () => {
    const { evidence } = new HealthScene({
      objects: [
        clusterObject({ status: null }),
        claimObject({
          metadata: { creationTimestamp: HOURS_AGO },
          status: { phase: 'Pending' },
        }),
        eventObject({
          involvedObject: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            name: 'shop-cnpg-1',
          },
          reason: 'ProvisioningFailed',
          message: 'storageclass.storage.k8s.io "fast" not found',
        }),
      ],
    }).assess();
    expect(evidence.map(({ value }) => value)).toEqual([
      'Pending',
      'storageclass.storage.k8s.io "fast" not found',
    ]);
  });

  it('does not pass on a time that nobody can read', () => {
    const { state, since } = new HealthScene({
      objects: healthyObjects({
        status: {
          phase: 'Upgrading cluster',
          conditions: conditions(['Ready', 'False', undefined, 'yesterday']),
        },
      }),
    }).assess();
    expect({ state, since }).toEqual({
      state: 'progressing',
      since: undefined,
    });
  });

  it.each([
    {
      reason: 'a certificate comes within its week',
      objects: healthyObjects(),
      nextChangeAt: '2027-01-12T12:34:56.000Z',
    },
    {
      reason: 'an outage outlasts its grace',
      objects: [clusterObject(single), podObject(1, notReady(JUST_NOW))],
      nextChangeAt: '2026-11-21T12:03:00.001Z',
    },
    {
      reason: 'an event is an hour old',
      objects: [...healthyObjects(), eventObject()],
      nextChangeAt: '2026-11-21T12:50:00.001Z',
    },
  ])('tells that it changes when $reason', ({ objects, nextChangeAt }) => {
    expect(new HealthScene({ objects }).assess().nextChangeAt).toBe(
      nextChangeAt,
    );
  });

  it('takes an outage that was there at first sight for one that lasts, then and later', () => {
    const objects = [clusterObject({ status: { readyInstances: null } })];
    const memory = { ready: { value: '0', since: JUST_NOW } };
    const seen = { objects, coverage: noPods };
    expect(new HealthScene(seen).assess().state).toBe('failed');
    expect(new HealthScene({ ...seen, memory }).assess().state).toBe('failed');
  });
});
