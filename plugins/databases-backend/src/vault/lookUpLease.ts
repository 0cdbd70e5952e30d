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

import { VaultLease } from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { instantOf } from './instantOf';
import { LEASE_LOOKUP } from './isMetadataRequest';
import { unexpectedAnswer } from './unexpectedAnswer';
import { VaultSession } from './VaultSession';
import { WantedEntry } from './WantedEntry';

/**
 * What Vault knows of a lease:
 *
 * ```
 * id, issue_time, ttl
 * expire_time:  2026-11-20T11:00:00.123456789Z, null when it does not end
 * last_renewal: the same, null before the first one
 * renewable:    true
 * ```
 *
 * @throws ApiProblem for all but an answer and "invalid lease"; none names the id
 */
export async function lookUpLease(
  session: VaultSession,
  { namespace, mount, path }: Pick<WantedEntry, 'namespace' | 'mount' | 'path'>,
): Promise<VaultLease> {
  try {
    const answer = await session.lookUp(LEASE_LOOKUP, namespace, {
      lease_id: `${mount}/${path}`,
    });
    const data = answer.at('data');
    const renewable = data.boolean('renewable');
    if (renewable === undefined || data.string('id') !== `${mount}/${path}`) {
      throw unexpectedAnswer(session.vault, 'look up a lease');
    }
    const expireTime = instantOf(data.string('expire_time'));
    const lastRenewal = instantOf(data.string('last_renewal'));
    return {
      type: 'lease',
      renewable,
      ...(expireTime && { expireTime }),
      ...(lastRenewal && { lastRenewal }),
    };
  } catch (error) {
    const { state, status } = ApiProblem.of(error);
    // A path that is not there at all is 404, and says nothing about a lease.
    if (state === 'absent' && status === 400) {
      return { type: 'lease', missing: true };
    }
    throw error;
  }
}
