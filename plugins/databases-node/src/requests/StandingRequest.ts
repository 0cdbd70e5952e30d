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
  DatabaseRequestStatus,
  RepositoryRole,
  Target,
} from '@basewell/plugin-databases-common';
import { RequestBlock } from '@basewell/plugin-databases-common/domain';
import { ForgePullRequest } from '../forges';

/**
 * An open request as it stands on the forges.
 *
 * @public
 */
export interface StandingRequest {
  readonly target: Target;
  readonly branch: string;
  /** What the app's pull request says of itself, or the platform's. */
  readonly block: RequestBlock;
  /** The open one of the branch, else the newest. */
  readonly pulls: { readonly [role in RepositoryRole]?: ForgePullRequest };
  readonly status: DatabaseRequestStatus;
}
