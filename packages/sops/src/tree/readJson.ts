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
import type { Comment, Entry, MapNode, Scalar, TreeNode } from './model';

/**
 * JSON text as sops reads it: key order and numbers kept, an integer of 64 bits
 * signed is an `int`, every other number a `float`. The top level is an object.
 *
 * `JSON.parse` is not used because it reorders keys that look like numbers,
 * rounds integers, keeps only the last of two equal keys, and quotes the text
 * in its errors.
 */

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them inside strings
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const constant = /true|false|null/y;
const deepest = 500;

class JsonReader {
  private offset = 0;

  constructor(private readonly text: string) {}

  document(): MapNode {
    this.skip();
    if (this.text[this.offset] !== '{') {
      this.refuse('a document must be an object: sops supports nothing else');
    }
    const document = this.object(0);
    this.skip();
    if (this.offset !== this.text.length) this.refuse('the JSON is malformed');
    return document;
  }

  private value(depth: number): TreeNode {
    this.skip();
    const next = this.text[this.offset];
    if (depth > deepest) this.refuse(`more than ${deepest} levels are nested`);
    if (next === '{') return this.object(depth);
    if (next === '[') return this.array(depth);
    if (next === '"') return this.scalar('str', this.string());
    const word = this.match(constant);
    if (word === 'null') return { kind: 'null' };
    if (word === 'true') return this.scalar('bool', 'True', word);
    if (word === 'false') return this.scalar('bool', 'False', word);
    return this.number();
  }

  private object(depth: number): MapNode {
    const entries: (Entry | Comment)[] = [];
    const keys = new Set<string>();
    this.list('}', () => {
      const key = this.string();
      if (keys.has(key)) this.refuse('a key occurs twice in one object');
      keys.add(key);
      this.skip();
      if (this.text[this.offset] !== ':') this.refuse('the JSON is malformed');
      this.offset += 1;
      entries.push({ kind: 'entry', key, value: this.value(depth + 1) });
    });
    return { kind: 'map', entries };
  }

  private array(depth: number): TreeNode {
    const items: TreeNode[] = [];
    this.list(']', () => items.push(this.value(depth + 1)));
    return { kind: 'list', items };
  }

  private list(end: string, read: () => void) {
    this.offset += 1;
    this.skip();
    if (this.text[this.offset] === end) {
      this.offset += 1;
      return;
    }
    for (;;) {
      this.skip();
      read();
      this.skip();
      const next = this.text[this.offset];
      if (next !== ',' && next !== end) this.refuse('the JSON is malformed');
      this.offset += 1;
      if (next === end) return;
    }
  }

  private string(): string {
    const source = this.match(string);
    if (source === undefined) this.refuse('the JSON is malformed');
    return JSON.parse(source);
  }

  private number(): Scalar {
    const source = this.match(number);
    if (source === undefined) this.refuse('the JSON is malformed');
    if (/^-?\d+$/.test(source)) {
      const value = BigInt(source);
      if (BigInt.asIntN(64, value) === value) {
        return this.scalar('int', value.toString(), source);
      }
    }
    const value = Number(source);
    if (!Number.isFinite(value)) this.refuse('a number is too large');
    return this.scalar('float', goFloat(value), source);
  }

  private scalar(type: Scalar['type'], value: string, source?: string): Scalar {
    return { kind: 'scalar', type, value, source };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }

  private skip() {
    this.match(space);
  }

  private refuse(reason: string): never {
    const before = this.text.slice(0, this.offset).split('\n');
    throw new InvalidDocumentError(
      reason,
      `line ${before.length}, column ${before.at(-1)!.length + 1}`,
    );
  }
}

/**
 * @throws InvalidDocumentError with the position
 *
 * @internal
 */
export function readJson(text: string): MapNode {
  return new JsonReader(text).document();
}
