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

import { KubeObject } from '../../model';

type Leaf = string | number | boolean;

/** Stands for a value wherever one may be. */
const canaries = ['canary-7319', 7319] as const;

/**
 * The fields of an object whose value shows up in what is kept of it, as lines
 * `<kind>: <path>`.
 *
 * @param keep - what is kept, as JSON
 */
export function keptOf(
  object: KubeObject,
  keep: (object: KubeObject) => string,
): readonly string[] {
  const leaves = leavesOf(object).filter(
    ([field]) => field !== 'apiVersion' && field !== 'kind',
  );
  const kept = leaves.filter(path =>
    canaries.some(canary =>
      keep(withLeaf(object, path, canary)).includes(String(canary)),
    ),
  );
  const names = kept.map(path =>
    path.map(field => (/^\d+$/.test(field) ? '[]' : field)).join(' '),
  );
  return [...new Set(names)].map(name => `${object.kind}: ${name}`);
}

/** Paths of all values that are no lists or maps. */
function leavesOf(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly string[])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([field, item]) =>
        leavesOf(item, [...path, field]),
      )
    : [path];
}

function withLeaf(
  object: KubeObject,
  path: readonly string[],
  leaf: Leaf,
): KubeObject {
  const copy: KubeObject = JSON.parse(JSON.stringify(object));
  const parent = path
    .slice(0, -1)
    .reduce<any>((node, field) => node[field], copy);
  parent[path.at(-1)!] = leaf;
  return copy;
}
