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

import { InvalidDocumentError } from '../errors/InvalidDocumentError';
import { goFloat } from './goFloat';
import { isUtf8 } from './isUtf8';
import type { MapNode, TreeNode } from './model';

/**
 * A value of a document built in memory.
 *
 * Text may be given as bytes of UTF-8 instead of a string. Such a leaf must end
 * up as ciphertext, is never made a string, and stays the caller's to overwrite.
 *
 * @public
 */
export type PlainValue =
  | string
  | Uint8Array
  | number
  | bigint
  | boolean
  | null
  | readonly PlainValue[]
  | PlainTree;

/**
 * A document built in memory: its keys keep the order of the object.
 *
 * @public
 */
export interface PlainTree {
  readonly [key: string]: PlainValue;
}

const deepest = 500;

/** @internal */
export function fromPlain(tree: PlainTree): MapNode {
  const node = convert(tree, []);
  if (node.kind === 'map') return node;
  throw new InvalidDocumentError('A document must be an object.');
}

function convert(
  value: PlainValue,
  path: readonly (string | number)[],
): TreeNode {
  switch (typeof value) {
    case 'string':
      assertWellFormed(value, path);
      return { kind: 'scalar', type: 'str', value };
    case 'boolean':
      return { kind: 'scalar', type: 'bool', value: value ? 'True' : 'False' };
    case 'bigint':
      if (BigInt.asIntN(64, value) !== value) refuse('is beyond 64 bits', path);
      return { kind: 'scalar', type: 'int', value: value.toString() };
    case 'number':
      if (!Number.isFinite(value)) refuse('is not a finite number', path);
      return Number.isSafeInteger(value)
        ? { kind: 'scalar', type: 'int', value: value.toFixed(0) }
        : { kind: 'scalar', type: 'float', value: goFloat(value) };
    case 'object':
      break;
    default:
      return refuse(`is of type ${typeof value}`, path);
  }
  if (value === null) return { kind: 'null' };
  if (value instanceof Uint8Array) {
    if (!isUtf8(value)) refuse('is not UTF-8', path);
    return { kind: 'scalar', type: 'str', value };
  }
  if (path.length > deepest) refuse('is nested too deep or in a circle', []);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => convert(item, [...path, index]));
    return { kind: 'list', items };
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    refuse('is not a plain object', path);
  }
  const entries = Object.entries(value as PlainTree).map(([key, child]) => {
    const childPath = [...path, key];
    assertWellFormed(key, childPath);
    return { kind: 'entry', key, value: convert(child, childPath) } as const;
  });
  return { kind: 'map', entries };
}

function assertWellFormed(text: string, path: readonly (string | number)[]) {
  if (/\p{Surrogate}/u.test(text)) refuse('holds half a surrogate pair', path);
}

function refuse(reason: string, path: readonly (string | number)[]): never {
  throw new InvalidDocumentError(
    `${path.length === 0 ? 'The document' : path.join('.')} ${reason}, which sops cannot hold.`,
  );
}
