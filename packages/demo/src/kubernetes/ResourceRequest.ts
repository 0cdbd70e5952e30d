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
import { fieldSelector, labelSelector, Selector } from './Selector';
import { ServedResource } from './servedResources';

/** What is asked of one kind of object. @internal */
export interface ResourceRequest {
  readonly resource: ServedResource;
  /** Of one; left out for those of all namespaces. */
  readonly namespace?: string;
  /** Left out for a list or a watch. */
  readonly name?: string;
  readonly selects: Selector;
  readonly query: URLSearchParams;
}

/**
 * Reads the address of a request:
 *
 * ```
 * /api/v1/[namespaces/<namespace>/]<resource>[/<name>]
 * /apis/<group>/<version>/[namespaces/<namespace>/]<resource>[/<name>]
 * ```
 *
 * @throws ApiStatus 404 when nothing is served there, 400 for a bad selector
 * @internal
 */
export function parseResourceRequest(
  url: URL,
  resources: readonly ServedResource[],
): ResourceRequest {
  const [root, ...parts] = url.pathname.split('/').filter(Boolean);
  const group = root === 'apis' ? parts.shift() : '';
  const version = parts.shift();
  const namespace =
    parts[0] === 'namespaces' && parts.length > 2
      ? parts.splice(0, 2)[1]
      : undefined;
  const [plural, name, ...rest] = parts;
  const resource = resources.find(
    candidate =>
      candidate.group === group &&
      candidate.version === version &&
      candidate.resource === plural,
  );
  if (
    !resource ||
    !['api', 'apis'].includes(root) ||
    rest.length ||
    (resource.namespaced ? name && !namespace : namespace)
  ) {
    throw new ApiStatus(
      404,
      'the server could not find the requested resource',
    );
  }
  const labels = labelSelector(url.searchParams.get('labelSelector') ?? '');
  const fields = fieldSelector(
    resource,
    url.searchParams.get('fieldSelector') ?? '',
  );
  return {
    resource,
    namespace,
    name,
    query: url.searchParams,
    selects: object =>
      (!namespace || object.metadata.namespace === namespace) &&
      labels(object) &&
      fields(object),
  };
}

/** A count in the query; `undefined` when it is left out. @internal */
export function countIn(
  query: URLSearchParams,
  name: string,
): number | undefined {
  const text = query.get(name);
  if (!text) {
    return undefined;
  }
  if (!/^\d{1,15}$/.test(text)) {
    throw new ApiStatus(400, `${name}=${text}: Invalid value, must be a count`);
  }
  return Number(text);
}
