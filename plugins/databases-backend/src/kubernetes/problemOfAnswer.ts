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

import { ApiProblem, ProblemState } from './ApiProblem';
import { ClusterTransport } from './ClusterTransport';

const API_SERVER = 'The API server';

/**
 * What an answer without an object means. Its body is one of
 *
 * - a Kubernetes `Status`: `{kind: Status, code, reason, message}`
 * - `404 page not found`, which an API server says of a group that it does not have
 * - an error of the Backstage backend: `{error: {name, message}}`
 * - anything, when it comes from something that stands between
 *
 * @param asked - what was asked, such as `list clusters.postgresql.cnpg.io`
 */
export function problemOfAnswer(
  asked: string,
  answer: {
    readonly status: number;
    /** Seconds. */
    readonly retryAfter?: number;
    readonly body: string;
    /** Who asked; the portal when left out. */
    readonly reader?: ClusterTransport['reader'];
  },
): ApiProblem {
  const { status, retryAfter = 0, reader = 'portal' } = answer;
  const { who, words } = speakerOf(answer.body);
  const said = words ? `: ${words}` : '';
  const problem = (state: ProblemState, message: string) =>
    new ApiProblem(state, message, { status, retryAfter: retryAfter * 1000 });

  // The proxy says this when its own request fails (kubernetes-backend 0.21).
  if (status === 500 && /^Cluster '.*' request error/.test(words)) {
    return problem(
      'unreachable',
      `The Kubernetes plugin cannot reach the API server${said}. Check its address, its certificate and the network.`,
    );
  }
  switch (status) {
    case 401:
      return problem(
        'unauthorized',
        reader === 'portal'
          ? `${who} does not accept the portal's credentials (401)${said}. Renew them in the configuration of the Kubernetes plugin.`
          : `${who} does not accept your token (401)${said}. Sign in again.`,
      );
    case 403:
      return problem(
        'forbidden',
        reader === 'portal'
          ? `${who} does not let the portal ${asked} (403)${said}. Bind the portal's ClusterRole to its account.`
          : `${who} does not let you ${asked} (403)${said}. Ask whoever runs it for that right.`,
      );
    case 404:
      return who === API_SERVER
        ? problem('absent', `${who} has nothing to ${asked} (404)${said}.`)
        : problem(
            'failing',
            `${who} does not know the way to the API server (404)${said}. Check the configuration of the Kubernetes plugin.`,
          );
    case 429:
    case 502:
    case 503:
    case 504:
      return problem(
        'failing',
        `${who} is starting, stopping or overloaded and did not ${asked} (${status})${said}. It is asked again.`,
      );
    default:
      return problem(
        'failing',
        `${who} did not ${asked} (${status})${said}. Look at its log.`,
      );
  }
}

/** Who answered, and at most a sentence of it: a gateway's page of HTML is of no use. */
function speakerOf(body: string): {
  readonly who: string;
  readonly words: string;
} {
  if (body.trim() === '404 page not found') {
    return { who: API_SERVER, words: '' };
  }
  let value: any;
  try {
    value = JSON.parse(body);
  } catch {
    // Somebody who does not speak JSON.
  }
  if (value?.kind === 'Status') {
    return { who: API_SERVER, words: sentence(value.message) };
  }
  return value?.error
    ? { who: 'The Backstage backend', words: sentence(value.error.message) }
    : { who: 'Something before the API server', words: '' };
}

function sentence(words: unknown): string {
  return typeof words === 'string'
    ? words.trim().replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300)
    : '';
}
