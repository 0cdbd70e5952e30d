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

import { isError, NotFoundError } from '@backstage/errors';
import { NextFunction, Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { statusOf } from '../api/apiErrors';
import { DemoPull, plainTitle } from '../forge/DemoPulls';
import { DemoRepository } from '../forge/DemoRepository';
import { DemoUser } from '../forge/DemoUser';
import { filePage } from './filePage';
import { homePage } from './homePage';
import { Html, html } from './Html';
import { layout } from './layout';
import { Links } from './Links';
import { pullPage } from './pullPage';
import { repositoryPage } from './repositoryPage';
import { requireSameOrigin } from './requireSameOrigin';
import { style } from './style';

/** Whoever presses a button: the pages know no accounts. */
const VISITOR: DemoUser = {
  login: 'visitor',
  name: 'Demo Visitor',
  token: '',
  access: 'write',
};

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Without a referrer, a form would come from the origin "null".
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The pages of the demo forge, for people. @internal */
export function pagesRouter(options: {
  readonly baseUrl: string;
  readonly find: (owner: string, name: string) => DemoRepository | undefined;
  readonly list: () => readonly DemoRepository[];
}): Router {
  const { baseUrl, find, list } = options;
  const links = new Links(new URL(baseUrl).pathname.replace(/\/$/, ''));
  const router = PromiseRouter();

  router.use((_, response, next) => {
    response.set(SECURITY_HEADERS);
    next();
  });

  router.get('/style.css', (_, response) => {
    response.type('css').set('cache-control', 'max-age=60').send(style);
  });

  router.get('/', async (_, response) => {
    send(response, 'Repositories', [], await homePage(list(), links));
  });

  router.get('/:owner/:name', async (request, response) => {
    const repository = repositoryOf(request);
    const branch = textOf(request.query.branch) ?? repository.defaultBranch;
    const page = await repositoryPage(repository, branch, links);
    const name = fullName(repository);
    send(response, name, [{ text: name }], page);
  });

  router.get('/:owner/:name/file', async (request, response) => {
    const repository = repositoryOf(request);
    const { defaultBranch } = repository;
    const branch = textOf(request.query.branch) ?? defaultBranch;
    const path = textOf(request.query.path) ?? '';
    const page = await filePage(repository, branch, path);
    const parent = {
      text: fullName(repository),
      href: links.repository(repository, branch),
    };
    send(response, path, [parent, { text: 'File' }], page);
  });

  // Where Gitea has a file at a commit; here a branch is all that there is to see.
  router.get('/:owner/:name/src/commit/:commit/*', (request, response) => {
    const repository = repositoryOf(request);
    const path = (request.params as Record<string, string>)[0];
    response.redirect(links.file(repository, repository.defaultBranch, path));
  });

  router.get('/:owner/:name/pulls/:number(\\d+)', async (request, response) => {
    const repository = repositoryOf(request);
    const pull = await pullOf(repository, request);
    const others = list().filter(other => other !== repository);
    const page = await pullPage(repository, pull, others, links);
    const parent = {
      text: fullName(repository),
      href: links.repository(repository),
    };
    const trail = [parent, { text: `#${pull.number}` }];
    send(response, plainTitle(pull.title), trail, page);
  });

  const press = (
    button: string,
    act: (repository: DemoRepository, number: number) => Promise<unknown>,
  ) =>
    router.post(
      `/:owner/:name/pulls/:number(\\d+)/${button}`,
      async (request, response) => {
        requireSameOrigin(request.headers, baseUrl);
        const repository = repositoryOf(request);
        const { number } = await pullOf(repository, request);
        await act(repository, number);
        response.redirect(303, links.pull(repository, number));
      },
    );
  press('merge', (repository, number) => repository.merge(VISITOR, number));
  press('ready', (repository, number) => repository.pulls.markReady(number));

  router.use(() => {
    throw new NotFoundError('There is no such page');
  });
  router.use(
    (
      error: unknown,
      _request: Request,
      response: Response,
      // Express tells a handler of errors by its four parameters.
      _next: NextFunction,
    ) => {
      const message = isError(error) ? error.message : String(error);
      const content = html`<h1>That did not work</h1>
        <p>${message}</p>`;
      response.status(statusOf(error));
      send(response, 'That did not work', [], content);
    },
  );
  return router;

  function send(
    response: Response,
    title: string,
    trail: Parameters<typeof layout>[0]['trail'],
    content: Html,
  ) {
    const { root } = links;
    response.type('html').send(layout({ title, root, trail, content }));
  }

  function repositoryOf({ params: { owner, name } }: Request): DemoRepository {
    const repository = find(owner, name);
    if (!repository) {
      throw new NotFoundError(`There is no repository ${owner}/${name}`);
    }
    return repository;
  }
}

function pullOf(
  repository: DemoRepository,
  request: Request,
): Promise<DemoPull> {
  return repository.pulls.get(Number(request.params.number));
}

function fullName({ owner, name }: DemoRepository): string {
  return `${owner}/${name}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
