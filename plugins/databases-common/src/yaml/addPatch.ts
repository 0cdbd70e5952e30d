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

import { isSeq } from 'yaml';
import { addToList } from './addToList';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { likeNeighbors } from './likeNeighbors';
import { samePath } from './samePath';
import { soleMap } from './soleMap';

/**
 * Names a patch in a kustomization:
 *
 * ```
 * patches:
 *   - path: cluster.yaml
 * ```
 *
 * One that the deprecated `patchesStrategicMerge` names is not named twice.
 *
 * @public
 */
export function addPatch(text: string, path: string): EditResult {
  return editFile(text, file => {
    const map = soleMap(file, 'a kustomization');
    const itemsOf = (key: string): readonly unknown[] => {
      const list = map ? file.pair(map, key)?.value : undefined;
      return isSeq(list) ? (list.toJSON() as unknown[]) : [];
    };
    const paths = itemsOf('patches').map(
      item => (item as { readonly path?: unknown } | null)?.path,
    );
    const known = [...paths, ...itemsOf('patchesStrategicMerge')].filter(
      (item): item is string => typeof item === 'string',
    );
    return known.some(item => samePath(item, path))
      ? []
      : addToList(file, map, 'patches', { path: likeNeighbors(path, known) });
  });
}
