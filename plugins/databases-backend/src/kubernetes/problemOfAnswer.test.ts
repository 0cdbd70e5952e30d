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

import { problemOfAnswer } from './problemOfAnswer';

function status(code: number, message: string): string {
  return JSON.stringify({ kind: 'Status', code, message });
}

function backstage(message: string): string {
  return JSON.stringify({ error: { name: 'Error', message } });
}

describe('problemOfAnswer', () => {
  it.each([
    {
      reason: 'a right that is missing',
      answer: { status: 403, body: status(403, 'pods is forbidden') },
      state: 'forbidden',
      message:
        "The API server does not let the portal list pods (403): pods is forbidden. Bind the portal's ClusterRole to its account.",
    },
    {
      reason: 'a permission of Backstage that is missing',
      answer: { status: 403, body: backstage('Unauthorized') },
      state: 'forbidden',
      message: /^The Backstage backend does not let the portal list pods/,
    },
    {
      reason: 'credentials of Kubernetes that are not valid',
      answer: { status: 401, body: status(401, 'Unauthorized') },
      state: 'unauthorized',
      message: /^The API server does not accept .* \(401\): Unauthorized\. /,
    },
    {
      reason: 'a token of Backstage that is not valid',
      answer: { status: 401, body: backstage('Illegal token') },
      state: 'unauthorized',
      message: /^The Backstage backend does not accept/,
    },
    {
      reason: 'a right that a person lacks',
      answer: {
        status: 403,
        body: status(403, 'pods is forbidden'),
        reader: 'caller' as const,
      },
      state: 'forbidden',
      message:
        'The API server does not let you list pods (403): pods is forbidden. Ask whoever runs it for that right.',
    },
    {
      reason: "a person's token that is not valid",
      answer: {
        status: 401,
        body: status(401, 'Unauthorized'),
        reader: 'caller' as const,
      },
      state: 'unauthorized',
      message:
        'The API server does not accept your token (401): Unauthorized. Sign in again.',
    },
    {
      reason: 'a collection that is not there',
      answer: { status: 404, body: status(404, 'not found') },
      state: 'absent',
      message: /has nothing to list pods \(404\)/,
    },
    {
      reason: 'a group that is not there, in plain text',
      answer: { status: 404, body: '404 page not found\n' },
      state: 'absent',
      message: /^The API server/,
    },
    {
      reason: 'a Kubernetes cluster that Backstage does not have',
      answer: { status: 404, body: backstage("Cluster 'x' not found") },
      state: 'failing',
      message: /^The Backstage backend does not know the way/,
    },
    {
      reason: 'a backend without the Kubernetes plugin',
      answer: { status: 404, body: '' },
      state: 'failing',
      message: /^Something before the API server does not know the way/,
    },
    {
      reason: 'an API server that the proxy does not reach',
      answer: {
        status: 500,
        body: backstage(
          "Cluster 'one' request error; caused by Error: connect ECONNREFUSED 10.0.0.1:443",
        ),
      },
      state: 'unreachable',
      message: /cannot reach the API server: .*ECONNREFUSED/,
    },
    {
      reason: 'an API server that starts',
      answer: {
        status: 503,
        retryAfter: 1,
        body: status(503, 'storage is (re)initializing'),
      },
      state: 'failing',
      message:
        /starting, stopping or overloaded.*storage is \(re\)initializing/,
    },
    {
      reason: 'the page of a gateway',
      answer: { status: 502, body: '<html><h1>Bad Gateway</h1></html>' },
      state: 'failing',
      message:
        'Something before the API server is starting, stopping or overloaded and did not list pods (502). It is asked again.',
    },
    {
      reason: 'anything else',
      answer: { status: 500, body: status(500, 'etcd is corrupt.') },
      state: 'failing',
      message:
        'The API server did not list pods (500): etcd is corrupt. Look at its log.',
    },
  ])('knows $reason', ({ answer, state, message }) => {
    const problem = problemOfAnswer('list pods', answer);
    expect(problem.state).toBe(state);
    expect(problem.message).toMatch(message);
    expect(problem.retryAfter).toBe((answer.retryAfter ?? 0) * 1000);
  });
});
