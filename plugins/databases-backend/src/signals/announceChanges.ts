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

import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Declarations } from '../declarations/Declarations';
import { SnapshotStore } from '../store/SnapshotStore';

/** Pages hear of all that happens within this time at once. */
const COALESCE_MS = 500;

const SIGNAL_CHANNEL = 'databases';
const EVENT_TOPIC = 'basewell.databases';

/**
 * Tells pages and other plugins that databases changed. Both services do
 * nothing where their plugins are not installed.
 *
 * A signal goes to everybody who is signed in, and names no database: an id
 * tells of one that its reader may not see. A page asks again, with its own
 * rights. Events stay between backends, and have the ids.
 *
 * @returns a function that ends it
 */
export function announceChanges(options: {
  readonly store: SnapshotStore;
  readonly declarations: Pick<Declarations, 'subscribe'>;
  readonly signals: SignalsService;
  readonly events: EventsService;
  readonly logger: LoggerService;
}): () => void {
  const { store, declarations, signals, events, logger } = options;
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function announce() {
    const ids = [...changed];
    changed.clear();
    timer = undefined;
    try {
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: SIGNAL_CHANNEL,
        message: { changed: ids.length },
      });
      await events.publish({ topic: EVENT_TOPIC, eventPayload: { ids } });
    } catch (error) {
      logger.warn(
        `Pages were not told of changes, and will ask later: ${error}`,
      );
    }
  }

  function add(ids: readonly string[]) {
    ids.forEach(id => changed.add(id));
    timer ??= setTimeout(announce, COALESCE_MS);
  }

  const ends = [
    store.subscribe(changes => add(changes.map(({ id }) => id))),
    declarations.subscribe(add),
  ];
  return () => {
    ends.forEach(end => end());
    clearTimeout(timer);
  };
}
