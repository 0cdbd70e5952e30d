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

import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';

const syncOptions = 'argocd.argoproj.io/sync-options';
const gcStrategy = 'argocd.argoproj.io/manifest-gc-strategy';

const cluster = (annotation: string) => `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: shop
  annotations:
    ${annotation}
`;

/**
 * A guard that protects nothing: the widespread `manifest-gc-strategy` is not an
 * annotation that Argo CD knows. A database without any guard may not be of Argo CD.
 *
 * @public
 */
export const inertDeleteGuard: FileRule = {
  id: 'effective-delete-guard',
  title: 'What is to keep Argo CD from deleting a database does',
  severity: 'error',
  stages: ['change'],
  examples: {
    good: {
      reason: 'sync-options are set',
      files: {
        'cluster.yaml': cluster(`${syncOptions}: Prune=false,Delete=false`),
      },
    },
    bad: {
      reason: 'only manifest-gc-strategy is set',
      files: { 'cluster.yaml': cluster(`${gcStrategy}: orphan`) },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.documents
        .filter(({ apiVersion = '', kind, annotations }) => {
          const options = annotations[syncOptions]?.split(/\s*,\s*/) ?? [];
          return (
            kind === 'Cluster' &&
            apiVersion.startsWith('postgresql.cnpg.io/') &&
            gcStrategy in annotations &&
            !['Prune=false', 'Delete=false'].every(option =>
              options.includes(option),
            )
          );
        })
        .map(({ line, name = '' }) =>
          fileViolation(file, { line }, 'effectiveDeleteGuard.missing', {
            object: `Cluster ${name}`,
            path: file.path,
          }),
        ),
    ),
};
