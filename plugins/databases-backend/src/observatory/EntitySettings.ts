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
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DatabaseIdentity,
  matchEntity,
} from '@basewell/plugin-databases-common';
import {
  ASSESSMENT_ANNOTATION_PREFIX,
  AssessmentConfig,
  assessmentAnnotations,
  resolveSettings,
} from '@basewell/plugin-databases-common/domain';
import { DatabaseSettings } from '../store/Assessor';
import { DatabaseRow } from '../store/DatabaseRow';

/**
 * The thresholds of each database: of app-config, of its environment, and of
 * the entity it belongs to. What the catalog says is read every few minutes, so
 * that no judgement waits for it.
 */
export class EntitySettings {
  readonly #config: AssessmentConfig;
  /** Of the few databases whose entity sets any. */
  #entities: ReadonlyMap<string, Entity> = new Map();
  readonly #resolved = new Map<string, DatabaseSettings>();

  constructor(config: AssessmentConfig) {
    this.#config = config;
  }

  of({ id, environment }: DatabaseIdentity): DatabaseSettings {
    const entity = this.#entities.get(id);
    const key = entity ? `${id}\n${environment}` : `\n${environment}`;
    const before = this.#resolved.get(key);
    if (before) {
      return before;
    }
    const settings = resolveSettings({
      config: this.#config,
      environment,
      ...(entity && {
        entity: {
          ref: stringifyEntityRef(entity),
          annotations: entity.metadata.annotations ?? {},
        },
      }),
    });
    this.#resolved.set(key, settings);
    return settings;
  }

  /**
   * Reads what entities set.
   *
   * @returns the ids of the databases that may be judged otherwise now
   * @throws when the catalog does not answer; what was read before then stays
   */
  async read(
    services: { readonly catalog: CatalogService; readonly auth: AuthService },
    rows: readonly DatabaseRow[],
  ): Promise<readonly string[]> {
    const { catalog, auth } = services;
    const { items } = await catalog.getEntities(
      {
        filter: assessmentAnnotations.map(name => ({
          [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS,
        })),
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const identities = rows.map(({ identity }) => identity);
    const entities = new Map(
      items
        .flatMap(entity =>
          matchEntity(entity, identities).matched.map(
            ({ id }) => [id, entity] as const,
          ),
        )
        // Of several the first by its reference counts: Map takes the last.
        .sort(([, a], [, b]) =>
          stringifyEntityRef(a) < stringifyEntityRef(b) ? 1 : -1,
        ),
    );
    const before = this.#entities;
    this.#entities = entities;
    this.#resolved.clear();
    return [...new Set([...before.keys(), ...entities.keys()])].filter(
      id => thresholdsOf(before.get(id)) !== thresholdsOf(entities.get(id)),
    );
  }
}

function thresholdsOf(entity: Entity | undefined): string {
  const { annotations = {} } = entity?.metadata ?? {};
  return JSON.stringify(
    Object.entries(annotations).filter(([name]) =>
      name.startsWith(ASSESSMENT_ANNOTATION_PREFIX),
    ),
  );
}
