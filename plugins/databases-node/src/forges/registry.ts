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

import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createAzureForge } from './azure';
import { Forge } from './Forge';
import { Forges } from './Forges';
import { createBitbucketCloudForge } from './bitbucketCloud';
import { createBitbucketServerForge } from './bitbucketServer';
import { createGiteaForge } from './gitea';
import { createGithubForge } from './github';
import { createGitlabForge } from './gitlab';

/** The built-in forges; one line for each. */
const builtIn = [
  createAzureForge,
  createBitbucketCloudForge,
  createBitbucketServerForge,
  createGiteaForge,
  createGithubForge,
  createGitlabForge,
];

/**
 * The forges that are built in, with those that the installation adds through
 * `forgeServiceRef`. An added one wins over a built-in one of the same kind.
 *
 * @public
 */
export function createForges(
  config: Config,
  added: readonly Forge[] = [],
): Forges {
  const integrations = ScmIntegrations.fromConfig(config);
  return new Forges(integrations, [
    ...added,
    ...builtIn.map(create => create({ integrations })),
  ]);
}
