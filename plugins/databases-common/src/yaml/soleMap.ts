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

import { isMap, isScalar, YAMLMap } from 'yaml';
import { Refusal } from './Refusal';
import { YamlFile } from './YamlFile';

/**
 * The map that a file is.
 *
 * @param what - what the file is, such as `a kustomization`
 * @returns `null` for a file without content.
 * @throws Refusal for several documents and for anything but a map
 */
export function soleMap(file: YamlFile, what: string): YAMLMap | null {
  const [map, second] = file.documents
    .map(({ contents }) => contents as unknown)
    .filter(contents => !isScalar(contents) || contents.value !== null)
    .filter(contents => contents !== null);
  const remedy = `Make the file ${what} of one document.`;
  if (second) {
    throw new Refusal(
      `${what} is one document, and ${file.at(second)} begins another`,
      remedy,
    );
  }
  if (map && !isMap(map)) {
    throw new Refusal(`${file.at(map)} is no map, as ${what} is`, remedy);
  }
  return (map as YAMLMap | undefined) ?? null;
}
