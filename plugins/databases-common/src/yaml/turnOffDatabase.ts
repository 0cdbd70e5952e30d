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

import { isMap, Node, Pair, visit, YAMLMap } from 'yaml';
import { behindComments } from './behindComments';
import { contentEnd } from './contentEnd';
import { Refusal } from './Refusal';
import { setEntry } from './setEntry';
import { Splice } from './Splice';
import { Values } from './Values';
import { ValuesChange } from './ValuesChange';
import { ValuesScope } from './ValuesScope';
import { YamlFile } from './YamlFile';

/** Where charts configure the database that they bring. */
const DATABASE = 'postgres';
const OFF = { enabled: false };

/**
 * Turns off the database that the chart of the app would bring:
 *
 * ```
 * postgres:                 postgres:
 *   enabled: true      →      enabled: false
 *   instances: 3
 * ```
 *
 * The whole block goes, with the comments in it. A database that is off already,
 * by the file or by the chart, is left as it is.
 */
export function turnOffDatabase(
  file: YamlFile,
  { map, values, defaults }: ValuesScope,
): ValuesChange {
  const pair = map && file.pair(map, DATABASE);
  const own = values[DATABASE];
  const chart = defaults?.[DATABASE] as Values | null | undefined;
  const isOnByChart = chart?.enabled === true;
  const remedy = `Set \`${DATABASE}.enabled\` to false by hand.`;
  if (!map || !pair) {
    return isOnByChart ? { entries: { [DATABASE]: OFF } } : {};
  }
  if (own === false || (own as Values | null)?.enabled === false) {
    return {};
  }
  file.refuseShared(pair.value, DATABASE, remedy);
  if (own === null || (isMap(pair.value) && pair.value.items.length === 0)) {
    return isOnByChart ? { splices: setEntry(file, map, DATABASE, OFF) } : {};
  }
  if (!isMap(pair.value)) {
    throw new Refusal(
      `${file.at(pair.value)}: \`${DATABASE}\` is no map with \`enabled\``,
      remedy,
    );
  }
  const isLeftToChart =
    !('enabled' in (own as Values)) && !('<<' in (own as Values));
  if (isLeftToChart && chart && !isOnByChart) {
    return {};
  }
  const splice = replaceBlock(file, pair, pair.value);
  refuseUsedOutside(file, pair.value, splice, remedy);
  return { splices: [splice] };
}

function replaceBlock(
  file: YamlFile,
  pair: Pair<Node, Node | null>,
  block: YAMLMap,
): Splice {
  if (block.flow) {
    const [start, end] = block.range!;
    const [, space, quote] = /^\{( ?)\s*("?)/.exec(
      file.text.slice(start, end),
    )!;
    return {
      start,
      end,
      text: `{${space}${quote}enabled${quote}: false${space}}`,
    };
  }
  const column = file.columnOf((pair.key as Node).range![0]);
  const last = file.text.slice(0, contentEnd(file, block)).trimEnd().length;
  const indent = file.columnOf((block.items[0].key as Node).range![0]);
  return {
    start: file.lineEnd(file.colon(pair)!),
    end: behindComments(file, last, column + 1),
    text: `${file.lineEnding}${' '.repeat(indent)}enabled: false`,
  };
}

/** What goes may be an anchor that other lines need. */
function refuseUsedOutside(
  file: YamlFile,
  block: YAMLMap,
  { start, end }: Splice,
  remedy: string,
) {
  visit(block, {
    Node: (_, node) => {
      const { anchor } = node as { readonly anchor?: string };
      const use =
        anchor === undefined
          ? undefined
          : file
              .aliases(anchor)
              .find(({ range }) => range![0] < start || range![0] >= end);
      if (use) {
        throw new Refusal(
          `${file.at(node)}: the anchor &${anchor} in \`${DATABASE}\` is used on ${file.at(use)}`,
          `Write out what *${anchor} stands for. ${remedy}`,
        );
      }
    },
  });
}
