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

import type { YamlStyle } from '../model';
import { renderLines } from './renderLines';

export type { YamlStyle };

/**
 * Writes whole documents that did not exist before:
 *
 * ```
 * # header
 * key: value           block style, 2 spaces, keys in the given order
 * "on": "1:30"         quotes only where some reader would see no string
 * text: |              several lines as a literal block, none folded
 *   line
 * ---                  between documents
 * ```
 *
 * Entries that are `undefined` are left out. No anchors, no tags; the last line
 * ends with a line ending.
 *
 * @public
 */
export function renderYaml(
  documents: readonly object[],
  style: YamlStyle = {},
): string {
  const { indentLists = true, header, lineEnding = '\n' } = style;
  const { documentStart = false, quotes = 'double' } = style;
  const quoting = quotes === 'single' ? 'plainElseSingle' : 'plain';
  const comment = header
    ?.replace(/\n$/, '')
    .split(/\r?\n/)
    .map(line => `# ${line}`.trimEnd());
  const blocks = documents.map(document =>
    renderLines(document, { indent: 2, indentLists, quoting }),
  );
  return [
    ...(documentStart ? ['---'] : []),
    ...(comment ?? []),
    ...blocks.flatMap((block, index) => (index ? ['---', ...block] : block)),
    '',
  ].join(lineEnding);
}
