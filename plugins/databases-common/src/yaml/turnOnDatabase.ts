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
import { setEntry } from './setEntry';
import { Splice } from './Splice';
import { isValues, Values } from './Values';
import { ValuesChange } from './ValuesChange';
import { ValuesScope } from './ValuesScope';
import { YamlFile } from './YamlFile';

/** Where charts configure the database that they bring. */
const DATABASE = 'postgres';
const REMEDY = `Change \`${DATABASE}\` by hand.`;

/**
 * Turns on the database that the chart of the app brings:
 *
 * ```
 * postgres:                 postgres:
 *   enabled: false     →      enabled: true
 *   instances: 1              instances: 1
 *                             bootstrap:
 *                               secretName: web-shop-dev-db-init
 * ```
 *
 * What is not wanted otherwise stays. One that runs already has been made with
 * what its block says, and is not made anew: another value is refused.
 */
export function turnOnDatabase(
  file: YamlFile,
  { map, values, defaults }: ValuesScope,
  wanted: Values,
): ValuesChange {
  const pair = map && file.pair(map, DATABASE);
  if (!map || !pair) {
    return { entries: { [DATABASE]: wanted } };
  }
  file.refuseShared(pair.value, DATABASE, REMEDY);
  const own = values[DATABASE];
  if (own === null || (isMap(pair.value) && pair.value.items.length === 0)) {
    return { splices: setEntry(file, map, DATABASE, wanted) };
  }
  if (!isMap(pair.value) || !isValues(own)) {
    throw new Refusal(
      `${file.at(pair.value)}: \`${DATABASE}\` is no map with \`enabled\``,
      REMEDY,
    );
  }
  const chart = defaults?.[DATABASE];
  const runs = own.enabled ?? (isValues(chart) && chart.enabled);
  return { splices: setEntries(file, pair.value, wanted, runs === true) };
}

/** Deeper ones first: the end of a map may be the end of the one around it. */
function setEntries(
  file: YamlFile,
  map: YAMLMap,
  wanted: Values,
  runs: boolean,
): readonly Splice[] {
  const entries = Object.entries(wanted).map(([key, value]) => {
    const node = file.pair(map, key)?.value;
    file.refuseShared(node, key, REMEDY);
    return { key, value, node };
  });
  return [
    ...entries.flatMap(({ value, node }) =>
      isNested(node) && isValues(value)
        ? setEntries(file, node, value, runs)
        : [],
    ),
    ...entries.flatMap(({ key, value, node }) => {
      const present: unknown = node?.toJSON();
      if ((isNested(node) && isValues(value)) || present === value) {
        return [];
      }
      if (runs && isSaid(present)) {
        throw new Refusal(
          `${file.at(node)}: the chart runs a database already, and \`${key}\` of it is ${JSON.stringify(present)}`,
          `Ask for ${JSON.stringify(present)} in the names of the request.`,
        );
      }
      return setEntry(file, map, key, value);
    }),
  ];
}

function isNested(node: unknown): node is YAMLMap {
  return isMap(node) && node.items.length > 0;
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
