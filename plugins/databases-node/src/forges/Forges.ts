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

import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { Forge, ForgeFile, ForgeOptions, ForgeRepository } from './Forge';

/**
 * The forges of an installation: finds the one that a repository's host belongs
 * to by `integrations` in app-config.
 *
 * @public
 */
export class Forges {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #forges: readonly Forge[];

  constructor(integrations: ScmIntegrationRegistry, forges: readonly Forge[]) {
    this.#integrations = integrations;
    this.#forges = forges;
  }

  /**
   * Opens a repository on the forge of its host.
   *
   * @throws InputError when the host has no integration, or one of a kind that
   *   no forge serves
   */
  open(repository: RepositoryRef, options?: ForgeOptions): ForgeRepository {
    return this.#forge(repository).open(repository, options);
  }

  /**
   * The page of a file for people; `undefined` where nobody knows one.
   */
  fileUrl(repository: RepositoryRef, file: ForgeFile): string | undefined {
    const type = this.#integrations.byHost(repository.host)?.type;
    return this.#forges
      .find(({ id }) => id === type)
      ?.fileUrl?.(repository, file);
  }

  #forge({ host, owner, repo }: RepositoryRef): Forge {
    const kinds = this.#forges.map(forge => forge.id).join(', ');
    const integration = this.#integrations.byHost(host);
    if (!integration) {
      throw new InputError(
        `No integration in app-config knows ${host}, the host of ${owner}/${repo}: add it to integrations under its kind (${kinds})`,
      );
    }
    const forge = this.#forges.find(({ id }) => id === integration.type);
    if (!forge) {
      throw new InputError(
        `${owner}/${repo} is on ${host}, of kind ${integration.type}; pull requests can be made on ${kinds}. Add a forge for it with forgeServiceRef, or move the target`,
      );
    }
    return forge;
  }
}
