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

import { isCollection, isPair, isScalar, Node } from 'yaml';
import { YamlFile } from './YamlFile';

/**
 * Where the last value inside a node ends. (The end that the parser gives for a
 * block collection is behind the comments that follow it.)
 */
export function contentEnd(file: YamlFile, node: Node): number {
  const [start, end] = node.range!;
  if (isCollection(node) && !node.flow && node.items.length) {
    const last = node.items[node.items.length - 1];
    if (!isPair(last)) {
      return contentEnd(file, last as Node);
    }
    const key = last.key as Node;
    const value = last.value as Node | null;
    return Math.max(
      value ? contentEnd(file, value) : 0,
      file.colon(last as never) ?? key.range![1],
    );
  }
  const isBlock =
    isScalar(node) && /^BLOCK_/.test((node as { type?: string }).type ?? '');
  const source = file.text.slice(start, end);
  if (isBlock && /^[|>]\d?\+/.test(source)) {
    return source.endsWith('\n') ? end - 1 : end;
  }
  return start + source.trimEnd().length;
}
