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
import { Refusal } from './Refusal';
import { YamlFile } from './YamlFile';

/**
 * The one document of a file that is meant.
 *
 * @param what - what it is, for the message, such as `KSOPS generator`
 */
export function findDocument(
  file: YamlFile,
  what: string,
  isMeant: (data: { readonly [key: string]: any }) => boolean,
): YAMLMap {
  const found = file.documents
    .map(({ contents }) => contents)
    .filter((contents): contents is YAMLMap.Parsed => isMap(contents))
    .filter(map => isMeant(map.toJSON()));
  if (found.length !== 1) {
    throw new Refusal(
      found.length
        ? `${file.at(found[1])} begins a second ${what}`
        : `it holds no ${what}`,
      found.length
        ? 'Make the change by hand in the one that is meant.'
        : `Make the change where the ${what} is.`,
    );
  }
  return found[0] as YAMLMap;
}
