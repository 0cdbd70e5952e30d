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

import type { MapNode, Scalar, TreeNode } from '../tree/model';
import type { SopsMetadata, WrappedKey } from './model';

/**
 * The `sops` branch as sops 3.13 writes it, its keys in alphabetical order:
 *
 *     sops:
 *         age:                        with one key group
 *             - enc: |
 *                 -----BEGIN AGE ENCRYPTED FILE-----
 *                 …
 *               recipient: age1…
 *         encrypted_regex: "^data$"   the selector in use
 *         key_groups:                 instead of `age`, with more groups
 *             - age: […]
 *               hc_vault: []
 *         lastmodified: "2026-11-21T09:08:43Z"
 *         mac: ENC[AES256_GCM,…,type:str]
 *         mac_only_encrypted: true    if it is
 *         shamir_threshold: 2         if there is one
 *         version: "3.13.0"
 *
 * Earlier versions read it as well: the order means nothing to them. Only age
 * keys are written, since only they can be made here.
 *
 * @internal
 */
export function metadataToTree(metadata: SopsMetadata): MapNode {
  const { keyGroups, selector, shamirThreshold } = metadata;
  const [single, ...more] = keyGroups;
  return map({
    ...(more.length === 0
      ? { age: ageKeys(single) }
      : {
          key_groups: list(
            keyGroups.map(group =>
              map({ age: ageKeys(group), hc_vault: list([]) }),
            ),
          ),
        }),
    [selector.option]: text(selector.value),
    lastmodified: text(metadata.lastModified),
    ...(metadata.mac === undefined ? {} : { mac: text(metadata.mac) }),
    ...(metadata.macOnlyEncrypted
      ? { mac_only_encrypted: scalar('bool', 'True') }
      : {}),
    ...(shamirThreshold === undefined
      ? {}
      : { shamir_threshold: scalar('int', String(shamirThreshold)) }),
    ...(metadata.version === undefined
      ? {}
      : { version: text(metadata.version) }),
  });
}

function ageKeys(group: readonly WrappedKey[]): TreeNode {
  return list(
    group.map(({ id, enc }) => map({ enc: text(enc), recipient: text(id) })),
  );
}

function map(values: Readonly<Record<string, TreeNode>>): MapNode {
  const entries = Object.keys(values)
    .sort()
    .map(key => ({ kind: 'entry', key, value: values[key] }) as const);
  return { kind: 'map', entries };
}

function list(items: readonly TreeNode[]): TreeNode {
  return { kind: 'list', items };
}

function text(value: string): Scalar {
  return scalar('str', value);
}

function scalar(type: Scalar['type'], value: string): Scalar {
  return { kind: 'scalar', type, value };
}
