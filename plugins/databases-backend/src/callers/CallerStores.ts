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

import { Sight } from '../answers/Sight';
import { Snapshot } from '../kubernetes';
import { Turns } from '../kubernetes/Turns';

/** What is seen in a snapshot; it lives as long as the snapshot does. */
export class CallerStores {
  readonly #open: () => Sight;
  readonly #sights = new WeakMap<Snapshot, Promise<Sight>>();

  /** @param open - makes a store that has nothing, remembers nothing, and tells nobody */
  constructor(open: () => Sight) {
    this.#open = open;
  }

  of(snapshot: Snapshot): Promise<Sight> {
    const before = this.#sights.get(snapshot);
    if (before) {
      return before;
    }
    const sight = this.#fill(snapshot);
    this.#sights.set(snapshot, sight);
    return sight;
  }

  async #fill({ facts, coverage }: Snapshot): Promise<Sight> {
    const sight = this.#open();
    // No timer of it runs: whoever looks asks for a judgement.
    sight.store.stop();
    const turns = new Turns();
    for (const fact of facts) {
      sight.store.put(fact);
      await turns.pause();
    }
    coverage.forEach(part => sight.store.cover(part));
    return sight;
  }
}
