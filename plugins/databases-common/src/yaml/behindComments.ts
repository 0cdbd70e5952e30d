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

import { YamlFile } from './YamlFile';

/**
 * Behind the comment lines that directly follow the line of an offset and are
 * indented at least so deep: those that a person sees as part of the block.
 */
export function behindComments(
  file: YamlFile,
  offset: number,
  column: number,
): number {
  const comment = new RegExp(`\\r?\\n {${column},}#[^\\r\\n]*`, 'y');
  let position = file.lineEnd(offset);
  for (;;) {
    comment.lastIndex = position;
    const next = comment.exec(file.text);
    if (!next) {
      return position;
    }
    position += next[0].length;
  }
}
