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

import { isMap, isScalar, isSeq, Node, Scalar } from 'yaml';
import { fileStyle } from './fileStyle';
import { SecretReference } from './SecretReference';
import { Splice } from './Splice';
import { writeScalar } from './writeScalar';
import { YamlFile } from './YamlFile';

/**
 * Puts a Secret into a list where a former name of it stands.
 *
 * @returns `undefined` when none does.
 */
export function renameSecret(
  file: YamlFile,
  list: Node | null | undefined,
  { secretRef, previousSecretRefs }: SecretReference,
): Splice | undefined {
  const name = (isSeq(list) ? list.items : [])
    .map(nameOf)
    .find(
      (node): node is Scalar =>
        isScalar(node) && previousSecretRefs.includes(node.value as string),
    );
  if (!name) {
    return undefined;
  }
  file.refuseShared(name, 'the name', `Name ${secretRef} there by hand.`);
  const [start, end] = name.range!;
  const { quoting } = fileStyle(file, [name]);
  return { start, end, text: writeScalar(secretRef, quoting, true) };
}

function nameOf(item: unknown): unknown {
  if (!isMap(item)) {
    return item;
  }
  const reference = item.get('secretRef');
  return isMap(reference)
    ? reference.get('name', true)
    : item.get('secret', true);
}
