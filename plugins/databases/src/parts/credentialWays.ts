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

import { CredentialHop } from '@basewell/plugin-databases-common';

/**
 * Parts the hops where several things claim one Secret: the ways that lead to it,
 * one beside the other, and what they have in common from there on. With one
 * claim all hops are common.
 */
export function credentialWays(hops: readonly CredentialHop[]): {
  readonly claimed: readonly (readonly CredentialHop[])[];
  readonly common: readonly CredentialHop[];
} {
  const claimed = new Map<number, CredentialHop[]>();
  for (const hop of hops) {
    if (hop.claim !== undefined) {
      claimed.set(hop.claim, [...(claimed.get(hop.claim) ?? []), hop]);
    }
  }
  return {
    claimed: [...claimed.values()],
    common: hops.filter(({ claim }) => claim === undefined),
  };
}
