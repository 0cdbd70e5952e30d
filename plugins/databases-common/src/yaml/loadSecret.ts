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

import { isMap, Node, Pair } from 'yaml';
import { addToList } from './addToList';
import { SecretPlace } from './findSecretPlace';
import { Refusal } from './Refusal';
import { renameSecret } from './renameSecret';
import { secretNames } from './secretNames';
import { SecretReference } from './SecretReference';
import { setEntry } from './setEntry';
import { isValues } from './Values';
import { ValuesChange } from './ValuesChange';
import { ValuesScope } from './ValuesScope';
import { YamlFile } from './YamlFile';

/** Names a Secret where the chart of the app reads it. */
export function loadSecret(
  file: YamlFile,
  scope: ValuesScope,
  place: SecretPlace,
  reference: SecretReference,
): ValuesChange {
  const { key, dialect } = place;
  const { secretRef } = reference;
  const pair = scope.map && file.pair(scope.map, key);
  file.refuseShared(pair?.value, key, `Name ${secretRef} there by hand.`);
  switch (dialect) {
    case 'map':
      return loadByMap(file, scope, place, pair, reference);
    case 'references':
      return loadByList({ secretRef: { name: secretRef } });
    case 'secrets':
      return loadByList({ secret: secretRef });
    default:
      return loadByList(secretRef);
  }

  /** One more item; the chart's own stay while the file has no list. */
  function loadByList(item: unknown): ValuesChange {
    const renamed = renameSecret(file, pair?.value, reference);
    if (renamed) {
      return { splices: [renamed] };
    }
    if (!scope.map || !pair) {
      const chart = scope.defaults?.[key];
      return {
        entries: { [key]: [...(Array.isArray(chart) ? chart : []), item] },
      };
    }
    const splices = isMap(pair.value)
      ? setEntry(file, scope.map, key, [item])
      : addToList(file, scope.map, key, item);
    return { splices };
  }
}

/** `secretRef` when it is free, otherwise `extraSecretRefs`. */
function loadByMap(
  file: YamlFile,
  scope: ValuesScope,
  { key, hasExtra }: SecretPlace,
  pair: Pair<Node, Node | null> | undefined,
  reference: SecretReference,
): ValuesChange {
  const { secretRef, previousSecretRefs } = reference;
  const own = scope.values[key];
  const chart = scope.defaults?.[key];
  const { secretRef: current, extraSecretRefs } = {
    ...(isValues(chart) && chart),
    ...(isValues(own) && own),
  };
  const map = isMap(pair?.value) && pair.value.items.length ? pair.value : null;
  if (!current || previousSecretRefs.includes(current as string)) {
    return set('secretRef', secretRef);
  }
  if (!hasExtra) {
    throw new Refusal(
      `${file.at(pair?.key)}: \`${key}.secretRef\` names ${current} already, and the chart shows no \`extraSecretRefs\` for a second one`,
      `Load ${secretRef} in another way, or put its values into ${current}.`,
    );
  }
  const list = map && file.pair(map, 'extraSecretRefs');
  const renamed = renameSecret(file, list?.value, reference);
  if (renamed) {
    return { splices: [renamed] };
  }
  return map && list
    ? { splices: addToList(file, map, 'extraSecretRefs', secretRef) }
    : set('extraSecretRefs', [...secretNames(extraSecretRefs), secretRef]);

  function set(name: string, value: unknown): ValuesChange {
    if (map) {
      const old = file.pair(map, name)?.value;
      file.refuseShared(old, name, `Name ${secretRef} there by hand.`);
      return { splices: setEntry(file, map, name, value) };
    }
    const entries = { [key]: { [name]: value } };
    return scope.map && pair
      ? { splices: setEntry(file, scope.map, key, entries[key]) }
      : { entries };
  }
}
