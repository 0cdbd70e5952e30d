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

import type { ClusterReading } from './ClusterReading';
import { readAsWeDo } from './readAsWeDo';
import { readBytes } from './readBytes';
import { readPagesOf } from './readPagesOf';
import { readWithClientNode } from './readWithClientNode';

/** All ways to read. What only one of them needs, it loads when it is chosen. */
export const readings: Readonly<Record<string, () => Promise<ClusterReading>>> =
  {
    ours: async () => readAsWeDo,
    bytes: async () => readBytes,
    'client-node': async () =>
      readWithClientNode(await import('@kubernetes/client-node')),
    ...Object.fromEntries(
      [50, 100, 250, 500].map(limit => [
        `pages-${limit}`,
        async () => readPagesOf(limit),
      ]),
    ),
  };
