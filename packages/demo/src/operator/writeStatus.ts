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

import { instantText } from '../estate/instantText';
import { Json, mergePatch } from '../estate/mergePatch';
import { renderInstant } from '../estate/renderInstant';
import {
  ClusterStatus,
  CnpgCluster,
  fencedInstances,
  isHibernated,
} from './CnpgCluster';

const HEALTHY = 'Cluster in healthy state';
const SETTING_UP = 'Setting up primary';
const BARMAN = 'barman-cloud.cloudnative-pg.io';
const BOOTSTRAP_MS = 120_000;

const barmanStatus: Json = {
  name: BARMAN,
  version: '0.14.0',
  capabilities: ['TYPE_RECONCILER_HOOKS', 'TYPE_LIFECYCLE_SERVICE'],
  backupCapabilities: ['TYPE_BACKUP'],
  walCapabilities: ['TYPE_ARCHIVE_WAL', 'TYPE_RESTORE_WAL', 'TYPE_STATUS'],
};

/**
 * What the operator writes about a cluster (CNPG 1.30). What the object has in
 * its status already is what is the matter with it, and stays; the rest is as
 * with a cluster whose named instances are well. An empty status stays away: the
 * operator has not said anything yet.
 *
 * @internal
 */
export function writeStatus(cluster: CnpgCluster, now: number): CnpgCluster {
  const { status: said, ...rest } = cluster;
  if (said && !Object.keys(said).length) {
    return rest as CnpgCluster;
  }
  const usual = usualStatus(cluster, said ?? {}, now);
  return { ...cluster, status: mergePatch(usual, (said ?? {}) as Json) as any };
}

function usualStatus(
  cluster: CnpgCluster,
  said: ClusterStatus,
  now: number,
): Json {
  const { metadata, spec } = cluster;
  const { name } = metadata;
  const names =
    said.instanceNames ??
    Array.from({ length: spec.instances }, (_, at) => `${name}-${at + 1}`);
  const primary = said.currentPrimary ?? `${name}-1`;
  // While the first instance is made there is none yet.
  const elected = said.phase !== SETTING_UP;
  const asleep = isHibernated(cluster);
  const healthy = asleep
    ? []
    : (said.instancesStatus?.healthy ??
      names.filter(instance => !fencedInstances(cluster).includes(instance)));
  const { phase = HEALTHY, timelineID = 1 } = said;
  const created = Date.parse(metadata.creationTimestamp!);
  const electedAt = micro(Math.min(created + BOOTSTRAP_MS / 2, now));
  const ready = instantText(Math.min(created + BOOTSTRAP_MS, now));
  const image =
    spec.imageName ?? 'ghcr.io/cloudnative-pg/postgresql:17.5-system-trixie';
  return {
    phase,
    image,
    instances: names.length,
    instanceNames: names,
    instancesStatus: { healthy },
    instancesReportedState: Object.fromEntries(
      healthy.map((instance, at) => [
        instance,
        {
          isPrimary: instance === primary,
          timeLineID: timelineID,
          ip: `10.4.${at + 1}.17`,
        },
      ]),
    ),
    // The operator leaves zero out.
    ...(healthy.length && { readyInstances: healthy.length }),
    ...(elected && {
      currentPrimary: primary,
      targetPrimary: primary,
      currentPrimaryTimestamp: electedAt,
      targetPrimaryTimestamp: electedAt,
      timelineID,
    }),
    conditions: usualConditions(cluster, phase, ready),
    certificates: {
      clientCASecret: `${name}-ca`,
      serverCASecret: `${name}-ca`,
      serverTLSSecret: `${name}-server`,
      replicationTLSSecret: `${name}-replication`,
      expirations: Object.fromEntries(
        ['ca', 'replication', 'server'].map(secret => [
          `${name}-${secret}`,
          certificateEnd(now),
        ]),
      ),
    },
    topology: {
      successfullyExtracted: true,
      nodesUsed: Math.min(healthy.length, 3),
      instances: Object.fromEntries(healthy.map(instance => [instance, {}])),
    },
    pvcCount: names.length,
    healthyPVC: [...names],
    ...secretStatus(cluster),
    pgDataImageInfo: { image, majorVersion: majorOf(image) },
    pluginStatus: spec.plugins?.some(plugin => plugin.name === BARMAN)
      ? [barmanStatus]
      : [],
    readService: `${name}-r`,
    writeService: `${name}-rw`,
    selector: `cnpg.io/cluster=${name},cnpg.io/podRole=instance`,
    cloudNativePGCommitHash: '4b5e244a7',
  };
}

/** It has seen each Secret once, and given PostgreSQL the password in it. */
function secretStatus({ spec }: CnpgCluster): {
  readonly [field: string]: Json;
} {
  const version = '48213';
  const roles = (spec.managed?.roles ?? []).flatMap(
    ({ name, passwordSecret }) =>
      passwordSecret ? [{ role: name, secret: passwordSecret.name }] : [],
  );
  return {
    secretsResourceVersion: {
      applicationSecretVersion: version,
      ...(roles.length && {
        managedRoleSecretVersion: Object.fromEntries(
          roles.map(({ secret }) => [secret, version]),
        ),
      }),
    },
    managedRolesStatus: roles.length
      ? {
          byStatus: { reconciled: roles.map(({ role }) => role) },
          passwordStatus: Object.fromEntries(
            roles.map(({ role }) => [
              role,
              { resourceVersion: version, transactionID: 742 },
            ]),
          ),
        }
      : {},
  };
}

function usualConditions(
  cluster: CnpgCluster,
  phase: string,
  since: string,
): Json {
  // Set if and only if the phase says so, so it proves little.
  const ready = phase === HEALTHY;
  const { plugins = [], backup } = cluster.spec;
  const archives =
    plugins.some(({ isWALArchiver }) => isWALArchiver) ||
    backup?.barmanObjectStore;
  const condition = (
    type: string,
    status: boolean,
    reason: string,
    message: string,
  ) => ({
    type,
    status: status ? 'True' : 'False',
    reason,
    message,
    lastTransitionTime: since,
  });
  return [
    ready
      ? condition('Ready', true, 'ClusterIsReady', 'Cluster is Ready')
      : condition('Ready', false, 'ClusterIsNotReady', 'Cluster Is Not Ready'),
    ...(ready
      ? [
          condition(
            'Initialized',
            true,
            'BootstrapCompleted',
            'Cluster bootstrap completed',
          ),
        ]
      : []),
    ...(ready && archives
      ? [
          condition(
            'ContinuousArchiving',
            true,
            'ContinuousArchivingSuccess',
            'Continuous archiving is working',
          ),
        ]
      : []),
  ];
}

/** Renewed in time, so always some weeks ahead. */
function certificateEnd(now: number): string {
  return renderInstant('next 0s into 30d +40d as go', { now, start: now });
}

function majorOf(image: string): number {
  return Number(/:(\d+)/.exec(image)?.[1] ?? 17);
}

function micro(time: number): string {
  return new Date(time).toISOString().replace(/Z$/, '000Z');
}
