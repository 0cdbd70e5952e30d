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
import { vaultEntry } from '@basewell/plugin-databases-common/domain';
import { ReaderClock, instant, systemClock } from '../kubernetes/ReaderClock';
import { FactReader } from '../observatory/FactReader';
import { SnapshotStore } from '../store/SnapshotStore';
import { ConfiguredVaults } from './readVaults';
import { VaultSettings } from './VaultSettings';
import { VaultWatch } from './VaultWatch';
import { wantedEntries } from './wantedEntries';
import { WantedEntry } from './WantedEntry';

/** Milliseconds until the facts are asked again what they lead to. */
const LOOK_AGAIN = 15_000;

/**
 * Reads metadata of the Vault entries that something in a Kubernetes cluster
 * reads, as far as their Vault is configured. Each Vault is read by itself: a dead
 * one delays nobody.
 */
export class VaultReader implements FactReader {
  readonly #configured: ConfiguredVaults;
  readonly #logger: LoggerService;
  readonly #clock: ReaderClock;
  readonly #wantedIn: (store: SnapshotStore) => readonly WantedEntry[];
  readonly #stopping = new AbortController();
  #done: Promise<unknown> = Promise.resolve();
  #watches: readonly {
    readonly settings: VaultSettings;
    readonly watch: VaultWatch;
  }[] = [];

  constructor(options: {
    readonly configured: ConfiguredVaults;
    readonly logger: LoggerService;
    readonly clock?: ReaderClock;
    readonly wantedIn?: (store: SnapshotStore) => readonly WantedEntry[];
  }) {
    this.#configured = options.configured;
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
    this.#wantedIn = options.wantedIn ?? wantedEntries;
  }

  start(store: SnapshotStore): void {
    const { vaults, problems } = this.#configured;
    for (const { id, message } of problems) {
      this.#logger.error(`Vault ${id} is not read. ${message}`);
      store.cover({
        kubernetesCluster: `vault:${id}`,
        kind: vaultEntry.id,
        state: 'failing',
        since: instant(this.#clock.now()),
        message: `${message}. Correct the configuration of the portal.`,
        objects: 0,
      });
    }
    const logger = this.#logger;
    const clock = this.#clock;
    this.#watches = vaults.map(settings => ({
      settings,
      watch: new VaultWatch({ settings, sink: store, logger, clock }),
    }));
    this.#done = Promise.all([
      this.#lookAround(store),
      ...this.#watches.map(({ watch }) => watch.run()),
    ]);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#watches.map(({ watch }) => watch.stop()));
    await this.#done;
  }

  async #lookAround(store: SnapshotStore): Promise<void> {
    while (this.#watches.length && !this.#stopping.signal.aborted) {
      const wanted = this.#wantedIn(store);
      for (const { settings, watch } of this.#watches) {
        watch.want(
          wanted.filter(({ address }) =>
            address === undefined
              ? this.#watches.length === 1
              : isSame(settings, address),
          ),
        );
      }
      await this.#clock
        .sleep(LOOK_AGAIN, this.#stopping.signal)
        .catch(() => {});
    }
  }
}

function isSame({ addresses }: VaultSettings, address: string): boolean {
  try {
    const { origin, pathname } = new URL(address);
    return addresses.includes(`${origin}${pathname.replace(/\/+$/, '')}`);
  } catch {
    return false;
  }
}
