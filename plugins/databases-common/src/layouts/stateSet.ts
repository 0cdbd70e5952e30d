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

import { RepositoryRole, StatedConvention } from '../model';
import { ApplicationSetFact, SetGenerator } from './readApplicationSets';

/** What a reviewer is told of an ApplicationSet that makes Applications. */
export function stateSet(
  { file, name, generators }: ApplicationSetFact,
  repository: RepositoryRole,
  of: 'apps' | 'databases',
): StatedConvention {
  const sources = sourcesOf(generators);
  return {
    repository,
    what: `Applications of ${of}`,
    value: [
      `made by the ApplicationSet ${name}`,
      ...(sources.length ? [`of ${sources.join(', ')}`] : []),
    ].join(' '),
    evidence: [file],
    from: 'files',
  };
}

/** Patterns of folders and files, and words for what has none. */
function sourcesOf(generators: readonly SetGenerator[]): readonly string[] {
  return generators.flatMap(generator => {
    switch (generator.kind) {
      case 'directories':
      case 'files':
        return generator.patterns
          .filter(({ exclude }) => !exclude)
          .map(({ path }) => path);
      case 'matrix':
      case 'merge':
        return sourcesOf(generator.generators);
      default:
        return generator.kind === 'list' ? ['a list'] : [];
    }
  });
}
