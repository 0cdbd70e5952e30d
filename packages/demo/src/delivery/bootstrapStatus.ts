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

import { ClusterStatus } from '../operator/CnpgCluster';

const SECOND = 1000;

/** When what happens after a merge, ms. @internal */
export const bootstrapSteps = {
  /** Argo CD has seen the commit. */
  applications: 4 * SECOND,
  /** The Cluster is there, the operator has not seen it. */
  cluster: 10 * SECOND,
  primary: 13 * SECOND,
  primaryRuns: 32 * SECOND,
  primaryReady: 42 * SECOND,
  /** For each further instance. */
  replica: 18 * SECOND,
  /** From healthy to the first backup. */
  backupBegins: 6 * SECOND,
  backupTakes: 32 * SECOND,
} as const;

/** When all instances are ready, ms after the merge. @internal */
export function bootstrapEnd(instances: number): number {
  const { primaryReady, replica } = bootstrapSteps;
  return primaryReady + replica * (instances - 1);
}

/**
 * What the operator says of a new cluster on its way: empty before it says
 * anything, `undefined` when the way is done.
 *
 * @param age - since the merge, ms
 * @internal
 */
export function bootstrapStatus(
  name: string,
  instances: number,
  age: number,
): ClusterStatus | undefined {
  const { primary, primaryRuns, primaryReady, replica } = bootstrapSteps;
  const instance = (number: number) => `${name}-${number}`;
  if (age >= bootstrapEnd(instances)) {
    return undefined;
  }
  if (age < primary) {
    return {};
  }
  if (age < primaryReady) {
    return {
      phase: 'Setting up primary',
      phaseReason: `Creating primary instance ${instance(1)}`,
      instanceNames: [instance(1)],
      instancesStatus: {
        healthy: [],
        ...(age >= primaryRuns && { replicating: [instance(1)] }),
      },
      ...(age < primaryRuns && { initializingPVC: [instance(1)] }),
      healthyPVC: [],
    };
  }
  const ready = 1 + Math.floor((age - primaryReady) / replica);
  const names = Array.from({ length: ready + 1 }, (_, at) => instance(at + 1));
  return {
    phase: 'Creating a new replica',
    phaseReason: `Creating replica ${instance(ready + 1)}`,
    instanceNames: names,
    instancesStatus: {
      healthy: names.slice(0, ready),
      replicating: names.slice(ready),
    },
  };
}
