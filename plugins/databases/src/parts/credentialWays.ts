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
 * Parts the hops where several origins claim one Secret: the ways that lead to
 * it, one beside the other, and what they have in common from there on. With one
 * origin all hops are common.
 */
export function credentialWays(hops: readonly CredentialHop[]): {
  readonly claimed: readonly (readonly CredentialHop[])[];
  readonly common: readonly CredentialHop[];
} {
  const meeting = hops.findIndex(
    ({ role }) => role === 'secret' || role === 'database',
  );
  const before = meeting < 0 ? hops : hops.slice(0, meeting);
  const claimed: CredentialHop[][] = [];
  for (const hop of before) {
    if (hop.role === 'origin' || claimed.length === 0) {
      claimed.push([]);
    }
    claimed.at(-1)!.push(hop);
  }
  return claimed.length < 2
    ? { claimed: [], common: hops }
    : { claimed, common: hops.slice(before.length) };
}
