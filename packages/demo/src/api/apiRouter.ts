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

import { NotAllowedError, NotFoundError } from '@backstage/errors';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DemoRepository } from '../forge/DemoRepository';
import { DemoUser } from '../forge/DemoUser';
import { addBranchRoutes } from './branchRoutes';
import { addFileRoutes } from './fileRoutes';
import { addPullRoutes } from './pullRoutes';
import { apiErrors } from './apiErrors';
import { authenticate } from './authenticate';

/** What a request below one repository knows. @internal */
export interface ApiLocals {
  readonly user: DemoUser;
  readonly repository: DemoRepository;
}

/**
 * The part of Gitea's API that Basewell uses, below /api/v1. The routes are
 * listed in the forge for Gitea; paths and answers are Gitea's own.
 *
 * @internal
 */
export function apiRouter(options: {
  /** Where people reach the forge. */
  readonly baseUrl: string;
  readonly users: readonly DemoUser[];
  readonly find: (owner: string, name: string) => DemoRepository | undefined;
}): Router {
  const repositoryRouter = PromiseRouter({ mergeParams: true });
  repositoryRouter.get('/', async (_, response) => {
    const { repository, user } = response.locals as ApiLocals;
    const { owner, name, defaultBranch } = repository;
    response.json({
      full_name: `${owner}/${name}`,
      default_branch: defaultBranch,
      archived: await repository.isArchived(),
      has_pull_requests: true,
      permissions: { push: user.access === 'write', pull: true },
    });
  });
  addBranchRoutes(repositoryRouter);
  addFileRoutes(repositoryRouter);
  addPullRoutes(repositoryRouter, options);

  const router = PromiseRouter();
  router.use(express.json({ limit: '32mb' }));
  router.use((request, response, next) => {
    response.locals.user = authenticate(
      request.headers.authorization,
      options.users,
    );
    next();
  });
  router.use(
    '/repos/:owner/:name',
    (request, response, next) => {
      const { owner, name } = request.params;
      const { user } = response.locals as ApiLocals;
      const repository = options.find(owner, name);
      if (!repository || user.access === 'none') {
        throw new NotFoundError(`There is no repository ${owner}/${name}`);
      }
      if (request.method !== 'GET' && user.access !== 'write') {
        throw new NotAllowedError(
          `${user.login} may not write to ${owner}/${name}`,
        );
      }
      response.locals.repository = repository;
      next();
    },
    repositoryRouter,
  );
  router.use(() => {
    throw new NotFoundError('The demo forge has no such endpoint');
  });
  router.use(apiErrors);
  return router;
}
