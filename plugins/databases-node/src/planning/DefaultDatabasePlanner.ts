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
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DatabaseRequest,
  DatabaseRequestsResponse,
  databasesRequestCreatePermission,
  RepositoryRole,
  Target,
  TargetsResponse,
} from '@basewell/plugin-databases-common';
import { Registries } from '@basewell/plugin-databases-common/domain';
import { Forges } from '../forges';
import { findRequests } from '../requests';
import { ConfiguredTargets } from '../targets';
import { DatabasePlanner, PlanInput, PlannedChange } from './DatabasePlanner';
import { LayoutDecisions } from './LayoutDecisions';
import { planChange } from './planChange';
import { summarizeTarget } from './summarizeTarget';

/** @internal */
export interface DatabasePlannerOptions {
  readonly targets: ConfiguredTargets;
  readonly registries: Registries;
  readonly forges: Forges;
  readonly catalog: CatalogService;
  readonly permissions: PermissionsService;
  readonly auth: AuthService;
  /** Hosts for which only the person's own token may be used. */
  readonly userTokenHosts: ReadonlySet<string>;
  /** Whether a sops binary is configured for recipients that we cannot serve. */
  readonly anyRecipient: boolean;
  readonly now: () => Date;
}

/** @internal */
export class DefaultDatabasePlanner implements DatabasePlanner {
  readonly #options: DatabasePlannerOptions;
  readonly #decisions: LayoutDecisions;

  constructor(options: DatabasePlannerOptions) {
    this.#options = options;
    this.#decisions = new LayoutDecisions(options.registries.layouts);
  }

  describeTargets(): TargetsResponse {
    const { targets, registries, userTokenHosts } = this.#options;
    return {
      items: targets.targets.map(target =>
        summarizeTarget(
          this.#decisions.lastOf(target),
          registries,
          userTokenHosts,
        ),
      ),
      problems: targets.problems,
    };
  }

  async plan(input: PlanInput): Promise<PlannedChange> {
    const { credentials, tokens = {}, signal } = input;
    const { forges, registries, anyRecipient, now } = this.#options;
    await this.#refuseUnlessAllowed(credentials);
    const requester = this.#requester(credentials);
    const target = this.#target(input.request.spec.target);
    this.#refuseWithoutUserTokens(target, tokens);
    const request = await this.#withOwner(input.request, target, credentials);
    const open = (role: RepositoryRole) =>
      forges.open(target[role], { token: tokens[role], signal });
    return planChange({
      request,
      target,
      decisions: this.#decisions,
      registries,
      repositories: { platform: open('platform'), app: open('app') },
      requester,
      today: now().toISOString().slice(0, 10),
      anyRecipient,
    });
  }

  async findRequests(app: string): Promise<DatabaseRequestsResponse> {
    const { targets, forges, userTokenHosts } = this.#options;
    const answers = await Promise.allSettled(
      targets.targets.map(async target => {
        const hosts = [target.platform.host, target.app.host];
        if (hosts.some(host => userTokenHosts.has(host))) {
          throw new NotAllowedError(
            'this installation lets nobody look without a token of their own; see the pull requests on the forge',
          );
        }
        return findRequests(app, target, {
          platform: forges.open(target.platform),
          app: forges.open(target.app),
        });
      }),
    );
    return {
      items: answers.flatMap(answer =>
        answer.status === 'fulfilled' ? answer.value : [],
      ),
      problems: answers.flatMap((answer, index) =>
        answer.status === 'rejected'
          ? {
              target: targets.targets[index].id,
              error: String(answer.reason?.message ?? answer.reason),
            }
          : [],
      ),
    };
  }

  async #refuseUnlessAllowed(credentials: BackstageCredentials) {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: databasesRequestCreatePermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'You may not ask for databases; ask your platform team for the permission databases.request.create',
      );
    }
  }

  #target(id: string | undefined): Target {
    const { targets, problems } = this.#options.targets;
    const known = targets.map(target => target.id).join(', ') || 'none';
    if (id === undefined) {
      if (targets.length !== 1) {
        throw new InputError(
          `spec.target: say which target the database goes to; configured are ${known}`,
        );
      }
      return targets[0];
    }
    const target = targets.find(candidate => candidate.id === id);
    if (target) {
      return target;
    }
    const wrong = problems.find(problem => problem.id === id);
    throw wrong
      ? new InputError(
          `The target "${id}" is not usable: ${wrong.error}. Ask your platform team to correct app-config`,
        )
      : new NotFoundError(
          `spec.target: there is no target "${id}"; configured are ${known}`,
        );
  }

  #refuseWithoutUserTokens(
    target: Target,
    tokens: { readonly [role in RepositoryRole]?: string },
  ) {
    const missing = (['platform', 'app'] as const).filter(
      role =>
        this.#options.userTokenHosts.has(target[role].host) && !tokens[role],
    );
    if (missing.length) {
      const hosts = new Set(missing.map(role => target[role].host));
      throw new NotAllowedError(
        `This installation makes pull requests in the person's own name: sign in to ${[
          ...hosts,
        ].join(' and ')} in the form, or give ${missing
          .map(role => `${role}Token`)
          .join(' and ')}`,
      );
    }
  }

  /** The owner is the service's, whatever the request claims. */
  async #withOwner(
    request: DatabaseRequest,
    target: Target,
    credentials: BackstageCredentials,
  ): Promise<DatabaseRequest> {
    const { service } = request.spec;
    if (!service) {
      throw new InputError(
        'spec.service: say which service of the catalog needs the database, such as component:default/shop',
      );
    }
    const entity = await this.#options.catalog.getEntityByRef(service, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `spec.service: the catalog has no ${service} that you may see; correct the reference or register the service first`,
      );
    }
    const owner = ownerOf(entity);
    return {
      ...request,
      spec: { ...request.spec, target: target.id, owner },
    };
  }

  #requester(credentials: BackstageCredentials): string {
    const { auth } = this.#options;
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    if (auth.isPrincipal(credentials, 'service')) {
      return credentials.principal.subject;
    }
    throw new NotAllowedError('Sign in to ask for a database');
  }
}

function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}
