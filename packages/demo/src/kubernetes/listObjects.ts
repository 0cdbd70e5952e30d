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

import { ApiStatus } from './ApiStatus';
import { KubeObject } from './KubeObject';
import { ObjectLog } from './ObjectLog';
import { countIn, ResourceRequest } from './ResourceRequest';

/** Where the next page begins, and the version that all pages show. */
interface Continuation {
  readonly at: number;
  readonly after: string;
}

/**
 * A list, or one page of it. All pages show the objects as they were when the
 * first one was read.
 *
 * @throws ApiStatus 410 when a page is asked for too late
 * @internal
 */
export function listObjects(log: ObjectLog, request: ResourceRequest): object {
  const { resource, query, selects } = request;
  const token = query.get('continue');
  const { at, after } = token
    ? decode(token)
    : { at: log.resourceVersion, after: '' };
  const limit = countIn(query, 'limit') || Infinity;

  const rest = log
    .list(resource, at)
    .filter(object => selects(object) && placeOf(object) > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const more = rest.length - items.length;
  return {
    kind: `${resource.kind}List`,
    apiVersion: resource.group
      ? `${resource.group}/${resource.version}`
      : resource.version,
    metadata: {
      resourceVersion: String(at),
      ...(more &&
        last && {
          continue: encode({ at, after: placeOf(last) }),
          // An API server that selects does not count what is left.
          ...(!query.get('labelSelector') &&
            !query.get('fieldSelector') && { remainingItemCount: more }),
        }),
    },
    items,
  };
}

/** In the order of `ObjectLog.list`. */
function placeOf({ metadata: { namespace = '', name } }: KubeObject): string {
  return `${namespace}/${name}`;
}

function encode(continuation: Continuation): string {
  return Buffer.from(JSON.stringify(continuation)).toString('base64url');
}

function decode(token: string): Continuation {
  try {
    const { at, after } = JSON.parse(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    return { at: Number(at), after: String(after) };
  } catch {
    throw new ApiStatus(400, 'continue key is not valid');
  }
}
