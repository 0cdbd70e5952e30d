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

import { ApiProblem } from '../kubernetes/ApiProblem';
import { instantOf } from './instantOf';
import { VaultSession } from './VaultSession';

/**
 * When a lease ends: UTC ISO instant.
 *
 * @param lease - its id, as the Vault Secrets Operator has it in a status
 * @returns nothing when Vault has it no more: it was revoked, or it ended
 * @throws ApiProblem
 */
export async function lookUpLease(
  session: VaultSession,
  lease: string,
  namespace: string,
): Promise<string | undefined> {
  try {
    const answer = await session.lookUp('sys/leases/lookup', namespace, {
      lease_id: lease,
    });
    return instantOf(answer.string('data', 'expire_time'));
  } catch (error) {
    // Vault calls an id that it does not know an invalid request.
    if ([400, 404].includes(ApiProblem.of(error).status ?? 0)) {
      return undefined;
    }
    throw error;
  }
}
