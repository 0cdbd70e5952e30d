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
  LoggerService,
  RootConfigService,
  RootSystemMetadataService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { HISTORY_DAYS } from '../history/historyDays';
import { HistoryStore } from '../history/HistoryStore';
import { Notifier } from '../notifications/Notifier';
import { slowingDown } from './slowingDown';

const DAY_MS = 86_400_000;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 300_000;
const sends = ['auto', 'always', 'never'];

/** What is done by the clock: telling owners, forgetting what is old, reading the catalog. */
export async function scheduleTasks(options: {
  readonly config: RootConfigService;
  readonly history: HistoryStore;
  readonly logger: LoggerService;
  readonly notifier: Notifier;
  readonly now: () => number;
  /** Writes down how current the knowledge is. */
  readonly noteContacts: () => Promise<void>;
  /** Reads what entities say of databases. */
  readonly readCatalog: () => Promise<void>;
  readonly scheduler: SchedulerService;
  readonly systemMetadata: RootSystemMetadataService;
}): Promise<void> {
  const { history, notifier, now, scheduler, logger } = options;
  await scheduler.scheduleTask({
    id: 'databases-read-catalog',
    frequency: { seconds: FIRST_PAUSE_MS / 1000 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 5 },
    // Each replica judges for itself.
    scope: 'local',
    // A catalog that just started fills within minutes, and tells of no entity.
    fn: slowingDown(options.readCatalog, {
      firstPause: FIRST_PAUSE_MS,
      longestPause: LONGEST_PAUSE_MS,
      now,
    }),
  });
  await scheduler.scheduleTask({
    id: 'databases-note-contacts',
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 1 },
    // Each replica has contacts of its own; the latest counts.
    scope: 'local',
    fn: options.noteContacts,
  });
  await scheduler.scheduleTask({
    id: 'databases-prune-history',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    scope: 'global',
    async fn() {
      const before = new Date(now() - HISTORY_DAYS * DAY_MS).toISOString();
      const dropped = await history.prune(before);
      logger.info(
        `${dropped} changes of state older than ${HISTORY_DAYS} days were dropped`,
      );
    },
  });
  if (await wantsNotifications(options)) {
    await scheduler.scheduleTask({
      id: 'databases-notify-owners',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      // A replica that just started has not seen everything yet.
      initialDelay: { minutes: 1 },
      scope: 'global',
      fn: () => notifier.run(),
    });
  }
}

async function wantsNotifications({
  config,
  systemMetadata,
}: {
  readonly config: RootConfigService;
  readonly systemMetadata: RootSystemMetadataService;
}): Promise<boolean> {
  const path = 'databases.notifications.send';
  const send = config.getOptionalString(path) ?? 'auto';
  if (!sends.includes(send)) {
    throw new InputError(
      `${path}: there is no "${send}"; there are ${sends.join(', ')}`,
    );
  }
  const installed = await systemMetadata.getInstalledPlugins();
  return (
    send === 'always' ||
    (send === 'auto' &&
      installed.some(({ pluginId }) => pluginId === 'notifications'))
  );
}
