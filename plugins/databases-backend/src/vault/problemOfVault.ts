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

import { Fields } from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from '../kubernetes/ApiProblem';
import { NO_LEASE } from './vaultTransport';

/**
 * What it means that node-vault threw. Nothing of the answer is repeated: Vault
 * and what stands before it may quote what was sent.
 *
 * @param asked - what was asked, such as `read kv/metadata/apps/shop`
 */
export function problemOfVault(
  vault: string,
  asked: string,
  error: unknown,
): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  const status = statusOf(error);
  const problem = (state: ApiProblem['state'], words: string) =>
    new ApiProblem(state, `Vault ${vault} ${words}`, { status });
  if (status === undefined) {
    return problem(
      'failing',
      `could not be asked to ${asked}. Please report it.`,
    );
  }
  if (status >= 300 && status < 400) {
    return problem(
      'failing',
      `sends the portal elsewhere (${status}) instead of letting it ${asked}. It does not follow, since its token would go along: configure the address of the active node, or of what stands before all.`,
    );
  }
  switch (status) {
    case 400:
      if (saysNoLease(error)) {
        return problem('absent', 'has no such lease (400).');
      }
      return problem(
        'failing',
        `does not understand ${asked} (400). Look at its version and at the configuration of this Vault.`,
      );
    case 403:
      return problem(
        'forbidden',
        `does not let the portal ${asked} (403). Give its policy that right; docs/reference/vault-policy.hcl has all of them.`,
      );
    case 404:
      return problem('absent', `has nothing to ${asked} (404).`);
    case 429:
    case 472:
    case 473:
      return problem(
        'failing',
        `did not ${asked} (${status}): a standby answers, or its limit of requests is reached. Configure the address of the active node. It is asked again.`,
      );
    case 503:
      return problem(
        'failing',
        `is sealed or in maintenance and did not ${asked} (503). Unseal it.`,
      );
    default:
      return problem(
        'failing',
        `did not ${asked} (${status}). Look at its log.`,
      );
  }
}

/** HTTP status of an answer that node-vault takes for an error. */
function statusOf(error: unknown): number | undefined {
  const { response } = error as {
    readonly response?: { readonly statusCode?: number };
  };
  return response?.statusCode;
}

function saysNoLease(error: unknown): boolean {
  const { response } = error as { readonly response?: { body?: unknown } };
  return Fields.of(response?.body).strings('errors').includes(NO_LEASE);
}
