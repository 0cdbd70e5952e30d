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
  AssessmentSettings,
  Coverage,
  defaultAssessmentSettings,
  Fact,
  kubernetesKinds,
  vaultEntry,
} from '@basewell/plugin-databases-common/domain';
import { Assessor } from '../store/Assessor';
import { MemoryBook, MemoryChange } from '../store/MemoryBook';
import { DatabaseChange } from '../store/DatabaseChange';
import { SnapshotStore } from '../store/SnapshotStore';
import {
  toyCoverage,
  toyDatabases,
  toyEngine,
  toyLanes,
  toyPods,
} from './facts';

/** A store of toys with a clock that tests turn. */
export class StoreScene {
  now = Date.parse('2026-11-21T12:00:00.000Z');
  readonly changes: DatabaseChange[] = [];
  readonly remembered: MemoryChange[] = [];
  readonly memory = new MemoryBook(change => this.remembered.push(change));
  readonly store: SnapshotStore;

  /** @param owners - references by the names of databases, as entities tell them */
  constructor(
    settings: Partial<AssessmentSettings> = {},
    owners?: { readonly [name: string]: readonly string[] },
  ) {
    this.store = new SnapshotStore({
      engines: [toyEngine],
      kinds: [toyDatabases, toyPods, vaultEntry],
      memory: this.memory,
      ...(owners && {
        ownersOf: ({ name }) => (owners[name] ?? []).map(ref => ({ ref })),
      }),
      assessor: new Assessor({
        lanes: toyLanes,
        settingsOf: () => ({
          settings: { ...defaultAssessmentSettings, ...settings },
        }),
        memoryOf: id => this.memory.of(id),
      }),
      now: () => this.now,
    });
    this.store.subscribe(changes => this.changes.push(...changes));
  }

  /** Everything of a Kubernetes cluster, seen once. */
  async seen(
    facts: readonly Fact[],
    coverage: Partial<Coverage> = {},
  ): Promise<this> {
    facts.forEach(fact => this.store.put(fact));
    for (const kind of kubernetesKinds(this.store.kinds)) {
      this.store.cover(toyCoverage(kind, 'synced', coverage));
    }
    await this.store.settle();
    return this;
  }

  /** Lets time go by; what is due is judged as the timer would have it. */
  later(seconds: number): number {
    this.now += seconds * 1000;
    return this.now;
  }

  /** The health that rows say, by name. */
  health(): { readonly [name: string]: string | undefined } {
    return Object.fromEntries(
      this.store
        .rows()
        .map(({ identity, states }) => [identity.name, states.health]),
    );
  }
}
