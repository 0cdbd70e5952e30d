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
import {
  HOURS_AGO,
  JUST_NOW,
  conditions,
  single,
  asleep,
  noPods,
} from './states';

/** Whether it serves. */
export const servingRows: readonly HealthRow[] = [
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
    reason: 'a pod of which only the clock of another time tells',
    objects: [
      clusterObject(single),
      podObject(1, notReady('2099-01-01T00:00:00Z')),
    ],
    state: 'failed',
    rule: 'cnpg-instances',
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
    reason: 'T30: the same, and its address is gone with it',
    objects: [
      clusterObject(single),
      podObject(1, notReady(JUST_NOW)),
      sliceObject({ endpoints: null }),
    ],
    state: 'progressing',
    rule: 'cnpg-instances',
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
];
