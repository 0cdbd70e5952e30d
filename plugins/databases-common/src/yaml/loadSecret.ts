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

import { isMap, isScalar, isSeq, Node, Pair, YAMLMap } from 'yaml';
import { addEntry } from './addEntry';
import { addToList } from './addToList';
import { fileStyle } from './fileStyle';
import { Refusal } from './Refusal';
import { SECRET_KEYS, SecretDialect, SecretPlace } from './secretDialect';
import { setValue } from './setValue';
import { Values } from './Values';
import { ValuesChange } from './ValuesChange';
import { ValuesScope } from './ValuesScope';
import { writeScalar } from './writeScalar';
import { YamlFile } from './YamlFile';

/** Names a Secret where the chart of the app reads it. */
export function loadSecret(
  file: YamlFile,
  scope: ValuesScope,
  place: SecretPlace,
  secretRef: string,
  previous: readonly string[],
): ValuesChange {
  const { key, dialect } = place;
  const pair = scope.map && file.pair(scope.map, key);
  if (pair) {
    file.refuseShared(pair.value, key, `name ${secretRef} there by hand`);
  }
  const context = { file, scope, place, pair, secretRef, previous };
  return dialect === 'map' ? loadByMap(context) : loadByList(context, dialect);
}

/** Whether a Secret is named in any of the places, the chart's own included. */
export function loads(
  { values, defaults = {} }: ValuesScope,
  secretRef: string,
): boolean {
  return SECRET_KEYS.some(key => {
    const own = values[key];
    const chart = defaults[key];
    const effective =
      isRecord(own) && isRecord(chart) ? { ...chart, ...own } : (own ?? chart);
    return own !== null && namesIn(effective).includes(secretRef);
  });
}

interface Context {
  readonly file: YamlFile;
  readonly scope: ValuesScope;
  readonly place: SecretPlace;
  readonly pair?: Pair<Node, Node | null>;
  readonly secretRef: string;
  readonly previous: readonly string[];
}

/** `secretRef` when it is free, otherwise `extraSecretRefs`. */
function loadByMap(context: Context): ValuesChange {
  const { file, scope, place, pair, secretRef, previous } = context;
  const own = record(scope.values[place.key]);
  const chart = record(scope.defaults?.[place.key]);
  const current = { ...chart, ...own }.secretRef;
  const extra = pair && isMap(pair.value) ? pair.value : undefined;
  if (!current || previous.includes(current as string)) {
    return setIn(context, extra, 'secretRef', secretRef);
  }
  if (!place.hasExtra) {
    throw new Refusal(
      `${file.at(pair?.key)}: \`${place.key}.secretRef\` names ${current} already, and the chart shows no \`extraSecretRefs\` for a second one`,
      `load ${secretRef} in another way, or put its values into ${current}`,
    );
  }
  const list = extra && file.pair(extra, 'extraSecretRefs');
  const replaced = list && replaceName(context, list.value);
  if (replaced) {
    return replaced;
  }
  if (extra?.items.length && (list || !namesIn(chart.extraSecretRefs).length)) {
    return {
      splices: addToList(file, extra, 'extraSecretRefs', secretRef),
      entries: {},
    };
  }
  return setIn(context, extra, 'extraSecretRefs', [
    ...namesIn(chart.extraSecretRefs),
    secretRef,
  ]);
}

/** One more item; the chart's own items stay when the file has no list yet. */
function loadByList(context: Context, dialect: SecretDialect): ValuesChange {
  const { file, scope, place, pair, secretRef } = context;
  const { key } = place;
  const replaced = pair && replaceName(context, pair.value);
  if (replaced) {
    return replaced;
  }
  const item = {
    map: undefined,
    references: { secretRef: { name: secretRef } },
    secrets: { secret: secretRef },
    names: secretRef,
  }[dialect];
  if (!pair) {
    const chart = scope.defaults?.[key];
    return {
      splices: [],
      entries: { [key]: [...(Array.isArray(chart) ? chart : []), item] },
    };
  }
  return {
    splices: isMap(pair.value)
      ? setValue(
          file,
          pair,
          [item],
          fileStyle(file, [scope.map]),
          scope.map!.flow === true,
        )
      : addToList(file, scope.map!, key, item),
    entries: {},
  };
}

/** Sets an entry of the map under the key, which may not be there yet. */
function setIn(
  { file, scope, place, pair }: Context,
  map: YAMLMap | undefined,
  name: string,
  value: unknown,
): ValuesChange {
  if (!pair) {
    return { splices: [], entries: { [place.key]: { [name]: value } } };
  }
  if (!map?.items.length) {
    const style = fileStyle(file, [scope.map]);
    return {
      splices: setValue(
        file,
        pair,
        { [name]: value },
        style,
        scope.map!.flow === true,
      ),
      entries: {},
    };
  }
  const entry = file.pair(map, name);
  const style = fileStyle(file, [entry?.value, map]);
  if (!entry) {
    return {
      splices: [addEntry(file, map, name, value, style)],
      entries: {},
    };
  }
  file.refuseShared(entry.value, name, 'make the change by hand');
  return {
    splices: setValue(file, entry, value, style, map.flow === true),
    entries: {},
  };
}

/** Where a former name stands in a list, the new one takes its place. */
function replaceName(
  { file, secretRef, previous }: Context,
  list: Node | null | undefined,
): ValuesChange | undefined {
  if (!isSeq(list)) {
    return undefined;
  }
  for (const item of list.items) {
    const name = nameNode(item);
    if (isScalar(name) && previous.includes(name.value as string)) {
      file.refuseShared(name, 'the name', 'make the change by hand');
      const [start, end] = name.range!;
      const { quoting } = fileStyle(file, [name]);
      return {
        splices: [{ start, end, text: writeScalar(secretRef, quoting, true) }],
        entries: {},
      };
    }
  }
  return undefined;
}

function nameNode(item: unknown): unknown {
  if (!isMap(item)) {
    return item;
  }
  const reference = item.get('secretRef');
  return isMap(reference)
    ? reference.get('name', true)
    : item.get('secret', true);
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => {
      const { secretRef, secret } = record(item);
      return [item, secret, record(secretRef).name].filter(isString);
    });
  }
  const { secretRef, extraSecretRefs } = record(value);
  return [secretRef, ...namesIn(extraSecretRefs ?? [])].filter(isString);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Values {
  return isRecord(value) ? value : {};
}
