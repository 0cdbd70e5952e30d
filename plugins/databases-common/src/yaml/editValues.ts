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

import { EditResult } from './EditResult';
import { editFile } from './editFile';
import { findSecretPlace } from './findSecretPlace';
import { loadSecret } from './loadSecret';
import { loadsSecret } from './loadsSecret';
import { readYaml } from './readYaml';
import { setEntry } from './setEntry';
import { Splice } from './Splice';
import { turnOffDatabase } from './turnOffDatabase';
import { turnOnDatabase } from './turnOnDatabase';
import { isValues, Values } from './Values';
import { ValuesChange } from './ValuesChange';
import { findReleaseScope, findValuesScope, ValuesScope } from './ValuesScope';
import { YamlFile } from './YamlFile';

/**
 * What the values of an app have to say.
 *
 * @public
 */
export interface ValuesIntent {
  /** The Secret that the app must load. */
  readonly secretRef: string;
  /** Names that it takes the place of. */
  readonly previousSecretRefs?: readonly string[];
  /** Whether the database that the chart brings must be off. */
  readonly disableDatabase: boolean;
  /** What the database that the chart brings must be on with. */
  readonly chartDatabase?: Values;
  /** Where an umbrella chart has the values of the app's chart. */
  readonly chartKey?: string;
  /** Name of the HelmRelease of Flux that has the values in itself. */
  readonly release?: string;
}

/**
 * What is known of the chart.
 *
 * @public
 */
export interface ChartFacts {
  /** The chart's `values.yaml`. */
  readonly defaults?: string;
  /** Its templates, by path. */
  readonly templates?: { readonly [path: string]: string };
}

/**
 * Changes a Helm values file in the lines that must: the app loads a Secret, and
 * the database that the chart brings is off, or on where that was asked for.
 *
 * How the Secret is named depends on the chart; `SecretDialect` lists the
 * ways, and the file and the chart show which. A Secret that is named in any of
 * its places already means no change; what is not known is refused.
 *
 * @public
 */
export function editValues(
  text: string,
  intent: ValuesIntent,
  chart: ChartFacts,
): EditResult {
  const { secretRef, previousSecretRefs = [], disableDatabase } = intent;
  const { chartDatabase } = intent;
  const defaults = readDefaults(chart.defaults);
  const templates = Object.values(chart.templates ?? {}).join('\n');
  return editFile(text, file => {
    const { release, chartKey } = intent;
    const scope =
      release === undefined
        ? findValuesScope(file, chartKey, defaults)
        : findReleaseScope(file, release, chartKey, defaults);
    const at = (key: string) =>
      file.at(scope.map && file.pair(scope.map, key)?.key);
    const changes: ValuesChange[] = [];
    if (!loadsSecret(scope, secretRef)) {
      const place = findSecretPlace(scope, templates, at);
      const reference = { secretRef, previousSecretRefs };
      changes.push(loadSecret(file, scope, place, reference));
    }
    if (disableDatabase) {
      changes.push(turnOffDatabase(file, scope));
    }
    if (chartDatabase) {
      changes.push(turnOnDatabase(file, scope, chartDatabase));
    }
    return [
      ...changes.flatMap(({ splices = [] }) => splices),
      ...addEntries(
        file,
        scope,
        Object.assign({}, ...changes.map(({ entries }) => entries)),
      ),
    ];
  });
}

function addEntries(
  file: YamlFile,
  { root, map, chartKey, within }: ValuesScope,
  entries: Values,
): readonly Splice[] {
  if (map || chartKey === undefined) {
    return Object.entries(entries).flatMap(([key, value]) =>
      setEntry(file, map ?? null, key, value),
    );
  }
  return Object.keys(entries).length
    ? setEntry(
        file,
        root,
        chartKey,
        within === undefined ? entries : { [within]: entries },
      )
    : [];
}

/** Defaults that cannot be read show nothing. */
function readDefaults(text: string | undefined): Values | undefined {
  try {
    const [values] = text === undefined ? [] : readYaml(text);
    return isValues(values) ? values : undefined;
  } catch {
    return undefined;
  }
}
