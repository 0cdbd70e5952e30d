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

import { JsonObject } from '@backstage/types';
import { AzureApi, AzureFacts } from './AzureApi';
import { AzurePolicy, azureRules } from './azureRules';
import { ForgeIntent } from './Forge';
import { WriteFacts } from './standingOf';

/** The security namespace of Git repositories, and bits of permissions in it. */
const GIT = '2e9eb7ed-3c0a-47d4-87c1-0ffdd275fd87';
const CONTRIBUTE_AND_CREATE_BRANCH = 4 + 16;
const CONTRIBUTE_TO_PULL_REQUESTS = 16_384;
const BYPASS_POLICIES_WHEN_PUSHING = 128;
const HEADS = 'refs/heads/';

interface Evaluated {
  readonly evaluations: readonly { readonly value?: boolean }[];
}

/**
 * What Azure DevOps lets the account do in a repository, and what its policies
 * say of a branch there. Either is left out where the token does not reach.
 *
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/security/permissions/has-permissions-batch
 * https://learn.microsoft.com/en-us/previous-versions/azure/devops/integrate/previous-apis/security/tokens
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/git/policy-configurations/get
 *
 * @internal
 */
export async function readAzureStanding(
  api: AzureApi,
  base: string,
  { branch }: ForgeIntent,
): Promise<WriteFacts> {
  const facts = await api.describe();
  const { isDisabled: disabled, isInMaintenance: inMaintenance } = facts;
  const { parentRepository: parent } = facts;
  const forkOf = parent && [parent.project?.name, parent.name].join('/');
  if (disabled) {
    return { disabled, forkOf };
  }
  const [rights, policies] = await Promise.all([
    readRights(api, facts, { branch, base }),
    readPolicies(api, facts.id),
  ]);
  const [mayPush, bypasses, ...opening] = rights;
  return {
    ...{ mayPush, inMaintenance, forkOf },
    ...(opening.length && { mayOpenPullRequests: opening.some(Boolean) }),
    ...azureRules(policies, {
      ...{ repositoryId: facts.id, branch, base, bypasses },
    }),
  };
}

/**
 * Rights on a branch come from its folders, the repository and the project: who
 * may create branches in one folder only is a common case.
 */
async function readRights(
  api: AzureApi,
  { id, project }: AzureFacts,
  { branch, base }: { readonly branch: string; readonly base: string },
): Promise<readonly (boolean | undefined)[]> {
  const repository = `repoV2/${project.id}/${id}/`;
  const asked: readonly (readonly [string, number])[] = [
    [repository + encodeRef(branch), CONTRIBUTE_AND_CREATE_BRANCH],
    [repository + encodeRef(branch), BYPASS_POLICIES_WHEN_PUSHING],
    [repository, CONTRIBUTE_TO_PULL_REQUESTS],
    [repository + encodeRef(base), CONTRIBUTE_TO_PULL_REQUESTS],
  ];
  const evaluations = asked.map(([token, permissions]): JsonObject => ({
    ...{ securityNamespaceId: GIT, token, permissions },
  }));
  const answer = await api.askOrganization<Evaluated>({
    purpose: 'find out what is allowed',
    method: 'POST',
    path: ['_apis', 'security', 'permissionevaluationbatch'],
    body: { evaluations, alwaysAllowAdministrators: false },
    reads: true,
  });
  return (answer?.evaluations ?? []).map(({ value }) => value);
}

/** Each part of the name as UTF-16, in hex digits, with a slash behind. */
function encodeRef(branch: string): string {
  const parts = branch
    .split('/')
    .map(part => `${Buffer.from(part, 'utf16le').toString('hex')}/`);
  return HEADS + parts.join('');
}

async function readPolicies(
  api: AzureApi,
  repositoryId: string,
): Promise<readonly AzurePolicy[]> {
  const answer = await api.askOrganization<{
    readonly value: readonly AzurePolicy[];
  }>({
    purpose: 'read the policies of branches',
    method: 'GET',
    path: [api.project, '_apis', 'git', 'policy', 'configurations'],
    // There is no other version of it.
    query: { repositoryId, 'api-version': '7.1-preview.1' },
  });
  return answer?.value ?? [];
}
