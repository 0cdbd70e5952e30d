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

import { appLabels, deleteGuard, syncWave } from '../manifests';
import {
  DatabaseDraft,
  GeneratedValueDraft,
  SecretDraft,
  SecretOptions,
  SecretValueDraft,
} from '../model';
import { expandTemplate } from '../naming';
import { CredentialDrafts, CredentialSource } from './CredentialSource';

/** 64 characters to choose from: 192 bits. */
const PASSWORD_LENGTH = 32;

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
  draft,
};

function draft(
  database: DatabaseDraft,
  options: SecretOptions,
  connection: Parameters<NonNullable<CredentialSource['draft']>>[2],
): CredentialDrafts {
  const { names } = database;
  const password: GeneratedValueDraft = {
    from: 'generated',
    id: `${names.databasesNamespace}/${names.bootstrapSecret}/password`,
    length: PASSWORD_LENGTH,
  };
  const uri = (host: string): SecretValueDraft => ({
    from: 'connectionUri',
    scheme: connection.scheme,
    user: names.owner,
    password,
    host,
    port: connection.port,
    database: names.database,
    parameters: {},
  });
  const uris = {
    [options.uriKey]: uri(names.writerHost),
    ...(connection.poolerHost !== undefined && {
      [`${options.uriKey}_POOLED`]: uri(connection.poolerHost),
    }),
  };
  const generated = options.generatedKeys.map(key => [
    key,
    {
      from: 'generated' as const,
      id: `${names.appNamespace}/${names.runtimeSecret}/${key}`,
      length: PASSWORD_LENGTH,
    },
  ]);
  const extraName = expandTemplate(options.extraRuntimeSecret, {
    ...names,
    app: database.app,
    env: database.environment,
  }).text;

  return {
    bootstrap: secret(database, {
      name: names.bootstrapSecret,
      namespace: names.databasesNamespace,
      type: 'kubernetes.io/basic-auth',
      readByOperator: true,
      values: {
        username: { from: 'literal', value: names.owner },
        password,
      },
    }),
    runtime: secret(database, {
      name: names.runtimeSecret,
      namespace: names.appNamespace,
      type: 'Opaque',
      labels: appLabels(database.labels),
      values: { ...uris, ...Object.fromEntries(generated) },
    }),
    extraRuntime: secret(database, {
      name: extraName,
      namespace: names.appNamespace,
      type: 'Opaque',
      labels: appLabels(database.labels),
      values: uris,
    }),
    ...backup(database),
  };
}

function backup(database: DatabaseDraft): Pick<CredentialDrafts, 'backup'> {
  const credentials = database.backup?.credentials;
  if (!credentials?.provided) {
    return {};
  }
  return {
    backup: secret(database, {
      name: credentials.secretName,
      namespace: database.names.databasesNamespace,
      type: 'Opaque',
      readByOperator: true,
      values: {
        [credentials.accessKeyIdKey]: {
          from: 'provided',
          name: 'backupAccessKeyId',
        },
        [credentials.secretAccessKeyKey]: {
          from: 'provided',
          name: 'backupSecretAccessKey',
        },
      },
    }),
  };
}

function secret(
  database: DatabaseDraft,
  parts: Pick<SecretDraft, 'name' | 'namespace' | 'type' | 'values'> & {
    /** Left out: those of the database. */
    readonly labels?: SecretDraft['labels'];
    /**
     * Whether CloudNativePG reads it: the label has it notice a change at once,
     * and it stays as long as the cluster does.
     */
    readonly readByOperator?: boolean;
  },
): SecretDraft {
  const { readByOperator, labels = database.labels, ...rest } = parts;
  return {
    ...rest,
    labels: { ...labels, ...(readByOperator && { 'cnpg.io/reload': 'true' }) },
    annotations: {
      ...database.annotations,
      ...(readByOperator && deleteGuard),
      ...syncWave('Secret'),
    },
  };
}
