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

import { RepositoryRole } from '@basewell/plugin-databases-common';
import { Forge } from '@basewell/plugin-databases-node';
import { ForgeSimulator } from '@basewell/testkit';

/** What somebody wants to have in one repository. */
export interface PlainChange {
  readonly repository: string;
  readonly branch: string;
  readonly files: readonly (readonly [path: string, content: string])[];
}

/** A simulated host with two repositories, and the ways to open pull requests there. */
export interface PublishingHost {
  readonly simulator: ForgeSimulator;
  /** Owner of both, as the simulator names it. */
  readonly owner: string;
  readonly repoUrls: { readonly [role in RepositoryRole]: string };
  readonly forge: Forge;
  /** The action of Backstage for one repository, and its id. Left out where it clones. */
  readonly action?: {
    readonly id: string;
    run(change: PlainChange): Promise<void>;
  };
  /** As few requests as the host's documentation allows. */
  byBareRequests(change: PlainChange): Promise<void>;
}
