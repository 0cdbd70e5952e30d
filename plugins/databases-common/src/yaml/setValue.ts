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

import { isCollection, isScalar, Node, Pair } from 'yaml';
import { Refusal } from './Refusal';
import { renderFlow } from './renderFlow';
import { LineStyle, renderLines } from './renderLines';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Replaces the value of an entry that is a scalar, nothing, or an empty
 * collection.
 *
 * @param inFlow - the entry stands inside `{…}`
 */
export function setValue(
  file: YamlFile,
  pair: Pair<Node, Node | null>,
  value: unknown,
  style: LineStyle,
  inFlow: boolean,
): readonly Splice[] {
  const old = pair.value;
  const behindColon = file.colon(pair)!;
  const range = old?.range;
  const [start, end] =
    range && range[1] > range[0]
      ? [range[0], range[1]]
      : [behindColon, behindColon];
  if (
    /^[|>]/.test(file.text.slice(start, end)) ||
    (isCollection(old) &&
      (old.items.length > 0 || /#/.test(file.text.slice(start, end))))
  ) {
    throw new Refusal(
      `${file.at(pair.key)} has a value that cannot be replaced within its line`,
      'Make the change by hand.',
    );
  }
  const space = start === behindColon ? ' ' : '';
  const isCompound = typeof value === 'object' && value !== null;
  if (!isCompound || inFlow) {
    const text = renderFlow(value, style.quoting);
    return [{ start, end, text: space + text }];
  }
  const depth = Array.isArray(value) && !style.indentLists ? 0 : style.indent;
  const indent = ' '.repeat(
    file.columnOf((pair.key as Node).range![0]) + depth,
  );
  const lines = renderLines(value, style).map(
    line => file.lineEnding + indent + line,
  );
  const lineEnd = file.lineEnd(end);
  const removed = isScalar(old) || isCollection(old) ? behindColon : end;
  return [
    ...(end > start ? [{ start: removed, end, text: '' }] : []),
    { start: lineEnd, end: lineEnd, text: lines.join('') },
  ];
}
