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

import { KubernetesClient } from '@basewell/testkit';

/** What a page about databases asks for. */
const kinds = ['clusters', 'backups', 'scheduledbackups', 'poolers'];

/**
 * How many lists an API server has answered, by its own metrics. Watches that
 * begin with a list count as `WATCH` there, and are not in it.
 */
export async function countLists(client: KubernetesClient): Promise<number> {
  const metrics = String(await client.request('GET', '/metrics'));
  return metrics
    .split('\n')
    .filter(
      line =>
        line.startsWith('apiserver_request_total{') &&
        line.includes('verb="LIST"') &&
        // The API server lists for itself, too.
        line.includes('component="apiserver"'),
    )
    .filter(line => kinds.some(kind => line.includes(`resource="${kind}"`)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
