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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeBranch, ForgeRepository } from '@basewell/plugin-databases-node';
import { ForgeConformanceHost, RepositorySeed } from './ForgeConformanceHost';
import { ForgeWorkingCopy } from './ForgeWorkingCopy';

/** A repository under test, from both sides. */
export interface ForgeScene {
  readonly ref: RepositoryRef;
  /** As the forge shows it. */
  readonly repository: ForgeRepository;
  /** As somebody else has it. */
  readonly copy: ForgeWorkingCopy;
  /** Head of the base branch, as the forge says. */
  base(): Promise<ForgeBranch>;
}

/** Makes a repository and opens it from both sides. */
export async function openScene(
  host: ForgeConformanceHost,
  seed: RepositorySeed,
): Promise<ForgeScene> {
  const ref = await host.createRepository(seed);
  const repository = host.forge().open(ref);
  return {
    ref,
    repository,
    copy: await ForgeWorkingCopy.clone(host.gitUrl(ref)),
    async base() {
      const branch = await repository.findBranch(ref.branch);
      return branch!;
    },
  };
}
