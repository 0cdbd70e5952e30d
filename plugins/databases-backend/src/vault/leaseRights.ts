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

import { LEASE_LOOKUP } from './isMetadataRequest';
import { VaultSession } from './VaultSession';

const REVOKE = 'sys/leases/revoke';

/**
 * What is wrong with the portal's rights to leases, when it is to look them up: it
 * may not, or it may end them as well.
 *
 * @param namespaces - of Vault, in which there are leases
 * @returns a sentence
 * @throws ApiProblem
 */
export async function leaseRights(
  session: VaultSession,
  namespaces: Iterable<string>,
): Promise<string | undefined> {
  const token = `The portal's token for Vault ${session.vault}`;
  for (const namespace of new Set(namespaces)) {
    const answer = await session.lookUp('sys/capabilities-self', namespace, {
      paths: [LEASE_LOOKUP, REVOKE],
    });
    const may = (path: string) =>
      answer
        .strings('data', path)
        .some(capability => capability === 'update' || capability === 'root');
    if (!may(LEASE_LOOKUP)) {
      return `${token} may not look up leases. Give its policy the block for leases of docs/reference/vault-policy.hcl, or set leases to false.`;
    }
    if (may(REVOKE)) {
      return `${token} may revoke leases. It does not, but its token can be stolen: give it the policy of docs/reference/vault-policy.hcl alone.`;
    }
  }
  return undefined;
}
