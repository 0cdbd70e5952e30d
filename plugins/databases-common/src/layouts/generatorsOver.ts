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

import { SetGenerator } from './readApplicationSets';

/**
 * Generators as one repository shows them: folders and files of other
 * repositories are not in it.
 *
 * @param leadsHere - whether an address is that of the repository
 */
export function generatorsOver(
  leadsHere: (url: string | undefined) => boolean,
  generators: readonly SetGenerator[],
): readonly SetGenerator[] {
  return generators.map(generator => {
    switch (generator.kind) {
      case 'matrix':
      case 'merge':
        return {
          ...generator,
          generators: generatorsOver(leadsHere, generator.generators),
        };
      case 'directories':
      case 'files':
        return leadsHere(generator.repoUrl)
          ? generator
          : { kind: 'elsewhere', selects: generator.selects };
      default:
        return generator;
    }
  });
}
