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
  DatabaseNames,
  DatabaseParameters,
  namingIn,
  namingInChart,
  Obstacle,
  resolveNames,
  TargetSummary,
} from '@basewell/plugin-databases-common';

/** Names of one environment with what is wrong about them. */
export interface NamedEnvironment {
  readonly environment: string;
  /** Whether it goes into a cluster that stands. */
  readonly shared: boolean;
  readonly names: DatabaseNames;
  readonly problems: readonly Obstacle[];
}

/** The names of every environment that is asked for, as far as is known. */
export function namedEnvironments(
  { name, environments = [], names }: DatabaseParameters,
  { naming, sharedClusters, inChart: chart }: TargetSummary,
): readonly NamedEnvironment[] {
  return name === undefined
    ? []
    : environments.map(({ name: environment, sharedCluster, inChart }) => {
        const cluster = sharedClusters.find(
          other => other.name === sharedCluster,
        );
        return {
          environment,
          shared: cluster !== undefined,
          ...resolveNames(
            name,
            environment,
            inChart ? namingInChart(naming, chart) : namingIn(naming, cluster),
            names,
          ),
        };
      });
}
