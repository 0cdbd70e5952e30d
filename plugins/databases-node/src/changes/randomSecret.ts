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
 * Random bytes; `crypto.getRandomValues` in earnest, fixed in tests.
 *
 * @public
 */
export type RandomSource = (length: number) => Uint8Array;

/** RFC 4648 §5: 64 characters that need no escaping in a URL, in YAML or in a shell. */
const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A random value of `length` URL-safe characters with 6 bits each, as bytes, so
 * that it can be zeroed. It begins with a letter, because a leading dash reads
 * as an option on command lines.
 */
export function randomSecret(length: number, random: RandomSource): Uint8Array {
  const bytes = random(length);
  try {
    return bytes.map((byte, index) =>
      // 256 and 208 are multiples of 64 and 52: no character is likelier.
      ALPHABET.charCodeAt(index ? byte % 64 : firstIndex(byte, random)),
    );
  } finally {
    bytes.fill(0);
  }
}

function firstIndex(byte: number, random: RandomSource): number {
  let candidate = byte;
  while (candidate >= 208) {
    [candidate] = random(1);
  }
  return candidate % 52;
}
