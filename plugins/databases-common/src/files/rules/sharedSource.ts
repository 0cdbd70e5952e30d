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

import { environmentOf, PlacedEnvironment } from '../environmentOf';
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { InspectedFile, InspectedReference } from '../InspectedTree';

const externalSecret = (path: string) => `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: shop
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data:
    - secretKey: password
      remoteRef: { key: ${path}, property: password }
`;

/**
 * Production reads the same entry of a secret store as another environment: who can
 * read the one has the password of the other.
 *
 * @public
 */
export const sharedSource: FileRule = {
  id: 'shared-source',
  title: 'Production has secrets of its own',
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'one path for each environment',
      files: {
        'dev/shop.yaml': externalSecret('dev/shop'),
        'prod/shop.yaml': externalSecret('prod/shop'),
      },
    },
    bad: {
      reason: 'one path for both',
      files: {
        'dev/shop.yaml': externalSecret('shop'),
        'prod/shop.yaml': externalSecret('shop'),
      },
    },
  },
  check: ({ files }) => {
    const readers = files.flatMap(readersIn);
    const inProduction = new Map(
      readers
        .filter(({ environment }) => environment.isProduction)
        .map(reader => [keyOf(reader.source), reader]),
    );
    return readers
      .filter(({ environment }) => !environment.isProduction)
      .flatMap(({ file, environment, source }) => {
        const other = inProduction.get(keyOf(source));
        if (!other) return [];
        const { store, path: entry } = source;
        return fileViolation(file, { line: source.line }, 'sharedSource.same', {
          path: file.path,
          other: other.file.path,
          environment: environment.name,
          store,
          entry,
        });
      });
  },
};

interface Reader {
  readonly file: InspectedFile;
  readonly environment: PlacedEnvironment;
  readonly source: InspectedReference;
}

function readersIn(file: InspectedFile): readonly Reader[] {
  return file.documents.flatMap(document => {
    const environment = environmentOf(file.path, document);
    return environment
      ? document.sources.map(source => ({ file, environment, source }))
      : [];
  });
}

function keyOf({ store, path, property }: InspectedReference): string {
  return JSON.stringify([store, path, property]);
}
