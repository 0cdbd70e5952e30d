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
import { behindComments } from './behindComments';
import { contentEnd } from './contentEnd';
import { flowAddition } from './flowAddition';
import { LineStyle, renderLines } from './renderLines';
import { Splice } from './Splice';
import { YamlFile } from './YamlFile';

/**
 * Adds an entry at the end of a map, behind the comments that belong to it.
 * Where the entries of the map are set apart by empty lines, so is the new one.
 *
 * @param map - `null` for a document that is empty
 */
export function addEntry(
  file: YamlFile,
  map: YAMLMap | null,
  key: string,
  value: unknown,
  style: LineStyle,
): Splice {
  const entry = { [key]: value };
  const lines = renderLines(entry, style);
  if (map === null) {
    return atEnd(file, lines);
  }
  if (map.flow) {
    return map.items.length ||
      !file.documents.some(({ contents }) => contents === map)
      ? flowAddition(file, map, entry, style)
      : {
          start: map.range![0],
          end: map.range![1],
          text: lines.join(file.lineEnding),
        };
  }
  const keys = map.items.map(item => (item.key as Node).range![0]);
  const column = file.columnOf(keys[0]);
  const position = behindComments(
    file,
    contentEnd(file, map),
    Math.max(column, 1),
  );
  const apart = keys
    .slice(1)
    .some((_, index) => isSetApart(file, map, index + 1));
  const indent = ' '.repeat(column);
  return {
    start: position,
    end: position,
    text: [
      ...(apart ? [''] : []),
      ...lines.map(line => (line === '' ? '' : indent + line)),
    ]
      .map(line => file.lineEnding + line)
      .join(''),
  };
}

/** Whether an empty line stands before an entry. */
function isSetApart(file: YamlFile, map: YAMLMap, index: number): boolean {
  const from = contentEnd(file, map.items[index - 1].value as Node);
  const to = (map.items[index].key as Node).range![0];
  return /\n[ \t]*\r?\n/.test(file.text.slice(from, to));
}

/** A text without content gets its first lines behind the comments. */
function atEnd(file: YamlFile, lines: readonly string[]): Splice {
  const { text, lineEnding } = file;
  const isOpen = text !== '' && !text.endsWith('\n');
  return {
    start: text.length,
    end: text.length,
    text: lines
      .map(line => (isOpen ? lineEnding + line : line + lineEnding))
      .join(''),
  };
}
