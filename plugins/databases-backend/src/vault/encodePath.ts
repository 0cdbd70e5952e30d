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

import { ApiProblem } from '../kubernetes/ApiProblem';

/** No space, no `%`, nothing that a gateway or a router reads otherwise. */
const SEGMENT = /^[A-Za-z0-9_.@-]+$/;

/**
 * A path for a request: each segment is checked and encoded by itself, so that
 * a path cannot lead out of where it begins.
 *
 * @throws ApiProblem that names the path
 */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map(segment => {
      if (!SEGMENT.test(segment) || segment === '.' || segment === '..') {
        throw new ApiProblem(
          'forbidden',
          `The portal does not ask for ${JSON.stringify(path)}: names in Vault paths may have letters, digits and _ . @ - here.`,
        );
      }
      return encodeURIComponent(segment);
    })
    .join('/');
}
