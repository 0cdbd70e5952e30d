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

import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  belongingOf,
  DatabaseIdentity,
  DatabaseOwner,
} from '@basewell/plugin-databases-common';
import {
  ASSESSMENT_ANNOTATION_PREFIX,
  AssessmentConfig,
  resolveSettings,
} from '@basewell/plugin-databases-common/domain';
import { Turns } from '../kubernetes/Turns';
import { DatabaseSettings } from '../store/Assessor';
import { DatabaseRow } from '../store/DatabaseRow';
import { EntityIndex } from './EntityIndex';
import { readEntities } from './readEntities';

/** What follows for one database. */
interface Consequence extends DatabaseSettings {
  readonly owners: readonly DatabaseOwner[];
  /** Those whose word about it counts. */
  readonly entities: readonly Entity[];
}

/**
 * What the catalog adds to what is seen of a database: its owners, and the
 * thresholds that its entities set. All of it is read every few minutes, so that
 * neither a judgement nor a request waits for it.
 */
export class CatalogKnowledge {
  readonly #config: AssessmentConfig;
  #index = new EntityIndex();
  #consequences = new WeakMap<DatabaseIdentity, Consequence>();
  /** Of databases that no entity says anything about, by what they say themselves. */
  readonly #plain = new Map<string, Consequence>();

  constructor(config: AssessmentConfig) {
    this.#config = config;
  }

  settingsOf(database: DatabaseIdentity): DatabaseSettings {
    return this.#consequenceOf(database);
  }

  ownersOf(database: DatabaseIdentity): readonly DatabaseOwner[] {
    return this.#consequenceOf(database).owners;
  }

  /** The entities whose word about it counts, as they were read last. */
  entitiesOf(database: DatabaseIdentity): readonly Entity[] {
    return this.#consequenceOf(database).entities;
  }

  /**
   * Reads the entities.
   *
   * @param rows - gives those of the moment
   * @returns the ids of the databases of which something else follows now
   * @throws when the catalog does not answer; what was read before then stays
   */
  async read(
    services: { readonly catalog: CatalogService; readonly auth: AuthService },
    rows: () => readonly Pick<DatabaseRow, 'identity'>[],
  ): Promise<readonly string[]> {
    const turns = new Turns();
    const index = new EntityIndex();
    const named = new Set<string>();
    for (const { identity } of rows()) {
      index.addDatabase(identity);
      identity.services.forEach(service => named.add(service));
      await turns.pause();
    }
    for await (const page of readEntities(services, named)) {
      for (const entity of page) {
        index.addEntity(entity);
        await turns.pause();
      }
    }
    const identities = rows().map(({ identity }) => identity);
    for (const identity of identities) {
      index.addDatabase(identity);
    }
    const before = this.#consequences;
    this.#index = index;
    this.#consequences = new WeakMap();
    const changed: string[] = [];
    for (const { identity } of rows()) {
      const known = before.get(identity) ?? this.#plainOf(identity);
      if (!isSame(known, this.#consequenceOf(identity))) {
        changed.push(identity.id);
      }
      await turns.pause();
    }
    return changed;
  }

  #consequenceOf(database: DatabaseIdentity): Consequence {
    const before = this.#consequences.get(database);
    if (before) {
      return before;
    }
    const plain = this.#plainOf(database);
    const { owners, entities, remarks } = this.#index.belongingOf(database);
    if (!entities.length && !remarks.length) {
      return plain;
    }
    const entity = entities.find(setsThresholds);
    const set = entity ? this.#settingsBy(entity, database) : plain;
    const consequence = {
      owners,
      entities,
      settings: set.settings,
      remarks: [...remarks, ...(set.remarks ?? [])],
    };
    this.#consequences.set(database, consequence);
    return consequence;
  }

  #settingsBy(
    entity: Entity,
    { environment }: DatabaseIdentity,
  ): DatabaseSettings {
    return resolveSettings({
      config: this.#config,
      environment,
      entity: {
        ref: stringifyEntityRef(entity),
        annotations: entity.metadata.annotations ?? {},
      },
    });
  }

  #plainOf(database: DatabaseIdentity): Consequence {
    const { environment, owner } = database;
    const key = JSON.stringify([environment, owner]);
    const before = this.#plain.get(key);
    if (before) {
      return before;
    }
    const plain = {
      ...resolveSettings({ config: this.#config, environment }),
      owners: belongingOf(database, []).owners,
      entities: [],
    };
    this.#plain.set(key, plain);
    return plain;
  }
}

function setsThresholds({ metadata }: Entity): boolean {
  return Object.keys(metadata.annotations ?? {}).some(name =>
    name.startsWith(ASSESSMENT_ANNOTATION_PREFIX),
  );
}

function isSame(a: Consequence, b: Consequence): boolean {
  return (
    JSON.stringify([a.owners, a.remarks, a.entities]) ===
      JSON.stringify([b.owners, b.remarks, b.entities]) &&
    (a.settings === b.settings ||
      JSON.stringify(a.settings) === JSON.stringify(b.settings))
  );
}
