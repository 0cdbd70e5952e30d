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

import { inheritIdentity, joinIdentities } from '../engines';
import { DatabaseIdentity } from '../model';

/**
 * The databases that objects stand for, each once, in the order of their ids.
 *
 * @param sightings - what each object says; several may mean one database
 */
export function identifyAll(
  sightings: readonly DatabaseIdentity[],
): readonly DatabaseIdentity[] {
  const byId = new Map<string, DatabaseIdentity>();
  for (const identity of sightings) {
    const before = byId.get(identity.id);
    byId.set(
      identity.id,
      before ? joinIdentities([before, identity]) : identity,
    );
  }
  return [...byId.values()]
    .flatMap(
      identity =>
        inheritIdentity(identity, byId.get(identity.instance ?? '')) ?? [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
