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
 * A source of random bytes that refuses to repeat itself. A second value under
 * the same key and initialization vector would give both values away, so this
 * is worth a check when the source comes from outside.
 *
 * @internal
 */
export function randomSource(
  random: (length: number) => Uint8Array = webRandom,
): (length: number) => Uint8Array {
  // Buffers, not texts made of them: one is the data key, and is overwritten.
  const seen: Uint8Array[] = [];
  return length => {
    const bytes = random(length);
    if (bytes.length !== length || seen.some(old => isEqual(old, bytes))) {
      throw new TypeError(
        `The random source must return ${length} new bytes on every call.`,
      );
    }
    seen.push(bytes);
    return bytes;
  };
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return (
    left.length === right.length &&
    left.every((byte, index) => byte === right[index])
  );
}

function webRandom(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
