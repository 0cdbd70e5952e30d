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
} from './AzureProject';
import { azureIdOf } from './azureReadingEndpoints';
import { azureIdentityOf } from './azureReviewerEndpoints';
import { ForgeSimulator } from './ForgeSimulator';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';

const HEADS = 'refs/heads/';
const DEFAULT_PAGE = 101;
/** Lists show so much of a description. */
const LISTED_DESCRIPTION = 400;
const LONGEST_DESCRIPTION = 4_000;
const STATES = { open: 'active', merged: 'completed', closed: 'abandoned' };

interface PullBody {
  readonly sourceRefName: string;
  readonly targetRefName: string;
  readonly title: string;
  readonly description?: string;
  readonly isDraft?: boolean;
  readonly labels?: readonly { readonly name: string }[];
  readonly status?: 'active' | 'abandoned' | 'completed';
}

/** https://learn.microsoft.com/en-us/rest/api/azure/devops/git/pull-requests */
export function azurePullRequestEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${AZURE_REPOSITORY}/pullrequests`;
  const one = async (call: SimulatedCall, repository: SimulatedRepository) => {
    const pull = await repository.pull(Number(call.params.id));
    if (!pull) {
      throw azureRefusal(
        404,
        'GitPullRequestNotFoundException',
        'TF401180: The requested pull request was not found.',
      );
    }
    return pull;
  };
  return [
    {
      method: 'GET',
      path,
      docs: `${AZURE_DOCS}/pull-requests/get-pull-requests`,
      query: [
        ...['creatorId', 'includeLinks', 'repositoryId', 'reviewerId'],
        ...['sourceRefName', 'sourceRepositoryId', 'status', 'targetRefName'],
      ]
        .map(name => `searchCriteria.${name}`)
        .concat('$top', '$skip', 'maxCommentLength'),
      async handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.read);
        const wanted = (name: string) => call.query[`searchCriteria.${name}`];
        const status = wanted('status') ?? 'active';
        const { $skip = '0', $top = DEFAULT_PAGE } = call.query;
        const found = (await repository.pulls())
          .filter(
            ({ state, branch, base }) =>
              (status === 'all' || STATES[state] === status) &&
              isOr(HEADS + branch, wanted('sourceRefName')) &&
              isOr(HEADS + base, wanted('targetRefName')),
          )
          .reverse()
          .slice(Number($skip), Number($skip) + Number($top));
        return azureList(
          found.map(pull => {
            const shown = showAzurePull(simulator, repository, pull);
            const description = shown.description?.slice(0, LISTED_DESCRIPTION);
            return { ...shown, ...(description && { description }) };
          }),
        );
      },
    },
    {
      method: 'GET',
      path: `${path}/{id}`,
      docs: `${AZURE_DOCS}/pull-requests/get-pull-request`,
      async handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.read);
        const pull = await one(call, repository);
        return {
          status: 200,
          body: showAzurePull(simulator, repository, pull),
        };
      },
    },
    {
      method: 'POST',
      path,
      docs: `${AZURE_DOCS}/pull-requests/create`,
      query: ['supportsIterations'],
      body: {
        'sourceRefName!': 'string',
        'targetRefName!': 'string',
        'title!': 'string',
        description: 'string',
        isDraft: 'boolean',
        labels: 'array',
        reviewers: 'array',
      },
      handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.write);
        return repository.exclusively(async () => {
          const pull = await openPull(repository, call.body, call.token!.login);
          return {
            status: 201,
            body: showAzurePull(simulator, repository, pull),
          };
        });
      },
    },
    {
      method: 'PATCH',
      path: `${path}/{id}`,
      docs: `${AZURE_DOCS}/pull-requests/update`,
      body: {
        title: 'string',
        description: 'string',
        isDraft: 'boolean',
        status: 'string',
        targetRefName: 'string',
      },
      handle(call) {
        const repository = azureRepository(simulator, call, azureNeeds.write);
        return repository.exclusively(async () => {
          const pull = await change(
            repository,
            await one(call, repository),
            call.body,
          );
          return {
            status: 200,
            body: showAzurePull(simulator, repository, pull),
          };
        });
      },
    },
  ];
}

function isOr(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}

async function openPull(
  repository: SimulatedRepository,
  body: PullBody,
  author: string,
): Promise<SimulatedPull> {
  refuseDescription(body);
  const branch = body.sourceRefName.slice(HEADS.length);
  const base = body.targetRefName.slice(HEADS.length);
  const head = await repository.git.head(branch);
  if (!head || !(await repository.git.head(base))) {
    throw azureRefusal(
      400,
      'GitPullRequestCannotBeActivated',
      'TF401398: The pull request cannot be activated because the source and/or the target branch no longer exists, or the requested operation is not valid.',
    );
  }
  const isOpen = (await repository.pulls()).some(
    pull =>
      pull.state === 'open' && pull.branch === branch && pull.base === base,
  );
  if (isOpen) {
    throw azureRefusal(
      409,
      'GitPullRequestExistsException',
      'TF401179: An active pull request for the source and target branch already exists.',
    );
  }
  return repository.open({
    ...{ branch, base, head, author, title: body.title },
    body: body.description ?? '',
    draft: body.isDraft ?? false,
    labels: body.labels?.map(({ name }) => name) ?? [],
  });
}

function change(
  repository: SimulatedRepository,
  pull: SimulatedPull,
  body: Partial<PullBody>,
): Promise<SimulatedPull> {
  refuseDescription(body);
  if (pull.state === 'merged') {
    throw azureRefusal(
      409,
      'GitPullRequestNotEditableException',
      'TF401181: The pull request cannot be edited due to its state.',
    );
  }
  return repository.change(pull.number, {
    title: body.title ?? pull.title,
    body: body.description ?? pull.body,
    draft: body.isDraft ?? pull.draft,
    ...(body.status === 'abandoned' && { state: 'closed' }),
  });
}

function refuseDescription({ description = '' }: Partial<PullBody>) {
  if (description.length > LONGEST_DESCRIPTION) {
    throw azureRefusal(
      400,
      'InvalidArgumentValueException',
      `A description for the pull request must not be longer than ${LONGEST_DESCRIPTION} characters.\nParameter name: description`,
    );
  }
}

export function showAzurePull(
  simulator: ForgeSimulator,
  repository: SimulatedRepository,
  pull: SimulatedPull,
) {
  return {
    repository: {
      id: azureIdOf(simulator, repository),
      name: repository.name,
    },
    pullRequestId: pull.number,
    codeReviewId: pull.number,
    status: STATES[pull.state],
    createdBy: {
      id: azureIdentityOf(pull.author),
      ...{ displayName: pull.author, uniqueName: pull.author },
    },
    creationDate: pull.createdAt,
    ...(pull.endedAt && { closedDate: pull.endedAt }),
    title: pull.title,
    // Left out when it is empty.
    ...(pull.body && { description: pull.body }),
    sourceRefName: HEADS + pull.branch,
    targetRefName: HEADS + pull.base,
    mergeStatus: 'succeeded',
    isDraft: pull.draft,
    lastMergeSourceCommit: { commitId: pull.head },
    reviewers: pull.reviewers.map(login => ({
      ...{ id: azureIdentityOf(login), displayName: login, vote: 0 },
    })),
    supportsIterations: true,
  };
}
