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

import { vaultAuth, vaultConnection, VaultPath } from '../../kinds';
import { Fact } from '../../model';
import { TraceScene } from '../CredentialObservation';
import { vaultAuthHop, vaultConnectionHop } from '../hops/accessHops';
import { isTrouble, TracedHop } from '../TracedHop';

/**
 * How the operator comes to Vault: the namespace of Vault that it means, and the
 * hops of the access that are in trouble.
 */
export function vaultAccess(
  { namespace, data }: Fact<VaultPath & { readonly auth?: string }>,
  { facts }: TraceScene,
): { readonly vaultNamespace?: string; readonly hops: readonly TracedHop[] } {
  const auths = data.auth
    ? facts.of(vaultAuth, `vault-auth:${inNamespace(data.auth, namespace)}`)
    : [];
  const connections = auths.flatMap(auth =>
    auth.data.connection
      ? facts.of(
          vaultConnection,
          `vault-connection:${inNamespace(auth.data.connection, auth.namespace)}`,
        )
      : [],
  );
  return {
    vaultNamespace: data.vaultNamespace ?? auths[0]?.data.vaultNamespace,
    hops: [
      ...connections.map(vaultConnectionHop),
      ...auths.map(vaultAuthHop),
    ].filter(({ report }) => isTrouble(report)),
  };
}

/** A reference may name another namespace: `vault/default`. */
function inNamespace(reference: string, namespace: string | undefined): string {
  return reference.includes('/') ? reference : `${namespace}/${reference}`;
}
