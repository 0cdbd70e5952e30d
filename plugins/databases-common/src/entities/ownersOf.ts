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

import { Entity } from '@backstage/catalog-model';
import { DatabaseIdentity } from '../model';
import { matchEntity } from './matchEntity';
import { ownersOfEntity } from './ownersOfEntity';

/**
 * Who owns a database: whom the database itself names, and the owners of the
 * entities that it belongs to. An ambiguous match makes nobody an owner.
 *
 * @param identities - all that are known, among them this one: a reference may
 *   mean another
 * @returns entity references, without duplicates
 * @public
 */
export function ownersOf(
  identity: DatabaseIdentity,
  entities: readonly Entity[],
  identities: readonly DatabaseIdentity[],
): readonly string[] {
  return [
    ...new Set([
      ...(identity.owner === undefined ? [] : [identity.owner]),
      ...entities
        .filter(entity =>
          matchEntity(entity, identities).matched.includes(identity),
        )
        .flatMap(ownersOfEntity),
    ]),
  ];
}
