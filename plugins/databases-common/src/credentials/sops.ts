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
  GeneratedValueDraft,
  SecretOptions,
  SecretValueDraft,
} from '../model';
import { sopsObservation } from './chains/sopsObservation';
import { connectionHosts } from './connectionHosts';
import {
  CredentialSource,
  DatabaseConnection,
  SealedCredentials,
} from './CredentialSource';
import { fillTemplate } from './fillTemplate';
import { sealedBackup } from './sealedBackup';
import { PASSWORD_LENGTH, sealedKeys } from './sealedKeys';
import { sealedSecret } from './sealedSecret';

/**
 * Secrets in git, encrypted with SOPS.
 *
 * ```
 * bootstrap: username, password               kubernetes.io/basic-auth
 * runtime:   DATABASE_URI, PAYLOAD_SECRET     Opaque
 * ```
 *
 * The password is one value in two files: that of the bootstrap secret, so that
 * environments which share that secret share it.
 *
 * @public
 */
export const sops: CredentialSource = {
  id: 'sops',
  title: 'SOPS in git',
  draft(database, { secrets, credentials }, connection) {
    return credentials.source === 'sops'
      ? draft(database, secrets, connection)
      : undefined;
  },
  observation: sopsObservation,
};

function draft(
  database: DatabaseDraft,
  options: SecretOptions,
  connection: DatabaseConnection,
): SealedCredentials {
  const { names } = database;
  const password: GeneratedValueDraft = {
    from: 'generated',
    id: `${names.databasesNamespace}/${names.bootstrapSecret}/password`,
    length: PASSWORD_LENGTH,
  };
  const uris = Object.fromEntries(
    Object.entries(connectionHosts(names, options, connection)).map(
      ([key, host]): [string, SecretValueDraft] => [
        key,
        {
          from: 'connectionUri',
          scheme: connection.scheme,
          user: names.owner,
          password,
          host,
          port: connection.port,
          database: names.database,
          parameters: {},
        },
      ],
    ),
  );
  const forApp = {
    namespace: names.appNamespace,
    type: 'Opaque',
    labels: appLabels(database.labels),
  };
  return {
    kind: 'sealed',
    bootstrap: sealedSecret(database, {
      name: names.bootstrapSecret,
      namespace: names.databasesNamespace,
      type: 'kubernetes.io/basic-auth',
      readByOperator: true,
      values: {
        username: { from: 'literal', value: names.owner },
        password,
      },
    }),
    runtime: sealedSecret(database, {
      ...forApp,
      name: names.runtimeSecret,
      values: { ...uris, ...sealedKeys(database, options) },
    }),
    extraRuntime: sealedSecret(database, {
      ...forApp,
      name: fillTemplate(options.extraRuntimeSecret, database),
      values: uris,
    }),
    ...sealedBackup(database),
  };
}
