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
  checkAppKey,
  checkCollisions,
  DatabaseParameters,
  Obstacle,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { namedEnvironments } from './namedEnvironments';

/** Everything that is wrong about names and can be known while typing. */
export function nameProblems(
  parameters: DatabaseParameters,
  target: TargetSummary,
): readonly Obstacle[] {
  const environments = target.environments.map(({ name }) => name);
  const databases = namedEnvironments(parameters, target);
  return [
    ...checkAppKey(parameters.name ?? '', environments),
    ...databases.flatMap(({ problems }) => problems),
    ...checkCollisions(databases),
  ];
}
