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

import { isSeq, YAMLMap } from 'yaml';
import { addToList } from './addToList';
import { appendItem } from './appendItem';
import { fileStyle } from './fileStyle';
import { isSorted } from './isSorted';
import { likeNeighbors } from './likeNeighbors';
import { samePath } from './samePath';
import { Splice } from './Splice';
import { stringItems } from './stringItems';
import { YamlFile } from './YamlFile';

/**
 * Adds a path to a list as its neighbors are: with their `./`, and in its place
 * where they are sorted. One that is there already is left alone.
 */
export function addPath(
  file: YamlFile,
  map: YAMLMap | null,
  key: string,
  path: string,
): readonly Splice[] {
  const list = map ? file.pair(map, key)?.value : undefined;
  const items = stringItems(list);
  if (items.some(item => samePath(item, path))) {
    return [];
  }
  const { dottedPaths } = file.usual;
  const entry = likeNeighbors(
    path,
    items.length || !dottedPaths ? items : ['./'],
  );
  const place = isSorted(items) ? items.findIndex(item => item! > entry) : -1;
  // Before the first there may be comments about it; behind another is safe.
  if (place > 0 && isSeq(list) && !list.flow) {
    file.refuseShared(list, key, `Add it to \`${key}\` by hand.`);
    const style = fileStyle(file, [list, map]);
    return [appendItem(file, list, entry, style, place - 1)];
  }
  return addToList(file, map, key, entry);
}
