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

export { azureDialect } from './azureDialect';
export { bitbucketCloudDialect } from './bitbucketCloudDialect';
export { bitbucketServerDialect } from './bitbucketServerDialect';
export type { BareCommit, BareEntry, TreeChange } from './BareRepository';
export {
  ForgeSimulator,
  type ForgeDialect,
  type SimulatedRequest,
} from './ForgeSimulator';
export type { SimulatedRuleset } from './githubRulesets';
export { gitlabDialect } from './gitlabDialect';
export type {
  SimulatedProtection,
  SimulatedPushRule,
} from './gitlabRuleEndpoints';
export { pageOf } from './pageOf';
export type { LimitDialect, RequestLimits } from './RequestLimits';
export {
  SimulatedRefusal,
  type SimulatedAnswer,
  type SimulatedCall,
  type SimulatedEndpoint,
  type SimulatedField,
} from './SimulatedEndpoint';
export {
  SimulatedRepository,
  type SimulatedPull,
  type SimulatedRepositorySettings,
  type SimulatedRole,
  type SimulatedStatus,
} from './SimulatedRepository';
export type { SimulatedToken } from './SimulatedToken';
export { startGithub } from './startGithub';
