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
import { Dated } from './DatabaseSummary';
import { RequestOrder } from './RequestOrder';

/**
 * An open request of a service, as the pull requests tell it.
 *
 * @public
 */
export interface DatabaseRequestStatus {
  /** The app key. */
  readonly app: string;
  readonly target: string;
  /** With the target it tells requests apart: `databases/shop/create`. */
  readonly branch: string;
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
    /** UTC ISO instant; left out where the host does not say. */
    readonly openedAt?: string;
  }[];
  /** What it waits for; left out when nobody has looked in the last minutes. */
  readonly order?: RequestOrder;
}

/**
 * Answer of `GET /requests`.
 *
 * @public
 */
export interface OpenRequestsResponse extends Dated, DatabaseRequestsResponse {
  readonly items: readonly OpenRequest[];
}

/**
 * An open request, and what the caller may do with it.
 *
 * @public
 */
export interface OpenRequest extends DatabaseRequestStatus {
  /** Entity reference of the service that it is for. */
  readonly service?: string;
  readonly mayCancel: boolean;
}

/**
 * Answer of `POST /requests/cancel`.
 *
 * @public
 */
export interface CanceledRequest {
  readonly app: string;
  readonly target: string;
  readonly branch: string;
  /** Those that are closed now, whoever closed them. */
  readonly pullRequests: readonly {
    readonly repository: RepositoryRole;
    readonly number: number;
    readonly url: string;
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
  /** When it was found out what they wait for: UTC ISO instant; left out when that was not in the last minutes. */
  readonly lookedAt?: string;
}
