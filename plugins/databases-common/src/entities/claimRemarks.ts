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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { finding } from '../messages/finding';
import { violation } from '../messages/violation';
import { Evidence, LaneFinding, Violation } from '../model';
import { APP_KEY_ANNOTATION } from '../naming';
import { DATABASE_ID_ANNOTATION, DATABASES_ANNOTATION } from './annotations';

/** @param named - what the database says instead: `basewell.dev/app: shop` */
export function refusedClaim(
  entity: Entity,
  named: string,
): LaneFinding<never> {
  return remark(
    [entity],
    violation('databaseOwner.refused', {
      entity: stringifyEntityRef(entity),
      named,
    }),
  );
}

/** The database names nobody, and these have no owner in common. */
export function disputedClaims(
  entities: readonly Entity[],
): LaneFinding<never> {
  return remark(
    entities,
    violation('databaseOwner.disputed', {
      entities: entities.map(entity => stringifyEntityRef(entity)),
    }),
  );
}

function remark(
  entities: readonly Entity[],
  violated: Violation,
): LaneFinding<never> {
  return finding('database-owner', 'warning', {
    ...violated,
    evidence: entities.flatMap(claimEvidence),
  });
}

/** Empty for a component whose name is the app key. */
function claimEvidence(entity: Entity): readonly Evidence[] {
  return [
    DATABASE_ID_ANNOTATION,
    DATABASES_ANNOTATION,
    APP_KEY_ANNOTATION,
  ].flatMap(name => {
    const value = entity.metadata.annotations?.[name];
    return value === undefined
      ? []
      : [
          {
            object: stringifyEntityRef(entity),
            field: `metadata.annotations[${name}]`,
            value,
          },
        ];
  });
}
