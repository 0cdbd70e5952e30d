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

import { ScmIntegrationRegistry } from '@backstage/integration';
import { SimulatedHost } from '@basewell/testkit';
import { RunnableAction } from './runAction';

/** What somebody wants to have in one repository. */
export interface PlainChange {
  readonly repository: string;
  readonly branch: string;
  readonly files: readonly (readonly [path: string, content: string])[];
}

/** The ways to open pull requests on a simulated host, besides ours. */
export interface PublishingHost {
  readonly host: SimulatedHost;
  /** The action of Backstage. Left out where it clones, and where there is none. */
  readonly action?: (integrations: ScmIntegrationRegistry) => RunnableAction;
  /** As few requests as the host's documentation allows. */
  byBareRequests(url: string, change: PlainChange): Promise<void>;
}
