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
 * The message authentication code of a SOPS file: SHA-512, in upper-case
 * hexadecimal, over the plaintext bytes of its scalars in document order, of all
 * documents together.
 *
 * - No separators, no keys, no comments, no nulls, not the `sops` branch.
 * - Scalars in clear count too, unless `mac_only_encrypted`; then the hash
 *   starts with SHA-256("sops"), so that the two kinds can never be equal.
 *
 * It is encrypted as a `str` with `lastmodified` as additional data, which must
 * be `YYYY-MM-DDTHH:MM:SSZ`, for sops formats the parsed time again.
 */
const onlyEncrypted = Uint8Array.from(
  '8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69'.match(
    /../g,
  )!,
  pair => parseInt(pair, 16),
);

/** @internal */
export async function computeMac(
  plaintexts: readonly Uint8Array[],
  macOnlyEncrypted: boolean,
): Promise<string> {
  const parts = macOnlyEncrypted ? [onlyEncrypted, ...plaintexts] : plaintexts;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = new Uint8Array(length);
  try {
    let offset = 0;
    for (const part of parts) {
      joined.set(part, offset);
      offset += part.length;
    }
    const digest = await crypto.subtle.digest('SHA-512', joined);
    return Array.from(new Uint8Array(digest), byte =>
      byte.toString(16).padStart(2, '0'),
    )
      .join('')
      .toUpperCase();
  } finally {
    joined.fill(0);
  }
}
