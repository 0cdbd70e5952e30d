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

import { appLabels } from '../manifests';
import {
  DatabaseDraft,
  OperatorGeneratedOptions,
  SecretOptions,
} from '../model';
import { operatorGeneratedObservation } from './chains/operatorGeneratedObservation';
import {
  CredentialSource,
  DatabaseConnection,
  DeclaredCredentials,
} from './CredentialSource';
import { externalSecretManifest } from './externalSecretManifest';
import { fillTemplate } from './fillTemplate';
import { sealedBackup } from './sealedBackup';
import { sealedKeys } from './sealedKeys';
import { sealedSecret } from './sealedSecret';
import { secretTemplates } from './secretTemplates';

/**
 * CloudNativePG makes the password; External Secrets carries it to the app.
 *
 * ```
 * Secret shop-dev-cnpg-app   username, password, uri, …   by CloudNativePG
 *   └─ ExternalSecret ─ Secret   DATABASE_URI             for the app
 * ```
 *
 * What the app needs besides, such as PAYLOAD_SECRET, is in no store, so it is
 * sealed into the runtime secret, and the connection is in the second one.
 *
 * @public
 */
export const operatorGenerated: CredentialSource = {
  id: 'operator-generated',
  title: 'CloudNativePG, carried by External Secrets',
  draft(database, { secrets, credentials }, connection) {
    return credentials.source === 'operator-generated'
      ? draft(database, { secrets, options: credentials, connection })
      : undefined;
  },
  observation: operatorGeneratedObservation,
};

function draft(
  database: DatabaseDraft,
  {
    secrets,
    options,
    connection,
  }: {
    readonly secrets: SecretOptions;
    readonly options: OperatorGeneratedOptions;
    readonly connection: DatabaseConnection;
  },
): DeclaredCredentials {
  const { names, environment } = database;
  const templates = secretTemplates(database, secrets, connection, {
    passwordKey: 'password',
    value: key => `index . ${JSON.stringify(key)}`,
  });
  const storeName = `${options.store.kind} ${fillTemplate(options.store.name, database)}`;

  function carried(name: string) {
    return {
      name,
      namespace: names.appNamespace,
      purpose: `Connection of the app to the database of ${environment}, from the Secret of its cluster`,
      manifest: externalSecretManifest(database, {
        ...options,
        name,
        namespace: names.appNamespace,
        type: 'Opaque',
        key: names.bootstrapSecret,
        properties: { password: 'password' },
        templates: templates.extraRuntime,
      }),
    };
  }

  return {
    kind: 'declared',
    access: [],
    runtime: secrets.generatedKeys.length
      ? sealedSecret(database, {
          name: names.runtimeSecret,
          namespace: names.appNamespace,
          type: 'Opaque',
          labels: appLabels(database.labels),
          values: sealedKeys(database, secrets),
        })
      : carried(names.runtimeSecret),
    extraRuntime: carried(fillTemplate(secrets.extraRuntimeSecret, database)),
    ...sealedBackup(database),
    remarks: [
      {
        kind: 'todo',
        text: `${environment}: the ${storeName} reads Secrets of the namespace \`${names.databasesNamespace}\` (provider \`kubernetes\`) and can be used from the namespace \`${names.appNamespace}\``,
      },
      {
        kind: 'info',
        text: `${environment}: the ExternalSecret of the app is not ready before CloudNativePG has made \`${names.bootstrapSecret}\`; it then comes by itself.`,
      },
    ],
  };
}
