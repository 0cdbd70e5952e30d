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
  healthyObjects,
  notReady,
  podObject,
  sliceObject,
} from './objects';
import { HealthRow } from './HealthRow';
import { HOURS_AGO, JUST_NOW, conditions, ready } from './states';

/** Which instance may be written to, and whether writes arrive there. */
export const primaryRows: readonly HealthRow[] = [
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
];
