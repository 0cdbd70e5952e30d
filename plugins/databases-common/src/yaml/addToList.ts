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

import { isMap, isScalar, isSeq, YAMLMap } from 'yaml';
import { appendItem } from './appendItem';
import { fileStyle } from './fileStyle';
import { Refusal } from './Refusal';
import { setEntry } from './setEntry';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Adds an item to the list under a key of a map; makes the list when the key is
 * absent or has nothing.
 *
 * @param map - `null` for a document that is empty
 */
export function addToList(
  file: YamlFile,
  map: YAMLMap | null,
  key: string,
  item: unknown,
): readonly Splice[] {
  const list = map ? file.pair(map, key)?.value : undefined;
  file.refuseShared(list, key, `Add it to \`${key}\` by hand.`);
  if (isSeq(list) && list.items.length) {
    return [appendItem(file, list, item, fileStyle(file, [list, map]))];
  }
  const isNothing =
    !list || (isScalar(list) && list.value === null) || isSeq(list);
  if (!isNothing) {
    throw new Refusal(
      `${file.at(list)}: \`${key}\` is ${isMap(list) ? 'a map' : 'not a list'}`,
      `Make \`${key}\` a list that holds it.`,
    );
  }
  return setEntry(file, map, key, [item]);
}
