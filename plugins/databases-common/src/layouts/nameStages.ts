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

import { NameEvidence, namingTarget, resolveNames } from '../naming';
import { findArgocdDelivery } from './findArgocdDelivery';
import { findKustomization } from './findKustomization';
import { folderOf } from './folderOf';
import { Conventions, LayoutContext } from './Layout';
import { TargetPaths } from './TargetPaths';

/** What Applications of whole stages are called like. */
export const STAGES = /database|stage|overlay|infra/i;

/**
 * A database whose stage is delivered as a whole comes with the Application of
 * the stage, so that is the one to look at after the merge.
 */
export function nameStages(
  { view: { platform }, target, app, environments }: LayoutContext,
  known: Conventions['names'],
): Conventions['names'] {
  return {
    ...known,
    ...Object.fromEntries(
      environments.map(({ name }): [string, NameEvidence] => {
        const { names } = resolveNames(app, name, namingTarget(target));
        const paths = new TargetPaths(target, app, name, names);
        const stage = folderOf(paths.clusterFolder);
        const isListed =
          findKustomization(path => platform.read(path), stage) !== undefined &&
          platform.read(paths.databaseApplication) === undefined;
        const application = isListed
          ? findArgocdDelivery(
              platform,
              folderOf(paths.databaseApplication),
              stage,
              STAGES,
            )
          : undefined;
        return [
          name,
          {
            ...(application?.name !== undefined && {
              databaseApplication: application.name,
            }),
            ...known[name],
          },
        ];
      }),
    ),
  };
}
