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
  azureRepository,
} from './AzureProject';
import { showAzurePull } from './azurePullRequestEndpoints';
import { ForgeSimulator } from './ForgeSimulator';
import { refuseFields } from './refuseUndocumented';
import { SimulatedEndpoint, SimulatedField } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const STATUS: { readonly [name: string]: SimulatedField } = {
  'context!': 'object',
  'state!': 'string',
  description: 'string',
  targetUrl: 'string',
};
const QUERY: { readonly [name: string]: SimulatedField } = {
  'items!': 'array',
  'type!': 'string',
};

/** Statuses of commits, and those of pull requests, which policies look at. */
export function azureStatusEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const ofPull = `${AZURE_REPOSITORY}/pullrequests/{id}/statuses`;
  const statuses = new Map<SimulatedRepository, [string, unknown][]>();
  return [
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/commits/{commit}/statuses`,
      docs: `${AZURE_DOCS}/statuses/create`,
      body: STATUS,
      handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.status);
        const { context, state, description, targetUrl } = call.body;
        repository.setStatus({
          commit: call.params.commit,
          context: [context.genre, context.name].filter(Boolean).join('/'),
          state,
          description: description ?? '',
          url: targetUrl ?? '',
        });
        return { status: 201, body: call.body };
      },
    },
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/pullrequestquery`,
      docs: `${AZURE_DOCS}/pull-request-query/get`,
      body: { 'queries!': 'array' },
      async handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.read);
        const [query, ...others] = call.body.queries;
        const wrong = refuseFields(QUERY, query);
        if (wrong || others.length || query.type !== 'commit') {
          return simulator.violation(
            `${wrong ?? query.type}: pullrequestquery`,
          );
        }
        const pulls = await repository.pulls();
        const found = (query.items as readonly string[]).map(commit => [
          commit,
          pulls
            .filter(({ head }) => head === commit)
            .map(pull => showAzurePull(simulator, repository, pull)),
        ]);
        return {
          status: 200,
          body: { queries: [query], results: [Object.fromEntries(found)] },
        };
      },
    },
    {
      method: 'POST',
      path: ofPull,
      docs: `${AZURE_DOCS}/pull-request-statuses/create`,
      body: STATUS,
      handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.status);
        const set = statuses.get(repository) ?? [];
        statuses.set(repository, [...set, [call.params.id, call.body]]);
        return { status: 200, body: call.body };
      },
    },
    {
      method: 'GET',
      path: ofPull,
      docs: `${AZURE_DOCS}/pull-request-statuses/list`,
      handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.read);
        const set = statuses.get(repository) ?? [];
        return azureList(
          set
            .filter(([id]) => id === call.params.id)
            .map(([, status]) => status),
        );
      },
    },
  ];
}
