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
import { findDocument } from './findDocument';
import { Refusal } from './Refusal';
import { SECRET_KEYS } from './SecretDialect';
import { soleMap } from './soleMap';
import { isValues, Values } from './Values';
import { YamlFile } from './YamlFile';

/** The part of a values file that belongs to the chart of the app. */
export interface ValuesScope {
  /** Where the chart's values are nested, under an umbrella chart. */
  readonly chartKey?: string;
  readonly root: YAMLMap | null;
  /** `undefined` when the file has nothing of the chart yet. */
  readonly map?: YAMLMap;
  readonly values: Values;
  /** Where the values are nested in `chartKey`, when that is new too. */
  readonly within?: string;
  /** The chart's own values; `undefined` when they are not known. */
  readonly defaults?: Values;
}

/** Finds the values of the app's chart in a file. */
export function findValuesScope(
  file: YamlFile,
  chartKey: string | undefined,
  defaults: Values | undefined,
): ValuesScope {
  const root = soleMap(file, 'a values file');
  return scopeIn(file, root, chartKey, defaults);
}

/**
 * Finds the values of the app's chart in a HelmRelease of Flux, where they are
 * part of it:
 *
 * ```
 * kind: HelmRelease
 * spec: {values: {envFrom: …}}
 * ```
 *
 * @param defaults - what applies where it says nothing: values files and the
 *   chart's own
 */
export function findReleaseScope(
  file: YamlFile,
  name: string,
  chartKey: string | undefined,
  defaults: Values | undefined,
): ValuesScope {
  const release = findDocument(
    file,
    `HelmRelease ${name}`,
    ({ kind, metadata }) => kind === 'HelmRelease' && metadata?.name === name,
  );
  const spec = file.pair(release, 'spec')?.value;
  if (!isMap(spec)) {
    throw new Refusal(
      `${file.at(spec ?? release)}: the HelmRelease ${name} has no spec`,
      'Make the change by hand.',
    );
  }
  const values = file.pair(spec, 'values')?.value;
  file.refuseShared(values, 'values', 'Make the change by hand.');
  if (isMap(values) && values.items.length) {
    return scopeIn(file, values, chartKey, defaults);
  }
  const nested = chartKey ?? findChartKey({}, defaults ?? {});
  return {
    chartKey: 'values',
    root: spec,
    values: {},
    defaults:
      nested === undefined
        ? defaults
        : (asValues(defaults?.[nested]) ?? defaults),
    ...(nested !== undefined && { within: nested }),
  };
}

function scopeIn(
  file: YamlFile,
  root: YAMLMap | null,
  chartKey: string | undefined,
  defaults: Values | undefined,
): ValuesScope {
  const data: Values = root ? dataOf(file, root) : {};
  const key = chartKey ?? findChartKey(data, defaults ?? {});
  if (key === undefined) {
    return {
      root,
      map: root ?? undefined,
      values: data,
      defaults,
    };
  }
  const nested = root ? file.pair(root, key)?.value : undefined;
  if (nested) {
    file.refuseShared(nested, key, 'Make the change by hand.');
  }
  if (!isMap(nested) && (data[key] ?? null) !== null) {
    throw new Refusal(
      `${file.at(nested)}: \`${key}\` is no map of values`,
      `make \`${key}\` the values of the app's chart`,
    );
  }
  return {
    chartKey: key,
    root,
    map: isMap(nested) && nested.items.length ? nested : undefined,
    values: asValues(data[key]) ?? {},
    defaults: asValues(defaults?.[key]) ?? defaults,
  };
}

/** Aliases lead through the document that a map is part of. */
function dataOf(file: YamlFile, map: YAMLMap): Values {
  const document = file.documents.find(
    ({ range }) => map.range![0] >= range[0] && map.range![0] <= range[2],
  )!;
  return map.toJS(document);
}

/** An umbrella chart shows its one app by how it loads its Secrets. */
function findChartKey(data: Values, defaults: Values): string | undefined {
  if (hasSecretKey(data) || hasSecretKey(defaults)) {
    return undefined;
  }
  const nested = new Set(
    [...Object.entries(data), ...Object.entries(defaults)]
      .filter(([, value]) => isValues(value) && hasSecretKey(value))
      .map(([key]) => key),
  );
  if (nested.size > 1) {
    throw new Refusal(
      `several parts load Secrets: ${[...nested].join(', ')}`,
      'Name the one of the app as `chartKey` in the options of the target.',
    );
  }
  return [...nested][0];
}

function hasSecretKey(values: Values): boolean {
  return SECRET_KEYS.some(key => key in values);
}

function asValues(value: unknown): Values | undefined {
  return isValues(value) ? value : undefined;
}
