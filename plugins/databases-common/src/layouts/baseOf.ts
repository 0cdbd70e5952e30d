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

import { Manifest } from '../model';
import { mentionedEnvironment } from './environmentMentions';
import { Fields, isFields } from './mergePatch';

/** What an environment decides, though its value may be the same by chance. */
const decided: readonly string[] = [
  'metadata.namespace',
  'spec.instances',
  'spec.storage',
  'spec.resources',
  'spec.affinity',
  'spec.enablePDB',
  'spec.backup',
  'spec.plugins',
  'spec.postgresql.parameters.shared_buffers',
];

/**
 * What is true of a database in every environment: all that the manifests of
 * its environments have in common, without what an environment decides and
 * without what mentions one.
 */
export function baseOf(
  manifests: readonly Manifest[],
  environments: readonly string[],
): Fields {
  const [first, ...others] = manifests as readonly unknown[] as Fields[];
  return common(first, others, '');

  function common(one: Fields, rest: readonly Fields[], path: string): Fields {
    return Object.fromEntries(
      Object.entries(one).flatMap(([field, value]) => {
        const here = path ? `${path}.${field}` : field;
        const values = rest.map(other => other[field]);
        if (decided.includes(here)) {
          return [];
        }
        if (isFields(value)) {
          const maps = values.filter(isFields);
          const inner =
            maps.length === values.length ? common(value, maps, here) : {};
          return Object.keys(inner).length ? [[field, inner]] : [];
        }
        const text = JSON.stringify(value);
        const isCommon =
          values.every(other => JSON.stringify(other) === text) &&
          mentionedEnvironment(text, environments) === undefined;
        return isCommon ? [[field, value]] : [];
      }),
    );
  }
}
