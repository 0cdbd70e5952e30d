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
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CanceledRequest,
  databasesRequestCancelOthersPermission,
  databasesRequestCancelPermission,
  RepositoryRef,
  RepositoryRole,
  RequestOrder,
  Target,
} from '@basewell/plugin-databases-common';
import { replaceRequestBlock } from '@basewell/plugin-databases-common/domain';
import { Forges, ForgeOptions } from '../forges';
import { ConfiguredTargets } from '../targets';
import { cancelRequest } from './cancelRequest';
import {
  CancelInput,
  DatabaseRequests,
  ListedRequests,
} from './DatabaseRequests';
import { listRequests, MergedPeers } from './listRequests';
import { OpenPullRequests } from './OpenPullRequests';
import { StandingRequest } from './StandingRequest';

/** Name of the commit status; branch protection may require it. */
const ORDER = 'databases/order';

/** @internal */
export interface DatabaseRequestsOptions {
  readonly targets: ConfiguredTargets;
  readonly forges: Forges;
  readonly permissions: PermissionsService;
  readonly auth: AuthService;
  /** Hosts for which only the person's own token may be used. */
  readonly userTokenHosts: ReadonlySet<string>;
}

/** @internal */
export class DefaultDatabaseRequests implements DatabaseRequests {
  readonly #options: DatabaseRequestsOptions;
  readonly #merged: MergedPeers = new Map();

  constructor(options: DatabaseRequestsOptions) {
    this.#options = options;
  }

  repositories(): readonly RepositoryRef[] {
    return this.#options.targets.targets.flatMap(({ platform, app }) => [
      platform,
      app,
    ]);
  }

  async list(): Promise<ListedRequests> {
    const { targets } = this.#options.targets;
    const lists = new OpenPullRequests();
    const answers = await Promise.allSettled(
      targets.map(async target => {
        this.#refuseWithoutTokens(target, {});
        return listRequests(target, this.#open(target), lists, this.#merged);
      }),
    );
    return {
      items: answers.flatMap(answer =>
        answer.status === 'fulfilled' ? answer.value : [],
      ),
      problems: answers.flatMap((answer, index) =>
        answer.status === 'rejected'
          ? {
              target: targets[index].id,
              error: String(answer.reason?.message ?? answer.reason),
            }
          : [],
      ),
    };
  }

  async setOrder(
    { target, pulls }: StandingRequest,
    { state, summary: description }: RequestOrder,
    url?: string,
  ): Promise<void> {
    if (pulls.app) {
      await this.#open(target).app.setStatus(pulls.app.commit, {
        context: ORDER,
        state,
        description,
        ...(url !== undefined && { url }),
      });
    }
  }

  async markReady({ target, pulls, block }: StandingRequest): Promise<void> {
    const { app } = pulls;
    if (app?.state !== 'open' || block.readied) {
      return;
    }
    const repository = this.#open(target).app;
    if (app.draft) {
      await repository.updatePullRequest(app.number, { draft: false });
    }
    // Afterwards: a process that dies in between does it once more.
    await repository.updatePullRequest(app.number, {
      body: replaceRequestBlock(app.body, { ...block, readied: true }),
    });
  }

  async cancel(input: CancelInput): Promise<CanceledRequest> {
    const { branch, credentials, tokens = {}, signal } = input;
    const { own, others, mayCancel } = await this.#rightsOf(credentials);
    // Who may cancel nothing learns nothing of whose request it is.
    if (!own && !others) {
      throw new NotAllowedError(
        `You may not cancel requests; ask your platform team for the permission ${databasesRequestCancelPermission.name}`,
      );
    }
    const target = this.#target(input.target);
    this.#refuseWithoutTokens(target, tokens);
    const repositories = this.#open(target, role => ({
      token: tokens[role],
      signal,
    }));
    return cancelRequest(target, branch, repositories, ({ requester }) => {
      if (!mayCancel(requester)) {
        throw new NotAllowedError(
          `You may not cancel what ${requester} asked for; ask them, or your platform team for the permission ${databasesRequestCancelOthersPermission.name}`,
        );
      }
    });
  }

  async cancelableBy(
    credentials: BackstageCredentials,
  ): Promise<(requester: string) => boolean> {
    return (await this.#rightsOf(credentials)).mayCancel;
  }

  async #rightsOf(credentials: BackstageCredentials) {
    const { auth, permissions } = this.#options;
    const [own, others] = (
      await permissions.authorize(
        [
          { permission: databasesRequestCancelPermission },
          { permission: databasesRequestCancelOthersPermission },
        ],
        { credentials },
      )
    ).map(({ result }) => result === AuthorizeResult.ALLOW);
    const self = auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef
      : undefined;
    return {
      own,
      others,
      mayCancel: (requester: string) => others || (own && requester === self),
    };
  }

  #open(target: Target, options?: (role: RepositoryRole) => ForgeOptions) {
    const { forges } = this.#options;
    return {
      platform: forges.open(target.platform, options?.('platform')),
      app: forges.open(target.app, options?.('app')),
    };
  }

  #target(id: string): Target {
    const { targets } = this.#options.targets;
    const target = targets.find(candidate => candidate.id === id);
    if (!target) {
      const known = targets.map(candidate => candidate.id).join(', ') || 'none';
      throw new NotFoundError(
        `There is no target "${id}"; configured are ${known}`,
      );
    }
    return target;
  }

  #refuseWithoutTokens(
    target: Target,
    tokens: { readonly [role in RepositoryRole]?: string },
  ) {
    const missing = (['platform', 'app'] as const).filter(
      role =>
        this.#options.userTokenHosts.has(target[role].host) && !tokens[role],
    );
    if (missing.length) {
      throw new NotAllowedError(
        'this installation lets nobody look without a token of their own; see the pull requests on the forge',
      );
    }
  }
}
