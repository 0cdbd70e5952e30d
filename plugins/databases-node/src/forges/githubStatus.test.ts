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

import { githubStatus, GithubProblem } from './githubStatus';

const absent: GithubProblem = {
  type: 'NOT_FOUND',
  path: ['repository', 'q0', 'f1'],
  message: 'Could not resolve file for path x',
};

describe('githubStatus', () => {
  it.each<{
    errors?: readonly GithubProblem[];
    status: number;
    reason: string;
  }>([
    { status: 200, reason: 'nothing went wrong' },
    { errors: [], status: 200, reason: 'an empty list of problems' },
    { errors: [absent], status: 200, reason: 'a file is not there' },
    {
      errors: [{ ...absent, path: ['repository'] }],
      status: 404,
      reason: 'the repository is not there',
    },
    {
      errors: [{ ...absent, path: ['deleted'] }],
      status: 404,
      reason: 'what a mutation is about is not there',
    },
    {
      errors: [
        {
          type: 'FORBIDDEN',
          path: ['repository', 'optional2', 'nodes'],
          message: 'Resource not accessible by integration',
        },
      ],
      status: 200,
      reason: 'the account may not know what is asked by the way',
    },
    {
      errors: [
        { type: 'FORBIDDEN', path: ['repository', 'q2'], message: 'no' },
      ],
      status: 403,
      reason: 'the account may not know what it has to',
    },
    {
      errors: [absent, { type: 'FORBIDDEN', message: 'no' }],
      status: 403,
      reason: 'a worse problem comes later',
    },
    {
      errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }],
      status: 429,
      reason: 'the primary limit',
    },
    {
      errors: [{ type: 'STALE_DATA', message: 'Expected branch to …' }],
      status: 409,
      reason: 'the branch moved',
    },
    {
      errors: [{ type: 'UNPROCESSABLE', message: 'A ref named … exists' }],
      status: 422,
      reason: 'it does not fit what is there',
    },
    {
      errors: [
        { type: 'UNPROCESSABLE', message: 'Repository rule violations found' },
      ],
      status: 403,
      reason: 'a ruleset',
    },
    {
      errors: [{ message: 'Protected branch rules not satisfied' }],
      status: 403,
      reason: 'a protected branch',
    },
    {
      errors: [{ message: 'x', extensions: { code: 'undefinedField' } }],
      status: 400,
      reason: 'an older server',
    },
    {
      errors: [{ message: 'Something went wrong while executing your query' }],
      status: 502,
      reason: 'GitHub broke',
    },
  ])('is $status, when $reason', ({ errors, status }) => {
    expect(githubStatus(200, JSON.stringify({ data: {}, errors }))).toBe(
      status,
    );
  });

  it.each([
    { status: 401, text: '{"errors":[{"type":"NOT_FOUND"}]}' },
    { status: 201, text: '{"errors":[{"type":"NOT_FOUND"}]}' },
    { status: 200, text: '<html>"errors"</html>' },
  ])('leaves $status of $text', ({ status, text }) => {
    expect(githubStatus(status, text)).toBe(status);
  });
});
