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

import { addPath } from './addPath';
import { EditResult } from './EditResult';
import { editFile } from './editFile';
import type { YamlStyle } from './renderYaml';
import { soleMap } from './soleMap';

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
 * `./a` and `a` are the same; the new one is written as its neighbors are, and
 * takes its place among them where they are sorted.
 *
 * @param usual - how to write what the file itself does not show
 * @public
 */
export function addToKustomization(
  text: string,
  list: 'resources' | 'generators',
  entry: string,
  usual?: YamlStyle,
): EditResult {
  return editFile(
    text,
    file => addPath(file, soleMap(file, 'a kustomization'), list, entry),
    usual,
  );
}
