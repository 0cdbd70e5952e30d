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

import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { DatabaseEntityProvider } from './DatabaseEntityProvider';

/** The databases plugin tells there what changed: `{ ids: string[] }`. */
const TOPIC = 'basewell.databases';

/** A rollout changes a database ten times, and hardly ever its entity. */
const COALESCE_MS = 2_000;

/** An API server that comes back serves some kinds seconds before others. */
const ASK_AGAIN_MS = 10_000;

/**
 * Sends changes to the catalog soon after they were told. Nobody tells a second
 * time that a database went: it is asked for until that is proven.
 */
export async function followChanges(options: {
  readonly events: EventsService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly provider: Pick<DatabaseEntityProvider, 'follow'>;
}): Promise<void> {
  const { events, lifecycle, logger, provider } = options;
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Infinity;

  function sendWithin(delay: number) {
    const at = Date.now() + delay;
    if (at < dueAt) {
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(send, delay);
    }
  }

  function add(ids: readonly string[], delay: number) {
    if (ids.length) {
      ids.forEach(id => waiting.add(id));
      sendWithin(delay);
    }
  }

  async function send() {
    const ids = [...waiting];
    waiting.clear();
    dueAt = Infinity;
    try {
      add(await provider.follow(ids), ASK_AGAIN_MS);
    } catch (error) {
      logger.warn(
        `Changes of databases come into the catalog with the next full comparison: ${error}`,
      );
    }
  }

  lifecycle.addShutdownHook(() => clearTimeout(timer));
  await events.subscribe({
    id: 'catalog-databases',
    topics: [TOPIC],
    onEvent: async ({ eventPayload }) => add(idsOf(eventPayload), COALESCE_MS),
  });
}

/** Whoever may publish events may write anything into them. */
function idsOf(payload: unknown): readonly string[] {
  const ids = (payload as { readonly ids?: unknown } | undefined)?.ids;
  return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : [];
}
