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
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { repositoryProblem } from './repositoryProblem';

it.each([
  {
    error: new AuthenticationError('No token. Add one'),
    state: 'unauthorized',
  },
  { error: new NotAllowedError('No rights. Ask'), state: 'forbidden' },
  { error: new NotFoundError('Not there. Look'), state: 'forbidden' },
  { error: new ServiceUnavailableError('Down. Wait'), state: 'unreachable' },
  { error: new InputError('No integration. Add one'), state: 'failing' },
])('$error.name is $state, in the words of the forge', ({ error, state }) => {
  const problem = repositoryProblem(error, false);
  expect(problem.state).toBe(state);
  expect(problem.message).toMatch(`${error.message}.`);
});

it('says that reading takes little, and a token where people have their own', () => {
  const refused = new NotFoundError('Not there. Look.');
  expect(repositoryProblem(refused, true).message).toBe(
    'Not there. Look. To see which secrets are there, the integration needs a token that may read contents, and no more, also where people use their own for pull requests.',
  );
  const down = new ServiceUnavailableError('Down');
  expect(repositoryProblem(down, true).message).toBe('Down.');
});

it('repeats nothing that could be the text of a file', () => {
  const problem = repositoryProblem(new TypeError('password: hunter2'), false);
  expect(problem.state).toBe('failing');
  expect(problem.message).toBe(
    'What the repository holds could not be understood (TypeError). Please report it; its secrets are not judged until then.',
  );
});
