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
  AZURE_NOTHING,
  AZURE_REPOSITORY,
  azureList,
  azureNeeds,
  azureRepository,
} from './AzureProject';
import { ForgeSimulator } from './ForgeSimulator';
import { SimulatedAnswer, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const LARGEST_PAGE = 1_000;

interface Update {
  readonly name: string;
  readonly oldObjectId: string;
  readonly newObjectId: string;
}

/** https://learn.microsoft.com/en-us/rest/api/azure/devops/git/refs */
export function azureRefEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'GET',
      path: `${AZURE_REPOSITORY}/refs`,
      docs: `${AZURE_DOCS}/refs/list`,
      query: [
        ...['filter', 'includeLinks', 'includeStatuses', 'includeMyBranches'],
        ...['latestStatusesOnly', 'peelTags', 'filterContains'],
        ...['$top', 'continuationToken'],
      ],
      async handle(call) {
        const { git } = azureRepository(simulator, call, azureNeeds.read);
        const { filter = '', $top, continuationToken } = call.query;
        const all = [...(await git.refs(`refs/${filter}`))];
        return pageOfRefs(all, { size: $top, from: continuationToken });
      },
    },
    {
      method: 'POST',
      path: `${AZURE_REPOSITORY}/refs`,
      docs: `${AZURE_DOCS}/refs/update-refs`,
      query: ['projectId'],
      items: {
        'name!': 'string',
        'oldObjectId!': 'string',
        'newObjectId!': 'string',
        isLocked: 'boolean',
        repositoryId: 'string',
      },
      handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.write);
        return repository.exclusively(async () => {
          const results = [];
          for (const update of call.body as readonly Update[]) {
            const updateStatus = await apply(repository, update);
            const success = updateStatus === 'succeeded';
            results.push({ ...update, isLocked: false, updateStatus, success });
          }
          return azureList(results);
        });
      },
    },
  ];
}

/** The token of the next page is in a header. */
function pageOfRefs(
  all: readonly (readonly [string, string])[],
  page: { readonly size?: string; readonly from?: string },
): SimulatedAnswer {
  const start = Math.max(
    0,
    all.findIndex(([name]) => name === page.from),
  );
  const end = start + Math.min(LARGEST_PAGE, Number(page.size ?? all.length));
  const next = all[end]?.[0];
  return {
    ...azureList(
      all
        .slice(start, end)
        .map(([name, objectId]) => ({ name, objectId, isLocked: false })),
    ),
    headers: next ? { 'x-ms-continuationtoken': next } : {},
  };
}

/** The words of https://learn.microsoft.com/en-us/rest/api/azure/devops/git/refs/update-refs#gitrefupdatestatus */
async function apply(
  { git, protectedBranches }: SimulatedRepository,
  { name, oldObjectId, newObjectId }: Update,
): Promise<string> {
  if (protectedBranches.has(name.slice('refs/heads/'.length))) {
    return 'rejectedByPolicy';
  }
  const there = (await git.find(name)) ?? AZURE_NOTHING;
  if (there !== oldObjectId) {
    return 'staleOldObjectId';
  }
  if (newObjectId === AZURE_NOTHING) {
    await git.move(name, undefined, there);
    return 'succeeded';
  }
  if ((await git.typeOf(newObjectId)) !== 'commit') {
    return 'unresolvableToCommit';
  }
  await git.move(
    name,
    newObjectId,
    there === AZURE_NOTHING ? undefined : there,
  );
  return 'succeeded';
}
