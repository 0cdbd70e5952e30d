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

import { MetricRow } from '@basewell/plugin-databases-common/domain';
import { readFile } from 'node:fs/promises';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { unreachable } from '../kubernetes/unreachable';
import { MetricsLogin, MetricsSettings } from './MetricsSettings';
import { problemOfPrometheus } from './problemOfPrometheus';
import { readVector } from './readVector';

/** Milliseconds for a whole answer. */
const PATIENCE = 20_000;
/** Bytes: some 40,000 rows. */
const LONGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Asks one question. It follows no redirect, since the token would go along; it
 * ends when nothing comes, with the signal, and when too much comes.
 *
 * @throws ApiProblem
 */
export async function queryPrometheus(
  settings: MetricsSettings,
  promql: string,
  options: { readonly signal: AbortSignal; readonly patience?: number },
): Promise<readonly MetricRow[]> {
  const { url, kubernetesCluster, tenant, login } = settings;
  const { signal, patience = PATIENCE } = options;
  const whom = `Prometheus of ${kubernetesCluster}`;
  const waiting = AbortSignal.timeout(patience);
  try {
    const authorization = await authorizationOf(login, whom);
    const response = await fetch(`${url}/api/v1/query`, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([signal, waiting]),
      headers: {
        accept: 'application/json',
        ...(authorization && { authorization }),
        ...(tenant && { 'x-scope-orgid': tenant }),
      },
      // In the body, as Grafana sends it: a long list of namespaces fits in no address.
      body: new URLSearchParams({
        query: promql,
        timeout: `${Math.ceil(patience / 1000)}s`,
      }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw problemOfPrometheus(whom, response.status);
    }
    const rows = readVector(parse(await readText(response, whom)));
    if (!rows) {
      throw notUnderstood(whom);
    }
    return rows;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ApiProblem) {
      throw error;
    }
    throw waiting.aborted
      ? new ApiProblem(
          'unreachable',
          `${whom} does not answer within ${patience / 1000} s. Look at its load and at the network between it and the portal.`,
        )
      : unreachable(`${whom} at ${url}`, error);
  }
}

async function authorizationOf(
  login: MetricsLogin,
  whom: string,
): Promise<string | undefined> {
  switch (login.method) {
    case 'token':
      return `Bearer ${login.token}`;
    case 'tokenFile':
      return `Bearer ${await readToken(login.tokenFile, whom)}`;
    case 'password': {
      const pair = `${login.username}:${login.password}`;
      return `Basic ${Buffer.from(pair).toString('base64')}`;
    }
    default:
      return undefined;
  }
}

async function readToken(path: string, whom: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    throw new ApiProblem(
      'unauthorized',
      `The token file ${path} for ${whom} cannot be read (${(error as { code?: string }).code}). Mount it, or correct databases.metrics.`,
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notUnderstood(whom: string): ApiProblem {
  return new ApiProblem(
    'failing',
    `What answers for ${whom} does not speak as Prometheus does. Look at its address, and at what stands between it and the portal.`,
  );
}

async function readText(response: Response, whom: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) {
      throw new ApiProblem(
        'failing',
        `An answer of ${whom} is longer than ${LONGEST_ANSWER / 1024 / 1024} MiB. Give it a label of this Kubernetes cluster in databases.metrics, or an endpoint of its own.`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
