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

import { clusterObject, healthyObjects, podObject } from './objects';
import { HealthRow } from './HealthRow';
import {
  HOURS_AGO,
  JUST_NOW,
  conditions,
  asleep,
  noPods,
  ready,
} from './states';

/** What somebody did on purpose. */
export const intentRows: readonly HealthRow[] = [
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
    reason: 'T16: an annotation that is no list',
    objects: healthyObjects({
      metadata: { annotations: { 'cnpg.io/fencedInstances': 'shop-cnpg-1' } },
    }),
    state: 'unknown',
    rule: 'cnpg-fencing',
    message: 'cnpgFencing.unreadable',
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
    reason: 'T37: the operator leaves it alone',
    objects: healthyObjects({
      metadata: { annotations: { 'cnpg.io/reconciliationLoop': 'disabled' } },
    }),
    state: 'unknown',
    rule: 'cnpg-paused',
    message: 'cnpgPaused.disabled',
  },
  {
    reason: 'it is being deleted',
    objects: healthyObjects({ metadata: { deletionTimestamp: JUST_NOW } }),
    state: 'failed',
    rule: 'cnpg-deletion',
    since: JUST_NOW,
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
];
