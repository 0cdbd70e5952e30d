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

/**
 * A file that speaks of secrets and cannot be read, so that no rule can look into it.
 *
 * @public
 */
export const readableManifest: FileRule = {
  id: 'readable-manifest',
  title: 'Files with secrets can be read',
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'a template of Helm, which becomes YAML later',
      files: {
        'templates/secret.yaml':
          'kind: Secret\n{{- if .Values.password }}\nstringData:\n  password: {{ .Values.password }}\n{{- end }}\n',
      },
    },
    bad: {
      reason: 'a merge that nobody finished',
      files: {
        'secret.yaml':
          'kind: Secret\n<<<<<<< HEAD\nstringData: {}\n=======\nstringData: {}\n>>>>>>> main\n',
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.unreadable
        ? fileViolation(
            file,
            { line: file.unreadable.line },
            'readableManifest.unreadable',
            {
              path: file.path,
              line: file.unreadable.line,
              reason: file.unreadable.reason,
            },
          )
        : [],
    ),
};
