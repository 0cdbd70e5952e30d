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

import { Node, YAMLSeq } from 'yaml';
import { contentEnd } from './contentEnd';
import { flowAddition } from './flowAddition';
import { LineStyle, renderLines } from './renderLines';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Adds an item to a list that has some.
 *
 * @param behind - index of the item that it follows; the last one, usually
 */
export function appendItem(
  file: YamlFile,
  list: YAMLSeq,
  item: unknown,
  style: LineStyle,
  behind: number = list.items.length - 1,
): Splice {
  if (list.flow) {
    return flowAddition(file, list, item, style);
  }
  const last = contentEnd(file, list.items[behind] as Node);
  const position = file.lineEnd(last);
  const indent = ' '.repeat(file.columnOf(list.srcToken!.offset));
  const lines = renderLines([item], style);
  return {
    start: position,
    end: position,
    text: lines.map(line => file.lineEnding + indent + line).join(''),
  };
}
