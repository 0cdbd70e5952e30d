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

import { isMap, YAMLMap } from 'yaml';
import { addToList } from './addToList';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { likeNeighbors, samePath } from './pathStyle';
import { Refusal } from './Refusal';
import { stringItems } from './stringItems';

/**
 * Names a file or folder in a kustomization:
 *
 * ```
 * resources:
 *   - cluster.yaml
 * generators:
 *   - ./secret-generator.yaml
 * ```
 *
 * `./a` and `a` are the same; the new one is written as its neighbors are.
 *
 * @public
 */
export function addToKustomization(
  text: string,
  list: 'resources' | 'generators',
  entry: string,
): EditResult {
  return editFile(text, file => {
    const [document, second] = file.documents;
    const map = document?.contents ?? null;
    if (second || (map && !isMap(map))) {
      throw new Refusal(
        second
          ? `a kustomization is one document, and ${file.at(second.contents)} begins another`
          : `${file.at(map)} is no map of \`resources\` and \`generators\``,
        `add ${entry} to \`${list}\` by hand`,
      );
    }
    const items = map
      ? stringItems(file.pair(map as YAMLMap, list)?.value)
      : [];
    return items.some(item => samePath(item, entry))
      ? []
      : addToList(file, map as YAMLMap, list, likeNeighbors(entry, items));
  });
}
