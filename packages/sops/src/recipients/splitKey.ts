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

import { combine, split } from 'shamir-secret-sharing';

/**
 * The parts of a data key, one for each key group.
 *
 * With one group the part is the key. With more it is Shamir's sharing over
 * GF(2^8), as in HashiCorp Vault: a share is one byte longer than the key, its
 * last byte being its x coordinate. `shamir-secret-sharing` and sops understand
 * each other's shares.
 *
 * The parts are new buffers, for the caller to overwrite.
 *
 * @internal
 */
export async function splitKey(
  dataKey: Uint8Array,
  groups: number,
  threshold: number,
): Promise<Uint8Array[]> {
  return groups === 1 ? [dataKey.slice()] : split(dataKey, groups, threshold);
}

/** The data key from enough parts. @internal */
export async function joinKey(
  parts: readonly Uint8Array[],
  groups: number,
): Promise<Uint8Array> {
  return groups === 1 ? parts[0].slice() : combine([...parts]);
}
