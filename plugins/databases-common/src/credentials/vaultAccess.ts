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

import { syncWave, deleteGuard } from '../manifests';
import { DatabaseDraft, VaultStaticOptions } from '../model';
import { DeclaredManifest } from './CredentialSource';
import { declaredMetadata } from './declaredMetadata';
import { fillTemplate } from './fillTemplate';

/**
 * How the operator gets into Vault, in both namespaces: a VaultAuth only serves
 * its own, and the service account that it names must be there.
 */
export function vaultAccess(
  database: DatabaseDraft,
  { auth, connection, namespace: vaultNamespace }: VaultStaticOptions,
): readonly DeclaredManifest[] {
  if (auth.from === 'reference') {
    return [];
  }
  const { databasesNamespace, appNamespace } = database.names;
  const { audiences } = auth;
  return [...new Set([databasesNamespace, appNamespace])].flatMap(namespace => [
    ...(connection?.address === undefined
      ? []
      : [
          {
            shared: true,
            purpose: `Where Vault is, for ${namespace}`,
            manifest: {
              apiVersion: 'secrets.hashicorp.com/v1beta1',
              kind: 'VaultConnection',
              metadata: {
                name: connection.name,
                namespace,
                // One for all databases of the namespace, so it names none.
                labels: { 'app.kubernetes.io/managed-by': 'basewell' },
                annotations: { ...deleteGuard, ...syncWave('VaultConnection') },
              },
              spec: {
                address: connection.address,
                ...(connection.caCertSecret !== undefined && {
                  caCertSecretRef: connection.caCertSecret,
                }),
                ...(connection.tlsServerName !== undefined && {
                  tlsServerName: connection.tlsServerName,
                }),
                skipTLSVerify: false,
              },
            },
          },
        ]),
    {
      purpose: `How the Vault Secrets Operator gets in for ${namespace}`,
      manifest: {
        apiVersion: 'secrets.hashicorp.com/v1beta1',
        kind: 'VaultAuth',
        metadata: declaredMetadata(database, 'VaultAuth', {
          name: fillTemplate(auth.name, database),
          namespace,
        }),
        spec: {
          ...(connection && { vaultConnectionRef: connection.name }),
          ...(vaultNamespace !== undefined && { namespace: vaultNamespace }),
          method: 'kubernetes',
          mount: auth.mount,
          kubernetes: {
            role: fillTemplate(auth.role, database),
            serviceAccount: fillTemplate(auth.serviceAccount, database),
            ...(audiences.length && { audiences }),
            tokenExpirationSeconds: 600,
          },
        },
      },
    },
  ]);
}
