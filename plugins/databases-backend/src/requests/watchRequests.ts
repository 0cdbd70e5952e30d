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
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { pushedRepository } from '../repositories/pushedRepository';
import { SnapshotStore } from '../store/SnapshotStore';
import { RequestRounds } from './RequestRounds';

/** Two early looks are so far apart at least, however much happens. */
const NOT_BEFORE_MS = 10_000;

/** Topics of the events modules of the hosts; nothing is published where none is installed. */
const topics = [
  'bitbucketCloud.repo:push',
  'gitea',
  'gitea.pull_request',
  'gitea.push',
  'github.pull_request',
  'github.push',
  'gitlab.merge_request',
  'gitlab.push',
];

/**
 * Asks for an early look at the requests when a host tells of their
 * repositories, or one of the databases that they wait for changes.
 *
 * @returns a function that ends it
 */
export function watchRequests(options: {
  readonly repositories: readonly RepositoryRef[];
  readonly rounds: RequestRounds;
  readonly store: SnapshotStore;
  readonly events: EventsService;
  readonly logger: LoggerService;
  /** Makes one replica look; it may look already. */
  readonly look: () => Promise<void>;
}): () => void {
  const { repositories, rounds, store, events, logger, look } = options;
  const names = new Set(
    repositories.map(({ owner, repo }) => `${owner}/${repo}`.toLowerCase()),
  );
  const changed = new Set<string>();
  let told = false;
  let timer: NodeJS.Timeout | undefined;

  async function wake() {
    timer = undefined;
    const seen = [...changed];
    changed.clear();
    const isTold = told;
    told = false;
    try {
      if (isTold || (await isAwaited(seen, rounds))) {
        await look();
      }
    } catch (error) {
      logger.debug(`Requests are looked at within a minute: ${error}`);
    }
  }
  function soon() {
    timer ??= setTimeout(wake, NOT_BEFORE_MS);
  }

  const unsubscribe = store.subscribe(changes => {
    changes.forEach(({ id }) => changed.add(id));
    soon();
  });
  events
    .subscribe({
      id: 'databases-requests',
      topics,
      onEvent: async ({ eventPayload }) => {
        if (names.has(pushedRepository(eventPayload) ?? '')) {
          told = true;
          soon();
        }
      },
    })
    .catch(error =>
      logger.warn(`Merges are seen within a minute, and not sooner: ${error}`),
    );
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}

async function isAwaited(
  ids: readonly string[],
  rounds: RequestRounds,
): Promise<boolean> {
  const { items } = await rounds.load();
  return items.some(({ databases }) =>
    databases.some(({ namespace, cluster }) =>
      ids.some(id => {
        const [name] = id.split(/[@:]/);
        return name === `cnpg.${namespace}.${cluster}`;
      }),
    ),
  );
}
