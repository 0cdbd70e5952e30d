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

import { isMap, isPair, isScalar, Node, YAMLMap, YAMLSeq } from 'yaml';
import { LineStyle } from './renderLines';
import { renderFlow } from './renderFlow';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Adds to `[a, b]` or `{a: 1}` behind what is in it. Where each item has its own
 * line, the new one gets one.
 *
 * @param addition - an item of a list, or an object of entries of a map
 */
export function flowAddition(
  file: YamlFile,
  collection: YAMLSeq | YAMLMap,
  addition: unknown,
  { quoting }: LineStyle,
): Splice {
  const rendered = renderFlow(addition, quoting, quotesKeys(collection));
  const text = isMap(collection) ? rendered.slice(1, -1) : rendered;
  const last = collection.items[collection.items.length - 1];
  if (last === undefined) {
    const position = collection.range![0] + 1;
    return { start: position, end: position, text };
  }
  const [first, end] = isPair(last)
    ? [last.key as Node, (last.value ?? last.key) as Node]
    : [last as Node, last as Node];
  const column = file.columnOf(first.range![0]);
  const lineStart = first.range![0] - column;
  const ownLine =
    file.text.slice(lineStart, first.range![0]).trim() === '' &&
    !file.text.slice(end.range![1], file.lineEnd(end.range![1])).includes('#');
  const separator = ownLine
    ? `,${file.lineEnding}${file.text.slice(lineStart, lineStart + column)}`
    : ', ';
  return {
    start: end.range![1],
    end: end.range![1],
    text: separator + text,
  };
}

/** As in a file that is JSON. */
function quotesKeys(collection: YAMLSeq | YAMLMap): boolean {
  return (
    isMap(collection) &&
    collection.items.length > 0 &&
    collection.items.every(
      ({ key }) => isScalar(key) && key.type === 'QUOTE_DOUBLE',
    )
  );
}
