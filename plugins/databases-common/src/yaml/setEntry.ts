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

import { Node, YAMLMap } from 'yaml';
import { addEntry } from './addEntry';
import { fileStyle } from './fileStyle';
import { setValue } from './setValue';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Sets an entry of a map: adds it, or replaces its value where that is a scalar,
 * nothing, or an empty collection.
 *
 * @param map - `null` for a document that is empty
 */
export function setEntry(
  file: YamlFile,
  map: YAMLMap | null,
  key: string,
  value: unknown,
): readonly Splice[] {
  const pair = map ? file.pair(map, key) : undefined;
  const isRoot = file.documents.some(({ contents }) => contents === map);
  const near: readonly (Node | null | undefined)[] = [
    pair?.value,
    isRoot ? undefined : map,
  ];
  const style = fileStyle(file, near);
  return map && pair
    ? setValue(file, pair, value, style, map.flow === true)
    : [addEntry(file, map, key, value, style)];
}
