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

/**
 * A document as sops sees it: ordered, with comments as siblings of the values
 * they precede, and every scalar reduced to the bytes that sops encrypts and
 * hashes.
 *
 * | type  | canonical text                                     |
 * | ----- | -------------------------------------------------- |
 * | str   | the text itself                                    |
 * | int   | decimal, 64 bits signed                            |
 * | float | shortest decimal without exponent; `+Inf`, `NaN`   |
 * | bool  | `True` or `False`                                  |
 * | time  | RFC 3339 with at most nine digits of a second      |
 */

/** @internal */
export type ScalarType = 'str' | 'int' | 'float' | 'bool' | 'time';

/** @internal */
export interface Scalar {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  /** Canonical text; bytes when the caller wants to overwrite them: never made a string. */
  readonly value: string | Uint8Array;
  /** How the file writes it, where that says the same and is not text. */
  readonly source?: string;
}

/** sops leaves null alone: it is neither encrypted nor part of the MAC. @internal */
export interface Null {
  readonly kind: 'null';
}

/** One comment line without its `#`. @internal */
export interface Comment {
  readonly kind: 'comment';
  readonly text: string;
  /** It follows a value on the same line; in the tree it comes before that value. */
  readonly inline: boolean;
}

/** @internal */
export interface Entry {
  readonly kind: 'entry';
  readonly key: string;
  readonly value: TreeNode;
}

/** @internal */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly (Entry | Comment)[];
}

/** @internal */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly (TreeNode | Comment)[];
}

/** @internal */
export type TreeNode = Scalar | Null | MapNode | ListNode;

/** The text formats of sops that this package reads and writes. @public */
export type Format = 'yaml' | 'json';
