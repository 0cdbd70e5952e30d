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
import { DatabaseIdentity, DatabaseOwner, LaneFinding } from '../model';
import { disputedClaims, refusedClaim } from './claimRemarks';
import { matchEntity, searchedApp } from './matchEntity';
import { ownerReference } from './ownerReference';
import { ownersOfEntity } from './ownersOfEntity';

/**
 * To whom a database belongs.
 *
 * @public
 */
export interface Belonging {
  /** The owner that the database names itself comes first. */
  readonly owners: readonly DatabaseOwner[];
  /** The entities whose word counts, by their references. */
  readonly entities: readonly Entity[];
  /** Side remarks: whose word does not count, and why. */
  readonly remarks: readonly LaneFinding<never>[];
}

/**
 * To whom a database belongs. Owners get rights by it, and everybody may write
 * into an entity of their own that some database is theirs. So the database has
 * the first word, and whoever may change its manifest:
 *
 * 1. the owner that it names, and all owners of all services that it names;
 * 2. where it names nobody, the owners that all entities have in common which
 *    match it and do not contradict its app key. One more claim takes rights
 *    away, and never gives any.
 *
 * @param entities - those that may match it
 * @param identities - the databases that an entity may mean, this one among them
 * @public
 */
export function belongingOf(
  identity: DatabaseIdentity,
  entities: readonly Entity[],
  identities: readonly DatabaseIdentity[] = [identity],
): Belonging {
  const sorted = [...entities].sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
  const named = sorted.filter(entity => isNamed(entity, identity));
  const certain = [
    ...(identity.owner ? [{ ref: ownerReference(identity.owner) }] : []),
    ...named.flatMap(toOwners),
  ];
  const claiming: Entity[] = [];
  const remarks: LaneFinding<never>[] = [];
  for (const entity of sorted) {
    if (
      !named.includes(entity) &&
      matchEntity(entity, identities).matched.includes(identity)
    ) {
      const other = contradictionOf(identity, entity);
      if (other === undefined || repeats(entity, certain)) {
        claiming.push(entity);
      } else {
        remarks.push(refusedClaim(entity, other));
      }
    }
  }
  if (certain.length || !claiming.some(isOwned)) {
    const owners = withoutRepetition(certain);
    return { owners, entities: [...named, ...claiming], remarks };
  }
  const claimed = claiming.filter(isOwned);
  const owners = commonOwners(claimed);
  return owners.length
    ? { owners, entities: claimed, remarks }
    : { owners, entities: [], remarks: [...remarks, disputedClaims(claimed)] };
}

function isNamed(entity: Entity, { services }: DatabaseIdentity): boolean {
  return services.some(service => service.toLowerCase() === refOf(entity));
}

/** What the database says that does not fit the entity. */
function contradictionOf(
  { services, owner, app }: DatabaseIdentity,
  entity: Entity,
): string | undefined {
  if (services.length) {
    return `basewell.dev/service: ${services.join(', ')}`;
  }
  if (owner) {
    return `basewell.dev/owner: ${owner}`;
  }
  const key = searchedApp(entity);
  return app !== undefined && key !== undefined && key !== app
    ? `basewell.dev/app: ${app}`
    : undefined;
}

/** So does the `Resource` of a database that names its owner. */
function repeats(entity: Entity, certain: readonly DatabaseOwner[]): boolean {
  return (
    isOwned(entity) &&
    ownersOfEntity(entity).every(owner =>
      certain.some(({ ref }) => ref === owner),
    )
  );
}

function isOwned(entity: Entity): boolean {
  return ownersOfEntity(entity).length > 0;
}

function commonOwners(entities: readonly Entity[]): readonly DatabaseOwner[] {
  const [first, ...others] = entities;
  return toOwners(first).filter(({ ref }) =>
    others.every(entity => ownersOfEntity(entity).includes(ref)),
  );
}

function toOwners(entity: Entity): readonly DatabaseOwner[] {
  const owned = refOf(entity);
  return ownersOfEntity(entity).map(ref => ({ ref, entity: owned }));
}

function withoutRepetition(
  owners: readonly DatabaseOwner[],
): readonly DatabaseOwner[] {
  return owners.filter(
    ({ ref }, index) => owners.findIndex(owner => owner.ref === ref) === index,
  );
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity);
}
