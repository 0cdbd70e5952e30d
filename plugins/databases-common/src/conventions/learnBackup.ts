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

import { HouseFacts } from './HouseFacts';
import { Lesson } from './Lesson';

/** Where backups go, as ObjectStores and clusters say. */
export function learnBackup({ objects }: HouseFacts): readonly Lesson[] {
  const stores = objects.flatMap(({ kind, name, path, document }) => {
    const plugin =
      kind === 'ObjectStore' ? document.spec?.configuration : undefined;
    const inTree =
      kind === 'Cluster' ? document.spec?.backup?.barmanObjectStore : undefined;
    const configuration = plugin ?? inTree;
    return typeof configuration?.destinationPath === 'string'
      ? [
          {
            name,
            path,
            configuration,
            method: plugin ? 'barmanPlugin' : 'barmanInTree',
          },
        ]
      : [];
  });
  // The other way is deprecated: it is not what new databases begin with.
  const [first] = [...stores].sort((one, other) =>
    one.method < other.method ? 1 : -1,
  );
  if (!first) {
    return [];
  }
  const { s3Credentials, endpointURL } = first.configuration;
  const { accessKeyId, secretAccessKey } = s3Credentials ?? {};
  return [
    {
      path: ['options', 'backup', 'method'],
      value: first.method,
      evidence: [first.path],
    },
    {
      path: ['options', 'backup', 'destinationPath'],
      samples: stores.map(({ name, path, configuration }) => ({
        text: configuration.destinationPath,
        values: { cluster: name },
        path,
      })),
    },
    ...(typeof endpointURL === 'string'
      ? [
          {
            path: ['options', 'backup', 'endpointUrl'],
            value: endpointURL,
            evidence: [first.path],
          },
        ]
      : []),
    ...(typeof accessKeyId?.name === 'string'
      ? [
          {
            path: ['options', 'backup', 'credentials'],
            value: {
              from: 'reference',
              secretName: accessKeyId.name,
              accessKeyIdKey: accessKeyId.key,
              secretAccessKeyKey: secretAccessKey?.key,
            },
            evidence: [first.path],
          },
        ]
      : []),
  ];
}
