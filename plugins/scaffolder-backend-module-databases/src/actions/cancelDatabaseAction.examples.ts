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

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'cancel',
        name: 'Close the pull requests',
        action: 'databases:cancel',
        input: { target: 'storefront', name: 'shop', ...input },
      },
    ],
  });
}

/** Run through the real handler in `cancelDatabaseAction.integration.test.ts`. */
export const cancelDatabaseExamples: TemplateExample[] = [
  {
    description: "The first request for an app's databases",
    example: step({}),
  },
  {
    description: 'The request for one more environment',
    example: step({ environment: 'prod' }),
  },
];
