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

import { DatabaseDraft, SecretOptions, VaultStaticOptions } from '../model';
import { vaultStaticObservation } from './chains/vaultStaticObservation';
import {
  CredentialSource,
  DatabaseConnection,
  DeclaredCredentials,
  DeclaredSecret,
} from './CredentialSource';
import { fillTemplate } from './fillTemplate';
import { sealedBackup } from './sealedBackup';
import { secretTemplates } from './secretTemplates';
import { vaultAccess } from './vaultAccess';
import { vaultPutCommand } from './vaultPutCommand';
import { vaultStaticSecretManifest } from './vaultStaticSecretManifest';

/**
 * One entry of Vault's KV engine, which a person fills. The Vault Secrets
 * Operator makes both Secrets from it (`secrets.hashicorp.com/v1beta1`).
 *
 * ```
 * kv/apps/shop/dev   password, PAYLOAD_SECRET
 *   └─ VaultStaticSecret ─ Secret   username, password             for the cluster
 *   └─ VaultStaticSecret ─ Secret   DATABASE_URI, PAYLOAD_SECRET   for the app
 * ```
 *
 * @public
 */
export const vaultStatic: CredentialSource = {
  id: 'vault-static',
  title: 'Vault KV through the Vault Secrets Operator',
  draft(database, { secrets, credentials }, connection) {
    return credentials.source === 'vault-static'
      ? draft(database, { secrets, vault: credentials, connection })
      : undefined;
  },
  observation: vaultStaticObservation,
};

function draft(
  database: DatabaseDraft,
  {
    secrets,
    vault,
    connection,
  }: {
    readonly secrets: SecretOptions;
    readonly vault: VaultStaticOptions;
    readonly connection: DatabaseConnection;
  },
): DeclaredCredentials {
  const { names, environment } = database;
  const templates = secretTemplates(database, secrets, connection, {
    passwordKey: vault.passwordKey,
    value: key => `get .Secrets ${JSON.stringify(key)}`,
  });
  const path = fillTemplate(vault.path, database);
  const { passwordKey, restarts } = vault;

  function secret(
    name: string,
    namespace: string,
    parts: {
      readonly purpose: string;
      readonly type: string;
      readonly keys: readonly string[];
      readonly templates: { readonly [key: string]: string };
      readonly restarts?: VaultStaticOptions['restarts'];
    },
  ): DeclaredSecret {
    const { purpose, keys } = parts;
    return {
      name,
      namespace,
      purpose,
      entry: {
        environment,
        store:
          vault.namespace === undefined
            ? 'Vault'
            : `Vault, namespace ${vault.namespace}`,
        entry: `${vault.mount}/${path}`,
        keys,
        command: vaultPutCommand({ ...vault, path, keys }),
      },
      manifest: vaultStaticSecretManifest(database, vault, {
        restarts: [],
        ...parts,
        name,
        namespace,
      }),
    };
  }

  const ofApp = {
    purpose: `Connection of the app to the database of ${environment}, from Vault`,
    type: 'Opaque',
    restarts,
  };
  return {
    kind: 'declared',
    access: vaultAccess(database, vault),
    bootstrap: secret(names.bootstrapSecret, names.databasesNamespace, {
      purpose: `Owner of the database of ${environment}, for the cluster, from Vault`,
      type: 'kubernetes.io/basic-auth',
      keys: [passwordKey],
      templates: templates.bootstrap,
    }),
    runtime: secret(names.runtimeSecret, names.appNamespace, {
      ...ofApp,
      keys: [passwordKey, ...secrets.generatedKeys],
      templates: templates.runtime,
    }),
    extraRuntime: secret(
      fillTemplate(secrets.extraRuntimeSecret, database),
      names.appNamespace,
      { ...ofApp, keys: [passwordKey], templates: templates.extraRuntime },
    ),
    ...sealedBackup(database),
    remarks: remarks(database, vault, path),
  };
}

function remarks(
  database: DatabaseDraft,
  { auth, engine, mount, restarts }: VaultStaticOptions,
  path: string,
): DeclaredCredentials['remarks'] {
  const { environment, names } = database;
  const readable = `${mount}/${engine === 'kv-v2' ? 'data/' : ''}${path}`;
  return [
    auth.from === 'created'
      ? {
          kind: 'todo',
          text: `${environment}: the role \`${fillTemplate(auth.role, database)}\` of Vault's auth method \`${auth.mount}\` accepts the service account \`${fillTemplate(auth.serviceAccount, database)}\` of the namespaces \`${names.databasesNamespace}\` and \`${names.appNamespace}\`, and may read \`${readable}\``,
        }
      : {
          kind: 'todo',
          text: `${environment}: the VaultAuth \`${fillTemplate(auth.name, database)}\` can be used from the namespaces \`${names.databasesNamespace}\` and \`${names.appNamespace}\`, and may read \`${readable}\``,
        },
    ...(restarts.length
      ? []
      : [
          {
            kind: 'info' as const,
            text: 'Nothing restarts the app when its password changes: name its workload in `credentials.restarts` of the target, or restart it by hand after a rotation.',
          },
        ]),
  ];
}
