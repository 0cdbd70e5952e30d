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
import { isHarmlessKey } from '../isHarmlessKey';
import { InspectedFile } from '../InspectedTree';

/**
 * A connection string with its password, in the values or manifests of an app.
 *
 * @public
 */
export const uriInValues: FileRule = {
  id: 'uri-in-values',
  title: 'No connection string has its password with it',
  severity: 'error',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'the password comes from the environment',
      files: {
        'deploy/values.yaml':
          'uri: postgresql://shop:$(PASSWORD)@shop-rw.databases.svc/shop\n',
      },
    },
    bad: {
      reason: 'the password stands in the values',
      files: {
        'deploy/values.yaml':
          'uri: postgresql://shop:R4nd0m-Xy7qLp2w@shop-rw.databases.svc/shop\n',
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.sightings.flatMap(sighting =>
        sighting.kind === 'connection-string' &&
        !isSaidOfSecret(file, sighting.line)
          ? fileViolation(
              file,
              { line: sighting.line },
              'uriInValues.found',
              {
                path: file.path,
                line: sighting.line,
                scheme: sighting.scheme,
              },
              sighting.isExample ? 'warning' : 'error',
            )
          : [],
      ),
    ),
};

/** That the whole Secret is in clear is a finding of its own. */
function isSaidOfSecret({ documents }: InspectedFile, line: number): boolean {
  return documents.some(({ values }) =>
    values.some(
      value =>
        value.line === line &&
        value.state === 'clear' &&
        !isHarmlessKey(value.name),
    ),
  );
}
