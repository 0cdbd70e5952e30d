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

const request = {
  apiVersion: 'basewell.dev/v1alpha1',
  kind: 'DatabaseRequest',
  metadata: { name: 'shop' },
  spec: {
    service: 'component:default/shop',
    target: 'storefront',
    reason: 'Orders move out of the monolith.',
    engine: 'cnpg',
    version: '17',
  },
};

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'create',
        name: 'Open the pull requests',
        action: 'databases:create',
        input: {
          target: 'storefront',
          service: 'component:default/shop',
          engine: 'cnpg',
          ...input,
        },
      },
    ],
  });
}

/** Run through the real handler in `createDatabaseAction.examples.test.ts`. */
export const createDatabaseExamples: TemplateExample[] = [
  {
    description: 'A small database for development',
    example: step({
      production: false,
      request: {
        ...request,
        spec: {
          ...request.spec,
          environments: [{ name: 'dev', size: 'small' }],
        },
      },
    }),
  },
  {
    description: 'Development and production, with backups every night',
    example: step({
      production: true,
      request: {
        ...request,
        spec: {
          ...request.spec,
          environments: [
            { name: 'dev', size: 'small' },
            {
              name: 'prod',
              size: 'medium',
              storage: '20Gi',
              backup: { schedule: '0 0 2 * * *', retention: '30d' },
            },
          ],
        },
      },
    }),
  },
];
