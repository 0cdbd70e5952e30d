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

import { RepositoryRole } from '../model';

/**
 * An open request of a service, as the pull requests tell it.
 *
 * @public
 */
export interface DatabaseRequestStatus {
  /** The app key. */
  readonly app: string;
  readonly target: string;
  readonly requester: string;
  readonly environments: readonly string[];
  /** Whose turn it is, in one sentence. */
  readonly summary: string;
  readonly pullRequests: readonly {
    readonly repository: RepositoryRole;
    readonly number: number;
    readonly url: string;
    readonly title: string;
    readonly state: 'open' | 'merged' | 'closed';
    readonly draft: boolean;
  }[];
}

/**
 * Answer of `GET /entities/:kind/:namespace/:name/requests`.
 *
 * @public
 */
export interface DatabaseRequestsResponse {
  readonly items: readonly DatabaseRequestStatus[];
  /** Targets that could not be asked, with the reason. */
  readonly problems: readonly {
    readonly target: string;
    readonly error: string;
  }[];
}
