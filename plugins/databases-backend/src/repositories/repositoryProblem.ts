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

import { isError } from '@backstage/errors';
import { ApiProblem, ProblemState } from '../kubernetes/ApiProblem';

const states: { readonly [errorName: string]: ProblemState } = {
  AuthenticationError: 'unauthorized',
  NotAllowedError: 'forbidden',
  // Hosts hide what somebody may not see.
  NotFoundError: 'forbidden',
  ServiceUnavailableError: 'unreachable',
  ConflictError: 'failing',
  InputError: 'failing',
  NotImplementedError: 'failing',
};

/** The forge speaks of all that is done with a repository; this takes less. */
const enough =
  'To see which secrets are there, the integration needs a token that may read contents, and no more';
const own = 'also where people use their own for pull requests';

/**
 * Why a repository cannot be read, from an error of its forge: those say what
 * was tried and what to do, and hold no token.
 *
 * @param usersHaveTokens - people use their own; the integration may have none
 */
export function repositoryProblem(
  error: unknown,
  usersHaveTokens: boolean,
): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  const { name, message } = isError(error) ? error : new Error(String(error));
  const state = states[name];
  if (!state) {
    // Its words are nobody's advice, and may be those of a file.
    return new ApiProblem(
      'failing',
      `What the repository holds could not be understood (${name}). Please report it; its secrets are not judged until then.`,
    );
  }
  const sentences = [message];
  if (state === 'unauthorized' || state === 'forbidden') {
    sentences.push(usersHaveTokens ? `${enough}, ${own}` : enough);
  }
  return new ApiProblem(
    state,
    sentences.map(sentence => sentence.replace(/\.?$/, '.')).join(' '),
    { cause: error },
  );
}
