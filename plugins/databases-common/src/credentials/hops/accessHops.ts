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

import {
  clusterSecretStore,
  secretStore,
  SecretStoreData,
  vaultAuth,
  VaultAuthData,
  vaultConnection,
  VaultConnectionData,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, ObservedKind } from '../../observation';
import { HopReport, TracedHop } from '../TracedHop';
import { failureOf } from './readReport';

/** How the Vault Secrets Operator logs in: no part of the way unless it fails. */
export function vaultAuthHop(fact: Fact<VaultAuthData>): TracedHop {
  const { valid, error, conditions } = fact.data;
  return accessHop(vaultAuth, fact, {
    field: 'status.valid',
    value: valid,
    report:
      failureOf(conditions, ['Available', 'Healthy', 'Ready']) ??
      invalid(valid, error),
  });
}

/** The way to a Vault. */
export function vaultConnectionHop(fact: Fact<VaultConnectionData>): TracedHop {
  const { valid, conditions } = fact.data;
  return accessHop(vaultConnection, fact, {
    field: 'status.valid',
    value: valid,
    report:
      failureOf(conditions, ['VaultPing', 'ResourceValidation', 'Ready']) ??
      invalid(valid),
  });
}

/** A store of the External Secrets Operator. */
export function secretStoreHop(fact: Fact<SecretStoreData>): TracedHop {
  const kind =
    fact.kind === clusterSecretStore.id ? clusterSecretStore : secretStore;
  return accessHop(kind, fact, {
    field: 'spec.provider',
    value: fact.data.provider,
    report: failureOf(fact.data.conditions, ['Ready']) ?? { says: 'declared' },
  });
}

function invalid(valid: boolean | undefined, error?: string): HopReport {
  return valid === false
    ? { says: 'failing', text: error ?? 'status.valid is false' }
    : { says: 'declared' };
}

function accessHop(
  kind: ObservedKind<any>,
  fact: Fact,
  seen: {
    readonly field: string;
    readonly value: string | boolean | undefined;
    readonly report: HopReport;
  },
): TracedHop {
  const { namespace, name } = fact;
  return {
    role: 'transport',
    title: kind.kind,
    object: `${kind.kind} ${namespace ? `${namespace}/` : ''}${name}`,
    report: seen.report,
    seen: { kind, place: fact.kubernetesCluster },
    evidence: [evidenceOf(kind, fact, seen.field, seen.value)],
  };
}
