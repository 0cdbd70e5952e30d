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
import { readText } from './readText';
import { ApiLocals } from './apiRouter';

/** @internal */
export function addBranchRoutes(router: Router) {
  router.get('/branches/*', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const name = wildcard(request.params);
    const head = await repository.head(name);
    if (!head) {
      throw new NotFoundError(`There is no branch ${name}`);
    }
    response.json({ name, commit: { id: head } });
  });

  /** Refs below one of that name are listed, too. */
  router.get('/git/refs/*', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const name = `refs/${wildcard(request.params)}`;
    const refs = await repository.git.refs(name);
    if (!refs.size) {
      throw new NotFoundError(`There is no ref ${name}`);
    }
    response.json(
      [...refs].map(([ref, sha]) => ({ ref, object: { type: 'commit', sha } })),
    );
  });

  router.put('/branches/*', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    await repository.moveBranch(
      wildcard(request.params),
      readText(request.body, 'new_commit_id'),
      readText(request.body, 'old_commit_id'),
    );
    response.status(204).end();
  });

  router.delete('/branches/*', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    await repository.deleteBranch(wildcard(request.params));
    response.status(204).end();
  });

  router.post('/statuses/:commit', async (request, response) => {
    const { repository } = response.locals as ApiLocals;
    const state = readText(request.body, 'state');
    const status = {
      context: readText(request.body, 'context'),
      state: state === 'success' || state === 'failure' ? state : 'pending',
      description: readText(request.body, 'description'),
      url: readText(request.body, 'target_url', ''),
    } as const;
    await repository.setStatus(request.params.commit, status);
    response.status(201).json(status);
  });
}

/** What a `*` stands for: Express numbers them. */
export function wildcard(params: unknown): string {
  return (params as { readonly 0: string })[0];
}
