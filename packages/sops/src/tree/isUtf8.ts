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
 * Whether bytes are well-formed UTF-8 (RFC 3629). `TextDecoder` would tell, but
 * leave the text behind as a string that nobody can overwrite.
 *
 *     00–7F
 *     C2–DF 80–BF
 *     E0 A0–BF 80–BF    E1–EC, EE–EF 80–BF 80–BF    ED 80–9F 80–BF
 *     F0 90–BF …        F1–F3 80–BF …               F4 80–8F …
 *
 * @internal
 */
export function isUtf8(bytes: Uint8Array): boolean {
  let index = 0;
  while (index < bytes.length) {
    const first = bytes[index];
    const length = sequenceLength(first);
    if (length === 0 || index + length > bytes.length) return false;
    for (let next = 1; next < length; next += 1) {
      if (!isContinuation(first, next, bytes[index + next])) return false;
    }
    index += length;
  }
  return true;
}

function sequenceLength(first: number): number {
  if (first <= 0x7f) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

function isContinuation(
  first: number,
  position: number,
  byte: number,
): boolean {
  if (position > 1) return byte >= 0x80 && byte <= 0xbf;
  const lowest: Record<number, number> = { 0xe0: 0xa0, 0xf0: 0x90 };
  const highest: Record<number, number> = { 0xed: 0x9f, 0xf4: 0x8f };
  return byte >= (lowest[first] ?? 0x80) && byte <= (highest[first] ?? 0xbf);
}
