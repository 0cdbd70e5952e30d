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

import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { DemoPull } from '../forge/DemoPulls';
import { DemoRepository } from '../forge/DemoRepository';
import { ApiLocals } from './apiRouter';
import { wildcard } from './branchRoutes';
import { readText } from './readText';

/** @internal */
export function addPullRoutes(
  router: Router,
  { baseUrl }: { readonly baseUrl: string },
) {
  router.get('/pulls', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const { query } = request;
    const pulls = (await repository.pulls.list())
      .filter(({ base }) => !query.base_branch || base === query.base_branch)
      .filter(pull => hasState(pull, query.state))
      .reverse();
    const size = Number(query.limit) || 50;
    const end = (Number(query.page) || 1) * size;
    response.json(
      pulls.slice(end - size, end).map(pull => show(repository, pull)),
    );
  });

  router.get('/pulls/:number(\\d+)', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const pull = await repository.pulls.get(Number(request.params.number));
    response.json(show(repository, pull));
  });

  router.get('/pulls/:base/*', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const branch = wildcard(request.params);
    const pull = (await repository.pulls.list()).find(
      candidate =>
        candidate.base === request.params.base && candidate.branch === branch,
    );
    if (!pull) {
      throw new NotFoundError(`There is no pull request from ${branch}`);
    }
    response.json(show(repository, pull));
  });

  router.post('/pulls', async (request, response) => {
    const { repository, user } = response.locals as ApiLocals;
    await repository.refuseArchived();
    const pull = await repository.pulls.open(user, {
      title: readText(request.body, 'title'),
      body: readText(request.body, 'body', ''),
      branch: readText(request.body, 'head'),
      base: readText(request.body, 'base'),
    });
    response.status(201).json(show(repository, pull));
  });

  router.patch('/pulls/:number(\\d+)', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    await repository.refuseArchived();
    const { title, body, state } = request.body;
    const pull = await repository.pulls.change(Number(request.params.number), {
      ...(title !== undefined && { title: readText(request.body, 'title') }),
      ...(body !== undefined && { body: readText(request.body, 'body') }),
      ...(state === 'closed' && { state }),
    });
    response.status(201).json(show(repository, pull));
  });

  router.post('/pulls/:number(\\d+)/merge', async (request, response) => {
    const { repository, user } = response.locals as ApiLocals;
    await repository.merge(user, Number(request.params.number));
    response.status(200).end();
  });

  function show({ owner, name }: DemoRepository, pull: DemoPull) {
    const ended = pull.state !== 'open';
    return {
      number: pull.number,
      html_url: `${baseUrl}/${owner}/${name}/pulls/${pull.number}`,
      state: ended ? 'closed' : 'open',
      merged: pull.state === 'merged',
      draft: pull.draft,
      title: pull.title,
      body: pull.body,
      user: { login: pull.author },
      base: { ref: pull.base, repo_id: 1 },
      head: {
        label: pull.branch,
        // Gitea does so once the branch is gone. Here it always is the commit
        // that the pull request ended with, wherever the branch is now.
        ref: ended ? `refs/pull/${pull.number}/head` : pull.branch,
        sha: pull.head,
        repo_id: 1,
      },
      created_at: pull.createdAt,
      merged_at: pull.state === 'merged' ? pull.endedAt : null,
      closed_at: pull.endedAt ?? null,
    };
  }
}

function hasState({ state }: DemoPull, wanted: unknown): boolean {
  return wanted === 'all' || (state === 'open') === (wanted !== 'closed');
}
