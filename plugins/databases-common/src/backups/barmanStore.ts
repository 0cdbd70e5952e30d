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

import { BackupDraft } from '../model';

/**
 * The `barmanObjectStore` structure, which the plugin's ObjectStore and the
 * in-tree form share: an S3-compatible store with its credentials.
 */
export function barmanStore(backup: BackupDraft): object {
  const { credentials, destinationPath, endpointUrl } = backup;
  const key = (name: string) => ({ name: credentials.secretName, key: name });
  return {
    destinationPath,
    ...(endpointUrl !== undefined && { endpointURL: endpointUrl }),
    s3Credentials: {
      accessKeyId: key(credentials.accessKeyIdKey),
      secretAccessKey: key(credentials.secretAccessKeyKey),
    },
    wal: { compression: 'gzip' },
    data: { compression: 'gzip' },
  };
}
