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

import { SimulatedEndpoint } from './SimulatedEndpoint';

/** @internal */
export interface MatchedEndpoint {
  readonly endpoint: SimulatedEndpoint;
  readonly params: { readonly [name: string]: string };
}

/**
 * Finds the endpoint of a request; `undefined` when none is documented. One that
 * is written out wins over one with parameters that comes later in the list.
 *
 * @param path - as it was sent, still encoded, below the API's root
 * @internal
 */
export function matchEndpoint(
  endpoints: readonly SimulatedEndpoint[],
  method: string,
  path: string,
): MatchedEndpoint | undefined {
  for (const endpoint of endpoints) {
    const groups =
      endpoint.method === method
        ? toPattern(endpoint.path).exec(path)
        : undefined;
    if (groups) {
      const names = [...endpoint.path.matchAll(/\{([^}+]+)\+?\}/g)];
      const params = names.map(([, name], index) => [
        name,
        decodeURIComponent(groups[index + 1]),
      ]);
      return { endpoint, params: Object.fromEntries(params) };
    }
  }
  return undefined;
}

function toPattern(path: string): RegExp {
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map(part => {
      if (part.startsWith('{')) {
        return part.endsWith('+}') ? '(.+)' : '([^/]+)';
      }
      return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${pattern}$`);
}
