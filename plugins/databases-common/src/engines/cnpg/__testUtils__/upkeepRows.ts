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

import {
  clusterObject,
  budgetObject,
  eventObject,
  healthyObjects,
  nodeObject,
  notReady,
  patched,
  podObject,
  sliceObject,
} from './objects';
import { HealthRow } from './HealthRow';
import { HOURS_AGO, conditions, single, ready } from './states';

/** What wants attention before it fails. */
export const upkeepRows: readonly HealthRow[] = [
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
  ).map(([expires, certificates, state, kind]): HealthRow => ({
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
    reason: 'a guard against deletion that is inert',
    objects: healthyObjects({
      metadata: { annotations: { 'argocd.argoproj.io/sync-options': null } },
    }),
    state: 'healthy',
    rule: 'cnpg-delete-guard',
    message: 'cnpgDeleteGuard.inert',
  },
  {
    reason: 'Argo CD asks a person before it deletes',
    objects: healthyObjects({
      metadata: {
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm' },
      },
    }),
    state: 'healthy',
    message: 'cnpgHealth.healthy',
    lacks: 'cnpg-delete-guard',
  },
  {
    reason: 'a single instance in production',
    objects: [clusterObject(single), podObject(1), sliceObject()],
    state: 'healthy',
    rule: 'cnpg-single',
    message: 'cnpgSingle.one',
  },
  {
    reason: 'a single instance elsewhere',
    objects: [
      patched(clusterObject(single), {
        metadata: { labels: { 'basewell.dev/environment': 'dev' } },
      }),
      podObject(1),
      sliceObject(),
    ],
    state: 'healthy',
    message: 'cnpgHealth.healthy',
    lacks: 'cnpg-single',
  },
  {
    reason: 'an event within the hour',
    objects: [...healthyObjects(), eventObject()],
    state: 'healthy',
    rule: 'cnpg-events',
    message: 'cnpgEvents.recent',
  },
];
