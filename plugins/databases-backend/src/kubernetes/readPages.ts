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

import { KubeObject } from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from './ApiProblem';
import { expectOnlyMetadata } from './expectOnlyMetadata';
import { ObjectQuery } from './ObjectQuery';
import { requestJson } from './requestJson';
import { WatchListener } from './WatchListener';
import { WatchOutcome } from './WatchState';

/** Objects in a page: 100 CNPG clusters are 1 MB and 11 ms of parsing. */
const PAGE = 100;
const DEADLINE = 60_000;

/**
 * Lists without streaming. All pages are of one moment, whose resource version
 * they carry.
 *
 * @throws the reason of the signal of `query`, and nothing else
 */
export async function readPages(
  query: ObjectQuery,
  listener: Pick<WatchListener, 'listBegan' | 'seen' | 'listEnded' | 'alive'>,
): Promise<WatchOutcome> {
  const { transport, clock, turns, signal, apiVersion, kind } = query;
  let heard = false;
  try {
    let page: string | undefined;
    for (;;) {
      const list = await requestJson(transport, {
        path: pathOf(query, page),
        asked: `list ${query.name}`,
        deadline: DEADLINE,
        clock,
        signal,
      });
      if (query.metadataOnly) {
        expectOnlyMetadata(query.name, list, 'PartialObjectMetadataList');
      }
      const { metadata, items } = list;
      if (!heard) {
        listener.listBegan();
      }
      heard = true;
      for (const item of (items ?? []) as readonly KubeObject[]) {
        listener.seen({ ...item, apiVersion, kind });
        await turns.pause();
      }
      listener.alive();
      page = metadata?.continue || undefined;
      if (!page) {
        listener.listEnded();
        const { resourceVersion } = metadata ?? {};
        return { type: 'listed', resourceVersion, heard };
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    const problem = ApiProblem.of(error);
    return problem.status === 410
      ? { type: 'expired', heard }
      : { type: 'failed', problem, heard };
  }
}

function pathOf(
  { path, selector }: ObjectQuery,
  page: string | undefined,
): string {
  const parameters = new URLSearchParams({
    limit: String(PAGE),
    ...(page && { continue: page }),
    ...selector,
  });
  return `${path}?${parameters}`;
}
