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

import { DatabaseDraft, SecretDraft } from '../model';
import { sealedSecret } from './sealedSecret';

/**
 * The object-store credentials that a person gives. They are sealed whatever
 * the source of the password is: the portal has their values, and nobody else.
 */
export function sealedBackup(database: DatabaseDraft): {
  readonly backup?: SecretDraft;
} {
  const credentials = database.backup?.credentials;
  if (!credentials?.provided) {
    return {};
  }
  return {
    backup: sealedSecret(database, {
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
