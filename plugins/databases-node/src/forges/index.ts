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

export { createAzureForge } from './azure';
export type {
  Forge,
  ForgeApproval,
  ForgeBranch,
  ForgeCommit,
  ForgeCommitRequest,
  ForgeFile,
  ForgeFileChange,
  ForgeFileCommit,
  ForgeFileDeletion,
  ForgeFileWrite,
  ForgeIntent,
  ForgeOptions,
  ForgePullRequest,
  ForgeRepository,
  ForgeStanding,
  ForgeStatus,
} from './Forge';
export { createBitbucketCloudForge } from './bitbucketCloud';
export { createBitbucketServerForge } from './bitbucketServer';
export { Forges } from './Forges';
export type { ForgeRuntime } from './ForgeRuntime';
export { createGiteaForge } from './gitea';
export { createGithubForge } from './github';
export { createGitlabForge } from './gitlab';
export { createForges } from './registry';
export { RequestSlots } from './RequestSlots';
