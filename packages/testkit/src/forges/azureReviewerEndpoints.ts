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
  AZURE_DOCS,
  AZURE_REPOSITORY,
  azureList,
  azureNeeds,
  azureRefusal,
  azureRepository,
  azureSignIn,
} from './AzureProject';
import { ForgeSimulator } from './ForgeSimulator';
import { SimulatedEndpoint, SimulatedRefusal } from './SimulatedEndpoint';

const REST = 'https://learn.microsoft.com/en-us/rest/api/azure/devops';

/** The id of a person. */
export function azureIdentityOf(login: string): string {
  return `identity-${login}`;
}

/** Who people are, and whom a pull request asks. */
export function azureReviewerEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'GET',
      // Services have it at vssps.dev.azure.com, a Server at its own address.
      path: '/{organization}/_apis/identities',
      docs: `${REST}/ims/identities/read-identities`,
      query: [
        ...['descriptors', 'filterValue', 'identityIds', 'queryMembership'],
        ...['searchFilter', 'subjectDescriptors'],
      ],
      handle({ token, query }) {
        if (!token) {
          throw new SimulatedRefusal(azureSignIn);
        }
        if (!token.scopes.has('vso.identity')) {
          throw azureRefusal(
            401,
            'UnauthorizedRequestException',
            `TF400813: The user '${token.login}' is not authorized to access this resource.`,
          );
        }
        // Display name, account name, or unique name, which is an address.
        const found = simulator
          .logins()
          .filter(login =>
            [login, `${login}@example.test`].includes(query.filterValue),
          );
        return azureList(
          found.map(login => ({
            ...{ id: azureIdentityOf(login), isActive: true },
            providerDisplayName: login,
          })),
        );
      },
    },
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/pullrequests/{id}/reviewers`,
      docs: `${AZURE_DOCS}/pull-request-reviewers/create-pull-request-reviewers`,
      items: { 'id!': 'string', displayName: 'string', uniqueName: 'string' },
      async handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.write);
        const number = Number(call.params.id);
        const pull = await repository.pull(number);
        const asked = (call.body as readonly { readonly id: string }[]).map(
          ({ id }) =>
            simulator.logins().find(login => azureIdentityOf(login) === id),
        );
        if (!pull || asked.includes(undefined)) {
          throw azureRefusal(
            400,
            'InvalidArgumentValueException',
            'Invalid argument value.\r\nParameter name: A valid reviewer must be supplied.',
          );
        }
        const reviewers = [
          ...new Set([...pull.reviewers, ...(asked as readonly string[])]),
        ];
        await repository.change(number, { reviewers });
        return azureList(
          reviewers.map(login => ({ id: azureIdentityOf(login), vote: 0 })),
        );
      },
    },
  ];
}
