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

import type { PlainTree, PlainValue } from './fromPlain';
import type { MapNode, Scalar, TreeNode } from './model';

/**
 * A document as JavaScript values: a `bigint` where an integer would lose
 * digits, a timestamp as RFC 3339 text, no comments.
 *
 * @internal
 */
export function toPlain(document: MapNode): PlainTree {
  // `fromEntries` also defines a key `__proto__` as an ordinary one.
  return Object.fromEntries(
    document.entries
      .filter(entry => entry.kind === 'entry')
      .map(({ key, value }) => [key, convert(value)]),
  );
}

function convert(node: TreeNode): PlainValue {
  switch (node.kind) {
    case 'null':
      return null;
    case 'map':
      return toPlain(node);
    case 'list':
      return node.items.filter(item => item.kind !== 'comment').map(convert);
    default:
      return convertScalar(node);
  }
}

function convertScalar({ type, value }: Scalar): PlainValue {
  if (typeof value !== 'string') return value;
  switch (type) {
    case 'bool':
      return value === 'True';
    case 'int': {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : BigInt(value);
    }
    case 'float':
      return Number(value.replace('Inf', 'Infinity'));
    default:
      return value;
  }
}
