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
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { annotationProblems } from './annotationProblems';

/**
 * Refuses entities that name databases in a way that means nothing: a page would
 * otherwise stay empty, and nobody would know why.
 */
export class DatabaseAnnotationsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'DatabaseAnnotationsProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const problems = annotationProblems(entity);
    if (problems.length) {
      throw new InputError(problems.join(' '));
    }
    return entity;
  }
}
