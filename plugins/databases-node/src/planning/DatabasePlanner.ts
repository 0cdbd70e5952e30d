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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DatabaseRequest,
  DatabaseRequestsResponse,
  Plan,
  RepositoryRole,
  Target,
  TargetsResponse,
} from '@basewell/plugin-databases-common';
import { ForgeBranch, ForgeRepository } from '../forges';
import { SopsRules } from './readSopsRules';

/**
 * Plans databases for the form, the action and every later change alike, so
 * that the preview is the plan that will be sealed.
 *
 * @public
 */
export interface DatabasePlanner {
  /** Where databases can be created, and the targets that are configured wrongly. */
  describeTargets(): TargetsResponse;

  /**
   * Loads the target and the service as the caller may see them, gathers what
   * the repositories say, and decides. Nothing is written.
   *
   * @throws NotAllowedError when the caller may not ask for databases
   * @throws NotFoundError when the service or the target does not exist
   * @throws the forge's errors
   */
  plan(input: PlanInput): Promise<PlannedChange>;

  /**
   * Open requests for an app, in all targets. A target that cannot be asked is
   * named among the problems.
   */
  findRequests(app: string): Promise<DatabaseRequestsResponse>;
}

/** @public */
export interface PlanInput {
  readonly request: DatabaseRequest;
  /** Of the person who asks. */
  readonly credentials: BackstageCredentials;
  /** The person's own tokens for the two forges. */
  readonly tokens?: { readonly [role in RepositoryRole]?: string };
  readonly signal?: AbortSignal;
}

/**
 * A plan with what it was made from and what is needed to publish it.
 *
 * @public
 */
export interface PlannedChange {
  readonly plan: Plan;
  /** Over what a reviewer would see, not over commit ids: SHA-256 in hex. */
  readonly digest: string;
  /** Over the request alone: SHA-256 in hex. */
  readonly requestDigest: string;
  readonly target: Target;
  /** Entity reference of the person who asks. */
  readonly requester: string;
  readonly repositories: {
    readonly [role in RepositoryRole]: PlannedRepository;
  };
  /** The platform repository's creation rules at the base commit. */
  readonly sopsRules: SopsRules;
}

/** @public */
export interface PlannedRepository {
  readonly repository: ForgeRepository;
  /** The branch that the pull request goes to, at the commit that was read. */
  readonly base: ForgeBranch;
  /** Who the repository's CODEOWNERS will ask, for the files of the plan. */
  readonly reviewers: readonly string[];
}
