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

import {
  cnpgCluster,
  FactIndex,
  toFact,
} from '@basewell/plugin-databases-common/domain';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import type { ClusterReading } from './ClusterReading';
import { kubeconfigTransport, readKubeconfig } from './inside';

/** What was read stays in memory until it is measured. */
const kept: unknown[] = [];

/** Pages of so many, turned into facts; what there is to read without streams. */
export function readPagesOf(limit: number): ClusterReading {
  return async ({ kubeconfig }, listener) => {
    const index = new FactIndex([cnpgCluster]);
    const transport = kubeconfigTransport(
      readKubeconfig(kubeconfig, { folder: '.' }),
    );
    let page: string | undefined;
    do {
      const parameters = new URLSearchParams({
        limit: String(limit),
        ...(page && { continue: page }),
      });
      const { body } = await transport.request(
        `/apis/postgresql.cnpg.io/v1/clusters?${parameters}`,
        { signal: new AbortController().signal },
      );
      const { metadata, items } = (await json(Readable.from(body))) as any;
      for (const item of items) {
        const fact = toFact(
          cnpgCluster,
          { ...item, kind: 'Cluster' },
          { kubernetesCluster: 'k0', observedAt: new Date().toISOString() },
        );
        if (fact) {
          index.put(fact);
          listener.seen();
        }
      }
      page = metadata.continue || undefined;
    } while (page);
    listener.synced(index.size);
    kept.push(index);
  };
}
