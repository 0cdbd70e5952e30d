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

import { DatabaseDraft, ExternalSecretOptions, SecretOptions } from '../model';
import { externalSecretObservation } from './chains/externalSecretObservation';
import {
  CredentialSource,
  DatabaseConnection,
  DeclaredCredentials,
  DeclaredSecret,
} from './CredentialSource';
import { externalSecretManifest } from './externalSecretManifest';
import { fillTemplate } from './fillTemplate';
import { sealedBackup } from './sealedBackup';
import { secretTemplates } from './secretTemplates';

/**
 * One entry of a store that External Secrets reads, which a person fills.
 *
 * ```
 * apps/shop/dev   password, PAYLOAD_SECRET
 *   └─ ExternalSecret ─ Secret   username, password             for the cluster
 *   └─ ExternalSecret ─ Secret   DATABASE_URI, PAYLOAD_SECRET   for the app
 * ```
 *
 * @public
 */
export const externalSecretStore: CredentialSource = {
  id: 'external-secret',
  title: 'A secret store through External Secrets',
  draft(database, { secrets, credentials }, connection) {
    return credentials.source === 'external-secret'
      ? draft(database, { secrets, options: credentials, connection })
      : undefined;
  },
  observation: externalSecretObservation,
};

function draft(
  database: DatabaseDraft,
  {
    secrets,
    options,
    connection,
  }: {
    readonly secrets: SecretOptions;
    readonly options: ExternalSecretOptions;
    readonly connection: DatabaseConnection;
  },
): DeclaredCredentials {
  const { names, environment } = database;
  const { store, passwordProperty } = options;
  const key = fillTemplate(options.key, database);
  const storeName = `${store.kind} ${fillTemplate(store.name, database)}`;
  const templates = secretTemplates(database, secrets, connection, {
    passwordKey: passwordProperty,
    value: property => `index . ${JSON.stringify(property)}`,
  });

  function secret(
    name: string,
    namespace: string,
    parts: {
      readonly purpose: string;
      readonly type: string;
      readonly keys: readonly string[];
      readonly templates: { readonly [key: string]: string };
    },
  ): DeclaredSecret {
    const { purpose, type, keys } = parts;
    return {
      name,
      namespace,
      purpose,
      entry: { environment, store: storeName, entry: key, keys },
      manifest: externalSecretManifest(database, {
        ...options,
        name,
        namespace,
        key,
        type,
        properties: Object.fromEntries(
          keys.map(property => [property, property]),
        ),
        templates: parts.templates,
      }),
    };
  }

  const ofApp = {
    purpose: `Connection of the app to the database of ${environment}, from ${storeName}`,
    type: 'Opaque',
  };
  return {
    kind: 'declared',
    access: [],
    bootstrap: secret(names.bootstrapSecret, names.databasesNamespace, {
      purpose: `Owner of the database of ${environment}, for the cluster, from ${storeName}`,
      type: 'kubernetes.io/basic-auth',
      keys: [passwordProperty],
      templates: templates.bootstrap,
    }),
    runtime: secret(names.runtimeSecret, names.appNamespace, {
      ...ofApp,
      keys: [passwordProperty, ...secrets.generatedKeys],
      templates: templates.runtime,
    }),
    extraRuntime: secret(
      fillTemplate(secrets.extraRuntimeSecret, database),
      names.appNamespace,
      { ...ofApp, keys: [passwordProperty], templates: templates.extraRuntime },
    ),
    ...sealedBackup(database),
    remarks: [
      {
        kind: 'todo',
        text: `${environment}: the ${storeName} can be used from the namespaces \`${names.databasesNamespace}\` and \`${names.appNamespace}\``,
      },
      {
        kind: 'info',
        text: 'External Secrets restarts nothing: after a rotation the app keeps its old password until its pods are restarted.',
      },
    ],
  };
}
