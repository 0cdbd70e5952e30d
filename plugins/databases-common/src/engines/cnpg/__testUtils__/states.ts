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

/* Parts of objects that several rows begin with. */

export const HOURS_AGO = '2026-11-21T08:00:00Z';
export const JUST_NOW = '2026-11-21T11:58:00Z';

/** Members of a list are replaced as a whole, so conditions are given all at once. */
export function conditions(
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

export const ready = ['Ready', 'True', 'ClusterIsReady'] as const;
/** The status of a cluster that has not come up yet. */
export const settingUp = {
  phase: 'Setting up primary',
  readyInstances: null,
  instancesStatus: null,
  instancesReportedState: null,
  currentPrimary: null,
  targetPrimary: 'shop-cnpg-1',
  pluginStatus: [{ name: 'barman-cloud.cloudnative-pg.io', version: '0.14.0' }],
  conditions: conditions(['Ready', 'False', 'ClusterIsNotReady', JUST_NOW]),
};
/** One instance that is well. */
export const single = {
  spec: { instances: 1 },
  status: {
    instances: 1,
    readyInstances: 1,
    instancesStatus: { healthy: ['shop-cnpg-1'] },
    topology: { nodesUsed: 1 },
    instancesReportedState: { 'shop-cnpg-2': null, 'shop-cnpg-3': null },
  },
};
/** Hibernated, and confirmed to be. */
export const asleep = {
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
/** The status is all there is to go by. */
export const noPods = {
  pods: 'forbidden',
  'endpointslices.discovery.k8s.io': 'forbidden',
} as const;
