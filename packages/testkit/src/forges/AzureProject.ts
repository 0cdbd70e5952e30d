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

import { ForgeSimulator } from './ForgeSimulator';
import {
  SimulatedAnswer,
  SimulatedCall,
  SimulatedEndpoint,
  SimulatedRefusal,
} from './SimulatedEndpoint';
import { SimulatedRepository, SimulatedRole } from './SimulatedRepository';

/** Where an endpoint begins that is about one repository. */
export const AZURE_REPOSITORY =
  '/{organization}/{project}/_apis/git/repositories/{repository}';
/** Where the documentation of the endpoints begins. */
export const AZURE_DOCS =
  'https://learn.microsoft.com/en-us/rest/api/azure/devops/git';
/** Where there is no commit. */
export const AZURE_NOTHING = '0'.repeat(40);

/** What a request needs: one of the scopes of tokens, and a role. */
interface AzureNeed {
  readonly scopes: readonly string[];
  readonly role: SimulatedRole;
}

const WRITING = ['vso.code_write', 'vso.code_manage', 'vso.code_full'];

/** https://learn.microsoft.com/en-us/azure/devops/integrate/get-started/authentication/oauth#scopes */
export const azureNeeds = {
  read: { scopes: ['vso.code', ...WRITING], role: 'read' },
  write: { scopes: WRITING, role: 'write' },
  status: { scopes: ['vso.code_status', ...WRITING], role: 'write' },
} as const satisfies { readonly [name: string]: AzureNeed };

/**
 * What a token gets that is wrong or missing: the page to sign in at, with a
 * status that is a success.
 */
export const azureSignIn: SimulatedAnswer = {
  status: 203,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(
    '<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head><body></body></html>',
  ),
};

/**
 * The repository that a request names.
 *
 * @throws SimulatedRefusal when it is not there for this token, is disabled, or
 *   the scope or role does not reach
 */
export function azureRepository(
  simulator: ForgeSimulator,
  call: Pick<SimulatedCall, 'params' | 'token'>,
  need: AzureNeed,
): SimulatedRepository {
  const repository = visibleAzureRepository(simulator, call, need);
  const { login } = call.token!;
  if (repository.archived) {
    throw azureRefusal(
      403,
      'GitRepositoryDisabledException',
      `The Git repository ${repository.name} is disabled.`,
    );
  }
  if (!repository.may(login, need.role)) {
    throw azureRefusal(
      403,
      'GitNeedsPermissionException',
      `TF401027: You need the Git 'GenericContribute' permission to perform this action. Details: identity '${login}', scope 'repository'.`,
    );
  }
  return repository;
}

/** The same where a disabled one answers too. */
export function visibleAzureRepository(
  simulator: ForgeSimulator,
  { params, token }: Pick<SimulatedCall, 'params' | 'token'>,
  need: AzureNeed,
): SimulatedRepository {
  if (!token) {
    throw new SimulatedRefusal(azureSignIn);
  }
  if (!need.scopes.some(scope => token.scopes.has(scope))) {
    throw azureRefusal(
      401,
      'UnauthorizedRequestException',
      `TF400813: The user '${token.login}' is not authorized to access this resource.`,
    );
  }
  const { organization, project, repository: name } = params;
  const repository = simulator.repository(`${organization}/${project}/${name}`);
  if (!repository?.may(token.login, 'read')) {
    throw azureRefusal(
      404,
      'GitRepositoryNotFoundException',
      `TF401019: The Git repository with name or identifier ${name} does not exist or you do not have permissions for the operation you are attempting.`,
    );
  }
  return repository;
}

export function azureRefusal(
  status: number,
  typeKey: string,
  message: string,
): SimulatedRefusal {
  return new SimulatedRefusal({
    status,
    body: {
      $id: '1',
      innerException: null,
      message,
      typeName: `Microsoft.TeamFoundation.Git.Server.${typeKey}, Microsoft.TeamFoundation.Git.Server`,
      typeKey,
      errorCode: 0,
      eventId: 3000,
    },
  });
}

/** Lists are wrapped. */
export function azureList(value: readonly unknown[]): SimulatedAnswer {
  return { status: 200, body: { count: value.length, value } };
}

/**
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/#api-versions:
 * every request names the version.
 */
export function withAzureVersion(
  simulator: ForgeSimulator,
  endpoint: SimulatedEndpoint,
): SimulatedEndpoint {
  const version = endpoint.path.includes('/_apis/git/policy/')
    ? '7.1-preview.1'
    : '7.1';
  return {
    ...endpoint,
    query: [...(endpoint.query ?? []), 'api-version'],
    handle: call =>
      call.query['api-version'] === version
        ? endpoint.handle(call)
        : simulator.violation(
            `${endpoint.method} ${endpoint.path} needs the api-version ${version}`,
          ),
  };
}
