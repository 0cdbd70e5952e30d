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
  CanceledRequest,
  DatabaseRequestsResponse,
  RepositoryRef,
  RepositoryRole,
  RequestOrder,
} from '@basewell/plugin-databases-common';
import { StandingRequest } from './StandingRequest';

/**
 * What has been asked for and is not done: read from the pull requests, kept in
 * order, and canceled.
 *
 * @public
 */
export interface DatabaseRequests {
  /** The repositories of all targets. */
  repositories(): readonly RepositoryRef[];

  /** The open requests of all targets. */
  list(): Promise<ListedRequests>;

  /**
   * Writes the commit status `databases/order` of the app's pull request.
   *
   * @param url - where people see more
   */
  setOrder(
    request: StandingRequest,
    order: RequestOrder,
    url?: string,
  ): Promise<void>;

  /**
   * Takes the app's pull request out of draft, once in its life. Who makes it a
   * draft again is respected: it says itself that this was done.
   */
  markReady(request: StandingRequest): Promise<void>;

  /**
   * Closes the pull requests of a request and deletes their branches.
   *
   * @throws NotAllowedError when the caller may not
   * @throws NotFoundError when there is no such request
   * @throws ConflictError when one of them is merged
   */
  cancel(input: CancelInput): Promise<CanceledRequest>;

  /** Which requests a caller may cancel, by their requester. */
  cancelableBy(
    credentials: BackstageCredentials,
  ): Promise<(requester: string) => boolean>;
}

/** @public */
export interface ListedRequests {
  readonly items: readonly StandingRequest[];
  readonly problems: DatabaseRequestsResponse['problems'];
}

/** @public */
export interface CancelInput {
  /** Id of the target. */
  readonly target: string;
  readonly branch: string;
  /** Of the person who cancels. */
  readonly credentials: BackstageCredentials;
  /** The person's own tokens for the two forges. */
  readonly tokens?: { readonly [role in RepositoryRole]?: string };
  readonly signal?: AbortSignal;
}
