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
} from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  defaultRegistries,
  Engine,
  Layout,
  secretFile,
} from '@basewell/plugin-databases-common/domain';
import {
  createForges,
  Forge,
  Forges,
  readTargets,
} from '@basewell/plugin-databases-node';
import { Declarations } from '../declarations/Declarations';
import { ReaderClock } from '../kubernetes/ReaderClock';
import { FactReader } from '../observatory/FactReader';
import { SnapshotStore } from '../store/SnapshotStore';
import { pushedRepository } from './pushedRepository';
import { RunningRepositories, startRepositories } from './startRepositories';
import { WatchedRepository } from './WatchedRepository';
import { watchedRepositories } from './watchedRepositories';

/** Topics of the events modules of the hosts; nothing is published where none is installed. */
const pushTopics = [
  'bitbucketCloud.repo:push',
  'bitbucketServer.repo:refs_changed',
  'gitea',
  'gitea.push',
  'github.push',
  'gitlab.push',
];

/** Reads the repositories of all targets, again when somebody pushes. */
export class RepositoryFacts implements FactReader {
  readonly #repositories: readonly WatchedRepository[];
  readonly #forges: Forges;
  readonly #engines: readonly Engine[];
  readonly #usersHaveTokens: boolean;
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #clock: ReaderClock | undefined;
  #running: RunningRepositories | undefined;

  constructor(services: {
    readonly config: RootConfigService;
    readonly events: EventsService;
    readonly logger: LoggerService;
    /** Those that the installation adds to the built-in ones. */
    readonly forges: readonly Forge[];
    readonly layouts: readonly Layout[];
    /** All of them: whose databases can be declared. */
    readonly engines: readonly Engine[];
    readonly clock?: ReaderClock;
  }) {
    const { config, forges, layouts } = services;
    const builtIn = defaultRegistries().layouts;
    // What is wrong with the others is said where databases are created.
    const { targets } = readTargets(config, [...builtIn, ...layouts]);
    this.#repositories = watchedRepositories(targets);
    this.#forges = createForges(config, forges);
    this.#engines = services.engines;
    this.#usersHaveTokens =
      config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ??
      false;
    this.#events = services.events;
    this.#logger = services.logger;
    this.#clock = services.clock;
  }

  start(store: SnapshotStore, declarations: Declarations): void {
    // What no lane asks about is not read.
    if (!store.kinds.includes(secretFile)) {
      return;
    }
    declarations.expect(this.#repositories.map(({ place }) => place));
    this.#running = startRepositories({
      declarations,
      engines: this.#engines,
      repositories: this.#repositories,
      forges: this.#forges,
      usersHaveTokens: this.#usersHaveTokens,
      sink: store,
      logger: this.#logger,
      clock: this.#clock,
    });
    // Of several replicas one is told; the others see it at their next look.
    this.#events
      .subscribe({
        id: 'databases-repositories',
        topics: pushTopics,
        onEvent: async ({ eventPayload }) => {
          const name = pushedRepository(eventPayload);
          if (name !== undefined) {
            this.#running?.pushed(name);
          }
        },
      })
      .catch(error =>
        this.#logger.warn(
          `Pushes to repositories are seen within minutes, and not at once: ${error}`,
        ),
      );
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
  }
}
