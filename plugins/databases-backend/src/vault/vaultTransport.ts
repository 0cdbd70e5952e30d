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

import { Fields } from '@basewell/plugin-databases-common/domain';
import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { unreachable } from '../kubernetes/unreachable';
import { isMetadataRequest, LEASE_LOOKUP } from './isMetadataRequest';
import { VaultSettings } from './VaultSettings';

/** Milliseconds for a whole answer. */
const PATIENCE = 10_000;
/** Metadata of an entry with the most versions, twice. */
const LONGEST_ANSWER = 256 * 1024;

/** The whole answer of Vault, with 400, about a lease that it does not have. */
export const NO_LEASE = 'invalid lease';

/** A request as node-vault makes it. */
interface VaultRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers?: { readonly [name: string]: string };
  /** The body, when it is an object. */
  readonly json?: unknown;
}

/** An answer as node-vault takes it. */
interface VaultAnswer {
  readonly statusCode: number;
  readonly body: unknown;
  readonly request: { readonly path: string };
}

/** @throws ApiProblem for what is not asked, what is not answered, and what is no JSON */
export type VaultTransport = (request: VaultRequest) => Promise<VaultAnswer>;

/**
 * The way to one Vault. It follows no redirect, since the token would go along;
 * it ends when nothing comes, with a signal, and when too much comes; and it
 * passes only requests for metadata. What a refusal says is dropped here, since it
 * may repeat what was sent, but for the two words by which Vault says that it has no
 * such lease.
 */
export function vaultTransport(
  settings: Pick<VaultSettings, 'id' | 'url' | 'ca'>,
  options: { readonly signal: AbortSignal; readonly patience?: number },
): VaultTransport {
  const { id, url, ca } = settings;
  const { signal, patience = PATIENCE } = options;
  const secure = url.startsWith('https:');
  const agent = secure
    ? new https.Agent({ keepAlive: true, ca })
    : new http.Agent({ keepAlive: true });
  const base = `${new URL(url).pathname.replace(/\/$/, '')}/v1/`;

  return async ({ method, uri, headers, json }) => {
    const { pathname, search } = new URL(uri);
    const route = pathname.startsWith(base)
      ? `${pathname.slice(base.length)}${search}`
      : '';
    if (!isMetadataRequest(method, route, json)) {
      throw new ApiProblem(
        'forbidden',
        `The portal does not ask Vault for ${method} ${route}: it reads metadata alone.`,
      );
    }
    const waiting = AbortSignal.timeout(patience);
    const body = typeof json === 'object' ? JSON.stringify(json) : undefined;
    try {
      const request = (secure ? https : http).request(
        `${new URL(url).origin}${pathname}`,
        {
          agent,
          method,
          signal: AbortSignal.any([signal, waiting]),
          headers: {
            accept: 'application/json',
            'x-vault-request': 'true',
            ...(body && { 'content-type': 'application/json' }),
            ...headers,
          },
        },
      );
      request.end(body);
      const [response] = (await once(request, 'response')) as [
        http.IncomingMessage,
      ];
      const { statusCode = 0 } = response;
      const isHealth = route === 'sys/health';
      if (![200, 204].includes(statusCode) && !isHealth) {
        const mayBeGone = statusCode === 400 && route === LEASE_LOOKUP;
        const isGone = mayBeGone && isNoLease(await readText(id, response));
        response.destroy();
        const refusal = isGone ? { errors: [NO_LEASE] } : {};
        return { statusCode, body: refusal, request: { path: '' } };
      }
      return {
        statusCode,
        body: parse(id, await readText(id, response)),
        // By this node-vault knows that any status of it is an answer.
        request: { path: isHealth ? '/v1/sys/health' : '' },
      };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ApiProblem) {
        throw error;
      }
      throw waiting.aborted
        ? new ApiProblem(
            'unreachable',
            `Vault ${id} does not answer within ${patience / 1000} s. Look at its load and at the network between it and the portal.`,
          )
        : unreachable(`Vault ${id} at ${url}`, error);
    }
  };
}

function isNoLease(refusal: string): boolean {
  try {
    const errors = Fields.of(JSON.parse(refusal)).strings('errors');
    return errors.join() === NO_LEASE;
  } catch {
    return false;
  }
}

function parse(id: string, text: string): unknown {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    // Without its cause: the error of a parser quotes what it could not read.
    throw new ApiProblem(
      'failing',
      `What answers for Vault ${id} does not speak JSON. Look at its address, and at what stands between it and the portal.`,
    );
  }
}

async function readText(
  id: string,
  response: http.IncomingMessage,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_ANSWER) {
      throw new ApiProblem(
        'failing',
        `An answer of Vault ${id} is longer than ${LONGEST_ANSWER / 1024} KiB, so it is not what was asked for.`,
      );
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
