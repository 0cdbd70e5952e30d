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

import { Obstacle, StatedConvention } from '../model';
import { Conventions, LayoutContext } from './Layout';
import { learnCompanions } from './learnCompanions';
import { mergeStated } from './mergeStated';

/**
 * What databases of each environment have beside their cluster: production may
 * close its network where nothing else does.
 */
export function learnAllCompanions(context: LayoutContext): {
  readonly companions: NonNullable<Conventions['companions']>;
  readonly stated: readonly StatedConvention[];
  readonly obstacles: readonly Obstacle[];
} {
  const learned = context.environments.map(environment => ({
    environment: environment.name,
    ...learnCompanions(context, environment),
  }));
  return {
    companions: Object.fromEntries(
      learned.map(({ environment, companions }) => [environment, companions]),
    ),
    stated: mergeStated(learned.flatMap(({ stated }) => stated)),
    obstacles: learned.flatMap(({ obstacles }) => obstacles),
  };
}
