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

import { azureList, azureNeeds, azureSignIn } from './AzureProject';
import { azureIdOf, azureProjectOf } from './azureReadingEndpoints';
import { ForgeSimulator } from './ForgeSimulator';
import { refuseFields } from './refuseUndocumented';
import {
  SimulatedCall,
  SimulatedEndpoint,
  SimulatedRefusal,
} from './SimulatedEndpoint';
import { SimulatedRepository, SimulatedRole } from './SimulatedRepository';

const REST = 'https://learn.microsoft.com/en-us/rest/api/azure/devops';
/**
 * https://learn.microsoft.com/en-us/azure/devops/organizations/security/namespace-reference#git-repositories
 * https://learn.microsoft.com/en-us/previous-versions/azure/devops/integrate/previous-apis/security/tokens
 */
const GIT = '2e9eb7ed-3c0a-47d4-87c1-0ffdd275fd87';
const BITS: readonly (readonly [number, SimulatedRole])[] = [
  [2, 'read'],
  [4, 'write'],
  [16, 'write'],
  [16_384, 'write'],
  [128, 'admin'],
];

/** What somebody may do, and what the policies of branches want. */
export function azureRuleEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'POST',
      path: '/{organization}/_apis/security/permissionevaluationbatch',
      docs: `${REST}/security/permissions/has-permissions-batch`,
      body: {
        alwaysAllowAdministrators: 'boolean',
        'evaluations!': 'array',
      },
      handle(call) {
        const { login } = signedIn(call);
        const evaluations = [];
        for (const asked of call.body.evaluations) {
          const wrong = refuseFields(
            {
              ...{ securityNamespaceId: 'string', token: 'string' },
              ...{ permissions: 'number', value: 'boolean' },
            },
            asked,
          );
          if (wrong || asked.securityNamespaceId !== GIT) {
            return simulator.violation(`${wrong ?? 'Another namespace'}`);
          }
          if (!asked.token.endsWith('/')) {
            return simulator.violation(
              `${asked.token} does not end in a slash`,
            );
          }
          const repository = simulator
            .repositories()
            .find(one => asked.token.startsWith(tokenOf(simulator, one)));
          const inside =
            repository &&
            asked.token.slice(tokenOf(simulator, repository).length);
          const value = BITS.every(
            ([bit, role]) =>
              Math.floor(asked.permissions / bit) % 2 === 0 ||
              repository?.may(login, role) ||
              (role === 'write' && isOpen(repository, inside)),
          );
          evaluations.push({ ...asked, value });
        }
        return {
          status: 200,
          body: { ...call.body, evaluations },
        };
      },
    },
    {
      method: 'GET',
      path: '/{organization}/{project}/_apis/git/policy/configurations',
      docs: `${REST}/git/policy-configurations/get`,
      query: [
        ...['repositoryId', 'refName', 'policyType'],
        ...['$top', 'continuationToken'],
      ],
      handle(call) {
        const { scopes } = signedIn(call);
        if (!azureNeeds.read.scopes.some(scope => scopes.has(scope))) {
          throw new SimulatedRefusal(azureSignIn);
        }
        const repository = simulator
          .repositories()
          .find(one => azureIdOf(simulator, one) === call.query.repositoryId);
        return azureList(repository?.policies ?? []);
      },
    },
  ];
}

function signedIn({ token }: SimulatedCall) {
  if (!token) {
    throw new SimulatedRefusal(azureSignIn);
  }
  return token;
}

function tokenOf(
  simulator: ForgeSimulator,
  repository: SimulatedRepository,
): string {
  const { id } = azureProjectOf(repository);
  return `repoV2/${id}/${azureIdOf(simulator, repository)}/`;
}

/** Whether a branch is in a folder that everybody may write to. */
function isOpen(
  repository: SimulatedRepository | undefined,
  token: string | undefined,
): boolean {
  const [, encoded = ''] = /^refs\/heads\/(.+)\/$/.exec(token ?? '') ?? [];
  const name = encoded
    .split('/')
    .map(part => Buffer.from(part, 'hex').toString('utf16le'))
    .join('/');
  return [...(repository?.openFolders ?? [])].some(folder =>
    name.startsWith(`${folder}/`),
  );
}
