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
import { PLANNED_DATABASES_ANNOTATION } from './annotations';

/**
 * What an entity says that it will have, and has not yet: words as they are
 * written, such as `redis`. One is there as soon as the entity has any database of
 * that engine, whoever runs it; nothing that is planned can fail.
 *
 * @param there - the databases that it has
 * @public
 */
export function plannedDatabases(
  entity: Entity,
  there: readonly {
    /** Id of the engine. */
    readonly engine: string;
    /** As people call it: `PostgreSQL (CloudNativePG)`. */
    readonly title: string;
  }[],
): readonly string[] {
  const text = entity.metadata.annotations?.[PLANNED_DATABASES_ANNOTATION];
  const words = (text ?? '').split(',').map(word => word.trim());
  return [...new Set(words)].filter(
    word =>
      word &&
      !there.some(
        ({ engine, title }) =>
          engine === word.toLowerCase() ||
          title.toLowerCase().startsWith(word.toLowerCase()),
      ),
  );
}
