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
import {
  DATABASE_ID_ANNOTATION,
  DECLARED_IN_ANNOTATION,
} from '@basewell/plugin-databases-common';
import { digestOf } from './digestOf';
import { IngestedEntity } from './readIngested';

/** What the catalog was given for a database. */
export interface Emitted extends IngestedEntity {
  /** Left out when another process emitted it. */
  readonly digest?: string;
}

/** The id of the database, with what is to be remembered. */
export function toEmitted(entity: Entity): [string, Emitted] {
  const { annotations = {} } = entity.metadata;
  return [
    idOf(entity),
    {
      entityRef: stringifyEntityRef(entity),
      isDeclared: DECLARED_IN_ANNOTATION in annotations,
      digest: digestOf(entity),
    },
  ];
}

/** Of the database that an entity of ours stands for. */
export function idOf({ metadata }: Entity): string {
  return metadata.annotations?.[DATABASE_ID_ANNOTATION] ?? '';
}
