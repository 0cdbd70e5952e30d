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

import { DatabaseDetail } from '@basewell/plugin-databases-common';
import { attempts, backups, description } from './descriptions';
import { detail } from './detail';
import { hoursAgo, minutesAgo } from './instants';
import { found, verdict } from './verdict';

/** One database in each state that matters, by what is the matter. */
export const details = {
  healthy: detail('shop'),

  failed: detail('orders', {
    lanes: {
      health: found(
        'failed',
        {
          rule: 'health/disk-full',
          severity: 'error',
          summary:
            'The primary orders-cnpg-1 has no disk space left and does not accept writes.',
          remedy:
            'Raise spec.storage.size in the manifest and let Argo CD bring it; the volume grows while the database runs.',
          since: minutesAgo(12),
          commands: [
            'kubectl cnpg status orders-cnpg -n databases',
            'kubectl -n databases get pvc -l cnpg.io/cluster=orders-cnpg',
          ],
          evidence: [
            {
              object: 'Cluster databases/orders-cnpg',
              field: 'status.phase',
              value: 'Not enough disk space',
              observedAt: minutesAgo(1),
            },
            {
              object: 'PersistentVolumeClaim databases/orders-cnpg-1',
              field: 'status.capacity.storage',
              value: '20Gi',
              observedAt: minutesAgo(1),
            },
          ],
        },
        {
          since: minutesAgo(12),
          findings: [
            {
              rule: 'health/single-node',
              severity: 'warning',
              message: 'fixture.finding',
              params: {},
              state: 'degraded',
              summary: 'All instances run on the node worker-2.',
              remedy: 'Set spec.affinity.enablePodAntiAffinity.',
              evidence: [
                {
                  object: 'Pod databases/orders-cnpg-1',
                  field: 'spec.nodeName',
                  value: 'worker-2',
                  observedAt: minutesAgo(1),
                },
              ],
            },
          ],
        },
      ),
      backup: found('failing', {
        rule: 'backup/newest-failed',
        severity: 'error',
        summary:
          'The newest backup failed 7 h ago; the last good one is 31 h old.',
        remedy:
          'Read the error of the backup; check the credentials of the object store.',
        since: hoursAgo(7),
        evidence: [
          {
            object: 'Backup databases/orders-backup-20261121',
            field: 'status.error',
            value: 'upload failed: access denied to the bucket pg-backup',
            observedAt: minutesAgo(1),
          },
        ],
      }),
    },
    description: description('orders', {
      instances: [
        {
          name: 'orders-cnpg-1',
          role: 'primary',
          ready: false,
          remarks: ['disk full'],
          timeline: 9,
          node: 'worker-2',
        },
        { name: 'orders-cnpg-2', role: 'unknown', remarks: [] },
      ],
      backups: backups('orders', {
        attempts: attempts('orders', ['completed', 'failed']),
        lastGood: {
          at: hoursAgo(31),
          object: 'Backup databases/orders-backup-20261120',
        },
        lastProvenRestore: undefined,
      }),
      quotes: [
        {
          by: 'CloudNativePG',
          text: 'Not enough disk space',
          object: 'Cluster databases/orders-cnpg',
        },
        {
          by: 'Argo CD',
          text: 'Healthy',
          object: 'Application argocd/infra-orders-db',
        },
      ],
    }),
  }),

  forbidden: detail('ledger', {
    database: { kubernetesCluster: 'finance' },
    lanes: {
      health: found('unknown', {
        rule: 'coverage/forbidden',
        severity: 'warning',
        summary:
          'Nobody knows: the portal may not list clusters.postgresql.cnpg.io in finance.',
        remedy:
          'Apply the ClusterRole of the portal in that Kubernetes cluster.',
        evidence: [
          {
            object: 'Kubernetes cluster finance',
            field: 'clusters.postgresql.cnpg.io',
            value: '403 Forbidden',
            observedAt: minutesAgo(2),
          },
        ],
      }),
      credential: found('unknown', {
        rule: 'coverage/forbidden',
        severity: 'warning',
        summary:
          'Nobody knows: the portal may not list pods in finance.',
        remedy:
          'Apply the ClusterRole of the portal in that Kubernetes cluster.',
      }),
      backup: found('unknown', {
        rule: 'coverage/forbidden',
        severity: 'warning',
        summary: 'Nobody knows: the portal may not list backups in finance.',
        remedy:
          'Apply the ClusterRole of the portal in that Kubernetes cluster.',
      }),
      delivery: undefined,
    },
    description: {},
    links: [],
  }),

  stale: detail('search', { staleSince: hoursAgo(2) }),

  degraded: detail('billing', {
    database: { owner: undefined },
    owners: [],
    lanes: {
      health: found('degraded', {
        rule: 'health/instances',
        severity: 'warning',
        summary: '2 of 3 instances are ready, for 3 h.',
        remedy: 'Look at the events of billing-cnpg-3.',
        since: hoursAgo(3),
      }),
      backup: found('late', {
        rule: 'backup/late',
        severity: 'warning',
        summary:
          'No backup seen for 31 h; the schedule promises one every 24 h.',
        remedy: 'Look at the ScheduledBackup and at the newest Backup.',
      }),
    },
  }),

  progressing: detail('reviews', {
    database: { environment: 'dev' },
    lanes: {
      health: verdict('progressing', 'It is being created, for 4 min.', {
        since: minutesAgo(4),
      }),
      backup: verdict('running', 'The first backup is under way, for 1 min.', {
        since: minutesAgo(1),
      }),
      delivery: verdict(
        'progressing',
        'Argo CD is bringing revision 8c1f0d6e.',
      ),
    },
    description: description('reviews', {
      backups: backups('reviews', {
        attempts: [
          {
            name: 'reviews-backup-1',
            at: minutesAgo(1),
            outcome: 'running',
          },
        ],
        lastGood: undefined,
        lastProvenRestore: undefined,
        recoveryWindow: undefined,
      }),
    }),
  }),

  hibernated: detail('sandbox', {
    database: { environment: 'dev' },
    lanes: {
      health: verdict(
        'hibernated',
        'It sleeps, as the annotation cnpg.io/hibernation asks for.',
      ),
      backup: verdict('suspended', 'Its ScheduledBackup is suspended.'),
      delivery: verdict('suspended', 'Automatic sync is off.'),
    },
  }),

  staleBackups: detail('catalog', {
    lanes: {
      backup: found('stale', {
        rule: 'backup/stale',
        severity: 'error',
        summary:
          'No backup seen for 4 d; the schedule promises one every 24 h.',
        remedy:
          'Find out why the schedule does not fire, and take one by hand now.',
        since: hoursAgo(72),
        commands: ['kubectl cnpg backup catalog-cnpg -n databases'],
        evidence: [
          {
            object: 'ScheduledBackup databases/catalog-nightly',
            field: 'status.lastScheduleTime',
            value: '2026-11-17T02:00:00Z',
            observedAt: minutesAgo(1),
          },
        ],
      }),
    },
  }),

  never: detail('carts', {
    lanes: {
      backup: found('never', {
        rule: 'backup/never',
        severity: 'error',
        summary: 'Backups are configured, and none has ever succeeded.',
        remedy: 'Take one by hand and read its error.',
      }),
    },
  }),

  none: detail('feature-flags', {
    lanes: {
      backup: found('none', {
        rule: 'backup/none',
        severity: 'warning',
        summary: 'Nothing makes backups of this database.',
        remedy: 'Add spec.plugins and a ScheduledBackup.',
      }),
      delivery: found('out-of-sync', {
        rule: 'delivery/out-of-sync',
        severity: 'warning',
        summary: 'What runs is not what is in Git, for 2 d.',
        remedy: 'Look at the diff in Argo CD.',
      }),
    },
  }),

  stuck: detail('inventory', {
    lanes: {
      backup: found('stuck', {
        rule: 'backup/stuck',
        severity: 'error',
        summary: 'A backup runs for 9 h; the longest one before took 20 min.',
        remedy: 'Look at the log of the sidecar.',
      }),
    },
  }),

  blocked: detail('payments', {
    lanes: {
      backup: found('blocked', {
        rule: 'backup/blocked',
        severity: 'error',
        summary: 'Backups cannot start: the plugin is not enabled.',
        remedy: 'Set spec.plugins[0].enabled.',
      }),
    },
  }),

  unverified: detail('wiki', {
    database: { environment: 'tools' },
    lanes: {
      backup: found('unverified', {
        rule: 'backup/unverified',
        severity: 'warning',
        summary: 'A CronJob ended well 5 h ago; nothing proves what it wrote.',
        remedy: 'Restore from it once, and annotate the outcome.',
      }),
      delivery: found('failed', {
        rule: 'delivery/hook',
        severity: 'error',
        summary: 'The hook migrate failed in the last operation.',
        remedy: 'Read the log of the Job.',
      }),
    },
  }),

  longNames: detail(
    'the-very-long-name-of-an-app-that-somebody-once-thought-was-funny',
    {
      database: {
        kubernetesCluster:
          'arn:aws:eks:eu-central-1:123456789012:cluster/production-eu-central-1-blue',
        namespace:
          'a-namespace-as-long-as-namespaces-may-ever-become-63-characters',
      },
    },
  ),
} satisfies { readonly [name: string]: DatabaseDetail };
