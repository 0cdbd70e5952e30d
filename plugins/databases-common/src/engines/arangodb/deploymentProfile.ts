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

import { arangoDeployment } from '../../kinds';
import { OperatorProfile } from '../operators/OperatorProfile';

/**
 * kube-arangodb: `Running` means that the operator governs it; whether it serves
 * stands in the condition Ready and with the members.
 */
export const deploymentProfile: OperatorProfile = {
  engine: 'arangodb',
  operator: 'kube-arangodb',
  kind: arangoDeployment,
  word: {
    field: 'status.phase',
    meanings: { Running: 'reconciled', Failed: 'failed' },
  },
  wanted: 'spec.*.count',
  reported: 'status.members[].conditions[Ready]',
  switches: { stop: 'spec.*.count' },
  pods: {
    kind: 'ArangoDeployment',
    selector: name => `arango_deployment=${name}`,
    groups: {
      single: 'single',
      agent: 'agents',
      dbserver: 'dbservers',
      coordinator: 'coordinators',
    },
    quorum: 'agents',
  },
  proof: 'Ready',
  conditions: [
    { type: 'Ready', when: 'False', state: 'degraded', severity: 'warning' },
    {
      type: 'UpgradeFailed',
      when: 'True',
      state: 'degraded',
      severity: 'error',
    },
    {
      type: 'PodSchedulingFailure',
      when: 'True',
      state: 'degraded',
      severity: 'warning',
    },
    { type: 'PendingRestart', when: 'True', severity: 'warning' },
    { type: 'UpToDate', when: 'False', severity: 'info' },
  ],
  limits: 'operatedLimits.arangodb',
  services: (name, { status }) => [status?.service ?? name, `${name}-ea`],
  port: 8529,
  secrets: () => [],
};
