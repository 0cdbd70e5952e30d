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
import { ForgeSimulator } from './ForgeSimulator';
import { refuseFields } from './refuseUndocumented';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const LONGEST = 150_000;
const COMMENT = {
  parentCommentId: 'number',
  'content!': 'string',
  commentType: 'string',
} as const;

interface Thread {
  readonly id: number;
  readonly status: string;
  readonly comments: { readonly id: number; content: string }[];
}

/** https://learn.microsoft.com/en-us/rest/api/azure/devops/git/pull-request-threads */
export function azureThreadEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${AZURE_REPOSITORY}/pullrequests/{id}/threads`;
  const threads = new Map<SimulatedRepository, Map<string, Thread[]>>();
  const threadsOf = async (call: SimulatedCall, need: 'read' | 'write') => {
    const repository = azureRepository(simulator, call, azureNeeds[need]);
    const { id } = call.params;
    if (!(await repository.pull(Number(id)))) {
      throw azureRefusal(
        404,
        'GitPullRequestNotFoundException',
        'TF401180: The requested pull request was not found.',
      );
    }
    const byPull = threads.get(repository) ?? new Map<string, Thread[]>();
    threads.set(repository, byPull);
    const found = byPull.get(id) ?? [];
    byPull.set(id, found);
    return found;
  };
  return [
    {
      method: 'GET',
      path,
      docs: `${AZURE_DOCS}/pull-request-threads/list`,
      query: ['$iteration', '$baseIteration'],
      handle: async call => azureList(await threadsOf(call, 'read')),
    },
    {
      method: 'POST',
      path,
      docs: `${AZURE_DOCS}/pull-request-threads/create`,
      body: { 'comments!': 'array', status: 'string', threadContext: 'object' },
      async handle(call) {
        const { comments, status } = call.body;
        const wrong = comments.map((one: object) => refuseFields(COMMENT, one));
        if (wrong.some(Boolean) || comments[0].content.length > LONGEST) {
          return simulator.violation(`${wrong}: ${path}`);
        }
        const there = await threadsOf(call, 'write');
        const thread: Thread = {
          id: there.length + 1,
          status,
          comments: comments.map(
            ({ content }: { readonly content: string }, index: number) => ({
              id: index + 1,
              content,
            }),
          ),
        };
        there.push(thread);
        return { status: 200, body: thread };
      },
    },
    {
      method: 'PATCH',
      path: `${path}/{thread}/comments/{comment}`,
      docs: `${AZURE_DOCS}/pull-request-thread-comments/update`,
      body: { 'content!': 'string' },
      async handle(call) {
        const { thread, comment } = call.params;
        const found = (await threadsOf(call, 'write'))
          .find(({ id }) => String(id) === thread)
          ?.comments.find(({ id }) => String(id) === comment);
        if (!found) {
          throw azureRefusal(
            404,
            'CommentNotFoundException',
            'The comment was not found.',
          );
        }
        found.content = call.body.content;
        return { status: 200, body: found };
      },
    },
  ];
}
