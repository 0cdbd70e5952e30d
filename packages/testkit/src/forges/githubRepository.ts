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
  GithubPermission,
  requirePermission,
  requireVisible,
} from './githubAccess';
import { GithubRefusal } from './GithubRefusal';
import {
  SimulatedAnswer,
  SimulatedCall,
  SimulatedRefusal,
} from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

export const notFound: SimulatedAnswer = {
  status: 404,
  body: {
    message: 'Not Found',
    documentation_url: 'https://docs.github.com/rest',
    status: '404',
  },
};

/** For what is well formed and cannot be done. */
export function unprocessable(message: string): SimulatedAnswer {
  return { status: 422, body: { message, status: '422' } };
}

/**
 * The repository that a request is about. What may not be seen is not there; nor is
 * what a person may not write to.
 *
 * @throws SimulatedRefusal
 */
export function githubRepository(
  { params, token }: SimulatedCall,
  permission: GithubPermission,
  find: (name: string) => SimulatedRepository | undefined,
): SimulatedRepository {
  const name = `${params.owner}/${params.repo}`;
  if (!token) {
    throw new SimulatedRefusal({
      status: 401,
      body: { message: 'Requires authentication', status: '401' },
    });
  }
  try {
    const repository = requireVisible(find(name), token, name);
    if (
      permission.endsWith(':write') &&
      !repository.may(token.login, 'write')
    ) {
      throw new SimulatedRefusal(notFound);
    }
    requirePermission(repository, token, permission);
    return repository;
  } catch (error) {
    if (!(error instanceof GithubRefusal)) {
      throw error;
    }
    throw new SimulatedRefusal(
      error.type === 'NOT_FOUND'
        ? notFound
        : { status: 403, body: { message: error.message, status: '403' } },
    );
  }
}
